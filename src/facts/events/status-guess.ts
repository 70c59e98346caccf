import type { Word } from '../../language/index.ts'
import type { Status } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import { isCue } from './cues.ts'
import type { SentenceReading } from './reading.ts'
import { phraseOf } from './trigger-features.ts'

/** What a rule of grammar says of an event's status, and which one. */
export interface StatusGuess {
  readonly status: Status
  readonly by: string
}

const NEGATIONS = new Set(['не', 'ни', 'нет'])
const BACK = 3

/** Whether "не" or "ни" stands right before a word, adverbs and "был" between them allowed. */
export const isNegated = (words: readonly Word[], at: number): boolean => {
  for (let i = at - 1; i >= 0 && at - i <= BACK; i--) {
    const word = words[i]!
    if (NEGATIONS.has(word.norm)) return true
    const { pos } = word.morph
    if (pos !== 'PART' && pos !== 'ADV' && pos !== 'AUX' && pos !== 'PRON') return false
  }
  return false
}

const HEDGE = 8

// The word that an infinitive hangs on: the nearest verb, short adjective or noun of will or duty before it in its clause.
const governorOf = (reading: SentenceReading, at: number): number => {
  const { words, clauseOf } = reading
  for (let i = at - 1; i >= 0 && at - i <= HEDGE; i--) {
    const word = words[i]!
    if (clauseOf[i] !== clauseOf[at] && word.morph.pos !== 'PUNCT') return -1
    const { pos, verbForm, variant } = word.morph
    if (isCue(word.lemma, 'possible') || isCue(word.lemma, 'planned') || isCue(word.lemma, 'denied')) return i
    if ((pos === 'VERB' || pos === 'AUX') && verbForm !== 'Inf') return i
    if (pos === 'ADJ' && variant === 'Short') return i
  }
  return -1
}

const guess = (status: Status, by: string): StatusGuess => ({ status, by })

const hasIf = (reading: SentenceReading, at: number): boolean => {
  const clause = reading.clauses[reading.clauseOf[at]!]!
  return clause.opener === 'если' || clause.opener === 'чтобы' || clause.opener === 'ли'
}

const hasConditional = (reading: SentenceReading, at: number): boolean => {
  for (const i of [at + 1, at - 1, at - 2])
    if (reading.words[i]?.norm === 'бы' || reading.words[i]?.norm === 'б') return true
  return false
}

const hedged = (reading: SentenceReading, at: number): boolean => {
  for (let i = Math.max(0, at - HEDGE); i < Math.min(reading.words.length, at + HEDGE); i++) {
    const { norm } = reading.words[i]!
    if (
      reading.clauseOf[i] === reading.clauseOf[at] &&
      (norm === 'возможно' || norm === 'вероятно' || norm === 'якобы')
    )
      return true
  }
  return false
}

/** Who could has done it, once it is over: in the past of the perfective. */
const MANAGES = new Set(['мочь', 'смочь', 'удаться', 'успеть'])

// What a modal or a verb of plan says of the act that it governs.
const byGovernor = (reading: SentenceReading, at: number): StatusGuess | null => {
  const word = reading.words[at]!
  const negated = isNegated(reading.words, at)
  if (MANAGES.has(word.lemma)) {
    if (word.morph.tense === 'Past' && word.morph.aspect === 'Perf')
      return guess(negated ? 'denied' : 'happened', 'managed')
    return guess(negated ? 'denied' : 'possible', 'may')
  }
  if (isCue(word.lemma, 'denied')) return guess('denied', 'refused')
  if (isCue(word.lemma, 'possible')) return guess(negated ? 'denied' : 'possible', 'modal')
  if (isCue(word.lemma, 'planned')) return guess(negated ? 'denied' : 'planned', 'plan')
  if (isCue(word.lemma, 'begin') || isCue(word.lemma, 'go_on'))
    return guess(negated ? 'denied' : word.morph.tense === 'Fut' ? 'planned' : 'ongoing', 'phase')
  if (word.lemma === 'быть' && word.morph.tense === 'Fut') return guess(negated ? 'denied' : 'planned', 'will')
  return null
}

