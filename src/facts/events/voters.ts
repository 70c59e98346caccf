import type { Participant } from '../facts.ts'
import { joinersOf, joiningsOf, mostJoined } from './accessions.ts'
import { inElections } from './elections.ts'
import type { Draft } from './event-draft.ts'
import { landsByClause } from './lands.ts'
import type { Reading } from './reading.ts'
import { REFERENDA, VOTES } from './russian/elections.ts'

// The lands of the referendum that names most of them.
const mostVoting = (drafts: readonly Draft[], landsOf: (draft: Draft) => readonly Participant[]) => {
  let most: readonly Participant[] = []
  for (const draft of drafts) {
    const lands = REFERENDA.has(draft.candidate.lemma) ? landsOf(draft) : []
    if (lands.length > most.length) most = lands
  }
  return most
}

// Votes of a referendum are of the lands that hold it.
const inReferenda = (
  drafts: readonly Draft[],
  landsOf: (draft: Draft) => readonly Participant[],
  most: readonly Participant[],
  found: Map<number, readonly Participant[]>,
): void => {
  const elects = drafts.some(({ candidate: { kind } }) => kind === 'appointment')
  drafts.forEach((draft, at) => {
    const { lemma, kind } = draft.candidate
    const votes = REFERENDA.has(lemma) || (!elects && kind === 'decision' && VOTES.has(lemma))
    if (!votes) return
    const own = landsOf(draft)
    // Of several votes each has its land; what names part of one vote's lands tells of that vote.
    const other = own.length > 0 && own.every(({ name }) => most.every((land) => land.name !== name))
    found.set(at, other ? own : most)
  })
}

// Regions that join a state, and what they decided by a vote before: of both, who is named most fully is meant everywhere.
const inAccessions = (
  drafts: readonly Draft[],
  landsOf: (draft: Draft) => readonly Participant[],
  found: Map<number, readonly Participant[]>,
): void => {
  const joinings = joiningsOf(drafts)
  const [voting, joined] = [mostVoting(drafts, landsOf), mostJoined(joinings)]
  const most = joined.length > voting.length ? joined : voting
  if (most.length === 0) return
  inReferenda(drafts, landsOf, most, found)
  joinings.forEach((joining, at) => {
    const joiners = joining && joinersOf(drafts[at]!, joining, most)
    if (joiners) found.set(at, joiners)
  })
}

/**
 * Who votes where a page tells of votes. In a referendum the lands take part where it is held, by the mention that names most of
 * them; what others say or want of it takes no part in it. Regions that join a state take part with it. In an election the land takes part that holds it, beside those who stand.
 * Gives participants for the places of drafts in the list.
 *
 * @example 'В Рудном крае прошёл референдум. … Осло не признаёт итогов референдума.': both of Рудный край
 */
export const votersOf = (drafts: readonly Draft[], reading: Reading): ReadonlyMap<number, readonly Participant[]> => {
  const found = new Map<number, readonly Participant[]>()
  const landsOf = landsByClause()
  inAccessions(drafts, landsOf, found)
  inElections(drafts, reading, landsOf, found)
  return found
}
