import type { Entity } from '../../language/index.ts'
import type { Participant } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import { isCue } from './cues.ts'
import type { Draft } from './event-draft.ts'
import { partiesNear } from './near.ts'
import { nameOf, type Party } from './parties.ts'
import { ancestors, meetingOf, prepositionOn } from './paths.ts'
import type { SentenceReading } from './reading.ts'
import { JUDGES, TAKES_STAND } from './russian/judges.ts'

/** No longer ways to the root are looked at. */
const MOST = 10
// Relations inside one clause: below others a verb of its own stands between.
const WITHIN = new Set(['obj', 'obl', 'iobj', 'nmod', 'amod', 'acl', 'appos', 'xcomp', 'nummod', 'nummod:gov'])
const SAME = new Set(['appos', 'flat', 'flat:name', 'flat:foreign', 'conj', 'list', 'nmod', 'amod'])

// "Чили осудила | удары", "Чили выступила против | поставок": the subject has only a word on what the trigger names.
const judges = ({ reading: { words }, at }: Candidate, { mention }: Party): boolean => {
  const mine = ancestors(words, mention.by === 'adjective' ? mention.from : mention.head, MOST)
  const theirs = ancestors(words, at, MOST)
  const met = meetingOf(mine, theirs)
  if (!met || met[0] === 0 || met[1] === 0) return false
  const [i, j] = met
  if (
    mine[i - 1]!.rel !== 'nsubj' ||
    !mine.slice(0, i - 1).every((step) => SAME.has(step.rel) && prepositionOn(words, step.at) === '')
  )
    return false
  if (!theirs.slice(0, j).every(({ rel }) => WITHIN.has(rel))) return false
  const { lemma } = words[mine[i]!.at]!
  const preposition = prepositionOn(words, theirs[j - 1]!.at)
  return (
    JUDGES.get(lemma)?.has(preposition) ??
    (TAKES_STAND.has(lemma) && (preposition === 'за' || preposition === 'против'))
  )
}

// The mentions of a participant beside the trigger.
const partiesOf = ({ reading, at }: Candidate, { name }: Participant): readonly Party[] =>
  partiesNear(reading, at).filter((party) => nameOf(party) === name)

/**
 * Who takes part but for those who only judge: whoever condemns an attack, speaks out against talks or insists on a vote
 * stands in its sentence and has no part in it.
 *
 * @example 'Чили осудила поставки оружия Перу': of Перу alone
 */
export const withoutJudges = ({ candidate }: Draft, participants: readonly Participant[]): readonly Participant[] => {
  if (participants.length === 0) return participants
  const kept = participants.filter((participant) => {
    const own = partiesOf(candidate, participant)
    return own.length === 0 || !own.every((party) => judges(candidate, party))
  })
  return kept.length === participants.length ? participants : kept
}

// "МИД Чили сообщил о заморозке": whoever reports an act of its state.
const reports = (
  { words, clauses, clauseOf }: SentenceReading,
  { mention, case: kase, preposition }: Party,
): boolean => {
  const verb = words[clauses[clauseOf[mention.head]!]!.predicate]
  return kase === 'Nom' && preposition === '' && verb !== undefined && isCue(verb.lemma, 'report')
}

/**
 * Who takes part where a body stands beside its own state: one of the two does, the body that acts, or the state whose act
 * a body only reports. Treaties have both: a parliament ratifies what its state concluded.
 *
 * @example 'Парламент Чили запретил ввоз зерна': Парламент Чили and not Чили beside it
 */
export const withoutDoubles = (
  { candidate }: Draft,
  participants: readonly Participant[],
  entities: ReadonlyMap<string, Entity>,
): readonly Participant[] => {
  if (candidate.kind === 'agreement' || participants.length < 2) return participants
  const left = new Set<string>()
  for (const body of participants) {
    if (body.type !== 'organization') continue
    const country = body.identity === undefined ? undefined : entities.get(body.identity)?.country
    const state = participants.find(({ type, name }) => type === 'country' && name === country)
    if (!state) continue
    const only = partiesOf(candidate, body)
    left.add(only.length > 0 && only.every((party) => reports(candidate.reading, party)) ? body.name : state.name)
  }
  return left.size === 0 ? participants : participants.filter(({ name }) => !left.has(name))
}
