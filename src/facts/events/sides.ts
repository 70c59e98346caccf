import type { EventKind, Participant } from '../facts.ts'
import type { Draft } from './event-draft.ts'
import { partiesNear } from './near.ts'
import { agentOf } from './parties.ts'

const TALKS: ReadonlySet<EventKind> = new Set(['meeting', 'call'])
const SIDES: ReadonlySet<string> = new Set(['person', 'country', 'organization'])
/** Words between talks and "между", at most: "переговоры о мире между Чили и Перу". */
const ATTACHED = 4

/**
 * Both sides of talks that go on between them: they and nobody else, whoever called for the talks or speaks of them. Null where no two
 * sides are named so.
 *
 * @example 'Берг призвала к переговорам между Чили и Перу': Чили, Перу
 */
export const sidesBetween = ({ candidate }: Draft): readonly Participant[] | null => {
  const { kind, rule, reading, at } = candidate
  if (!TALKS.has(kind) || rule.part !== 'noun') return null
  const sides = new Map<string, Participant>()
  for (const party of partiesNear(reading, at)) {
    const { phrase, preposition } = reading.parties[party.joinedTo] ?? party
    const { type, by } = party.mention
    if (preposition !== 'между' || phrase <= at || phrase - at > ATTACHED + 1 || by === 'adjective') continue
    if (!SIDES.has(type)) continue
    const side = agentOf(party)
    sides.set(side.name, { ...side, role: 'side' })
  }
  return sides.size === 2 ? [...sides.values()] : null
}
