import { concordOf, matchOf } from './agreement.ts'
import {
  ADPOSITION,
  type Candidate,
  NOMINAL,
  PUNCTUATION,
  QUOTE,
  type Slot,
  SUBORDINATOR,
  VERBAL,
} from './candidates.ts'
import { clauseOf, type History, NO_TAG } from './tagger-history.ts'
import { mix } from './weights.ts'

/** What the tagger looks at: words, endings, shapes, candidate sets, neighbours' tags, and what was met to the left. */

/** Number of features of one word in one pass, at most. */
export const MAX_FEATURES = 72
/** Features that depend on the candidate's lemma. */
export const LEMMA_FEATURES = 5
/** Features of how a candidate stands to the words that it may agree with. */
export const RELATIONS = 17

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

/** The view of one position: slots around it, tags chosen on the left, the first pass's choices on the right. */
export interface View {
  readonly slots: readonly Slot[]
  readonly chosen: readonly Candidate[]
  readonly right: readonly Candidate[] | null
  readonly history: History
}

const salted = (template: number, value: number): number => mix(template, value)

const slotAt = (slots: readonly Slot[], at: number): Slot => (at >= 0 && at < slots.length ? slots[at]! : EDGE)

const tagAt = (tags: readonly Candidate[], at: number): Candidate => (at >= 0 && at < tags.length ? tags[at]! : NO_TAG)

/** The nearest tag before a position and past quotation marks, as an index. */
const before = (tags: readonly Candidate[], at: number): number => {
  let i = at - 1
  while (i >= 0 && tags[i]!.role === QUOTE) i--
  return i
}

/** The nearest tag after a position and past quotation marks, as an index. */
const after = (tags: readonly Candidate[], at: number): number => {
  let i = at + 1
  while (i < tags.length && tags[i]!.role === QUOTE) i++
  return i
}

/** Writes the features of a position that do not depend on the candidate; gives their number. */
export const features = (view: View, at: number, out: Int32Array): number =>
  view.right ? fullFeatures(view, view.right, at, out) : quickFeatures(view, at, out)

/** Features of the first pass, which only has to tell the second what is likely on the right. */
const quickFeatures = (view: View, at: number, out: Int32Array): number => {
  const { slots, chosen, history } = view
  const here = slots[at]!
  const left = slotAt(slots, at - 1)
  const next = slotAt(slots, at + 1)
  const t1At = before(chosen, at)
  const t1 = tagAt(chosen, t1At)
  const t2 = tagAt(chosen, before(chosen, t1At))
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
  out[18] = salted(19, mix(clauseOf(history), here.caseSet))
  return 19
}