/** Status that a verb's own form and what governs it give. */
const byVerb = (reading: SentenceReading, at: number): StatusGuess => {
  const { words } = reading
  const { tense, aspect, verbForm, variant } = words[at]!.morph
  const negated = isNegated(words, at)
  if (verbForm === 'Inf' || variant === 'Short') {
    const governor = governorOf(reading, at)
    const told = governor >= 0 ? byGovernor(reading, governor) : null
    if (told) return negated && told.status !== 'denied' ? guess('denied', 'not') : told
    if (hasIf(reading, at) || hasConditional(reading, at)) return guess('possible', 'if')
    if (negated) return guess('denied', 'not')
    return verbForm === 'Inf' ? guess('possible', 'infinitive') : guess('happened', 'short')
  }
  if (negated) return guess('denied', 'not')
  if (hasConditional(reading, at)) return guess('possible', 'would')
  if (hasIf(reading, at)) return guess('possible', 'if')
  if (tense === 'Fut') return guess(hedged(reading, at) ? 'possible' : 'planned', 'future')
  if (verbForm === 'Fin' && tense === 'Pres') return guess(aspect === 'Perf' ? 'planned' : 'ongoing', 'present')
  return guess(hedged(reading, at) ? 'possible' : 'happened', 'past')
}

const AFTER = new Set(['после', 'по', 'благодаря', 'из-за', 'со', 'итог', 'вслед'])
const DURING = new Set(['во', 'в', 'на', 'при', 'среди'])

// A noun inside a clause whose verb only carries it ("состоятся переговоры", "провел встречу") takes the verb's status.
const byCarrier = (reading: SentenceReading, at: number, preposition: string): StatusGuess | null => {
  const clause = reading.clauses[reading.clauseOf[at]!]!
  const { predicate } = clause
  if (predicate < 0 || predicate === at) return null
  const verb = reading.words[predicate]!
  const carries =
    isCue(verb.lemma, 'light') || isCue(verb.lemma, 'begin') || isCue(verb.lemma, 'end') || isCue(verb.lemma, 'go_on')
  const free = preposition === '' || preposition === 'в' || preposition === 'на'
  if (isCue(verb.lemma, 'possible') || isCue(verb.lemma, 'planned') || isCue(verb.lemma, 'denied')) {
    const told = byGovernor(reading, predicate)
    return told && free ? guess(told.status, `carrier-${told.by}`) : null
  }
  if (!free || !carries) return null
  const own = byVerb(reading, predicate)
  if (isCue(verb.lemma, 'go_on') && own.by === 'present') return guess('ongoing', 'carrier-phase')
  return guess(own.status, `carrier-${own.by}`)
}

const byNeighbours = (reading: SentenceReading, at: number): StatusGuess | null => {
  const { words } = reading
  const { preposition, modifiers } = phraseOf(words, at)
  for (const { lemma } of modifiers) {
    if (isCue(lemma, 'possible')) return guess('possible', 'adjective')
    if (isCue(lemma, 'planned')) return guess('planned', 'adjective')
    if (isCue(lemma, 'past')) return guess('happened', 'adjective')
    if (isCue(lemma, 'now')) return guess('ongoing', 'adjective')
  }
  const governor = words[at - modifiers.length - 1 - (preposition ? 1 : 0)]
  if (!governor) return null
  const { lemma } = governor
  if (isCue(lemma, 'end')) return guess('happened', 'noun-end')
  if (isCue(lemma, 'denied') && governor.morph.pos !== 'PART') return guess('denied', 'noun-denied')
  if (isCue(lemma, 'possible')) return guess('possible', 'noun-possible')
  if (isCue(lemma, 'planned')) return guess('planned', 'noun-planned')
  if (isCue(lemma, 'begin')) return guess('ongoing', 'noun-begin')
  if (AFTER.has(preposition)) return guess('happened', 'after')
  return null
}

/**
 * The status that grammar alone suggests; the model weighs it against everything else around the trigger.
 *
 * @example 'Лавров посетит Пекин' // planned, by 'future'
 * @example 'предстоящие переговоры' // planned, by 'adjective'
 */
export const guessStatus = (candidate: Candidate): StatusGuess => {
  const { reading, at, rule } = candidate
  if (rule.part === 'verb') return byVerb(reading, at)
  const { preposition } = phraseOf(reading.words, at)
  const near = byNeighbours(reading, at)
  if (near && near.by !== 'after') return near
  const carried = byCarrier(reading, at, preposition)
  if (carried) return carried
  const clause = reading.clauses[reading.clauseOf[at]!]!
  const verb = reading.words[clause.predicate]
  if (verb && clause.predicate !== at) {
    const future = verb.morph.tense === 'Fut'
    if (future) return guess('planned', `future-${DURING.has(preposition) ? 'during' : near ? 'after' : 'other'}`)
  }
  if (near) return near
  if (hasIf(reading, at)) return guess('possible', 'if')
  return guess('happened', DURING.has(preposition) ? 'during' : 'default')
}
