import type { Identity } from '../../chronicle/index.ts'
import { EVENT_KINDS, STATUSES } from '../../facts/index.ts'
import type { Check, EntryFilter, Facets } from '../source.ts'
import { type Facet, type Indexed, passesCheck, passing, type Search } from './filter.ts'

const ACTORS = 50
const CHECKS: readonly Check[] = ['dispute', 'framing', 'one-origin', 'many-origins']

const tally = <K>(items: readonly Indexed[], keys: (item: Indexed) => Iterable<K>): Map<K, number> => {
  const counts = new Map<K, number>()
  for (const item of items) for (const key of new Set(keys(item))) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

const mostFirst = <T extends { readonly count: number }>(a: T, b: T): number => b.count - a.count

/** Counts behind each filter button; a facet's own choice does not narrow its own counts. */
export const facetsOf = (
  items: readonly Indexed[],
  filter: EntryFilter,
  search: Search,
  identities: ReadonlyMap<string, Identity>,
): Facets => {
  const left = (without: Facet): readonly Indexed[] => passing(items, filter, search, without)
  const kinds = tally(left('kinds'), ({ row }) => [row.kind])
  const statuses = tally(left('statuses'), ({ row }) => [row.status])
  const outlets = tally(left('outlets'), ({ row }) => row.outlets)
  const checked = left('checks')
  return {
    kinds: EVENT_KINDS.flatMap((kind) => (kinds.has(kind) ? [{ kind, count: kinds.get(kind) ?? 0 }] : [])),
    statuses: STATUSES.map((status) => ({ status, count: statuses.get(status) ?? 0 })),
    checks: CHECKS.map((check) => ({ check, count: checked.filter((item) => passesCheck(check, item)).length })),
    outlets: [...outlets].map(([outlet, count]) => ({ outlet, count })).sort(mostFirst),
    actors: actorCounts(items, filter, search, identities),
  }
}

// Actors narrow each other (a second one makes a pair), so their counts are those of the whole filter.
const actorCounts = (
  items: readonly Indexed[],
  filter: EntryFilter,
  search: Search,
  identities: ReadonlyMap<string, Identity>,
): Facets['actors'] => {
  const counts = tally(passing(items, filter, search), ({ row }) => row.participants.map(({ identity }) => identity))
  const chosen = (filter.actors ?? []).flatMap((actor) => {
    const identity = identities.get(actor) ?? [...identities.values()].find(({ name }) => name === actor)
    return identity ? [identity.id] : []
  })
  const top = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, ACTORS)
  const shown = new Map([...top, ...chosen.map((id) => [id, counts.get(id) ?? 0] as const)])
  return [...shown]
    .flatMap(([id, count]) => {
      const identity = identities.get(id)
      return identity ? [{ id, name: identity.name, nameEn: identity.nameEn, type: identity.type, count }] : []
    })
    .sort(mostFirst)
}
