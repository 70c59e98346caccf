import type { Entry } from '../../chronicle/index.ts'
import { type Bounds, edtfBounds } from '../../core/index.ts'
import type { Status } from '../../facts/index.ts'
import type { EntryRow } from '../source.ts'

/** Where an entry stands in the timeline: the days it can mean and its section. */
export interface Place {
  readonly section: EntryRow['section']
  readonly bounds: Bounds | null
}

const UNSURE: readonly Status[] = ['planned', 'possible']

/** Last day that any of the publication dates names; -Infinity when none names a day. */
export const newestDay = (published: readonly (string | null)[]): number => {
  let newest = Number.NEGATIVE_INFINITY
  for (const date of published) {
    const bounds = date === null ? null : edtfBounds(date.slice(0, 10))
    if (bounds && bounds.last > newest) newest = bounds.last
  }
  return newest
}

/** Section of an entry on the day `today`: a plan whose days are all past is no longer ahead. `known`: its days, if read before. */
export const placeOf = (entry: Pick<Entry, 'date' | 'status'>, today: number, known?: Place['bounds']): Place => {
  const bounds = known !== undefined ? known : entry.date === null ? null : edtfBounds(entry.date)
  const ahead = UNSURE.includes(entry.status) && (bounds === null || bounds.last >= today)
  return { section: ahead ? 'ahead' : bounds === null ? 'undated' : 'dated', bounds }
}

/** An entry stands at the first day of its date; where that is open, at the last. */
export const standsAt = ({ first, last }: Bounds): number =>
  first !== Number.NEGATIVE_INFINITY ? first : last !== Number.POSITIVE_INFINITY ? last : 0

interface Placed {
  readonly id: string
  readonly place: Place
}

const byId = (a: Placed, b: Placed): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const openRank = ({ bounds }: Place): number =>
  bounds === null ? 2 : Number.isFinite(bounds.first) && Number.isFinite(bounds.last) ? 0 : 1

/** Soonest first, then those with an open date (latest known bound first), then undated. */
export const compareAhead = (a: Placed, b: Placed): number => {
  const rank = openRank(a.place) - openRank(b.place)
  if (rank !== 0 || a.place.bounds === null || b.place.bounds === null) return rank || byId(a, b)
  const days = standsAt(a.place.bounds) - standsAt(b.place.bounds)
  return (openRank(a.place) === 0 ? days : -days) || byId(a, b)
}

// A month comes after its days when the newest stand first, a year after its months: the finer date says more.
const finer = (a: Bounds, b: Bounds): number => {
  const width = a.last - a.first - (b.last - b.first)
  return Number.isNaN(width) ? 0 : width
}

/** Latest first; on one day the finest date first; undated last. */
export const compareNew = (a: Placed, b: Placed): number => {
  const x = a.place.bounds
  const y = b.place.bounds
  if (x === null || y === null) return (x === null ? 1 : 0) - (y === null ? 1 : 0) || byId(a, b)
  return standsAt(y) - standsAt(x) || finer(x, y) || byId(a, b)
}

/** Earliest first; undated still last. */
export const compareOld = (a: Placed, b: Placed): number => {
  const x = a.place.bounds
  const y = b.place.bounds
  if (x === null || y === null) return compareNew(a, b)
  return standsAt(x) - standsAt(y) || finer(x, y) || byId(a, b)
}
