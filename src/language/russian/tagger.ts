import type { Candidate, Slot } from './candidates.ts'
import { mix, slotOf, type Weights } from './weights.ts'

/**
 * Chooses one tag of each word: a greedy linear model over the candidates of the dictionary, read twice. The first pass
 * goes from left to right and sees the tags chosen before and the candidates that follow; the second sees the first
 * one's choices on both sides. Features are words, endings, shapes, candidate sets, neighbours' tags, the preposition
 * whose noun is still awaited and the nearest verb. Each votes for a tag as a whole and for its
 * case, number and gender with its part of speech's kind (Collins 2002, "Discriminative training methods for hidden Markov models").
 */

/** Number of features of one word in one pass, at most. */
export const MAX_FEATURES = 72
/** Features that depend on the candidate's lemma. */
const LEMMA_FEATURES = 5

const EDGE: Slot = {
  norm: '',
  known: true,
  readings: [],
  candidates: [],
  word: 11,
  ending2: 12,
  ending3: 13,
  ending4: 14,
  beginning: 15,
  shape: 16,
  tagSet: 17,
  caseSet: 18,
}

const NO_TAG = { whole: 21, pos: 22, agreement: 23 }
type Tagged = Pick<Candidate, 'whole' | 'pos' | 'agreement'>

const isNominal = (candidate: Candidate): boolean => {
  const { pos } = candidate.tag
  return pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON'
}

/** What was met to the left: the open preposition, the last nominal, the last verb. */
export interface History {
  adposition: number
  adpositionAge: number
  nominal: Tagged
  verb: number
  verbTag: Tagged
}

export const newHistory = (): History => ({
  adposition: 1,
  adpositionAge: 0,
  nominal: NO_TAG,
  verb: 1,
  verbTag: NO_TAG,
})

/** Takes a chosen tag into the history. */
export const advance = (history: History, slot: Slot, chosen: Candidate): void => {
  const { pos } = chosen.tag
  history.adpositionAge++
  if (pos === 'ADP') {
    history.adposition = slot.word
    history.adpositionAge = 0
  } else if (isNominal(chosen) || pos === 'PUNCT' || pos === 'CCONJ' || pos === 'SCONJ') {
    if (pos !== 'CCONJ') history.adposition = 1
  }
  if (isNominal(chosen)) history.nominal = chosen
  if (pos === 'VERB' || pos === 'AUX') {
    history.verb = chosen.lemma
    history.verbTag = chosen
  }
  if (pos === 'PUNCT' && slot.norm !== ',') history.verb = 1
}

/** The view of one position: slots around it, tags chosen on the left, the first pass's choices on the right. */
export interface View {
  readonly slots: readonly Slot[]
  readonly chosen: readonly Candidate[]
  readonly right: readonly Candidate[] | null
  readonly history: History
}

const salted = (template: number, value: number): number => mix(template, value)

/** Writes the features of a position that do not depend on the candidate; gives their number. */
export const features = (view: View, at: number, out: Int32Array): number =>
  view.right ? fullFeatures(view, view.right, at, out) : quickFeatures(view, at, out)

/** Features of the first pass, which only has to tell the second what is likely on the right. */
const quickFeatures = (view: View, at: number, out: Int32Array): number => {
  const { slots, chosen, history } = view
  const here = slots[at]!
  const left = slots[at - 1] ?? EDGE
  const next = slots[at + 1] ?? EDGE
  const t1 = chosen[at - 1] ?? NO_TAG
  const t2 = chosen[at - 2] ?? NO_TAG
  out[0] = salted(1, 0)
  out[1] = salted(2, here.word)
  out[2] = salted(3, here.ending3)
  out[3] = salted(4, mix(here.shape, at === 0 ? 1 : 2))
  out[4] = salted(5, here.tagSet)
  out[5] = salted(6, mix(left.word, here.tagSet))
  out[6] = salted(7, mix(here.tagSet, next.word))
  out[7] = salted(8, mix(here.caseSet, next.caseSet))
  out[8] = salted(9, t1.whole)
  out[9] = salted(10, mix(t1.whole, here.word))
  out[10] = salted(11, mix(t1.whole, here.tagSet))
  out[11] = salted(12, mix(t1.agreement, mix(here.caseSet, next.caseSet)))
  out[12] = salted(13, mix(mix(t1.whole, t2.whole), here.caseSet))
  out[13] = salted(14, mix(history.adposition, here.caseSet))
  out[14] = salted(15, mix(history.nominal.agreement, here.tagSet))
  out[15] = salted(16, mix(history.verb, here.caseSet))
  out[16] = salted(17, mix(history.verbTag.agreement, here.caseSet))
  out[17] = salted(18, next.word)
  return 18
}

