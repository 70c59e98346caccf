import type { Claim, Event, NewsArticle, Organization, Person, Quotation } from 'schema-dts'
import type { ChronicleTables } from '../app/index.ts'
import type { ChronicleArticle, ChronicleStatement, Entry, EntryParticipant } from '../chronicle/index.ts'
import type { ExportFormat } from './format.ts'
import { tellingIn, urnOf } from './telling.ts'
import { type EntryDisagreement, itemsOf } from './what.ts'

// schema-dts holds schema.org's own definitions: a property that a type does not have does not compile.

const ISO = /^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d(?:T[\d:+Z.-]+)?)?)?$/

/** The dates of an event as far as ISO 8601 can say them. */
const datesOf = (date: string | null): { startDate?: string; endDate?: string } => {
  const [from = '', to] = (date ?? '').split('/')
  return {
    ...(ISO.test(from) ? { startDate: from } : {}),
    ...(to !== undefined && ISO.test(to) ? { endDate: to } : {}),
  }
}

const urlOf = (url: string | null | undefined): { url?: string } => (url ? { url } : {})

const partyOf = ({ type, identity, name, nameEn }: EntryParticipant): Person | Organization => {
  const named = { '@id': urnOf('identity', identity), name, ...(nameEn ? { alternateName: nameEn } : {}) }
  return type === 'person'
    ? { '@type': 'Person', ...named }
    : { '@type': type === 'country' ? 'GovernmentOrganization' : 'Organization', ...named }
}

const STATUS: Readonly<
  Record<Entry['status'], { eventStatus?: 'https://schema.org/EventScheduled' | 'https://schema.org/EventCancelled' }>
> = {
  happened: { eventStatus: 'https://schema.org/EventScheduled' },
  ongoing: { eventStatus: 'https://schema.org/EventScheduled' },
  planned: { eventStatus: 'https://schema.org/EventScheduled' },
  // That something may come is no schedule.
  possible: {},
  denied: { eventStatus: 'https://schema.org/EventCancelled' },
}

const citedArticles = ({ evidence }: Entry): NewsArticle[] =>
  [...new Map(evidence.map((each) => [each.article, each])).values()].map(({ article, outlet, published }) => ({
    '@type': 'NewsArticle',
    '@id': urnOf('article', article),
    ...(outlet ? { publisher: { '@type': 'Organization', name: outlet } } : {}),
    ...(published && ISO.test(published) ? { datePublished: published } : {}),
  }))

const eventOf = (entry: Entry, lang: 'ru' | 'en', home: string): Event => {
  const telling = tellingIn(lang, home)
  return {
    '@type': 'Event',
    '@id': urnOf('entry', entry.id),
    url: telling.link(entry),
    name: telling.title(entry),
    alternateName: lang === 'ru' ? entry.titleEn : entry.title,
    description: telling.summary(entry),
    keywords: [entry.kind, entry.status],
    ...STATUS[entry.status],
    ...datesOf(entry.date),
    ...(entry.place
      ? {
          location: {
            '@type': 'Place',
            '@id': urnOf('identity', entry.place.identity),
            name: telling.name(entry.place),
          },
        }
      : {}),
    attendee: entry.participants.map(partyOf),
    ...(entry.partOf ? { superEvent: { '@type': 'Event', '@id': urnOf('entry', entry.partOf) } } : {}),
    subjectOf: citedArticles(entry),
  }
}

const articleOf = ({ id, url, outlet, headline, published, reprintOf }: ChronicleArticle): NewsArticle => ({
  '@type': 'NewsArticle',
  '@id': urnOf('article', id),
  ...urlOf(url),
  ...(headline ? { headline } : {}),
  ...(outlet ? { publisher: { '@type': 'Organization', name: outlet } } : {}),
  ...(published && ISO.test(published) ? { datePublished: published } : {}),
  ...(reprintOf ? { isBasedOn: urnOf('article', reprintOf.article) } : {}),
})

type Speaker = Person | Organization

const speakerOf = ({ speaker }: ChronicleStatement, people: ReadonlySet<string>): Speaker | null => {
  if (!speaker?.identity) return null
  const named = { '@id': urnOf('identity', speaker.identity), name: speaker.name }
  return people.has(speaker.identity) ? { '@type': 'Person', ...named } : { '@type': 'Organization', ...named }
}

const saidOf = (said: ChronicleStatement, people: ReadonlySet<string>): Quotation | Claim => {
  const speaker = speakerOf(said, people)
  const article: NewsArticle = { '@type': 'NewsArticle', '@id': urnOf('article', said.article) }
  const common = {
    '@id': urnOf('statement', `${said.article}#${said.index}`),
    text: said.quote,
    keywords: said.stance,
    inLanguage: 'ru',
    ...(speaker ? { author: speaker } : {}),
    ...(said.chain.length > 0 ? { creditText: said.chain.join(' — ') } : {}),
    ...(said.published && ISO.test(said.published) ? { datePublished: said.published } : {}),
  }
  return said.kind === 'direct'
    ? { '@type': 'Quotation', ...common, isPartOf: article }
    : { '@type': 'Claim', ...common, appearance: article }
}

const peopleOf = async (tables: ChronicleTables): Promise<ReadonlySet<string>> => {
  const people = new Set<string>()
  for await (const { id, type } of tables.records('identities')) if (type === 'person') people.add(id)
  return people
}

const claimsOf = ({ id, about, relation, entry, versions }: EntryDisagreement): Claim[] =>
  versions.map(({ value, articles }, at) => ({
    '@type': 'Claim',
    '@id': urnOf('disagreement', `${id}#${at + 1}`),
    name: about,
    text: value,
    keywords: [about, relation],
    about: { '@type': 'Event', '@id': urnOf('entry', entry.id) },
    appearance: articles.map((article): NewsArticle => ({ '@type': 'NewsArticle', '@id': urnOf('article', article) })),
  }))

/** Linked data in the words of schema.org: one graph, written node by node. */
export const JSON_LD: ExportFormat = {
  name: 'jsonld',
  title: { ru: 'Связанные данные, schema.org', en: 'Linked data, schema.org' },
  about: 'linked data in the words of schema.org (JSON-LD 1.1): Event, NewsArticle, Quotation, Claim',
  covers: ['entries', 'articles', 'statements', 'disagreements'],
  media: 'application/ld+json; charset=utf-8',
  extension: 'jsonld',
  streams: true,
  async *write(tables, { what, lang, home }) {
    let before = '{\n"@context": "https://schema.org",\n"@graph": [\n'
    const node = (value: object): string => {
      const text = before + JSON.stringify(value)
      before = ',\n'
      return text
    }
    if (what === 'articles') for await (const article of itemsOf(tables, what)) yield node(articleOf(article))
    else if (what === 'statements') {
      const people = await peopleOf(tables)
      for await (const said of itemsOf(tables, what)) yield node(saidOf(said, people) as object)
    } else if (what === 'disagreements')
      for await (const one of itemsOf(tables, what)) for (const claim of claimsOf(one)) yield node(claim as object)
    else for await (const entry of itemsOf(tables, 'entries')) yield node(eventOf(entry, lang, home) as object)
    yield before === ',\n' ? '\n]}\n' : `${before}]}\n`
  },
}
