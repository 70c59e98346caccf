import type { Identity } from '../../chronicle/index.ts'
import { EVENT_KINDS, type EventKind, STANCES } from '../../facts/index.ts'
import type { ActorFilter, ActorList, ActorRow, ActorView, MetRow, Paging } from '../source.ts'
import { cardOf } from './detail.ts'
import type { Indexed } from './filter.ts'
import type { ChronicleIndex } from './index-chronicle.ts'
import { monthsOf } from './overview.ts'
import { placesOf } from './places.ts'
import type { Said } from './statements.ts'
import { haystack, matcher } from './words.ts'

const MET = 60
const LINKED = 12
const TOPICS = 20
const PAGES = 200
const CONTACTS: readonly EventKind[] = ['visit', 'meeting', 'call', 'gathering']

const identitiesIn = ({ row }: Indexed): string[] => [...new Set(row.participants.map(({ identity }) => identity))]

/** For each identity the entries that it takes part in, in the order of the chronicle. */
export const entriesByActor = (index: ChronicleIndex): ReadonlyMap<string, readonly Indexed[]> => {
  const found = new Map<string, Indexed[]>()
  for (const item of index.items)
    for (const id of identitiesIn(item)) {
      const list = found.get(id)
      if (list) list.push(item)
      else found.set(id, [item])
    }
  return found
}

/** Identities that pass the filter, those with most entries first. */
export const actorsOf = (
  index: ChronicleIndex,
  byActor: ReadonlyMap<string, readonly Indexed[]>,
  filter: ActorFilter,
  { offset, limit }: Paging,
): ActorList => {
  const holds = matcher(filter.q ?? '')
  const rows = index.chronicle.identities.flatMap((identity): ActorRow[] => {
    const { id, type, name, nameEn, articles, variants } = identity
    if (filter.types?.length && !filter.types.includes(type)) return []
    if (filter.q?.trim() && !holds(haystack([name, nameEn, ...variants.map((variant) => variant.name)]))) return []
    return [{ id, type, name, nameEn, articles, entries: byActor.get(id)?.length ?? 0 }]
  })
  rows.sort((a, b) => b.entries - a.entries || b.articles - a.articles || (a.id < b.id ? -1 : 1))
  return { total: rows.length, offset, items: rows.slice(offset, offset + limit) }
}

const kindCounts = (items: readonly Indexed[]): { kind: EventKind; count: number }[] => {
  const counts = new Map<EventKind, number>()
  for (const { row } of items) counts.set(row.kind, (counts.get(row.kind) ?? 0) + 1)
  return EVENT_KINDS.flatMap((kind) => (counts.has(kind) ? [{ kind, count: counts.get(kind) ?? 0 }] : []))
}

const isContact = ({ row }: Indexed): boolean =>
  CONTACTS.includes(row.kind) && (row.status === 'happened' || row.status === 'ongoing')

const metBy = (
  id: string,
  own: string | null,
  items: readonly Indexed[],
  identities: ReadonlyMap<string, Identity>,
): readonly { readonly met: MetRow; readonly items: readonly Indexed[] }[] => {
  const others = new Map<string, Indexed[]>()
  for (const item of items.filter(isContact))
    for (const other of identitiesIn(item)) {
      if (other === id) continue
      const list = others.get(other)
      if (list) list.push(item)
      else others.set(other, [item])
    }
  return [...others]
    .flatMap(([other, shared]) => {
      const identity = identities.get(other)
      // One's own state takes part by one's side; nobody meets it.
      if (!identity || identity.type === 'place' || other === own) return []
      const { type, name, nameEn } = identity
      const dates = shared.flatMap(({ row }) => (row.date === null ? [] : [row.date]))
      const met: MetRow = {
        id: other,
        type,
        name,
        nameEn,
        count: shared.length,
        first: dates[0] ?? null,
        last: dates.at(-1) ?? null,
        kinds: kindCounts(shared),
      }
      return [{ met, items: shared }]
    })
    .sort((a, b) => b.met.count - a.met.count || (a.met.id < b.met.id ? -1 : 1))
    .slice(0, MET)
}

const linksAmong = (ids: readonly string[], items: readonly Indexed[]): ActorView['links'] => {
  const counts = new Map<string, number>()
  for (const item of items.filter(isContact)) {
    const at = identitiesIn(item)
      .map((id) => ids.indexOf(id))
      .filter((n) => n >= 0)
      .sort((a, b) => a - b)
    for (const [n, a] of at.entries())
      for (const b of at.slice(n + 1)) counts.set(`${a} ${b}`, (counts.get(`${a} ${b}`) ?? 0) + 1)
  }
  return [...counts].map(([key, count]) => {
    const [a = 0, b = 0] = key.split(' ').map(Number)
    return { a, b, count }
  })
}

const topicsOf = (index: ChronicleIndex, said: readonly Said[]): ActorView['topics'] => {
  const counts = new Map<string, number>()
  for (const { story } of said) if (story !== null) counts.set(story, (counts.get(story) ?? 0) + 1)
  const stories = new Map(index.chronicle.stories.map((story) => [story.id, story]))
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .flatMap(([story, count]) => {
      const told = stories.get(story)
      return told ? [{ story, title: told.title, titleEn: told.titleEn, count }] : []
    })
    .slice(0, TOPICS)
}

const pagesOf = (index: ChronicleIndex, items: readonly Indexed[], said: readonly Said[]): ActorView['pages'] => {
  const ids = new Set([
    ...items.flatMap(({ entry }) => entry.evidence.map(({ article }) => article)),
    ...said.map(({ statement }) => statement.article),
  ])
  const when = ({ published }: { readonly published: string | null }): string => published ?? ''
  return [...ids]
    .flatMap((id) => index.articles.get(id) ?? [])
    .sort((a, b) => (when(a) === when(b) ? (a.id < b.id ? -1 : 1) : when(a) < when(b) ? 1 : -1))
    .slice(0, PAGES)
    .map(cardOf)
}

/** What an actor's own page shows; null when nobody has the id. */
export const actorView = (
  index: ChronicleIndex,
  byActor: ReadonlyMap<string, readonly Indexed[]>,
  said: readonly Said[],
  identities: ReadonlyMap<string, Identity>,
  id: string,
): ActorView | null => {
  const identity = identities.get(id)
  if (!identity) return null
  const items = byActor.get(id) ?? []
  const met = metBy(id, identity.country, items, identities)
  const spoken = said.filter(({ statement }) => statement.speaker?.identity === id)
  const state = identity.country === null ? undefined : identities.get(identity.country)
  return {
    ...identity,
    entries: items.length,
    kinds: kindCounts(items),
    months: monthsOf(items),
    met: met.map((one) => one.met),
    links: linksAmong(
      met.slice(0, LINKED).map((one) => one.met.id),
      [...new Set(met.slice(0, LINKED).flatMap((one) => byActor.get(one.met.id) ?? []))],
    ),
    places: placesOf(items),
    statements: spoken.length,
    stances: STANCES.flatMap((stance) => {
      const count = spoken.filter(({ statement }) => statement.stance === stance).length
      return count > 0 ? [{ stance, count }] : []
    }),
    topics: topicsOf(index, spoken),
    pages: pagesOf(index, items, spoken),
    serves: state ? { id: state.id, name: state.name, nameEn: state.nameEn } : null,
  }
}
