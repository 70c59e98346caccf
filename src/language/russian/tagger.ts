import { differ, hasCase } from './agreement.ts'
import { type Candidate, MAX_CANDIDATES, OTHER, type Slot } from './candidates.ts'
import {
  features,
  LEMMA_FEATURES,
  lemmaFeatures,
  MAX_FEATURES,
  nominalAhead,
  RELATIONS,
  relations,
  type View,
} from './tagger-features.ts'
import { advance, NO_TAG, newHistory } from './tagger-history.ts'
import { blockMask, outcomeKey, slotBy, type Weights } from './weights.ts'

/**
 * Chooses one tag of each word: a greedy linear model over the candidates of the dictionary, read twice. The first pass
 * goes from left to right and sees the tags chosen before and the candidates that follow; the second sees the first
 * one's choices on both sides, and looks again only at words whose first choice was not sure. Each feature votes for a tag as a whole and for its case, number
 * and gender with its part of speech's kind; those of agreement and government vote for a candidate, whatever its tag (Collins 2002, "Discriminative training methods for hidden Markov models").
 */

/** The votes of the first features for an outcome. */
const votes = (weights: Weights, found: Int32Array, count: number, outcome: number): number => {
  const blocks = blockMask(weights.length)
  const key = outcomeKey(outcome)
  let sum = 0
  for (let i = 0; i < count; i++) sum += weights[slotBy(found[i]!, key, blocks)]!
  return sum
}

/** Called after each choice while learning: the view, the position, what was chosen, and the candidates' scores. */
export type Learner = (view: View, at: number, best: Candidate, scores: Float64Array) => void

const buffer = new Int32Array(MAX_FEATURES + LEMMA_FEATURES)
const related = new Int32Array(RELATIONS)
const scores = new Float64Array(MAX_CANDIDATES)

/** What relations vote for. */
export const AGREES = 77

const MANY = 64
/** Votes for the agreement of the candidates seen so far: those that differ in other things share them. */
const agreementVotes = new Float64Array(MANY)

/** The votes of the shared features for a candidate's agreement; asked for candidates in order. */
const agreementOf = (weights: Weights, candidates: readonly Candidate[], index: number, shared: number): number => {
  const { agreement } = candidates[index]!
  let same = 0
  while (same < index && candidates[same]!.agreement !== agreement) same++
  const sum = same < index && same < MANY ? agreementVotes[same]! : votes(weights, buffer, shared, agreement)
  if (index < MANY) agreementVotes[index] = sum
  return sum
}

/** How far the last choice stood above the next best; endless where there was nothing to choose. */
let margin = 0

const choose = (weights: Weights, view: View, at: number): Candidate => {
  const { candidates } = view.slots[at]!
  margin = Number.POSITIVE_INFINITY
  if (candidates.length === 1) return candidates[0]!
  const shared = features(view, at, buffer)
  let best = candidates[0]!
  let bestScore = Number.NEGATIVE_INFINITY
  for (let i = 0; i < candidates.length; i++) {
    const candidate = candidates[i]!
    const count = lemmaFeatures(view, at, candidate, buffer, shared)
    let value = votes(weights, buffer, count, candidate.whole) + agreementOf(weights, candidates, i, shared)
    if (view.right) {
      relations(view.history, candidate, related)
      value += votes(weights, related, RELATIONS, AGREES)
    }
    scores[i] = value
    if (value > bestScore) {
      margin = value - bestScore
      best = candidate
      bestScore = value
    } else if (bestScore - value < margin) margin = bestScore - value
  }
  return best
}

/**
 * A choice of the first pass that stands this far above the next best is final, in units of the rounded weights. Seven
 * of ten choices are; on held-out treebanks the second pass would have changed as many of them for the worse as for
 * the better.
 */
const SURE = 200

/** Whether a word of the first pass that may agree with the noun after it does not: worth a look, however sure it was. */
const clashes = (slots: readonly Slot[], right: readonly Candidate[], at: number): boolean => {
  const own = right[at]!
  if (own.role !== OTHER || !hasCase(own.marks) || slots[at]!.candidates.length === 1) return false
  const nominal = nominalAhead(right, at)
  return nominal !== NO_TAG && differ(own.marks, nominal.marks)
}

/** Margins of the first pass: kept from sentence to sentence, since to make an array costs more than to fill it. */
let margins = new Float64Array(256)

/** The first pass when nothing is known of the right; with the first one's choices, the second. */
const pass = (
  weights: Weights,
  slots: readonly Slot[],
  right: readonly Candidate[] | null,
  learn?: Learner,
): Candidate[] => {
  const chosen: Candidate[] = []
  const history = newHistory()
  const view: View = { slots, chosen, right, history }
  for (let at = 0; at < slots.length; at++) {
    // While it learns, the second pass sees every word.
    const again = !right || learn || margins[at]! < SURE || clashes(slots, right, at)
    const best = again ? choose(weights, view, at) : right[at]!
    if (!right) margins[at] = margin
    learn?.(view, at, best, scores)
    chosen.push(best)
    advance(history, slots[at]!, best)
  }
  return chosen
}

/** The tags of a sentence, one candidate of each slot. Time is linear in the words. */
export const tagSentence = (weights: Weights, slots: readonly Slot[], learn?: Learner): Candidate[] => {
  if (margins.length < slots.length) margins = new Float64Array(2 * slots.length)
  return pass(weights, slots, pass(weights, slots, null, learn), learn)
}
