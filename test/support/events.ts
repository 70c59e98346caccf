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
