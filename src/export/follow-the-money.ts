import type { ChronicleArticle, Entry, Identity } from '../chronicle/index.ts'
import { contentId } from '../core/index.ts'
import { daysOf } from './dates.ts'
import type { ExportFormat } from './format.ts'
import { urnOf } from './telling.ts'

/** An entity as FollowTheMoney's tools read it, one a line: every property is a list of strings. */
interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

// An id of FollowTheMoney has no colon.
const idOf = (sort: string, id: string): string =>
  `letopis-${sort}-${id.replace(/[^\w-]/g, '') === id ? id : contentId([id])}`

const entity = (
  id: string,
  schema: string,
  properties: Readonly<Record<string, readonly (string | null)[]>>,
): FtmEntity => ({
  id,
  schema,
  properties: Object.fromEntries(
    Object.entries(properties)
      .map(([name, values]) => [name, [...new Set(values.filter((value): value is string => !!value))]] as const)
      .filter(([, values]) => values.length > 0),
  ),
})

const SCHEMAS: Readonly<Partial<Record<Identity['type'], string>>> = {
  person: 'Person',
  organization: 'Organization',
  country: 'PublicBody',
  media: 'Organization',
}

const identityEntity = ({ id, type, name, nameEn, variants, roles }: Identity): FtmEntity | null => {
  const schema = SCHEMAS[type]
  if (schema === undefined) return null
  const alias = [nameEn, ...variants.map((variant) => variant.name)].filter((other) => other !== name)
  return entity(idOf('identity', id), schema, {
    name: [name],
    alias,
    ...(schema === 'Person' ? { position: roles.map(({ role }) => role) } : {}),
  })
}

const days = (published: string | null): (string | null)[] => [daysOf(published)?.first ?? null]

const articleEntity = ({ id, url, outlet, headline, published }: ChronicleArticle): FtmEntity =>
  entity(idOf('article', id), 'Article', {
    name: [headline ?? id],
    title: [headline],
    sourceUrl: [url !== null && /^https?:\/\//.test(url) ? url : null],
    publisher: [outlet],
    publishedAt: days(published),
    language: ['rus'],
  })

const entryEntity = (entry: Entry, actors: ReadonlySet<string>): FtmEntity => {
  const dates = daysOf(entry.date)
  const one = dates !== null && dates.first === dates.last
  return entity(idOf('entry', entry.id), 'Event', {
    name: [entry.title],
    alias: [entry.titleEn],
    date: [one ? dates.first : null],
    startDate: [one ? null : (dates?.first ?? null)],
    endDate: [one ? null : (dates?.last ?? null)],
    involved: entry.participants
      .filter(({ identity }) => actors.has(identity))
      .map(({ identity }) => idOf('identity', identity)),
    location: [entry.place?.name ?? null],
    keywords: [entry.kind, entry.status],
    summary: entry.evidence.slice(0, 5).map(({ quote }) => quote),
    publisher: entry.evidence.map(({ outlet }) => outlet),
    proof: entry.evidence.map(({ article }) => idOf('article', article)),
    recordId: [urnOf('entry', entry.id)],
  })
}

/**
 * Entities of FollowTheMoney (https://followthemoney.tech), one a line: people, organizations and states, articles, and
 * events with who is involved and the articles that prove them.
 */
export const FOLLOW_THE_MONEY: ExportFormat = {
  name: 'ftm',
  title: { ru: 'Сущности, FollowTheMoney', en: 'Entities, FollowTheMoney' },
  about: 'entities of FollowTheMoney (for Aleph, OpenAleph, yente): people, bodies, articles, events',
  covers: ['entries'],
  media: 'application/x-ndjson; charset=utf-8',
  extension: 'ftm.json',
  streams: true,
  async *write(tables) {
    const line = (each: FtmEntity): string => `${JSON.stringify(each)}\n`
    const actors = new Set<string>()
    for await (const identity of tables.records('identities')) {
      const found = identityEntity(identity)
      if (found === null) continue
      actors.add(identity.id)
      yield line(found)
    }
    for await (const article of tables.records('articles')) yield line(articleEntity(article))
    for await (const entry of tables.records('entries')) yield line(entryEntity(entry, actors))
  },
}
