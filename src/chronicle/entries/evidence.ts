import type { ArticleFacts, EventFact, StatementFact } from '../../facts/index.ts'
import type { Evidence } from '../chronicle.ts'
import type { EventMention } from './mention.ts'
import { isOutletName } from './origins.ts'

const statementOf = (facts: ArticleFacts, fact: EventFact): StatementFact | null =>
  fact.statement === undefined ? null : (facts.statements[fact.statement] ?? null)

/** Speaker first, then agencies by name, then the outlet; a link that repeats the one before it is left out. */
export const chainOf = (facts: ArticleFacts, statement: StatementFact | null): string[] => {
  const via = statement?.via.map(({ name }) => name).filter(isOutletName) ?? []
  const links = [statement?.speaker?.name, ...via, facts.outlet]
  return links.filter(
    (link, at): link is string => typeof link === 'string' && link !== '' && links.indexOf(link) === at,
  )
}

/** The evidence that a mention gives: its sentence as the exact characters of its article. */
export const evidenceOf = (
  mention: EventMention,
  origin: number,
  incidental: boolean,
  articles: readonly ArticleFacts[],
): Evidence => {
  const facts = articles[mention.article] as ArticleFacts
  const fact = facts.events[mention.event] as EventFact
  const { start, end } = mention.sentence
  return {
    article: facts.id,
    start,
    end,
    quote: facts.text.slice(start, end),
    outlet: facts.outlet,
    published: facts.published,
    chain: chainOf(facts, statementOf(facts, fact)),
    status: fact.status,
    date: fact.date,
    place: fact.place?.name ?? null,
    event: mention.event,
    origin,
    ...(incidental ? { incidental: true as const } : {}),
  }
}