/** Features of the second pass, with the first one's choices on the right. */
const fullFeatures = (view: View, right: readonly Candidate[], at: number, out: Int32Array): number => {
  const { slots, chosen, history } = view
  const here = slots[at]!
  const left = slotAt(slots, at - 1)
  const left2 = slotAt(slots, at - 2)
  const next = slotAt(slots, at + 1)
  const next2 = slotAt(slots, at + 2)
  const t1At = before(chosen, at)
  const t1 = tagAt(chosen, t1At)
  const t2 = tagAt(chosen, before(chosen, t1At))
  const r1At = after(right, at)
  const r1 = tagAt(right, r1At)
  const r2 = tagAt(right, after(right, r1At))
  const first = right[at]!
  const nominal = nominalAhead(right, at)
  const verb = verbAhead(right, at)
  const wholes = mix(t1.whole, t2.whole)
  const cases = mix(here.caseSet, next.caseSet)
  around.left = t1
  around.left2 = t2
  around.right = r1
  around.right2 = r2
  around.nominal = nominal
  around.verb = verb
  settle(history, clauseAhead(right, at))
  let n = 0
  out[n++] = 0
  out[n++] = here.word
  out[n++] = here.ending2
  out[n++] = here.ending3
  out[n++] = here.ending4
  out[n++] = here.beginning
  out[n++] = mix(here.shape, at === 0 ? 1 : 2)
  out[n++] = here.tagSet
  out[n++] = left.word
  out[n++] = next.word
  out[n++] = left2.word
  out[n++] = next2.word
  out[n++] = mix(left.word, here.word)
  out[n++] = mix(here.word, next.word)
  out[n++] = mix(left.word, here.tagSet)
  out[n++] = mix(here.tagSet, next.word)
  out[n++] = left.ending3
  out[n++] = next.ending3
  out[n++] = mix(cases, next2.caseSet)
  out[n++] = mix(here.shape, mix(left.shape, next.shape))
  out[n++] = t1.whole
  out[n++] = wholes
  out[n++] = mix(t1.pos, t2.pos)
  out[n++] = mix(t1.whole, here.word)
  out[n++] = mix(t1.whole, here.tagSet)
  out[n++] = mix(t1.agreement, cases)
  out[n++] = mix(wholes, here.caseSet)
  out[n++] = mix(t1.pos, left.word)
  out[n++] = mix(t1.agreement, here.ending3)
  out[n++] = mix(history.adposition, here.caseSet)
  out[n++] = mix(history.adposition, Math.min(history.adpositionAge, 4))
  out[n++] = mix(history.adposition, t1.agreement)
  out[n++] = mix(history.nominal.agreement, here.tagSet)
  out[n++] = mix(history.nominal.agreement, t1.pos)
  out[n++] = mix(history.verb, here.caseSet)
  out[n++] = mix(history.verbTag.agreement, here.caseSet)
  out[n++] = mix(mix(history.verb, history.adposition), t1.pos)
  out[n++] = r1.whole
  out[n++] = mix(r1.whole, r2.whole)
  out[n++] = mix(r1.whole, t1.whole)
  out[n++] = mix(r1.agreement, here.tagSet)
  out[n++] = mix(r1.whole, here.word)
  out[n++] = mix(mix(r1.agreement, r2.agreement), here.caseSet)
  out[n++] = mix(mix(r1.agreement, t1.agreement), here.caseSet)
  out[n++] = mix(mix(r1.whole, history.adposition), here.caseSet)
  out[n++] = first.whole
  out[n++] = mix(first.whole, mix(t1.whole, r1.whole))
  out[n++] = mix(nominal.agreement, here.caseSet)
  out[n++] = mix(verb.lemma, here.caseSet)
  out[n++] = mix(verb.agreement, here.tagSet)
  out[n++] = mix(mix(verb.agreement, history.verbTag.agreement), here.caseSet)
  out[n++] = mix(mix(nominal.agreement, history.adposition), here.caseSet)
  const clause = clauseOf(history)
  const coming = mix(clause, mix(verb.frame, verb.agreement))
  out[n++] = mix(clause, here.caseSet)
  out[n++] = mix(clause, here.tagSet)
  out[n++] = mix(coming, here.tagSet)
  for (let i = 0; i < n; i++) out[i] = salted(1000 + i, out[i]!)
  return n
}

const WINDOW = 12

/** The first nominal to the right, not past the first verb; in a window. */
export const nominalAhead = (right: readonly Candidate[], at: number): Candidate => {
  const end = Math.min(right.length, at + 1 + WINDOW)
  for (let i = at + 1; i < end; i++) {
    const { role } = right[i]!
    if (role === NOMINAL) return right[i]!
    if (role === VERBAL) return NO_TAG
  }
  return NO_TAG
}

/** The first verb to the right, in a window. */
const verbAhead = (right: readonly Candidate[], at: number): Candidate => {
  const end = Math.min(right.length, at + 1 + WINDOW)
  for (let i = at + 1; i < end; i++) if (right[i]!.role === VERBAL) return right[i]!
  return NO_TAG
}

