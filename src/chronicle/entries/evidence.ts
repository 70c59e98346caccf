import type { ArticleFacts, EventFact, StatementFact } from '../../facts/index.ts'
import type { Evidence } from '../chronicle.ts'
import type { Identities } from '../identities/identities.ts'
import type { EventMention } from './mention.ts'

/** Who stands behind a report: the first that does not take it from somebody else. */
const sourceKey = (
  article: number,
  statement: StatementFact | null,
  roots: Int32Array,
  articles: readonly ArticleFacts[],
  identities: Identities,
): string => {
  const root = roots[article] as number
  const via = statement?.via[0]
  if (via) return `by ${identities.of(article, { ...via, type: 'media' })}`
  const speaker = statement?.speaker
  if (speaker) {
    const identity = identities.of(article, speaker)
    if (identities.list[identity]?.type === 'media') return `by ${identity}`
  }
  const facts = articles[root] as ArticleFacts
  const credit = facts.credits[0]
  if (credit !== undefined) return `credit ${credit.toLowerCase()}`
  return facts.outlet === null ? `page ${root}` : `outlet ${facts.outlet.toLowerCase()}`
}

const statementOf = (facts: ArticleFacts, fact: EventFact): StatementFact | null =>
  fact.statement === undefined ? null : (facts.statements[fact.statement] ?? null)

/**
 * The origin of each mention, numbered from 0 in the order given: reprints count as what they copy, reports through
 * one agency as one, and several reports of one outlet in its own voice as one.
 */
export const originsOf = (
  mentions: readonly EventMention[],
  roots: Int32Array,
  articles: readonly ArticleFacts[],
  identities: Identities,
): number[] => {
  const numbers = new Map<string, number>()
  return mentions.map((mention) => {
    const facts = articles[mention.article] as ArticleFacts
    const key = sourceKey(
      mention.article,
      statementOf(facts, facts.events[mention.event] as EventFact),
      roots,
      articles,
      identities,
    )
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size)
    return numbers.size - 1
  })
}

/** Speaker first, then agencies, then the outlet; a link that repeats the one before it is left out. */
export const chainOf = (facts: ArticleFacts, statement: StatementFact | null): string[] => {
  const links = [statement?.speaker?.name, ...(statement?.via.map(({ name }) => name) ?? []), facts.outlet]
  return links.filter(
    (link, at): link is string => typeof link === 'string' && link !== '' && links.indexOf(link) === at,
  )
}

/** The evidence that a mention gives: its sentence as the exact characters of its article. */
export const evidenceOf = (mention: EventMention, origin: number, articles: readonly ArticleFacts[]): Evidence => {
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
  }
}
