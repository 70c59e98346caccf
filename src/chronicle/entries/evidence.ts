import type { ArticleFacts, EventFact, StatementFact } from '../../facts/index.ts'
import type { Evidence } from '../chronicle.ts'
import type { Identities } from '../identities/identities.ts'
import type { Copies } from '../reprints/reprints.ts'
import type { EventMention } from './mention.ts'

// "газета", "издание": the word for an outlet that the page leaves unnamed, or names elsewhere, is no link by itself.
const isOutletName = (name: string): boolean =>
  /[\p{Lu}\p{Script=Latin}\p{N}]/u.test(name) && !COMMON.has(name.toLowerCase())
const COMMON = new Set(
  (
    'агентство|информагентство|информационное агентство|новостное агентство|газета|журнал|издание|интернет-издание|канал|телеканал|радиостанция|радио|телевидение|телекомпания|портал|сайт|' +
    'ресурс|сми|пресса|медиа|корреспондент|источник|собеседник|редакция|еженедельник|telegram-канал|телеграм-канал|блог|пресс-служба'
  ).split('|'),
)

/** Who stands behind a report: the first that does not take it from somebody else, by the name of an outlet. */
const sourceKey = (
  mention: EventMention,
  statement: StatementFact | null,
  copies: Copies,
  articles: readonly ArticleFacts[],
  identities: Identities,
): string => {
  const { article } = mention
  const named = (name: string): string => {
    const identity = identities.list[identities.of(article, { name, type: 'media' })]
    return `outlet ${(identity?.type === 'media' ? identity.name : name).toLowerCase()}`
  }
  const via = statement?.via.find(({ name }) => isOutletName(name))
  if (via) return named(via.name)
  const speaker = statement?.speaker
  if (speaker && isOutletName(speaker.name)) {
    const identity = identities.list[identities.of(article, speaker)]
    if (identity?.type === 'media') return named(identity.name)
  }
  const root = copies.rootOf(article, articles[article] as ArticleFacts, mention.sentence)
  const facts = articles[root] as ArticleFacts
  const credit = facts.credits.find(isOutletName)
  if (credit !== undefined) return named(credit)
  return facts.outlet === null ? `page ${root}` : named(facts.outlet)
}

const statementOf = (facts: ArticleFacts, fact: EventFact): StatementFact | null =>
  fact.statement === undefined ? null : (facts.statements[fact.statement] ?? null)

/** What counts as one reporter: an outlet, or a page without one. */
const reporterOf = ({ outlet }: ArticleFacts, article: number): string =>
  outlet === null ? `page ${article}` : `outlet ${outlet.toLowerCase()}`

/**
 * The origin of each mention, numbered from 0 in the order given: copied sentences count as what they copy, reports
 * through one agency as one, and all that one outlet is the first to bring, in whosever words, as one. So an entry never
 * has more origins than outlets.
 */
export const originsOf = (
  mentions: readonly EventMention[],
  copies: Copies,
  articles: readonly ArticleFacts[],
  identities: Identities,
): number[] => {
  const numbers = new Map<string, number>()
  const brought = new Map<string, number>()
  return mentions.map((mention) => {
    const facts = articles[mention.article] as ArticleFacts
    const statement = statementOf(facts, facts.events[mention.event] as EventFact)
    const key = sourceKey(mention, statement, copies, articles, identities)
    const known = numbers.get(key)
    if (known !== undefined) return known
    const reporter = reporterOf(facts, mention.article)
    const number = brought.get(reporter) ?? brought.size
    brought.set(reporter, number)
    numbers.set(key, number)
    return number
  })
}

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
