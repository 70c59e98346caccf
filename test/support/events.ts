import { type Candidate, findCandidates } from '../../src/facts/events/candidates.ts'
import { findEvents } from '../../src/facts/events/find-events.ts'
import { type Reading, readArticle } from '../../src/facts/events/reading.ts'
import type { EventFact } from '../../src/facts/facts.ts'
import { findStatements } from '../../src/facts/statements/find-statements.ts'
import { findTimes } from '../../src/facts/times/find-times.ts'
import type { Analysis } from '../../src/language/index.ts'
import { inventedArticle, openRussian } from './russian.ts'

const russian = openRussian({ trees: true })

/** An invented page with trees; its headline, where it has one, stands above its text. */
export const analyzed = (text: string, headline: string | null = null): Analysis =>
  russian.analyze(inventedArticle(headline === null ? text : `${headline}\n\n${text}`, { headline }))

// What must be known of a page before its events.
const toldIn = (analysis: Analysis) => {
  const times = findTimes(analysis)
  return [analysis, times, findStatements(analysis, times)] as const
}

/** The events of an invented page. */
export const eventsOf = (text: string, headline: string | null = null): readonly EventFact[] =>
  findEvents(...toldIn(analyzed(text, headline)))

/** An invented page as the rules of events see it. */
export const readingOf = (text: string): Reading => readArticle(...toldIn(analyzed(text)))

/** The first word of an invented page that may name an event under a dictionary form. */
export const candidateIn = (text: string, lemma: string): Candidate => {
  const candidate = findCandidates(readingOf(text)).find((one) => one.lemma === lemma)
  if (!candidate) throw new Error(`nothing names an event by ${lemma}: ${text}`)
  return candidate
}

/** Who takes part in the nth event of an invented page that a dictionary form names. */
export const takingPart = (text: string, lemma: string, nth = 0): string[] | undefined =>
  eventsOf(text)
    .filter(({ trigger }) => trigger.lemma === lemma)
    [nth]?.participants.map(({ name }) => name)
