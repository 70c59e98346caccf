import type { Word } from '../../language/index.ts'
import type { StatementFact } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import { cuesOf, isCue, isOffTopic } from './cues.ts'
import { senseBit } from './lexicon.ts'
import { partiesNear, timesNear } from './near.ts'
import type { Party } from './parties.ts'
import type { Reading, SentenceReading } from './reading.ts'
import { isPoliticalBody } from './russian/actors.ts'

/** What an article as a whole says about its events. */
export interface Topic {
  /** Share of words that name states and political bodies: 0 none, 1 few, 2 many. */
  readonly politics: number
  readonly offTopic: boolean
}

const POLITICAL = 0.03
const RICH = 0.07

/** Measures how political an article is. */
export const topicOf = (reading: Reading): Topic => {
  let words = 0
  let political = 0
  let off = 0
  for (const sentence of reading.sentences) {
    words += sentence.words.length
    for (const word of sentence.words) if (isOffTopic(word.lemma)) off++
  }
  for (const { type, name } of reading.analysis.mentions)
    if (type === 'country' || (type === 'organization' && isPoliticalBody(name))) political++
  const share = political / Math.max(1, words)
  return { politics: share > RICH ? 2 : share > POLITICAL ? 1 : 0, offTopic: off / Math.max(1, words) > 0.015 }
}

/** Short label of a word's form: what tense, mood and case tell of an event. */
export const formOf = (word: Word): string => {
  const { pos, verbForm, tense, aspect, variant, case: kase, number } = word.morph
  if (pos === 'NOUN' || pos === 'PROPN') return `n${kase ?? ''}${number === 'Plur' ? 'pl' : ''}`
  if (verbForm === 'Inf') return `inf${aspect ?? ''}`
  if (verbForm === 'Conv') return 'conv'
  if (verbForm === 'Part' || pos === 'ADJ') return `part${variant ?? ''}${tense ?? ''}`
  return `v${tense ?? ''}${aspect ?? ''}`
}

const ACTOR = senseBit('actor')
const SENSES_USED = [
  'actor',
  'place',
  'party',
  'state',
  'military',
  'troops',
  'weapon',
  'measure',
  'office',
  'law',
  'money',
  'residence',
] as const
const SENSE_BITS = SENSES_USED.map((sense) => [sense, senseBit(sense)] as const)

// Distance is counted in words to the nearest mention of a type on either side, inside the clause.
const nearest = (reading: SentenceReading, at: number, test: (party: Party) => boolean): string => {
  let best = 99
  partiesNear(reading, at).forEach((party) => {
    if (reading.clauseOf[party.mention.head] !== reading.clauseOf[at] || !test(party)) return
    best = Math.min(best, Math.abs(party.mention.head - at))
  })
  return best <= 3 ? 'near' : best <= 8 ? 'mid' : best < 99 ? 'far' : 'none'
}

const preposition = (words: readonly Word[], at: number): { preposition: string; modifiers: readonly Word[] } => {
  const modifiers: Word[] = []
  for (let i = at - 1; i >= 0 && at - i <= 4; i--) {
    const word = words[i]!
    if (word.morph.pos === 'ADP') return { preposition: word.norm, modifiers }
    if (
      word.morph.pos !== 'ADJ' &&
      word.morph.pos !== 'DET' &&
      word.morph.pos !== 'NUM' &&
      word.morph.verbForm !== 'Part'
    )
      break
    modifiers.push(word)
  }
  return { preposition: '', modifiers }
}

/** Noun phrase of a trigger: the preposition before it, its adjectives, the noun or verb that governs it by standing right before. */
export const phraseOf = preposition

