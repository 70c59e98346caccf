import type { ChronicleRecords, ChronicleTables, RecordTable } from '../app/index.ts'
import type { Entry } from '../chronicle/index.ts'
import { each } from '../core/index.ts'

async function* kept<T>(items: AsyncIterable<T>, keep: (item: T) => boolean): AsyncGenerator<T> {
  for await (const item of items) if (keep(item)) yield item
}

/**
 * The part of a chronicle that stands behind some entries: these, the articles that they cite with their statements and
 * facts, the identities that take part or speak, and their stories.
 */
export const selectEntries = (tables: ChronicleTables, entries: readonly Entry[]): ChronicleTables => {
  const articles = new Set(entries.flatMap(({ evidence }) => evidence.map(({ article }) => article)))
  const stories = new Set(entries.map(({ story }) => story))
  const identities = new Set(
    entries.flatMap(({ participants, place, documents = [] }) => [
      ...participants.map(({ identity }) => identity),
      ...documents.map(({ identity }) => identity),
      ...(place ? [place.identity] : []),
    ]),
  )
  const keep: { readonly [T in RecordTable]: (record: ChronicleRecords[T]) => boolean } = {
    entries: () => true,
    articles: ({ id }) => articles.has(id),
    statements: ({ article }) => articles.has(article),
    identities: ({ id }) => identities.has(id),
    stories: ({ id }) => stories.has(id),
  }
  const records: ChronicleTables['records'] = (table) =>
    table === 'entries' ? (each(entries) as never) : kept(tables.records(table), keep[table])
  const gather = async <T extends RecordTable>(table: T): Promise<ChronicleRecords[T][]> => {
    const found: ChronicleRecords[T][] = []
    for await (const record of records(table)) found.push(record)
    return found
  }
  // Pairs of states need the states that selected people serve.
  const served = async (): Promise<ChronicleRecords['identities'][]> => {
    const found = await gather('identities')
    const states = new Set(found.map(({ country }) => country))
    for await (const each of tables.records('identities'))
      if (states.has(each.id) && !identities.has(each.id)) found.push(each)
    return found
  }
  return {
    records,
    facts: () => kept(tables.facts(), ({ id }) => articles.has(id)),
    analyses: () => kept(tables.analyses(), ({ article }) => articles.has(article.id)),
    whole: async () => ({
      kind: 'chronicle',
      entries,
      identities: await served(),
      articles: await gather('articles'),
      statements: await gather('statements'),
      stories: await gather('stories'),
    }),
  }
}