/** Features of the second pass, with the first one's choices on the right. */
const fullFeatures = (view: View, right: readonly Candidate[], at: number, out: Int32Array): number => {
  const { slots, chosen, history } = view
  const here = slots[at]!
  const left = slots[at - 1] ?? EDGE
  const left2 = slots[at - 2] ?? EDGE
  const next = slots[at + 1] ?? EDGE
  const next2 = slots[at + 2] ?? EDGE
  const t1 = chosen[at - 1] ?? NO_TAG
  const t2 = chosen[at - 2] ?? NO_TAG
  const r1 = right[at + 1] ?? NO_TAG
  const r2 = right[at + 2] ?? NO_TAG
  const before = right[at]!
  const ahead = aheadOf(right, at)
  const values = [
    0,
    here.word,
    here.ending2,
    here.ending3,
    here.ending4,
    here.beginning,
    mix(here.shape, at === 0 ? 1 : 2),
    here.tagSet,
    left.word,
    next.word,
    left2.word,
    next2.word,
    mix(left.word, here.word),
    mix(here.word, next.word),
    mix(left.word, here.tagSet),
    mix(here.tagSet, next.word),
    left.ending3,
    next.ending3,
    mix(mix(here.caseSet, next.caseSet), next2.caseSet),
    mix(here.shape, mix(left.shape, next.shape)),
    t1.whole,
    mix(t1.whole, t2.whole),
    mix(t1.pos, t2.pos),
    mix(t1.whole, here.word),
    mix(t1.whole, here.tagSet),
    mix(t1.agreement, mix(here.caseSet, next.caseSet)),
    mix(mix(t1.whole, t2.whole), here.caseSet),
    mix(t1.pos, left.word),
    mix(t1.agreement, here.ending3),
    mix(history.adposition, here.caseSet),
    mix(history.adposition, Math.min(history.adpositionAge, 4)),
    mix(history.adposition, t1.agreement),
    mix(history.nominal.agreement, here.tagSet),
    mix(history.nominal.agreement, t1.pos),
    mix(history.verb, here.caseSet),
    mix(history.verbTag.agreement, here.caseSet),
    mix(mix(history.verb, history.adposition), t1.pos),
    r1.whole,
    mix(r1.whole, r2.whole),
    mix(r1.whole, t1.whole),
    mix(r1.agreement, here.tagSet),
    mix(r1.whole, here.word),
    mix(mix(r1.agreement, r2.agreement), here.caseSet),
    mix(mix(r1.agreement, t1.agreement), here.caseSet),
    mix(mix(r1.whole, history.adposition), here.caseSet),
    before.whole,
    mix(before.whole, mix(t1.whole, r1.whole)),
    mix(ahead.nominal.agreement, here.caseSet),
    mix(ahead.verb, here.caseSet),
    mix(ahead.verbTag.agreement, here.tagSet),
    mix(mix(ahead.verbTag.agreement, history.verbTag.agreement), here.caseSet),
    mix(mix(ahead.nominal.agreement, history.adposition), here.caseSet),
  ]
  for (let i = 0; i < values.length; i++) out[i] = salted(1000 + i, values[i]!)
  return values.length
}

const WINDOW = 12

/** The first nominal and the first verb to the right, in a window. */
const aheadOf = (right: readonly Candidate[], at: number): { nominal: Tagged; verb: number; verbTag: Tagged } => {
  let nominal: Tagged | null = null
  for (let i = at + 1; i < right.length && i <= at + WINDOW; i++) {
    const candidate = right[i]!
    const { pos } = candidate.tag
    if (!nominal && isNominal(candidate)) nominal = candidate
    if (pos === 'VERB' || pos === 'AUX')
      return { nominal: nominal ?? NO_TAG, verb: candidate.lemma, verbTag: candidate }
  }
  return { nominal: nominal ?? NO_TAG, verb: 1, verbTag: NO_TAG }
}

/** Writes the features of a candidate's own lemma and frequency. */
export const lemmaFeatures = (view: View, at: number, candidate: Candidate, out: Int32Array, from: number): number => {
  const { slots, chosen, history, right } = view
  const base = right ? 2000 : 2100
  const left = slots[at - 1] ?? EDGE
  const t1 = chosen[at - 1] ?? NO_TAG
  let n = from
  out[n++] = salted(base, candidate.lemma)
  out[n++] = salted(base + 1, candidate.prior + 100)
  out[n++] = salted(base + 2, mix(candidate.lemma, history.adposition))
  out[n++] = salted(base + 3, mix(candidate.lemma, left.word))
  out[n++] = salted(base + 4, mix(candidate.lemma, t1.pos))
  return n
}

/** The score of a candidate from features already written. */
const score = (
  weights: Weights,
  mask: number,
  found: Int32Array,
  shared: number,
  count: number,
  c: Candidate,
): number => {
  let sum = 0
  for (let i = 0; i < shared; i++) {
    const feature = found[i]!
    sum += weights[slotOf(feature, c.whole, mask)]! + weights[slotOf(feature, c.agreement, mask)]!
  }
  for (let i = shared; i < count; i++) sum += weights[slotOf(found[i]!, c.whole, mask)]!
  return sum
}

/** Called after each choice while learning: the view, the position, and what was chosen. */
export type Learner = (view: View, at: number, best: Candidate) => void

const buffer = new Int32Array(MAX_FEATURES + LEMMA_FEATURES)

const choose = (weights: Weights, view: View, at: number): Candidate => {
  const { candidates } = view.slots[at]!
  if (candidates.length === 1) return candidates[0]!
  const mask = weights.length - 1
  const shared = features(view, at, buffer)
  let best = candidates[0]!
  let bestScore = Number.NEGATIVE_INFINITY
  for (const candidate of candidates) {
    const count = lemmaFeatures(view, at, candidate, buffer, shared)
    const value = score(weights, mask, buffer, shared, count, candidate)
    if (value > bestScore) {
      best = candidate
      bestScore = value
    }
  }
  return best
}

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
    const best = choose(weights, view, at)
    learn?.(view, at, best)
    chosen.push(best)
    advance(history, slots[at]!, best)
  }
  return chosen
}

/** The tags of a sentence, one candidate of each slot. Time is linear in the words. */
export const tagSentence = (weights: Weights, slots: readonly Slot[], learn?: Learner): Candidate[] =>
  pass(weights, slots, pass(weights, slots, null, learn), learn)