/** Features of a candidate trigger for the model that says whether it names an event. */
export const triggerFeatures = (
  candidate: Candidate,
  topic: Topic,
  statements: readonly StatementFact[],
): readonly string[] => {
  const { reading, at, rule, kind, lemma, senses } = candidate
  const { words } = reading
  const word = words[at]!
  const form = formOf(word)
  const found = [
    `rule:${rule.name}`,
    `prior:${rule.prior ?? 'usual'}`,
    `kind:${kind}`,
    `lemma:${rule.kind}:${lemma}`,
    `form:${form}`,
    `part:${rule.part}:${kind}`,
    `topic:${topic.politics}`,
    `topic:${topic.politics}:${rule.prior ?? 'usual'}`,
    `in:${reading.sentence.part}`,
  ]
  if (topic.offTopic) found.push('off-topic')
  for (const [sense, bit] of SENSE_BITS)
    if ((senses & bit) !== 0) found.push(`sense:${sense}`, `sense:${sense}:${rule.prior ?? 'usual'}`)
  if ((senses & ACTOR) === 0) found.push(`no-actor:${rule.part}`, `no-actor:${kind}`)
  const person = nearest(reading, at, (party) => party.mention.type === 'person')
  const country = nearest(reading, at, (party) => party.mention.type === 'country')
  const body = nearest(reading, at, ({ mention }) => {
    return mention.type === 'organization' && isPoliticalBody(mention.name)
  })
  found.push(
    `person:${person}`,
    `country:${country}`,
    `body:${body}`,
    `${kind}:person:${person}`,
    `${kind}:country:${country}`,
  )
  const clause = reading.clauses[reading.clauseOf[at]!]!
  found.push(`clause:${clause.type}`, `opener:${clause.opener}`)
  if (timesNear(reading, at).some((time) => reading.clauseOf[time.from] === reading.clauseOf[at]))
    found.push('time:clause', `time:clause:${rule.part}`)
  else if (reading.times.length > 0) found.push('time:sentence')
  const statement = statements[reading.statementAt[at] ?? -1]
  if (statement)
    found.push(
      `said:${statement.kind}`,
      `stance:${statement.stance}`,
      `said:${statement.kind}:${rule.prior ?? 'usual'}`,
    )
  else found.push('unsaid', `unsaid:${rule.prior ?? 'usual'}`)
  const { preposition: before, modifiers } = preposition(words, at)
  if (rule.part === 'noun') {
    found.push(`prep:${before}`)
    const governor = words[at - modifiers.length - 1 - (before ? 1 : 0)]
    if (governor) for (const cue of cuesOf(governor.lemma)) found.push(`gov:${cue}`)
    if (modifiers.length > 0) found.push('modified')
    for (const modifier of modifiers) for (const cue of cuesOf(modifier.lemma)) found.push(`mod:${cue}`)
    const next = words[at + 1]
    if (next?.morph.case === 'Gen' && next.morph.pos !== 'ADP') found.push('genitive-after')
    if (next?.norm === 'с' || next?.norm === 'со' || next?.norm === 'между') found.push('with-after')
    if (next?.norm === 'по' || next?.norm === 'в' || next?.norm === 'на') found.push(`next:${next.norm}`)
    const predicate = words[clause.predicate]
    if (predicate && clause.predicate !== at) {
      for (const cue of cuesOf(predicate.lemma)) found.push(`verb:${cue}`)
      found.push(`verb:${predicate.morph.tense ?? predicate.morph.verbForm ?? ''}`)
    }
  } else {
    for (let i = Math.max(0, at - 3); i < at; i++)
      for (const cue of cuesOf(words[i]!.lemma)) found.push(`before:${cue}`)
    if (words[at + 1]?.norm === 'в' || words[at + 1]?.norm === 'на') found.push('next:в')
  }
  if (reading.sentence.part === 'headline') found.push('headline', `headline:${rule.prior ?? 'usual'}`)
  for (let i = Math.max(0, at - 6); i < Math.min(words.length, at + 7); i++)
    if (isCue(words[i]!.lemma, 'generic')) {
      found.push('generic')
      break
    }
  return found
}
