/**
 * EDTF (ISO 8601-2), as far as the chronicle needs it: levels 0 and 1, and level 2's unspecified year `XXXX-MM-DD`.
 * Dates are proleptic Gregorian; a day is counted as a whole number of days since 1970-01-01.
 */

const DAY = 86_400_000

/** Days since 1970-01-01 of a calendar day; null for a day that does not exist (31 February). */
export const dayNumber = (year: number, month: number, day: number): number | null => {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? Math.round(date.getTime() / DAY)
    : null
}

/** The calendar day `YYYY-MM-DD` of a day number. @example dayString(0) // '1970-01-01' */
export const dayString = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

/** First and last day (day numbers, both included) that a value can mean; ±Infinity where it is open. */
export interface Bounds {
  readonly first: number
  readonly last: number
}

// Months of a season as in the annotation rules: winter begins in December of its own year.
const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  21: [3, 5],
  22: [6, 8],
  23: [9, 11],
  24: [12, 14],
}

const monthBounds = (year: number, from: number, to: number): Bounds => {
  const first = new Date(0)
  first.setUTCFullYear(year, from - 1, 1)
  const last = new Date(0)
  last.setUTCFullYear(year, to, 0)
  return { first: Math.round(first.getTime() / DAY), last: Math.round(last.getTime() / DAY) }
}

const simpleBounds = (value: string): Bounds | null => {
  const match =
    /^(\d{4}|\d{3}X)(?:-(\d\d)(?:-(\d\d)(?:T\d\d(?::\d\d(?::\d\d)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?)?)?[?~%]?$/.exec(value)
  if (!match) return null
  const [, year = '', month, day] = match
  if (year.endsWith('X')) return month ? null : monthBounds(Number(`${year.slice(0, 3)}0`), 1, 120)
  if (month === undefined) return monthBounds(Number(year), 1, 12)
  if (day !== undefined) {
    const at = dayNumber(Number(year), Number(month), Number(day))
    return at === null ? null : { first: at, last: at }
  }
  const season = SEASONS[month]
  if (season) return monthBounds(Number(year), season[0], season[1])
  return Number(month) >= 1 && Number(month) <= 12 ? monthBounds(Number(year), Number(month), Number(month)) : null
}

/**
 * The days that an EDTF value can mean; null when it is no EDTF of levels 0 and 1, names a day that does not exist, or
 * has no known year.
 *
 * @example edtfBounds('2023-09') // first = day of 2023-09-01, last = day of 2023-09-30
 * @example edtfBounds('2020/..') // last = Infinity
 */
export const edtfBounds = (value: string): Bounds | null => {
  const slash = value.indexOf('/')
  if (slash < 0) return simpleBounds(value)
  const from = value.slice(0, slash)
  const to = value.slice(slash + 1)
  const a = from === '..' ? { first: -Infinity, last: -Infinity } : simpleBounds(from)
  const b = to === '..' ? { first: Infinity, last: Infinity } : simpleBounds(to)
  return a && b && a.first <= b.last ? { first: a.first, last: b.last } : null
}

/** Whether a value is EDTF that Letopis may write: levels 0 and 1, or `XXXX-MM` and `XXXX-MM-DD` of level 2. */
export const isEdtf = (value: string): boolean =>
  edtfBounds(value) !== null ||
  (/^XXXX-\d\d(-\d\d)?$/.test(value) && simpleBounds(value.replace('XXXX', '2000')) !== null)

/** Whether two values can mean the same time: their days meet. Values without known bounds meet nothing but themselves. */
export const edtfMeet = (a: string, b: string): boolean => {
  if (a === b) return true
  const x = edtfBounds(a)
  const y = edtfBounds(b)
  return x !== null && y !== null && x.first <= y.last && y.first <= x.last
}

/** Whether `fine` lies inside `coarse` ("2023-09-13" in "2023-09"): a matter of granularity, no disagreement. */
export const edtfInside = (fine: string, coarse: string): boolean => {
  const x = edtfBounds(fine)
  const y = edtfBounds(coarse)
  return x !== null && y !== null && y.first <= x.first && x.last <= y.last
}
