import type { Analysis, Entity, Mention, Sentence, Word } from '../../language/index.ts'
import type { StatementFact, TimeFact } from '../facts.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { senseBit, sensesOf } from './lexicon.ts'
import { isWith, type Party, partiesOf } from './parties.ts'
import { isPoliticalBody } from './russian/actors.ts'

/** A time expression with its words. */
export interface TimeAt {
  readonly time: TimeFact
  readonly from: number
  readonly to: number
}

/** One sentence with what events need of it, computed once. */
export interface SentenceReading {
  readonly index: number
  readonly sentence: Sentence
  readonly words: readonly Word[]
  readonly clauses: readonly Clause[]
  readonly clauseOf: readonly number[]
  readonly parties: readonly Party[]
  /** Index of the outermost party that covers a word, -1 where none does. */
  readonly partyAt: readonly number[]
  readonly times: readonly TimeAt[]
  readonly senses: readonly number[]
  /** Index of the innermost statement whose content holds a word, -1 where none does. */
  readonly statementAt: readonly number[]
}

/** One article as events read it. */
export interface Reading {
  readonly analysis: Analysis
  readonly times: readonly TimeFact[]
  readonly statements: readonly StatementFact[]
  readonly entities: ReadonlyMap<string, Entity>
  readonly sentences: readonly SentenceReading[]
}

const PARTY = senseBit('party')
const WITH = new Set(['с', 'со', 'между'])

const MEMBER = new Set(['в', 'во', 'к', 'ко', 'из', 'с', 'со'])

const partySenses = (party: Party): number => {
  const { type, by } = party.mention
  const withParty = WITH.has(party.preposition) ? PARTY : 0
  if (type === 'person') return senseBit('actor') | senseBit('captive') | withParty
  if (type === 'country')
    return (
      senseBit('actor') |
      senseBit('state') |
      (by === 'adjective' ? 0 : senseBit('place') | senseBit('territory') | withParty)
    )
  if (type === 'place') return senseBit('place') | senseBit('territory')
  if (type === 'organization') {
    const body = isPoliticalBody(party.mention.name) ? senseBit('actor') : 0
    const joined = MEMBER.has(party.preposition) || (party.preposition === '' && party.case === 'Gen')
    return body | (joined ? senseBit('membership') : 0) | withParty
  }
  return 0
}

// A role noun is a party to talks only behind "с" or "между" ("с коллегой", "между сторонами").
const wordSenses = (words: readonly Word[], word: Word, at: number): number => {
  const senses = sensesOf(word.lemma)
  if ((senses & PARTY) === 0) return senses
  return isWith(words, at) ? senses : senses & ~PARTY
}

const coverWords = (
  words: readonly Word[],
  spans: readonly { start: number; end: number }[],
  cursor: number,
): number[] => {
  const covering = words.map(() => -1)
  const open: number[] = []
  let next = cursor
  words.forEach((word, at) => {
    while (next < spans.length && spans[next]!.start <= word.start) open.push(next++)
    while (open.length > 0 && spans[open.at(-1)!]!.end <= word.start) open.pop()
    const inner = open.at(-1)
    if (inner !== undefined && spans[inner]!.end >= word.end) covering[at] = inner
  })
  return covering
}

const timesIn = (words: readonly Word[], times: readonly TimeFact[]): TimeAt[] => {
  const found: TimeAt[] = []
  let at = 0
  for (const time of times) {
    while (at < words.length && words[at]!.end <= time.start) at++
    const from = at
    let to = at
    while (to < words.length && words[to]!.start < time.end) to++
    if (to > from) found.push({ time, from, to })
  }
  return found
}

const readSentence = (
  index: number,
  sentence: Sentence,
  mentions: readonly Mention[],
  entities: ReadonlyMap<string, Entity>,
  times: readonly TimeFact[],
  statements: readonly StatementFact[],
): SentenceReading => {
  const words = sentence.words
  const parties = partiesOf(words, mentions, entities)
  const partyAt = words.map(() => -1)
  parties.forEach((party, at) => {
    for (let i = party.mention.from; i < party.mention.to; i++) if (partyAt[i] === -1) partyAt[i] = at
  })
  const senses = words.map((word, at) => wordSenses(words, word, at))
  for (const party of parties) senses[party.mention.head] = (senses[party.mention.head] ?? 0) | partySenses(party)
  const { clauses, clauseOf } = clausesOf(words)
  const order = statements.map((statement, at) => ({ start: statement.start, end: statement.end, at }))
  const statementAt = coverWords(words, order, 0).map((at) => (at < 0 ? -1 : order[at]!.at))
  return {
    index,
    sentence,
    words,
    clauses,
    clauseOf,
    parties,
    partyAt,
    times: timesIn(words, times),
    senses,
    statementAt,
  }
}

/** Those of `spans` (sorted by start) that touch each sentence in turn; long ones may touch several. */
const bySentence = <T extends { readonly start: number; readonly end: number }>(
  sentences: readonly Sentence[],
  spans: readonly T[],
): T[][] => {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  let next = 0
  let open: T[] = []
  return sentences.map((sentence) => {
    while (next < sorted.length && sorted[next]!.start < sentence.end) open.push(sorted[next++]!)
    open = open.filter((span) => span.end > sentence.start)
    return open.slice()
  })
}

/** Lays out an article for the event rules: clauses, parties with their prepositions, times and statements word by word. */
export const readArticle = (
  analysis: Analysis,
  times: readonly TimeFact[],
  statements: readonly StatementFact[],
): Reading => {
  const entities = new Map(analysis.entities.map((entity) => [entity.id, entity]))
  const mentions = analysis.sentences.map((): Mention[] => [])
  for (const mention of analysis.mentions) mentions[mention.sentence]?.push(mention)
  const timesOf = bySentence(analysis.sentences, times)
  const numbered = statements.map((statement, at) => ({ ...statement, at }))
  const statementsOf = bySentence(analysis.sentences, numbered)
  const sentences = analysis.sentences.map((sentence, index) => {
    const own = statementsOf[index]!
    const read = readSentence(index, sentence, mentions[index]!, entities, timesOf[index]!, own)
    return { ...read, statementAt: read.statementAt.map((at) => (at < 0 ? -1 : own[at]!.at)) }
  })
  return { analysis, times, statements, entities, sentences }
}
