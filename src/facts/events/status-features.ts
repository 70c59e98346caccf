import type { Word } from '../../language/index.ts'
import type { StatementFact } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import { cuesOf } from './cues.ts'
import type { Draft } from './event-draft.ts'
import { kinFeatures, type Told } from './kin.ts'
import { timesNear } from './near.ts'
import { governor } from './paths.ts'
import { guessStatus, isNegated } from './status-guess.ts'
import { formOf, phraseOf } from './trigger-features.ts'
import { whenIs } from './when.ts'

const WINDOW = 12
const NEGATION = new Set(['не', 'нет', 'ни', 'без'])

const negated = (candidate: Candidate, index: number): boolean => {
  const { words } = candidate.reading
  for (let i = index - 1; i >= 0 && index - i <= 2; i--) {
    if (NEGATION.has(words[i]!.norm)) return true
    if (words[i]!.morph.pos !== 'PART' && words[i]!.morph.pos !== 'ADV' && words[i]!.morph.pos !== 'AUX') return false
  }
  return false
}

// What the word that governs the trigger says, and the one above it.
const governedFeatures = (words: readonly Word[], at: number): string[] => {
  const above = governor(words, at)
  if (!above) return ['dep:root']
  const verb = words[above.at]!
  const found = [`dep:${above.rel}`, `dep:${above.rel}:${formOf(verb)}`]
  for (const cue of cuesOf(verb.lemma))
    found.push(`dep:${cue}`, `dep:${above.rel}:${cue}`, `dep:${cue}:${formOf(verb)}`)
  if (isNegated(words, above.at)) found.push('dep:not', `dep:not:${above.rel}`)
  const higher = governor(words, above.at)
  if (higher) for (const cue of cuesOf(words[higher.at]!.lemma)) found.push(`dep2:${cue}`, `dep2:${higher.rel}:${cue}`)
  return found
}

/** Features of an event for the model of status: tense and mood of what carries it, cue words around, the statement it lies in. */
export const statusFeatures = (
  candidate: Candidate,
  statements: readonly StatementFact[],
  published: string | null,
  told: readonly Told[],
  earlier: readonly Draft[],
): readonly string[] => {
  const { at, kind, rule } = candidate
  const sentence = candidate.reading
  const { words } = sentence
  const word = words[at]!
  const clause = sentence.clauses[sentence.clauseOf[at]!]!
  const form = formOf(word)
  const found = [
    `form:${form}`,
    `kind:${kind}`,
    `rule:${rule.name}`,
    `clause:${clause.type}`,
    `opener:${clause.opener}`,
  ]
  const guess = guessStatus(candidate)
  found.push(
    `guess:${guess.status}`,
    `guess:${guess.by}`,
    `guess:${guess.status}:${guess.by}`,
    `guess:${guess.status}:${kind}`,
    `guess:${guess.status}:${rule.part}`,
    `lemma:${candidate.lemma}`,
    ...kinFeatures(candidate, told, earlier, guess),
  )
  const { preposition, modifiers } = phraseOf(words, at)
  const predicate = words[clause.predicate]
  const own = clause.predicate === at
  if (predicate && !own) {
    const tense = predicate.morph.tense ?? predicate.morph.verbForm ?? ''
    const light = cuesOf(predicate.lemma)
    found.push(`verb:${tense}`, `verb:${tense}:${predicate.morph.aspect ?? ''}`)
    for (const cue of light) found.push(`verb:${cue}`, `verb:${cue}:${tense}`)
    if (negated(candidate, clause.predicate)) found.push('verb:not', ...light.map((cue) => `verb:not:${cue}`))
  }
  if (rule.part === 'noun') {
    found.push(`prep:${preposition}`, `${kind}:prep:${preposition}`, `prep:${preposition}:${word.morph.case ?? ''}`)
    const before = at - modifiers.length - 1 - (preposition ? 1 : 0)
    const governor = words[before]
    if (governor) {
      for (const cue of cuesOf(governor.lemma)) found.push(`gov:${cue}`, `gov:${cue}:${formOf(governor)}`)
      if (governor.morph.pos === 'VERB') found.push(`gov:${formOf(governor)}`)
      if (governor.morph.pos === 'NOUN' && preposition) found.push(`prep-noun:${preposition}`)
    }
    for (const modifier of modifiers) for (const cue of cuesOf(modifier.lemma)) found.push(`mod:${cue}`)
  } else {
    if (negated(candidate, at)) found.push('not', `not:${form}`)
    for (let i = Math.max(0, at - 4); i < at; i++)
      if (sentence.clauseOf[i] === sentence.clauseOf[at])
        for (const cue of cuesOf(words[i]!.lemma)) found.push(`before:${cue}`)
  }
  found.push(...governedFeatures(words, at))
  const seen = new Set<string>()
  for (let i = Math.max(0, at - WINDOW); i < Math.min(words.length, at + WINDOW); i++) {
    if (i === at) continue
    const near = sentence.clauseOf[i] === sentence.clauseOf[at] ? 'clause' : 'sentence'
    for (const cue of cuesOf(words[i]!.lemma)) seen.add(`${near}:${cue}`)
  }
  found.push(...seen)
  const parent = sentence.clauses[clause.parent]
  const above = parent ? words[parent.predicate] : undefined
  if (above && clause.type !== 'main')
    for (const cue of cuesOf(above.lemma)) found.push(`parent:${cue}`, `parent:${clause.opener}:${cue}`)
  const statement = statements[sentence.statementAt[at] ?? -1]
  if (statement) found.push(`stance:${statement.stance}`, `said:${statement.kind}`)
  else found.push('unsaid')
  found.push(`in:${sentence.sentence.part}`)
  for (const { time, from } of timesNear(sentence, at)) {
    const near = sentence.clauseOf[from] === sentence.clauseOf[at] ? 'clause' : 'sentence'
    found.push(`when:${near}:${whenIs(time, published)}`)
  }
  return [
    ...found,
    ...found
      .filter((feature) => feature.startsWith('verb:') || feature.startsWith('gov:'))
      .map((feature) => `${rule.part}|${feature}`),
  ]
}
