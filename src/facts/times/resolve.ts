import { dayNumber, dayString, edtfBounds } from '../../core/index.ts'
import type { Anchor, Point } from './point.ts'

const two = (n: number): string => String(n).padStart(2, '0')
const parts = (day: number): { y: number; m: number; d: number } => {
  const [y = 0, m = 0, d = 0] = dayString(day).split('-').map(Number)
  return { y, m, d }
}
/** Monday = 1 … Sunday = 7 (1970-01-01 was a Thursday). */
/** Monday is 1. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1
const monthString = (index: number): string => `${Math.floor(index / 12)}-${two((index % 12) + 1)}`

// A yearless date further than this from publication takes the side that the verb's tense names.
const CLEAR_DAYS = 45

/** The year of a yearless day, month or season: the tense's side of publication when it is far, else the nearest. */
const chooseYear = (anchor: Anchor, valueIn: (year: number) => string): number | null => {
  if (anchor.published === null) return anchor.lastYear
  const published = anchor.published
  const { y } = parts(published)
  const gap = (year: number): number => {
    const bounds = edtfBounds(valueIn(year))
    if (!bounds) return Number.POSITIVE_INFINITY
    if (bounds.first <= published && published <= bounds.last) return 0
    return published > bounds.last ? published - bounds.last : -(bounds.first - published)
  }
  const years = [y - 1, y, y + 1]
  // News looks back: without a verb that looks ahead, a day to come must be twice as near as the one that has been.
  const cost = (year: number): number =>
    gap(year) < 0 && anchor.tense !== 'future' ? -2 * gap(year) : Math.abs(gap(year))
  const near = years.reduce((best, year) => (cost(year) < cost(best) ? year : best), y)
  const distance = gap(near)
  if (anchor.tense === 'past' && distance < -CLEAR_DAYS) return near - 1
  if (anchor.tense === 'future' && distance > CLEAR_DAYS) return near + 1
  return near
}

const baseDay = (anchor: Anchor, from: 'publication' | 'last'): number | null => {
  if (from === 'publication') return anchor.published
  const bounds = anchor.last === null ? null : edtfBounds(anchor.last)
  return bounds && Number.isFinite(bounds.first) ? bounds.first : null
}

const resolveStep = (step: NonNullable<Point['step']>, anchor: Anchor): string | null => {
  // "в тот же день", "на следующий день" ask for a day that was named, not for a month or year.
  if (step.from === 'last' && step.unit === 'day' && !/^\d{4}-\d\d-\d\d/.test(anchor.last ?? '')) return null
  const base = baseDay(anchor, step.from)
  if (base === null) return null
  const { y, m } = parts(base)
  const one = (by: number): string => {
    if (step.unit === 'day') return dayString(base + by)
    if (step.unit === 'month') return monthString(y * 12 + (m - 1) + by)
    return String(y + by)
  }
  if (step.unit === 'week' || step.unit === 'weekend') {
    const monday = base - (weekdayOf(base) - 1) + 7 * step.by
    return step.unit === 'week'
      ? `${dayString(monday)}/${dayString(monday + 6)}`
      : `${dayString(monday + 5)}/${dayString(monday + 6)}`
  }
  return step.to === undefined ? one(step.by) : `${one(Math.min(step.by, step.to))}/${one(Math.max(step.by, step.to))}`
}

/** "в среду": the last one up to the day of publication, or the next when the verb looks ahead. */
const resolveWeekday = (weekday: number, point: Point, anchor: Anchor): string | null => {
  if (anchor.published === null) return null
  const today = weekdayOf(anchor.published)
  if (point.weekStep !== undefined) {
    const monday = anchor.published - (today - 1)
    const inWeek = monday + 7 * point.weekStep + weekday - 1
    // "минувшую среду" said on a Friday is this week's; "прошлую" is read the same way, as newspapers use it.
    if (point.weekStep === -1 && weekday < today) return dayString(monday + weekday - 1)
    if (point.weekStep === 1 && weekday > today) return dayString(monday + weekday - 1)
    return dayString(inWeek)
  }
  const back = (today - weekday + 7) % 7
  if (anchor.tense === 'future') return dayString(anchor.published + ((weekday - today + 7) % 7))
  return dayString(anchor.published - back)
}

const yearOf = (point: Point, anchor: Anchor, valueIn: (year: number) => string): number | null => {
  if (point.year !== undefined) return point.year
  if (point.yearStep) {
    const base = baseDay(anchor, point.yearStep.from)
    return base === null ? null : parts(base).y + point.yearStep.by
  }
  return chooseYear(anchor, valueIn)
}

const resolveDate = (point: Point, anchor: Anchor): string | null => {
  const { month, day, season, months } = point
  const needsYear = point.year === undefined && !point.yearStep
  if (month !== undefined && day !== undefined) {
    const valueIn = (year: number): string => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
    const ahead = needsYear ? anchor.ahead?.get(`${two(month)}-${two(day)}`) : undefined
    const year = ahead ?? yearOf(point, anchor, valueIn)
    if (year === null)
      return needsYear && dayNumber(2000, month, day) !== null ? `XXXX-${two(month)}-${two(day)}` : null
    return dayNumber(year, month, day) === null ? null : valueIn(year)
  }
  if (month !== undefined) {
    const year = yearOf(point, anchor, (y) => `${y}-${two(month)}`)
    return year === null ? (needsYear ? `XXXX-${two(month)}` : null) : `${year}-${two(month)}`
  }
  if (season !== undefined) {
    const year = yearOf(point, anchor, (y) => `${y}-${season}`)
    return year === null || (needsYear && anchor.published === null) ? null : `${year}-${season}`
  }
  if (months) {
    const year = yearOf(point, anchor, (y) => `${y}-${two(months[0])}`)
    return year === null || (needsYear && anchor.published === null)
      ? null
      : `${year}-${two(months[0])}/${year}-${two(months[1])}`
  }
  if (point.decade !== undefined) return `${String(point.decade).slice(0, 3)}X`
  const year = point.year ?? (point.yearStep ? yearOf(point, anchor, String) : null)
  return year === null ? null : String(year).padStart(4, '0')
}

/**
 * The EDTF value of a time expression at its place in the article; null when the calendar does not have it (31 February)
 * or the article gives no way to know it: nothing is guessed.
 *
 * @example resolvePoint({ month: 7, yearStep: { by: -1, from: 'publication' } }, anchor of 2025-09-03) // '2024-07'
 */
export const resolvePoint = (point: Point, anchor: Anchor): string | null => {
  let value: string | null
  if (point.step) value = resolveStep(point.step, anchor)
  else if (point.weekday !== undefined) value = resolveWeekday(point.weekday, point, anchor)
  else if (point.clock !== undefined && point.month === undefined && point.year === undefined) {
    const day =
      /^\d{4}-\d\d-\d\d/.exec(anchor.last ?? '')?.[0] ??
      (anchor.published === null ? null : dayString(anchor.published))
    return day === null ? null : `${day}T${point.clock}`
  } else value = resolveDate(point, anchor)
  return value !== null && point.clock !== undefined && /^\d{4}-\d\d-\d\d$/.test(value)
    ? `${value}T${point.clock}`
    : value
}
