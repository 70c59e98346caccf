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

const holds = (visit: Draft, part: Draft): boolean => {
  const visitors = visit.actors.filter(({ sort, role }) => sort === 'person' && role !== 'host')
  const hosts = visit.actors
    .filter(({ role, sort }) => role === 'host' || sort === 'state')
    .map(({ country }) => country)
  const meets = part.window.first <= visit.window.last + 1 && visit.window.first - 1 <= part.window.last
  const goes = visitors.some(({ identity }) => part.actors.some((actor) => actor.identity === identity))
  const there =
    part.places.some((place) => visit.places.includes(place)) ||
    part.actors.some(
      ({ country, identity }) => hosts.includes(country) && !visitors.some((visitor) => visitor.identity === identity),
    )
  return meets && goes && there
}
