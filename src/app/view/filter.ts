import type { Entry } from '../../chronicle/index.ts'
import { edtfBounds } from '../../core/index.ts'
import type { Check, EntryFilter, EntryRow } from '../source.ts'
import type { Place } from './order.ts'

/** An entry with all that filters, orders and rows need, computed once. */
export interface Indexed {
  readonly id: string
  readonly entry: Entry
  readonly place: Place
  readonly row: EntryRow
  /** Numbers of the words to search in. */
  readonly words: Int32Array
}

/** Condition of a filter that a facet leaves out when it counts its own values. */
export type Facet = 'actors' | 'kinds' | 'statuses' | 'outlets' | 'checks' | 'dates'
type Test = (item: Indexed) => boolean

const CHECKS: Readonly<Record<Check, Test>> = {
  dispute: ({ row }) => row.disputes > 0,
  framing: ({ row }) => row.framings > 0,
  'one-origin': ({ row }) => row.origins.length <= 1,
  'many-origins': ({ row }) => row.origins.length > 1,
}

export const passesCheck = (check: Check, item: Indexed): boolean => CHECKS[check](item)

export const takesPart = (actor: string): Test => {
  return ({ row }) => row.participants.some(({ identity, name }) => identity === actor || name === actor)
}

const within = (from: string | undefined, to: string | undefined): Test | null => {
  const first = from ? edtfBounds(from)?.first : undefined
  const last = to ? edtfBounds(to)?.last : undefined
  if (first === undefined && last === undefined) return null
  return ({ place: { bounds } }) =>
    bounds !== null &&
    bounds.last >= (first ?? Number.NEGATIVE_INFINITY) &&
    bounds.first <= (last ?? Number.POSITIVE_INFINITY)
}

const some = <T>(values: readonly T[] | undefined, test: (value: T, item: Indexed) => boolean): Test | null =>
  values?.length ? (item) => values.some((value) => test(value, item)) : null

/** Marks with a 1, by their places, entries that have the words of a query; null where a query has none and all pass. */
export type Search = (query: string) => Uint8Array | null

/** Whether the entry at a place passes a filter; null where all pass. A facet named in `without` is not asked. */
export const passesAt = (
  items: readonly Indexed[],
  filter: EntryFilter,
  search: Search,
  without?: Facet,
): ((place: number) => boolean) | null => {
  const marks = filter.q?.trim() ? search(filter.q) : null
  const test = filterTest(filter, without)
  if (marks === null && test === null) return null
  return (place) => marks?.[place] !== 0 && (test === null || test(items[place] as Indexed))
}

/** Entries that pass a filter; a facet named in `without` is not asked. */
export const passing = (
  items: readonly Indexed[],
  filter: EntryFilter,
  search: Search,
  without?: Facet,
): readonly Indexed[] => {
  const passes = passesAt(items, filter, search, without)
  return passes === null ? items : items.filter((_, place) => passes(place))
}

/** One test out of a filter but for its words; null where all pass. A facet named in `without` is not asked. */
const filterTest = (filter: EntryFilter, without?: Facet): Test | null => {
  const tests: readonly (readonly [Facet | 'rest', Test | null])[] = [
    ['kinds', some(filter.kinds, (kind, { row }) => row.kind === kind)],
    ['statuses', some(filter.statuses, (status, { row }) => row.status === status)],
    ['outlets', some(filter.outlets, (outlet, { row }) => row.outlets.includes(outlet === '' ? null : outlet))],
    ['checks', some(filter.checks, passesCheck)],
    ['dates', within(filter.from, filter.to)],
    ['rest', filter.story === undefined ? null : ({ entry }) => entry.story === filter.story],
    ...(filter.actors ?? []).map((actor) => ['actors', takesPart(actor)] as const),
  ]
  const asked = tests.flatMap(([facet, test]) => (test && facet !== without ? [test] : []))
  return asked.length === 0 ? null : (item) => asked.every((test) => test(item))
}
