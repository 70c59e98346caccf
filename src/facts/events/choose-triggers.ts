import type { Weights } from '../linear.ts'
import type { Candidate } from './candidates.ts'
import { everydayOf, isEveryday } from './everyday.ts'
import { actUpon } from './measures.ts'
import { probabilityOf, scoreOfFacets, sumOfFacets } from './model.ts'
import type { Reading } from './reading.ts'
import { sameFamily } from './same-event.ts'
import { electsPeople, settleKinds } from './settle-kinds.ts'
import { topicOf } from './topic.ts'
import { treeFacets } from './tree-features.ts'
import { triggerFacets } from './trigger-features.ts'
import { wordFacets } from './word-features.ts'

interface Scored {
  readonly candidate: Candidate
  readonly score: number
}

const REACH = 5

/** Log odds below which no tree makes an event of a word: the sentence need not be parsed for it. */
const HOPELESS = -1.5

// "провели переговоры", "прибыл с визитом": one event, named by the noun.
const repeatsNoun = (verb: Scored, kept: readonly Scored[]): boolean =>
  verb.candidate.rule.part === 'verb' &&
  kept.some(
    ({ candidate }) =>
      candidate.rule.part === 'noun' &&
      candidate.reading === verb.candidate.reading &&
      sameFamily(candidate.kind, verb.candidate.kind) &&
      candidate.reading.clauseOf[candidate.at] === verb.candidate.reading.clauseOf[verb.candidate.at] &&
      candidate.at > verb.candidate.at &&
      candidate.at - verb.candidate.at <= REACH,
  )

/** What it adds that a talk is told right after a call: "поговорил по телефону … Беседа прошла 4 марта". */
const SAME_CALL = 1

/** What it adds that a vote chooses people: the model learned of votes about laws. */
const ELECTS = 2

const goesOnWithCall = ({ kind, rule, reading }: Candidate, kept: readonly Scored[]): boolean => {
  if (kind !== 'call' || rule.kind === 'call') return false
  const before = kept.findLast(({ candidate }) => candidate.reading !== reading)?.candidate
  return before?.kind === 'call' && reading.index - before.reading.index === 1
}

const before = (one: Candidate, other: Candidate): number =>
  one.reading.index - other.reading.index || one.at - other.at

// What is done to a sanction stands for it, and for whatever else its word was taken for.
const withActs = (kept: readonly Scored[], candidates: readonly Candidate[]): readonly Scored[] => {
  const acts = kept.map(({ candidate }) => actUpon(candidate, candidates))
  if (acts.every((act) => act === null)) return kept
  const isActed = ({ candidate }: Scored): boolean => acts.some((act) => act !== null && before(act, candidate) === 0)
  const own = kept.filter((one, i) => acts[i] === null && !isActed(one))
  const done = new Map<string, Scored>()
  acts.forEach((act, i) => {
    if (act) done.set(`${act.reading.index}:${act.at}`, { candidate: act, score: kept[i]!.score })
  })
  return [...own, ...done.values()].sort((one, other) => before(one.candidate, other.candidate))
}

/** The best reading of each candidate word, of those that the model takes for events; a verb gives way to its noun. */
export const chooseTriggers = (
  candidates: readonly Candidate[],
  reading: Reading,
  weights: Weights,
  threshold: number,
): Candidate[] => {
  const topic = topicOf(reading, candidates)
  const everyday = everydayOf(reading)
  const kept: Scored[] = []
  for (const candidate of candidates) {
    const alone = scoreOfFacets(weights, triggerFacets(candidate, topic, reading.statements))
    if (alone < HOPELESS || isEveryday(candidate, reading, everyday)) continue
    const score = probabilityOf(
      alone +
        sumOfFacets(weights, treeFacets(candidate)) +
        sumOfFacets(weights, wordFacets(candidate)) +
        (goesOnWithCall(candidate, kept) ? SAME_CALL : 0) +
        (electsPeople(candidate, reading) ? ELECTS : 0),
    )
    if (score < threshold) continue
    const last = kept.at(-1)
    if (last && last.candidate.reading === candidate.reading && last.candidate.at === candidate.at) {
      if (score > last.score) kept[kept.length - 1] = { candidate, score }
    } else kept.push({ candidate, score })
  }
  const told = withActs(kept, candidates)
  const named = told
    .filter((one, at) => !repeatsNoun(one, told.slice(at + 1, at + 4)))
    .map(({ candidate }) => candidate)
  return settleKinds(named, reading)
}
