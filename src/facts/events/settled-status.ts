import type { Word } from '../../language/index.ts'
import type { EventKind, Status } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import { governor } from './paths.ts'
import type { SentenceReading } from './reading.ts'
import {
  isAvoidance,
  isBeginning,
  isChance,
  isDemand,
  isHindrance,
  isMoment,
  isRealizing,
  isStand,
  takesPlace,
} from './russian/governors.ts'
import { isNegated } from './status-guess.ts'
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
 * after, or whose beginning it came after, has been; what a clause about it sets in the future is planned, and what is a way
 * or a condition is possible.
 *
 * @example 'призвал к отмене пошлин' // possible
 * @example 'помешало подписанию договора' // denied
 */
export const settledStatus = (candidate: Candidate, status: Status): Status => {
  const { reading, at, rule } = candidate
  if (status === 'possible' && isDue(reading, at)) return 'planned'
  if (rule.part !== 'noun' || status === 'denied') return status
  if (isCalledPossible(reading.words, at)) return 'possible'
  const told = toldAfter(reading, at)
  if (status === 'happened' || status === 'ongoing') return settledDone(candidate, status, told)
  const { words } = reading
  const above = governor(words, at)
  const dates =
    above !== null && ABOUT.has(above.rel) && isMoment(words[above.at]!.lemma) && words[above.at - 1]?.norm === 'с'
  const past = told === 'Past' || (phraseOf(words, at).preposition === 'после' && isPast(reading, at))
  return dates || past ? 'happened' : status
}

// What is taken for done, and what its words say instead.
const settledDone = ({ reading, at, kind }: Candidate, status: Status, told: string | null): Status => {
  const { words } = reading
  const above = governor(words, at)
  const { preposition, modifiers } = phraseOf(words, at)
  if (above !== null && isUnmade(words, above, preposition)) return 'denied'
  if (preposition === '' && isMissing(words, at)) return 'denied'
  if (told === 'Fut') return 'planned'
  const first = at - modifiers.length
  // "Путём переговоров", "только после переговоров": a way, a condition.
  if (words[first - 1]?.norm === 'путем') return 'possible'
  if (preposition === 'после' && words[first - 2]?.norm === 'только' && !isPast(reading, at)) return 'possible'
  if (above === null || !ABOUT.has(above.rel)) return status
  const { lemma } = words[above.at]!
  if (isHindrance(lemma, preposition)) return 'denied'
  if (MET.has(kind) && isAvoidance(lemma, preposition))
    return words[above.at]!.morph.verbForm === 'Inf' ? 'possible' : 'denied'
  const wanted =
    (MATTERS.has(preposition) && isDemand(lemma)) ||
    (CHANCES.has(preposition) && isChance(lemma)) ||
    (STANDS.has(preposition) && isStand(lemma))
  if (wanted) return 'possible'
  const behind = status === 'ongoing' && isBeginning(lemma) && BEHIND.has(phraseOf(words, above.at).preposition)
  return behind ? 'happened' : status
}

const DUE = 'должный'
/** Steps from an act up to the word that says it is due: "должна | быть | подписана", "должны | пройти | выборы". */
const STEPS = 2

// "Должен прибыть", "должна быть избрана", "должны пройти выборы", and neither "не должен" nor "если … должен".
const isDue = ({ words, clauses, clauseOf }: SentenceReading, at: number): boolean => {
  if (clauses[clauseOf[at]!]!.opener === 'если') return false
  let i = at
  for (let step = 0; step < STEPS; step++) {
    const { head, rel } = words[i]!
    const above = words[head]
    if (!above || (rel !== 'xcomp' && !SUBJECTS.has(rel) && rel !== 'csubj')) return false
    if (above.lemma === DUE) return above.morph.variant === 'Short' && !isNegated(words, head)
    if (words[i]!.morph.pos === 'NOUN' && !takesPlace(above.lemma)) return false
    i = head
  }
  return false
}

// "Переговоры возможны", "подписание станет возможным".
const isCalledPossible = (words: readonly Word[], at: number): boolean => {
  const { head, rel } = words[at]!
  const above = words[head]
  return rel.startsWith('nsubj') && above?.lemma === 'возможный' && !isNegated(words, head)
}

const SUBJECTS = new Set(['nsubj', 'nsubj:pass', 'obj'])
/** Kinds of what takes two, and one may keep out of; who keeps out of sanctions has been put under them. */
const MET = new Set<EventKind>(['meeting', 'call', 'visit', 'attack'])
const EXISTS = new Set(['было', 'будет'])
const CLAUSE = 12

// "Разговора все еще не было": nothing stands between but how long.
const isSaidMissing = (words: readonly Word[], at: number): boolean => {
  let i = at + 1
  while (
    i < words.length &&
    (words[i]!.morph.pos === 'ADV' || words[i]!.morph.pos === 'PART') &&
    words[i]!.norm !== 'не'
  )
    i++
  return words[i]?.norm === 'не' && EXISTS.has(words[i + 1]?.norm ?? '') && /^[,.;]$/.test(words[i + 2]?.norm ?? '.')
}

// "Взрывов, о которых писали, не было": what is said not to be behind a clause about it.
const isMissing = (words: readonly Word[], at: number): boolean => {
  if (words[at]!.morph.case !== 'Gen') return false
  if (isSaidMissing(words, at)) return true
  for (let i = at + 2; i < Math.min(words.length - 2, at + CLAUSE); i++)
    if (words[i]!.norm === 'не' && EXISTS.has(words[i + 1]!.norm))
      return words[i - 1]!.norm === ',' && /^[,.;]$/.test(words[i + 2]!.norm)
  return false
}

// "Решение не принято", "обстрелов не фиксировали", and not "договор не привёл к миру".
const isUnmade = (words: readonly Word[], { at, rel }: { at: number; rel: string }, preposition: string): boolean =>
  preposition === '' &&
  (SUBJECTS.has(rel) || words[at]!.lemma === 'заниматься') &&
  isRealizing(words[at]!.lemma) &&
  isNegated(words, at)

/** Words between an event's noun and the clause about it. */
const REACH = 6

// "Выборы, которые пройдут в мае": what a clause after a noun says of when it takes place.
const toldAfter = ({ words, clauses, clauseOf }: SentenceReading, at: number): string | null => {
  for (let i = at + 1; i < Math.min(words.length, at + REACH); i++) {
    const word = words[i]!
    if (word.lemma !== 'который') continue
    if (words[i - 1]!.norm !== ',' || word.morph.case !== 'Nom' || word.morph.number !== words[at]!.morph.number)
      return null
    const { predicate } = clauses[clauseOf[i]!]!
    const verb = words[predicate]
    return verb && takesPlace(verb.lemma) && !isNegated(words, predicate) ? (verb.morph.tense ?? null) : null
  }
  return null
}

const isPast = ({ words, clauses, clauseOf }: SentenceReading, at: number): boolean => {
  const verb = words[clauses[clauseOf[at]!]!.predicate]
  return verb?.morph.tense === 'Past' && verb.morph.verbForm !== 'Part'
}
