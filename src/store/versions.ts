import { type Kysely, sql } from 'kysely'
import type { ArticleFacts } from '../facts/index.ts'
import { type ArticleRow, factsOf } from './articles.ts'
import type { Tables } from './schema.ts'
import type { ArticleVersion } from './source.ts'
import { distinctTexts } from './version-order.ts'

export type VersionRow = Pick<
  ArticleRow,
  'id' | 'content' | 'current' | 'fetched' | 'input' | 'body' | 'parts' | 'facts'
> & {
  readonly key: string
}

const COLUMNS = ['key', 'id', 'content', 'current', 'fetched', 'input', 'body', 'parts', 'facts'] as const

/** All rows of some articles, article by article, the earliest version first. */
export const versionRows = async (db: Kysely<Tables>, keys: readonly string[]): Promise<VersionRow[]> =>
  keys.length === 0
    ? []
    : db
        .selectFrom('articles')
        .select(COLUMNS)
        .where('key', 'in', keys)
        .orderBy('key')
        .orderBy(sql`rank collate "C"`)
        .orderBy('id', 'desc')
        .execute()

/** A version as it is told: which one, when, and whether the chronicle reads it. */
export const versionOf = (
  row: { readonly content: string; readonly current: boolean; readonly fetched: string | null },
  facts: ArticleFacts,
): ArticleVersion => ({
  id: facts.id,
  version: row.content,
  input: facts.input,
  headline: facts.headline,
  published: facts.published,
  updated: facts.updated,
  fetched: row.fetched,
  current: row.current,
})

/** A version with its facts. */
export interface StoredVersion {
  readonly version: ArticleVersion
  readonly facts: ArticleFacts
}

/** All versions of the article that an id names, the earliest first, each text once; empty when no article has the id. */
export const readVersions = async (db: Kysely<Tables>, id: string): Promise<readonly StoredVersion[]> => {
  const keys = await db.selectFrom('articles').select('key').distinct().where('id', '=', id).execute()
  const rows = await versionRows(
    db,
    keys.map(({ key }) => key),
  )
  return distinctTexts(rows, ({ key, body }) => `${key}\n${body}`).map((row) => {
    const facts = factsOf(row)
    return { version: versionOf(row, facts), facts }
  })
}
