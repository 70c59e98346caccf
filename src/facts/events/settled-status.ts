import type { Status } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import { governor } from './paths.ts'
import { isBeginning, isChance, isDemand, isHindrance, isMoment, isStand } from './russian/governors.ts'
import { phraseOf } from './trigger-features.ts'

/** Relations in which a noun is what its governor is about, and not who acts. */
const ABOUT = new Set(['obj', 'obl', 'iobj', 'nmod', 'obl:arg'])
/** Prepositions under which a word's matter stands, and not its time, place or company. */
const MATTERS = new Set(['', 'к', 'о', 'об', 'от', 'за', 'против', 'для'])
const CHANCES = new Set(['на', 'в', 'по'])
/** Prepositions with which taking a stand is about what somebody wants, or wants not. */
const STANDS = new Set(['за', 'против'])
/** Prepositions under which a beginning lies behind ("с начала операции" tells of what still goes on). */
const BEHIND = new Set(['после', 'до', 'за', 'из-за'])

/**
 * The status that the word above an event's noun settles, whatever the model of the words around it made of it: what is
 * called for, asked or demanded has not been done by that, what was hindered was not done, and what something came
 * after, or whose beginning it came after, has been.
 *
 * @example 'призвал к отмене пошлин' // possible
 * @example 'помешало подписанию договора' // denied
 */
export const settledStatus = ({ reading, at, rule }: Candidate, status: Status): Status => {
  if (rule.part !== 'noun') return status
  const { words } = reading
  const done = status === 'happened' || status === 'ongoing'
  const above = governor(words, at)
  const { preposition } = phraseOf(words, at)
  if (above !== null && ABOUT.has(above.rel)) {
    const { lemma } = words[above.at]!
    if (done && isHindrance(lemma, preposition)) return 'denied'
    if (done && MATTERS.has(preposition) && isDemand(lemma)) return 'possible'
    if (done && CHANCES.has(preposition) && isChance(lemma)) return 'possible'
    if (done && STANDS.has(preposition) && isStand(lemma)) return 'possible'
    if (status === 'ongoing' && isBeginning(lemma) && BEHIND.has(phraseOf(words, above.at).preposition))
      return 'happened'
    if (!done && status !== 'denied' && isMoment(lemma) && words[above.at - 1]?.norm === 'с') return 'happened'
  }
  if (preposition === 'после' && !done && status !== 'denied' && isPast(reading, at)) return 'happened'
  return status
}

const isPast = ({ words, clauses, clauseOf }: Candidate['reading'], at: number): boolean => {
  const verb = words[clauses[clauseOf[at]!]!.predicate]
  return verb?.morph.tense === 'Past' && verb.morph.verbForm !== 'Part'
}
