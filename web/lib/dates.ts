import { dateOf, type When, whenOf } from './edtf.ts'
import { settings } from './settings.svelte.ts'
import { unbroken } from './typography.ts'

const month = (day: number): number => dateOf(day).getUTCMonth()

/** "май", "May". */
export const monthName = (day: number): string => settings.words.time.months[month(day)] ?? ''
/** "мая", "May": as it stands after a day's number. */
export const monthOf = (day: number): string => settings.words.time.monthsOf[month(day)] ?? ''
/** "мая", "сен": as it stands after a day's number, without the full stop that Russian abbreviations carry. */
export const monthShort = (day: number): string => monthOf(day).slice(0, 3)
export const weekday = (day: number): string => settings.words.time.weekdays[dateOf(day).getUTCDay()] ?? ''
export const dayNumberOf = (day: number): number => dateOf(day).getUTCDate()
export const yearOf = (day: number): number => dateOf(day).getUTCFullYear()

const hour = (value: string): string => {
  const match = /T(\d\d:\d\d)/.exec(value)
  return match ? `, ${match[1]}` : ''
}

// `genitive`: as it stands after "с" and "не позже" in Russian.
const simpleText = (when: When, genitive = false): string => {
  const { time } = settings.words
  const year = when.value.slice(0, 4)
  if (when.sort === 'day') return `${dayNumberOf(when.first)} ${monthOf(when.first)} ${year}${hour(when.value)}`
  if (when.sort === 'month') return `${genitive ? monthOf(when.first) : monthName(when.first)} ${year}`
  if (when.sort === 'decade') return time.decade(year.replace('X', '0'))
  if (when.sort === 'season') {
    const names = genitive ? time.seasonsOf : time.seasons
    return `${names[Number(when.value.slice(5, 7)) - 21] ?? ''} ${year}`
  }
  if (when.sort === 'no-year') {
    const known = whenOf(when.value.replace('XXXX', '2000'))
    if (!known) return when.value
    const day = known.sort === 'day' ? `${dayNumberOf(known.first)} ${monthOf(known.first)}` : monthName(known.first)
    return time.noYear(day)
  }
  return genitive ? time.yearOf(year) : time.year(year)
}

/**
 * An EDTF value in words of the interface language.
 *
 * @example dateText('2023-09') // 'сентябрь 2023'
 */
export const dateText = (value: string | null): string => {
  const { time } = settings.words
  if (value === null) return time.unstated
  const when = whenOf(value)
  if (!when) return value
  const [from, to] = when.ends ?? [null, null]
  if (when.sort === 'before' && to) return unbroken(time.noLater(simpleText(to, true)))
  if (when.sort === 'after' && from) return unbroken(time.sinceDate(simpleText(from, true)))
  if (from && to) return `${simpleText(from)} — ${simpleText(to)}`
  return unbroken(simpleText(when))
}

/** A publication date, short: "3 сен 2025". */
export const shortDate = (value: string | null): string => {
  const when = value === null ? null : whenOf(value.slice(0, 10))
  if (when?.sort !== 'day') return value === null ? '—' : dateText(value.slice(0, 10))
  return `${dayNumberOf(when.first)} ${monthShort(when.first)} ${yearOf(when.first)}`.replaceAll(' ', '\u00a0')
}

/** The hour of a publication where it is known: it stands where the day is written above. */
export const hourText = (value: string | null): string => (value === null ? '' : hour(value).replace(', ', ''))

/** A publication date with its hour where it is known. */
export const publishedText = (value: string | null): string =>
  value === null ? settings.words.publishedNot : `${shortDate(value)}${hour(value)}`
