const DAY = 86_400_000

/** A calendar value as the page shows it; days are whole numbers since 1970-01-01, `first` and `last` included. */
export interface When {
  readonly sort: 'day' | 'month' | 'season' | 'year' | 'decade' | 'before' | 'after' | 'interval' | 'no-year'
  readonly first: number
  readonly last: number
  /** The value itself, and the two ends of an interval. */
  readonly value: string
  readonly ends?: readonly [When | null, When | null]
}

const dayOf = (year: number, month: number, day: number): number => Math.round(Date.UTC(year, month, day) / DAY)

export const dateOf = (day: number): Date => new Date(day * DAY)
export const isoOf = (day: number): string => dateOf(day).toISOString().slice(0, 10)

const simple = (value: string): When | null => {
  const match = /^(\d{4}|\d{3}X|XXXX)(?:-(\d\d))?(?:-(\d\d))?(?:T[\d:+Z-]*)?[?~%]?$/.exec(value)
  if (!match) return null
  const [, year = '', month, day] = match
  if (year === 'XXXX') return { sort: 'no-year', first: Number.NaN, last: Number.NaN, value }
  const y = Number(year.replace('X', '0'))
  if (year.endsWith('X')) return { sort: 'decade', first: dayOf(y, 0, 1), last: dayOf(y + 10, 0, 0), value }
  if (month === undefined) return { sort: 'year', first: dayOf(y, 0, 1), last: dayOf(y, 12, 0), value }
  const m = Number(month)
  if (m > 20)
    return { sort: 'season', first: dayOf(y, (m - 20) * 3 - 1, 1), last: dayOf(y, (m - 20) * 3 + 2, 0), value }
  if (day === undefined) return { sort: 'month', first: dayOf(y, m - 1, 1), last: dayOf(y, m, 0), value }
  return { sort: 'day', first: dayOf(y, m - 1, Number(day)), last: dayOf(y, m - 1, Number(day)), value }
}

/** Reads EDTF as Letopis writes it; null for anything else. */
export const whenOf = (value: string | null): When | null => {
  if (value === null) return null
  const slash = value.indexOf('/')
  if (slash < 0) return simple(value)
  const from = simple(value.slice(0, slash))
  const to = simple(value.slice(slash + 1))
  const ends = [from, to] as const
  if (from && to) return { sort: 'interval', first: from.first, last: to.last, value, ends }
  if (to) return { sort: 'before', first: Number.NEGATIVE_INFINITY, last: to.last, value, ends }
  return from && { sort: 'after', first: from.first, last: Number.POSITIVE_INFINITY, value, ends }
}
