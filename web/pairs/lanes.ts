import type { ContactLevel, PairEntry, PairView } from '../../src/api/index.ts'
import { whenOf } from '../lib/edtf.ts'
import { rankOf } from '../lib/kinds.ts'

export const LANES = ['leaders', 'ministers', 'officials', 'states', 'other'] as const
export type Lane = (typeof LANES)[number]

/** A column of the pair's chart: a month with entries, a gap of months without, or all that is in no month. */
export type Slot =
  | { readonly sort: 'month'; readonly month: string; readonly count: number }
  | { readonly sort: 'gap'; readonly months: number; readonly after: string }
  | { readonly sort: 'none' }

const MONTH = /^\d{4}-(?:0\d|1[0-2])(?:-\d\d)?(?:T[\d:+Z-]*)?$/

/** The month that an entry's date lies in; null for what is coarser, open or undated. */
export const monthOfEntry = ({ date }: Pick<PairEntry, 'date'>): string | null => {
  if (date === null) return null
  if (MONTH.test(date)) return date.slice(0, 7)
  const [from, to] = date.split('/')
  return from && to && MONTH.test(from) && MONTH.test(to) && from.slice(0, 7) === to.slice(0, 7)
    ? from.slice(0, 7)
    : null
}

export const laneOf = ({ level }: { readonly level: ContactLevel | null }): Lane => level ?? 'other'

const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

/** Columns in order of time; gaps between them keep their length in words. */
export const slotsOf = (entries: readonly PairEntry[]): Slot[] => {
  const counts = new Map<string, number>()
  let without = 0
  for (const entry of entries) {
    const month = monthOfEntry(entry)
    if (month === null) without++
    else counts.set(month, (counts.get(month) ?? 0) + 1)
  }
  const slots: Slot[] = []
  let last: string | null = null
  for (const [month, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const between = last === null ? 0 : numberOf(month) - numberOf(last) - 1
    if (between > 0 && last !== null) slots.push({ sort: 'gap', months: between, after: last })
    slots.push({ sort: 'month', month, count })
    last = month
  }
  if (without > 0) slots.push({ sort: 'none' })
  return slots
}

/** Entries of one lane by month; `null` holds those in none. */
export const cellsOf = (
  entries: readonly PairEntry[],
): ReadonlyMap<Lane, ReadonlyMap<string | null, readonly PairEntry[]>> => {
  const lanes = new Map<Lane, Map<string | null, PairEntry[]>>()
  for (const entry of entries) {
    const lane = lanes.get(laneOf(entry)) ?? new Map<string | null, PairEntry[]>()
    lanes.set(laneOf(entry), lane)
    const month = monthOfEntry(entry)
    lane.set(month, [...(lane.get(month) ?? []), entry])
  }
  for (const lane of lanes.values())
    for (const cell of lane.values()) cell.sort((a, b) => rankOf(a.kind) - rankOf(b.kind))
  return lanes
}

/** Whole days between two publications. */
export const daysSince = (mention: string | null, asOf: string | null): number | null => {
  const a = whenOf(mention?.slice(0, 10) ?? null)
  const b = whenOf(asOf)
  return a && b && Number.isFinite(a.first) ? b.first - a.first : null
}

/** The latest contact that happened at the highest level there was. */
export const lastAtTop = ({ dyad, entries }: PairView): PairEntry | null => {
  const done = new Set(dyad.contacts)
  return entries.findLast((entry) => done.has(entry.id) && entry.level === dyad.level && entry.date !== null) ?? null
}
