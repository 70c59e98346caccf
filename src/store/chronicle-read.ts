import type { Kysely } from 'kysely'
import type { Chronicle, ChronicleArticle, ChronicleStatement, Entry, Identity, Story } from '../chronicle/index.ts'
import type { Tables } from './schema.ts'

const records = <T>(rows: readonly { readonly record: string }[]): T[] =>
  rows.map(({ record }) => record as unknown as T)

/** The stored chronicle whole, in its own order. */
export const readWholeChronicle = async (db: Kysely<Tables>): Promise<Chronicle> => {
  const entries = records<Entry>(
    await db
      .selectFrom('entries')
      .select('record')
      .orderBy('sort_day', (order) => order.asc().nullsLast())
      .orderBy('id')
      .execute(),
  )
  return {
    kind: 'chronicle',
    entries,
    identities: records<Identity>(await db.selectFrom('identities').select('record').orderBy('id').execute()),
    articles: records<ChronicleArticle>(
      await db.selectFrom('chronicle_articles').select('record').orderBy('id').execute(),
    ),
    statements: records<ChronicleStatement>(
      await db.selectFrom('statements').select('record').orderBy('article').orderBy('n').execute(),
    ),
    stories: records<Story>(await db.selectFrom('stories').select('record').orderBy('id').execute()),
  }
}
