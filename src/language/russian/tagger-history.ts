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
  /** Whether an accusative without preposition has come since that verb. */
  taken: number
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
  taken: 0,
  frame: NO_FRAME,
  subject: 0,
  object: 0,
})

/** The state of the clause as one number. */
export const clauseOf = ({ frame, subject, object }: History): number => mix(frame * 4 + object, subject)

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
      else if (chosen.tag.case === 'Acc' && history.adposition === 1) {
        history.object = 1
        history.taken = 1
      }
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
      history.taken = 0
      if (chosen.tag.case === undefined) history.frame = chosen.frame === NO_FRAME ? INTRANSITIVE : chosen.frame
      break
    case PUNCTUATION:
      history.adposition = 1
      if (slot.norm !== ',') history.verb = 1
      newClause(history)
      break
  }
}
