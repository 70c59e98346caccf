import type { Entry } from '../chronicle.ts'
import type { Draft } from './draft.ts'

const PARTS = new Set(['meeting', 'agreement', 'gathering', 'invitation'])

/** A visit holds what its visitor did on its days in the country visited: `partOf` of those entries. */
export const linkParts = (entries: readonly Entry[], drafts: readonly Draft[]): Entry[] => {
  const visits = new Map<number, number[]>()
  drafts.forEach((draft, at) => {
    if (draft.kind !== 'visit' || draft.fineness > 2) return
    for (const actor of draft.actors)
      if (actor.sort === 'person') visits.set(actor.identity, [...(visits.get(actor.identity) ?? []), at])
  })
  return entries.map((entry, at) => {
    const draft = drafts[at] as Draft
    if (!PARTS.has(entry.kind) || draft.fineness > 2) return entry
    const whole = draft.actors
      .flatMap((actor) => visits.get(actor.identity) ?? [])
      .filter((visit) => holds(drafts[visit] as Draft, draft))
      .sort((a, b) => span(drafts[a] as Draft) - span(drafts[b] as Draft) || a - b)[0]
    return whole === undefined ? entry : { ...entry, partOf: (entries[whole] as Entry).id }
  })
}

const span = ({ window }: Draft): number => window.last - window.first

// The days meet, a visitor takes part, and it was where the visit led: at one of its places, or, where no other place is
// told, with people or bodies of a state visited. A visitor's own state is never the one visited.
const holds = (visit: Draft, part: Draft): boolean => {
  if (!meets(visit, part) || (isOnlyPlan(visit) && !isOnlyPlan(part))) return false
  const visitors = visit.actors.filter(({ sort, role }) => sort === 'person' && role !== 'host')
  const homes = new Set(visitors.map(({ country }) => country))
  const hosts = new Set(
    visit.actors
      .filter(({ role, sort, country }) => (role === 'host' || sort === 'state') && country >= 0 && !homes.has(country))
      .map(({ country }) => country),
  )
  const isVisitor = (identity: number): boolean => visitors.some((visitor) => visitor.identity === identity)
  if (!part.actors.some(({ identity }) => isVisitor(identity))) return false
  if (part.places.some((place) => visit.places.includes(place) || hosts.has(place))) return true
  return part.actors.some(({ country, identity }) => hosts.has(country) && !isVisitor(identity))
}

// A day that only publication tells may be a day late, which its window holds already.
const meets = ({ window: a }: Draft, { window: b }: Draft): boolean => a.first <= b.last && b.first <= a.last

const isOnlyPlan = ({ doneIn }: Draft): boolean => doneIn.size === 0
