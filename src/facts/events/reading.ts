import type { Analysis, Entity, Mention, Sentence, Word } from '../../language/index.ts'
import type { StatementFact, TimeFact } from '../facts.ts'
import { bordersIn } from './borders.ts'
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
  /** Every mention, in text order. */
  readonly mentions: readonly Mention[]
  /** The same as parties. */
  readonly parties: readonly Party[]
  /** Index of the outermost party that covers a word, -1 where none does. */
  readonly partyAt: readonly number[]
  /** Borders of two states that it names, as places. */
  readonly borders: readonly Party[]
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

const coverWords = (words: readonly Word[], spans: readonly NumberedStatement[]): number[] => {
  const covering = words.map(() => -1)
  const open: number[] = []
  let next = 0
  words.forEach((word, at) => {
    while (next < spans.length && spans[next]!.start <= word.start) open.push(next++)
    while (open.length > 0 && spans[open.at(-1)!]!.end <= word.start) open.pop()
    const inner = open.at(-1)
    if (inner !== undefined && spans[inner]!.end >= word.end) covering[at] = spans[inner]!.at
  })
  return covering
}

const coverParties = (words: readonly Word[], parties: readonly Party[]): number[] => {
  const covering = words.map(() => -1)
  parties.forEach(({ mention }, at) => {
    for (let i = mention.from; i < mention.to; i++) if (covering[i] === -1) covering[i] = at
  })
  return covering
}

const sensesIn = (words: readonly Word[], parties: readonly Party[]): number[] => {
  const senses = words.map((word, at) => wordSenses(words, word, at))
  for (const party of parties) senses[party.mention.head] = (senses[party.mention.head] ?? 0) | partySenses(party)
  return senses
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

/** What a sentence is read from. */
interface Source {
  readonly mentions: readonly Mention[]
  readonly entities: ReadonlyMap<string, Entity>
  readonly times: readonly TimeFact[]
  readonly statements: readonly NumberedStatement[]
}

interface NumberedStatement {
  readonly start: number
  readonly end: number
  readonly at: number
}

// Most sentences hold no trigger: what events need of one is computed when it is first looked at.
class LazyReading implements SentenceReading {
  readonly index: number
  readonly sentence: Sentence
  readonly words: readonly Word[]
  private readonly source: Source
  private ownClauses: ReturnType<typeof clausesOf> | undefined
  private ownParties: readonly Party[] | undefined
  private ownPartyAt: readonly number[] | undefined
  private ownBorders: readonly Party[] | undefined
  private ownTimes: readonly TimeAt[] | undefined
  private ownSenses: readonly number[] | undefined
  private ownStatementAt: readonly number[] | undefined

  constructor(index: number, sentence: Sentence, source: Source) {
    this.index = index
    this.sentence = sentence
    this.words = sentence.words
    this.source = source
  }

  get clauses(): readonly Clause[] {
    this.ownClauses ??= clausesOf(this.words)
    return this.ownClauses.clauses
  }

  get clauseOf(): readonly number[] {
    this.ownClauses ??= clausesOf(this.words)
    return this.ownClauses.clauseOf
  }

  get mentions(): readonly Mention[] {
    return this.source.mentions
  }

  get parties(): readonly Party[] {
    this.ownParties ??= partiesOf(this.words, this.mentions, this.source.entities)
    return this.ownParties
  }

  get partyAt(): readonly number[] {
    this.ownPartyAt ??= coverParties(this.words, this.parties)
    return this.ownPartyAt
  }

  get borders(): readonly Party[] {
    this.ownBorders ??= bordersIn(this)
    return this.ownBorders
  }

  get times(): readonly TimeAt[] {
    this.ownTimes ??= timesIn(this.words, this.source.times)
    return this.ownTimes
  }

  get senses(): readonly number[] {
    this.ownSenses ??= sensesIn(this.words, this.parties)
    return this.ownSenses
  }

  get statementAt(): readonly number[] {
    this.ownStatementAt ??= coverWords(this.words, this.source.statements)
    return this.ownStatementAt
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
  const numbered = statements.map(({ start, end }, at): NumberedStatement => ({ start, end, at }))
  const statementsOf = bySentence(analysis.sentences, numbered)
  const sentences = analysis.sentences.map(
    (sentence, index) =>
      new LazyReading(index, sentence, {
        mentions: mentions[index]!,
        entities,
        times: timesOf[index]!,
        statements: statementsOf[index]!,
      }),
  )
  return { analysis, times, statements, entities, sentences }
}
