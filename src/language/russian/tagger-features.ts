import { concordOf, matchOf } from './agreement.ts'
import {
  ADPOSITION,
  type Candidate,
  INTRANSITIVE,
  NO_FRAME,
  NOMINAL,
  OTHER,
  PUNCTUATION,
  type Slot,
  SUBORDINATOR,
  VERBAL,
} from './candidates.ts'
import { plain } from './morph.ts'
import { mix } from './weights.ts'

/** What the tagger looks at: words, endings, shapes, candidate sets, neighbours' tags, and what was met to the left. */

/** Number of features of one word in one pass, at most. */
export const MAX_FEATURES = 72
/** Features that depend on the candidate's lemma. */
export const LEMMA_FEATURES = 5
/** Features of how a candidate stands to the words that it may agree with. */
export const RELATIONS = 12

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

/** Stands where no tag is. It has the shape of a candidate, so that all tags are read alike. */
export const NO_TAG: Candidate = {
  tag: plain('X'),
  entry: { lemma: '', morph: plain('X'), paradigm: -1, form: -1, stem: '', weight: 0 },
  whole: 21,
  pos: 22,
  agreement: 23,
  kase: 24,
  kind: 25,
  marks: 0,
  lemma: 1,
  prior: 0,
  role: OTHER,
  frame: NO_FRAME,
  chosen: null,
}

/** What was met to the left: the open preposition, the last nominal, the last verb. */
export interface History {
  adposition: number
  adpositionAge: number
  nominal: Candidate
  verb: number
  verbTag: Candidate
  /** What the clause has had so far: its verb's frame, a nominative, an accusative without preposition; see `clauseOf`. */
  frame: number
  subject: number
  object: number
}

export const newHistory = (): History => ({
  adposition: 1,
  adpositionAge: 0,
  nominal: NO_TAG,
  verb: 1,
  verbTag: NO_TAG,
  frame: NO_FRAME,
  subject: 0,
  object: 0,
})

/** The state of the clause as one number. */
const clauseOf = ({ frame, subject, object }: History): number => mix(frame * 4 + object, subject)

const newClause = (history: History): void => {
  history.frame = NO_FRAME
  history.subject = 0
  history.object = 0
}

/** Takes a chosen tag into the history. */
export const advance = (history: History, slot: Slot, chosen: Candidate): void => {
  const { role } = chosen
  history.adpositionAge++
  switch (role) {
    case ADPOSITION:
      history.adposition = slot.word
      history.adpositionAge = 0
      break
    case NOMINAL:
      if (chosen.tag.case === 'Nom') history.subject = chosen.agreement
      else if (chosen.tag.case === 'Acc' && history.adposition === 1) history.object = 1
      history.adposition = 1
      history.nominal = chosen
      break
    case SUBORDINATOR:
      history.adposition = 1
      newClause(history)
      break
    case VERBAL:
      history.verb = chosen.lemma
      history.verbTag = chosen
      if (chosen.tag.case === undefined) history.frame = chosen.frame === NO_FRAME ? INTRANSITIVE : chosen.frame
      break
    case PUNCTUATION:
      history.adposition = 1
      if (slot.norm !== ',') history.verb = 1
      newClause(history)
      break
  }
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

/** Writes the features of a position that do not depend on the candidate; gives their number. */
export const features = (view: View, at: number, out: Int32Array): number =>
  view.right ? fullFeatures(view, view.right, at, out) : quickFeatures(view, at, out)

/** Features of the first pass, which only has to tell the second what is likely on the right. */
const quickFeatures = (view: View, at: number, out: Int32Array): number => {
  const { slots, chosen, history } = view
  const here = slots[at]!
  const left = slotAt(slots, at - 1)
  const next = slotAt(slots, at + 1)
  const t1 = tagAt(chosen, at - 1)
  const t2 = tagAt(chosen, at - 2)
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
  const t1 = tagAt(chosen, at - 1)
  const t2 = tagAt(chosen, at - 2)
  const r1 = tagAt(right, at + 1)
  const r2 = tagAt(right, at + 2)
  const before = right[at]!
  const nominal = nominalAhead(right, at)
  const verb = verbAhead(right, at)
  aheadNominal = nominal
  aheadVerb = verb
  const wholes = mix(t1.whole, t2.whole)
  const cases = mix(here.caseSet, next.caseSet)
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
  out[n++] = before.whole
  out[n++] = mix(before.whole, mix(t1.whole, r1.whole))
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

/** The nominal and the verb ahead of the position whose features were written last. */
let aheadNominal = NO_TAG
let aheadVerb = NO_TAG

/**
 * Writes how a candidate of the position whose features were written last stands to its neighbours, to the nominal and the
 * verb before and after it: agreement and government, not which tag it is. Their votes are for the candidate itself.
 */
export const relations = (
  view: View,
  right: readonly Candidate[],
  at: number,
  own: Candidate,
  out: Int32Array,
): void => {
  const { chosen, history } = view
  const { kind, kase, marks } = own
  const t1 = tagAt(chosen, at - 1)
  const t2 = tagAt(chosen, at - 2)
  const r1 = tagAt(right, at + 1)
  const r2 = tagAt(right, at + 2)
  const concord = concordOf(marks, aheadVerb.marks)
  out[0] = mix(kind, mix(matchOf(marks, r1.marks), r1.kind))
  out[1] = mix(kind, matchOf(marks, aheadNominal.marks))
  out[2] = mix(kind, mix(matchOf(marks, t1.marks), t1.kind))
  out[3] = mix(kind, mix(matchOf(marks, history.nominal.marks), t1.pos))
  out[4] = mix(kase, mix(concord, aheadVerb.kind))
  out[5] = mix(kase, mix(concordOf(marks, history.verbTag.marks), history.verbTag.kind))
  out[6] = mix(kind, mix(mix(matchOf(marks, t2.marks), t2.kind), t1.pos))
  out[7] = mix(kind, mix(mix(matchOf(marks, r2.marks), r2.kind), r1.pos))
  out[8] = mix(kase, mix(clauseOf(history), mix(aheadVerb.frame, concord)))
  out[9] = mix(kase, mix(history.verb, history.adposition))
  out[10] = mix(kase, mix(aheadVerb.lemma, history.adposition))
  out[11] = mix(kase, mix(history.nominal.lemma, history.adposition))
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
