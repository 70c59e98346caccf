import type { Analysis, Entity } from '../language/index.ts'
import { findEvents } from './events/find-events.ts'
import type { ArticleFacts, DocumentFact, EventFact, FigureFact, MentionFact } from './facts.ts'
import { findFigures } from './figures/find-figures.ts'
import { findStatements } from './statements/find-statements.ts'
import { findTimes } from './times/find-times.ts'

const countryOf = (entity: Entity | undefined): { readonly country?: string } =>
  entity?.country === undefined || entity.type === 'country' ? {} : { country: entity.country }

/** Names as the contract has them: what merely stands for a name (a pronoun, a role, an adjective) is left out. */
const mentionFacts = (analysis: Analysis): readonly MentionFact[] => {
  const entities = new Map(analysis.entities.map((entity) => [entity.id, entity]))
  return analysis.mentions
    .filter((mention) => mention.by === undefined)
    .map(({ start, end, type, name, role, identity }) => ({
      start,
      end,
      type,
      name: entities.get(identity)?.name ?? name,
      ...(role === undefined ? {} : { role }),
      identity,
      ...countryOf(entities.get(identity)),
    }))
}

const documentFacts = (mentions: readonly MentionFact[]): readonly DocumentFact[] =>
  mentions
    .filter(({ type }) => type === 'document')
    .map(({ start, end, name, identity }) => ({
      start,
      end,
      name,
      identity,
      why: { rule: 'document.name', words: [[start, end]] },
    }))

/** Figures that stand in an event's own sentence belong to it when no other event's trigger is nearer. */
const linkFigures = (
  analysis: Analysis,
  events: readonly EventFact[],
  figures: readonly FigureFact[],
): readonly EventFact[] => {
  const linked = events.map((): number[] => [])
  let sentence = 0
  let firstEvent = 0
  for (const [index, figure] of figures.entries()) {
    while (sentence < analysis.sentences.length && analysis.sentences[sentence]!.end <= figure.start) sentence++
    const within = analysis.sentences[sentence]
    if (!within) break
    while (firstEvent < events.length && events[firstEvent]!.trigger.start < within.start) firstEvent++
    let best = -1
    let distance = Number.POSITIVE_INFINITY
    for (let i = firstEvent; i < events.length && events[i]!.trigger.start < within.end; i++) {
      const { trigger } = events[i]!
      const gap = Math.max(trigger.start - figure.end, figure.start - trigger.end)
      if (gap < distance) {
        distance = gap
        best = i
      }
    }
    if (best >= 0 && distance < 200) linked[best]!.push(index)
  }
  return events.map((event, i) => (linked[i]!.length > 0 ? { ...event, figures: linked[i]! } : event))
}

/**
 * The facts of one analysed article, in the contract of docs/facts.md: names, times, statements, events, figures,
 * documents and notes, each with its exact span. Pure and linear in the text; never throws on any text.
 *
 * @example findFacts(russian.analyze(article)).events[0]?.kind // 'meeting'
 */
export const findFacts = (analysis: Analysis): ArticleFacts => {
  const { article } = analysis
  const times = findTimes(analysis)
  const statements = findStatements(analysis, times)
  const figures = findFigures(analysis, times, statements)
  const events = linkFigures(analysis, findEvents(analysis, times, statements), figures)
  const mentions = mentionFacts(analysis)
  const {
    id,
    input,
    url,
    outlet,
    language,
    headline,
    published,
    publishedBasis,
    updated,
    text,
    parts,
    notes,
    credits,
  } = article
  return {
    ...{ id, input, url, outlet, language, headline, published, publishedBasis, updated, text, parts, notes, credits },
    mentions,
    times,
    statements,
    events,
    figures,
    documents: documentFacts(mentions),
  }
}
