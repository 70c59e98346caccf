import { type Bounds, dayNumber, dayString, edtfBounds } from '../../core/index.ts'
import type { Density, DensityCell, DensitySpan, EntryFilter } from '../source.ts'
import { type Indexed, passing, type Search } from './filter.ts'

const WITH_IDS = 500
const DAYS = 100
const MONTHS = 7_306

const dayOf = (day: string | undefined): number | undefined => (day ? edtfBounds(day)?.first : undefined)

// "All" runs from the first to the last day that any entry or page surely names; open ends do not stretch it.
const wholeSpan = (items: readonly Indexed[], days: readonly number[]): Bounds | null => {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  const take = (day: number): void => {
    if (!Number.isFinite(day)) return
    if (day < first) first = day
    if (day > last) last = day
  }
  for (const { place } of items) {
    take(place.bounds?.first ?? Number.NaN)
    take(place.bounds?.last ?? Number.NaN)
  }
  days.forEach(take)
  return first <= last ? { first, last } : null
}

const unitOf = ({ first, last }: Bounds): Density['unit'] =>
  last - first < DAYS ? 'day' : last - first < MONTHS ? 'month' : 'year'

const LENGTH = { day: 10, month: 7, year: 4 } as const

// The period of the unit that holds all the days that the date can mean; null when there is none.
const periodOf = ({ first, last }: Bounds, unit: Density['unit']): string | null => {
  if (!Number.isFinite(first) || !Number.isFinite(last)) return null
  const a = dayString(first).slice(0, LENGTH[unit])
  return a === dayString(last).slice(0, LENGTH[unit]) ? a : null
}

const counter = (withIds: boolean) => {
  const cells = new Map<string, { cell: DensityCell; ids: string[] }>()
  const add = (period: string, { row }: Indexed): void => {
    const key = `${period} ${row.kind} ${row.status}`
    const known = cells.get(key)
    const ids = [...(withIds ? [...(known?.ids ?? []), row.id] : [])]
    const count = (known?.cell.count ?? 0) + 1
    cells.set(key, { cell: { period, kind: row.kind, status: row.status, count }, ids })
  }
  const list = (): DensityCell[] =>
    [...cells.values()]
      .map(({ cell, ids }) => (withIds ? { ...cell, ids } : cell))
      .sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0))
  return { add, list }
}

const publishedBy = (days: readonly number[], span: Bounds): Density['published'] => {
  const counts = new Map<number, number>()
  for (const day of days) if (day >= span.first && day <= span.last) counts.set(day, (counts.get(day) ?? 0) + 1)
  return [...counts].sort((a, b) => a[0] - b[0]).map(([day, count]) => ({ day: dayString(day), count }))
}

/** Counts of entries over time for the strip. `published` holds each article's day of publication, where it is known. */
export const densityOf = (
  items: readonly Indexed[],
  filter: EntryFilter,
  search: Search,
  asked: DensitySpan,
  published: readonly number[],
): Density => {
  const whole = wholeSpan(items, published)
  const first = dayOf(asked.first) ?? whole?.first
  const last = dayOf(asked.last) ?? whole?.last
  const shown = passing(items, filter, search, 'dates')
  const undated = shown.filter(({ place }) => place.bounds === null).length
  if (first === undefined || last === undefined || first > last) {
    return { unit: 'day', first: null, last: null, cells: [], vague: [], undated, before: 0, after: 0, published: [] }
  }
  const span = { first, last }
  const unit = unitOf(span)
  const exact = counter(shown.length <= WITH_IDS)
  const vague = counter(shown.length <= WITH_IDS)
  let before = 0
  let after = 0
  for (const item of shown) {
    const { bounds } = item.place
    if (bounds === null) continue
    if (bounds.last < first) before++
    else if (bounds.first > last) after++
    else {
      const period = periodOf(bounds, unit)
      if (period !== null) exact.add(period, item)
      else vague.add(item.entry.date ?? '', item)
    }
  }
  return {
    unit,
    first: dayString(first),
    last: dayString(last),
    cells: exact.list(),
    vague: vague.list(),
    undated,
    before,
    after,
    published: publishedBy(published, span),
  }
}

/** Day number of a publication date; null when it names no day of a known year. */
export const publicationDay = (published: string | null): number | null => {
  const match = published === null ? null : /^(\d{4})-(\d\d)-(\d\d)/.exec(published)
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : null
}
