import type { ArticleFacts, EventFact, FigureFact, StatementFact } from '../../facts/index.ts'
import { sentenceAround } from '../text/sentences.ts'
import { compareTexts, type SentenceChange } from './compare-texts.ts'

/** What changed from one version of an article to a later one. Indexes refer to the facts of the version named. */
export interface VersionComparison {
  readonly sentences: readonly SentenceChange[]
  /** Facts of the earlier version that the later one tells no more: withdrawn by the outlet. */
  readonly withdrawn: FactIndexes
  /** Facts of the later version that the earlier one did not tell. */
  readonly brought: FactIndexes
}

export interface FactIndexes {
  readonly events: readonly number[]
  readonly statements: readonly number[]
  readonly figures: readonly number[]
}

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLowerCase()

/** The sentence of an event, as it is compared. */
const toldIn = (facts: ArticleFacts, { trigger }: EventFact): string => {
  const { start, end } = sentenceAround(facts.text, trigger)
  return plain(facts.text.slice(start, end))
}

const namesOf = ({ participants }: EventFact): string =>
  [...new Set(participants.map(({ name }) => name))].sort().join('\n')

// What a sentence tells of: without a name, a day or a place nothing but the sentence says which event is meant.
const eventKey = (fact: EventFact): string | null =>
  fact.participants.length === 0 && fact.date === null && fact.place === null
    ? null
    : JSON.stringify([fact.kind, fact.status, fact.date, fact.place?.name ?? null, namesOf(fact)])

const eventsOf = (facts: ArticleFacts): ((fact: EventFact, sentence: string) => boolean) => {
  const sentences = new Set(facts.events.map((fact) => `${fact.kind} ${toldIn(facts, fact)}`))
  const keys = new Set(facts.events.map(eventKey))
  return (fact, sentence) => {
    const key = eventKey(fact)
    return sentences.has(`${fact.kind} ${sentence}`) || (key !== null && keys.has(key))
  }
}

const statementKey = ({ speaker, stance }: StatementFact, words: string): string =>
  JSON.stringify([speaker?.name ?? null, stance, words])

const statementsOf = (facts: ArticleFacts): ((fact: StatementFact, words: string) => boolean) => {
  const wordsOf = ({ start, end }: StatementFact): string => plain(facts.text.slice(start, end))
  const keys = new Set(facts.statements.map((fact) => statementKey(fact, wordsOf(fact))))
  return (fact, words) => keys.has(statementKey(fact, words))
}

const figureKey = ({ value, to, unit, of, approximation }: FigureFact): string =>
  JSON.stringify([value, to ?? null, unit, of ?? null, approximation ?? null])

/** Indexes of the facts of one version that another one does not tell. */
export const untoldIn = (facts: ArticleFacts, other: ArticleFacts): FactIndexes => {
  const [toldEvent, toldStatement] = [eventsOf(other), statementsOf(other)]
  const figures = new Set(other.figures.map(figureKey))
  const indexes = <T>(list: readonly T[], told: (fact: T) => boolean): number[] =>
    list.flatMap((fact, index) => (told(fact) ? [] : [index]))
  return {
    events: indexes(facts.events, (fact) => toldEvent(fact, toldIn(facts, fact))),
    statements: indexes(facts.statements, (fact) => toldStatement(fact, plain(facts.text.slice(fact.start, fact.end)))),
    figures: indexes(facts.figures, (fact) => figures.has(figureKey(fact))),
  }
}

/**
 * What an outlet changed in an article: its text by sentences and words, and the facts that were withdrawn or brought in.
 * A fact is the same where its sentence stands unchanged, or where everything that it tells does.
 *
 * @example compareVersions(earlier, later).withdrawn.events // [2]: the third event of the earlier version
 */
export const compareVersions = (earlier: ArticleFacts, later: ArticleFacts): VersionComparison => ({
  sentences: compareTexts(earlier.text, later.text),
  withdrawn: untoldIn(earlier, later),
  brought: untoldIn(later, earlier),
})

/** Of the later version's events the one that shares most participants with an event of the earlier one. */
const nearest = (fact: EventFact, later: ArticleFacts, among: readonly number[]): number | null => {
  const names = new Set(fact.participants.map(({ name }) => name))
  const shared = (index: number): number =>
    (later.events[index] as EventFact).participants.filter(({ name }) => names.has(name)).length
  return [...among].sort((a, b) => shared(b) - shared(a) || a - b)[0] ?? null
}

/**
 * For an event of the earlier version, the event of the later one that stands in its place: of the same kind, in the
 * same sentence as it is written now. Null where there is none. The texts are compared only where a sentence was changed.
 */
export const counterparts = (earlier: ArticleFacts, later: ArticleFacts): ((event: number) => number | null) => {
  const told = new Map<string, number[]>()
  later.events.forEach((fact, index) => {
    const key = `${fact.kind} ${toldIn(later, fact)}`
    told.set(key, [...(told.get(key) ?? []), index])
  })
  let sentences: readonly SentenceChange[] | undefined
  const inChanged = ({ kind, trigger: { start } }: EventFact): number[] => {
    sentences ??= compareTexts(earlier.text, later.text)
    const row = sentences.find((each) => 'before' in each && each.before.start <= start && start < each.before.end)
    if (!row || !('after' in row)) return []
    const { after } = row
    return later.events.flatMap((other, index) =>
      other.kind === kind && other.trigger.start >= after.start && other.trigger.start < after.end ? [index] : [],
    )
  }
  return (event) => {
    const fact = earlier.events[event] as EventFact
    return nearest(fact, later, told.get(`${fact.kind} ${toldIn(earlier, fact)}`) ?? inChanged(fact))
  }
}
