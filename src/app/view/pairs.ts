import { type Dyad, dyadBetween, type Identity } from '../../chronicle/index.ts'
import { dayString, edtfBounds } from '../../core/index.ts'
import type { PairEntry, PairRow, PairView } from '../source.ts'
import type { Indexed } from './filter.ts'
import type { ChronicleIndex } from './index-chronicle.ts'
import { placesOf } from './places.ts'

const ENTRIES = 1_000
const PEOPLE = 20

// What ends last, dated as exactly as its entry is.
const lastOf = (dyad: Dyad, index: ChronicleIndex): string | null => {
  if (dyad.to === null) return null
  const days = [...dyad.contacts, ...dyad.entries].flatMap((id) => {
    const date = index.byId.get(id)?.entry.date
    const last = date ? edtfBounds(date)?.last : undefined
    return date && last !== undefined && Number.isFinite(last) && dayString(last) === dyad.to ? [date] : []
  })
  return days[0] ?? dyad.to
}

export const pairRow = (dyad: Dyad, index: ChronicleIndex): PairRow => ({
  members: dyad.members,
  entries: dyad.entries.length,
  contacts: dyad.contacts.length,
  agreements: dyad.agreements.length,
  pending: dyad.pending.length,
  unreported: dyad.unreported.length,
  level: dyad.level,
  from: dyad.from,
  to: dyad.to,
  last: lastOf(dyad, index),
})

type Identities = ReadonlyMap<string, Identity>

const sideOf = (identity: string, { members }: Dyad, identities: Identities): 0 | 1 | null => {
  const own = members.findIndex((member) => member.identity === identity)
  if (own >= 0) return own as 0 | 1
  const state = identities.get(identity)?.country
  const served = members.findIndex((member) => member.identity === state)
  return served >= 0 ? (served as 0 | 1) : null
}

// A visit goes to whoever received it; else to the state that it was placed in; else away from the visitor's own side;
// else to the state that is named itself where somebody else's people came.
const visitedBy = ({ entry }: Indexed, dyad: Dyad, identities: Identities): 0 | 1 | null => {
  if (entry.kind !== 'visit') return null
  const host = entry.participants.find(({ role }) => role === 'host')
  const visitor = entry.participants.find(({ role }) => role === 'visitor')
  const at = entry.place?.identity
  const to = (host && sideOf(host.identity, dyad, identities)) ?? (at ? sideOf(at, dyad, identities) : null)
  if (to !== null) return to
  const from = visitor ? sideOf(visitor.identity, dyad, identities) : null
  if (from !== null) return from === 0 ? 1 : 0
  const named = dyad.members.filter(({ identity }) => entry.participants.some((each) => each.identity === identity))
  const [only] = named
  return named.length === 1 && only?.type === 'country' ? (dyad.members.indexOf(only) as 0 | 1) : null
}

const lastMention = ({ entry }: Indexed): string | null =>
  entry.evidence.reduce<string | null>(
    (last, { published }) => (published !== null && (last === null || published > last) ? published : last),
    null,
  )

const peopleIn = (items: readonly Indexed[]): PairView['people'] => {
  const people = new Map<string, PairView['people'][number]>()
  const LEVELS = ['leaders', 'ministers', 'officials', 'states']
  for (const { entry } of items)
    for (const { identity, name, nameEn, type } of entry.participants) {
      if (type !== 'person') continue
      const known = people.get(identity)
      const level =
        known?.level && (!entry.level || LEVELS.indexOf(known.level) < LEVELS.indexOf(entry.level))
          ? known.level
          : entry.level
      people.set(identity, { id: identity, name, nameEn, count: (known?.count ?? 0) + 1, level })
    }
  return [...people.values()].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)).slice(0, PEOPLE)
}

/** Everything between two identities; null when the chronicle does not know both. */
export const pairView = (
  index: ChronicleIndex,
  identities: Identities,
  a: string,
  b: string,
  today: number,
): PairView | null => {
  const dyad = dyadBetween(index.chronicle, a, b)
  if (!dyad) return null
  const items = dyad.entries.flatMap((id) => index.byId.get(id) ?? [])
  return {
    dyad,
    entries: items.slice(-ENTRIES).map(
      (item): PairEntry => ({
        ...item.row,
        level: item.entry.level,
        lastMention: lastMention(item),
        visited: visitedBy(item, dyad, identities),
      }),
    ),
    total: items.length,
    people: peopleIn(items),
    places: placesOf(items),
    asOf: Number.isFinite(today) ? dayString(today) : null,
  }
}