/** What is still to come in the clause: 1 for a nominative, 2 for an accusative without preposition, 3 for both; in a window. */
const clauseAhead = (right: readonly Candidate[], at: number): number => {
  const end = Math.min(right.length, at + 1 + WINDOW)
  let found = 0
  let governed = false
  for (let i = at + 1; i < end; i++) {
    const { role, tag } = right[i]!
    if (role === PUNCTUATION || role === SUBORDINATOR) break
    if (role === ADPOSITION) governed = true
    if (role !== NOMINAL) continue
    if (tag.case === 'Nom') found |= 1
    else if (tag.case === 'Acc' && !governed) found |= 2
    governed = false
  }
  return found
}

/** The tags around the position whose features were written last: neighbours, the nominal and the verb ahead. */
const around = { left: NO_TAG, left2: NO_TAG, right: NO_TAG, right2: NO_TAG, nominal: NO_TAG, verb: NO_TAG }

/** What of its relations is the same for all candidates of that position, by the relation's number. */
const same = new Int32Array(RELATIONS)

const settle = (history: History, ahead: number): void => {
  const { adposition, verbTag } = history
  const { left, verb } = around
  const subject = history.subject === 0 ? 0 : 1
  const open = mix(verbTag.frame * 2 + history.taken, verbTag.kind)
  same[8] = clauseOf(history)
  same[9] = mix(history.verb, adposition)
  same[10] = mix(verb.lemma, adposition)
  same[11] = mix(history.nominal.lemma, adposition)
  same[12] = mix((history.frame * 2 + history.object) * 2 + subject, ahead * 4 + verb.frame)
  same[13] = mix(same[9], ahead)
  same[14] = mix(same[10], ahead * 2 + subject)
  same[15] = mix(open, adposition)
  same[16] = mix(open, left.kase)
}

/**
 * Writes how a candidate of the position whose features were written last stands to its neighbours, to the nominal and the
 * verb before and after it: agreement and government, not which tag it is. Their votes are for the candidate itself.
 */
export const relations = (history: History, own: Candidate, out: Int32Array): void => {
  const { left, left2, right, right2, nominal, verb } = around
  const { kind, kase, marks } = own
  const concord = concordOf(marks, verb.marks)
  out[0] = mix(kind, mix(matchOf(marks, right.marks), right.kind))
  out[1] = mix(kind, matchOf(marks, nominal.marks))
  out[2] = mix(kind, mix(matchOf(marks, left.marks), left.kind))
  out[3] = mix(kind, mix(matchOf(marks, history.nominal.marks), left.pos))
  out[4] = mix(kase, mix(concord, verb.kind))
  out[5] = mix(kase, mix(concordOf(marks, history.verbTag.marks), history.verbTag.kind))
  out[6] = mix(kind, mix(mix(matchOf(marks, left2.marks), left2.kind), left.pos))
  out[7] = mix(kind, mix(mix(matchOf(marks, right2.marks), right2.kind), right.pos))
  out[8] = mix(kase, mix(same[8]!, mix(verb.frame, concord)))
  out[9] = mix(kase, same[9]!)
  out[10] = mix(kase, same[10]!)
  out[11] = mix(kase, same[11]!)
  out[12] = mix(kase, mix(same[12]!, mix(history.adposition, concord)))
  for (let i = 13; i < RELATIONS; i++) out[i] = mix(kase, same[i]!)
  for (let i = 0; i < RELATIONS; i++) out[i] = salted(3000 + i, out[i]!)
}

/** Writes the features of a candidate's own lemma and frequency. */
export const lemmaFeatures = (view: View, at: number, candidate: Candidate, out: Int32Array, from: number): number => {
  const { slots, chosen, history, right } = view
  const base = right ? 2000 : 2100
  const left = slotAt(slots, at - 1)
  const t1 = tagAt(chosen, at - 1)
  let n = from
  out[n++] = salted(base, candidate.lemma)
  out[n++] = salted(base + 1, candidate.prior + 100)
  out[n++] = salted(base + 2, mix(candidate.lemma, history.adposition))
  out[n++] = salted(base + 3, mix(candidate.lemma, left.word))
  out[n++] = salted(base + 4, mix(candidate.lemma, t1.pos))
  return n
}
