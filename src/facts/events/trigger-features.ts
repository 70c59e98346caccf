import type { Morph, Word } from '../../language/index.ts'
import type { StatementFact } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import type { Clause } from './clauses.ts'
import { cuesOf, isCue } from './cues.ts'
import { senseBit } from './lexicon.ts'
import { type Facet, FacetTable, numbering } from './model.ts'
import { partiesNear, timesNear } from './near.ts'
import { FEW, formNumber, kindNumber, lemmaNumber, MANY, partNumber, ruleNumber } from './numbers.ts'
import type { SentenceReading } from './reading.ts'
import { isPoliticalBody } from './russian/actors.ts'
import { type Topic, topicFacet } from './topic.ts'

const forms = new WeakMap<Morph, string>()

/** Short label of a word's form: what tense, mood and case tell of an event. */
export const formOf = ({ morph }: Word): string => {
  let form = forms.get(morph)
  if (form === undefined) {
    form = labelOf(morph)
    forms.set(morph, form)
  }
  return form
}

const labelOf = ({ pos, verbForm, tense, aspect, variant, case: kase, number }: Morph): string => {
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
const USED = SENSE_BITS.reduce((mask, [, bit]) => mask | bit, 0)

const REACHES = ['near', 'mid', 'far', 'none'] as const
const reachOf = (gap: number): number => (gap <= 3 ? 0 : gap <= 8 ? 1 : gap < 99 ? 2 : 3)

// Distance is counted in words to the nearest person, state and political body on either side, inside the clause.
const nearest = (reading: SentenceReading, at: number): number[] => {
  const best = [99, 99, 99]
  for (const { mention } of partiesNear(reading, at)) {
    if (reading.clauseOf[mention.head] !== reading.clauseOf[at]) continue
    const { type } = mention
    const sort =
      type === 'person' ? 0 : type === 'country' ? 1 : type === 'organization' && isPoliticalBody(mention.name) ? 2 : -1
    if (sort >= 0) best[sort] = Math.min(best[sort]!, Math.abs(mention.head - at))
  }
  return best.map(reachOf)
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

// What stands right around a noun or before a verb.
const neighbourFeatures = ({ reading, at, rule }: Candidate, clause: Clause): string[] => {
  const { words } = reading
  const found: string[] = []
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
  for (let i = Math.max(0, at - 6); i < Math.min(words.length, at + 7); i++)
    if (isCue(words[i]!.lemma, 'generic')) {
      found.push('generic')
      break
    }
  return found
}

const timeNearness = (reading: SentenceReading, at: number): '' | 'clause' | 'sentence' =>
  timesNear(reading, at).some((time) => reading.clauseOf[time.from] === reading.clauseOf[at])
    ? 'clause'
    : reading.times.length > 0
      ? 'sentence'
      : ''

const WORDS = new FacetTable()
const SENSES = new FacetTable()
const REACHED = new FacetTable()
const CLAUSES = new FacetTable()
const NEIGHBOURS = new FacetTable()

const priorNumber = numbering()
const clauseNumber = numbering()
const openerNumber = numbering()
const stanceNumber = numbering()
const timeNumber = numbering()
const neighbourNumber = numbering()

/** Features of a candidate trigger for the model that says whether it names an event, but for those of the tree. */
export const triggerFacets = (
  candidate: Candidate,
  topic: Topic,
  statements: readonly StatementFact[],
): readonly Facet[] => {
  const { reading, at, rule, kind, lemma, senses, met } = candidate
  const form = formOf(reading.words[at]!)
  const prior = rule.prior ?? 'usual'
  const { part } = reading.sentence
  const clause = reading.clauses[reading.clauseOf[at]!]!
  const [person, country, body] = nearest(reading, at)
  const time = timeNearness(reading, at)
  const statement = statements[reading.statementAt[at] ?? -1]
  const said = statement ? 2 * stanceNumber(statement.stance) + (statement.kind === 'direct' ? 2 : 1) : 0
  const [kindAt, priorAt, partAt] = [kindNumber(kind), priorNumber(prior), partNumber(rule.part)]
  const wordAt = (lemmaNumber(lemma) * MANY + ruleNumber(rule.name)) * FEW + kindAt
  const clauseAt = (openerNumber(clause.opener) * FEW + clauseNumber(clause.type)) * FEW + timeNumber(time)
  return [
    WORDS.facet((wordAt * MANY + formNumber(form)) * 6 + topic.politics * 2 + (met ? 1 : 0), () => {
      const found = [
        `rule:${rule.name}`,
        `prior:${prior}`,
        `kind:${kind}`,
        `lemma:${rule.kind}:${lemma}`,
        `form:${form}`,
        `part:${rule.part}:${kind}`,
        `topic:${topic.politics}`,
        `topic:${topic.politics}:${prior}`,
      ]
      if (!met) found.push('unmet', `unmet:${prior}`, `unmet:${kind}`, `unmet:${rule.name}`)
      if (rule.kind !== kind) found.push('as-call', `as-call:${lemma}`)
      return found
    }),
    SENSES.facet((((senses & USED) * FEW + priorAt) * FEW + kindAt) * FEW + partAt, () => {
      const found: string[] = []
      for (const [sense, bit] of SENSE_BITS)
        if ((senses & bit) !== 0) found.push(`sense:${sense}`, `sense:${sense}:${prior}`)
      if ((senses & ACTOR) === 0) found.push(`no-actor:${rule.part}`, `no-actor:${kind}`)
      return found
    }),
    REACHED.facet(((person! * 4 + country!) * 4 + body!) * FEW + kindAt, () => [
      `person:${REACHES[person!]}`,
      `country:${REACHES[country!]}`,
      `body:${REACHES[body!]}`,
      `${kind}:person:${REACHES[person!]}`,
      `${kind}:country:${REACHES[country!]}`,
    ]),
    CLAUSES.facet(
      ((((clauseAt * MANY + said) * FEW + partNumber(part)) * FEW + partAt) * 8 + priorAt) * 2 +
        (topic.offTopic ? 1 : 0),
      () => {
        const found = [`in:${part}`, `clause:${clause.type}`, `opener:${clause.opener}`]
        if (topic.offTopic) found.push('off-topic')
        if (time === 'clause') found.push('time:clause', `time:clause:${rule.part}`)
        else if (time === 'sentence') found.push('time:sentence')
        if (statement)
          found.push(`said:${statement.kind}`, `stance:${statement.stance}`, `said:${statement.kind}:${prior}`)
        else found.push('unsaid', `unsaid:${prior}`)
        if (part === 'headline') found.push('headline', `headline:${prior}`)
        return found
      },
    ),
    topicFacet(candidate, topic),
    ...neighbourFeatures(candidate, clause).map((feature) =>
      NEIGHBOURS.facet(neighbourNumber(feature), () => [feature]),
    ),
  ]
}
