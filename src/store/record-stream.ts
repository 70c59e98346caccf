import { type Kysely, sql } from 'kysely'
import type { ChronicleArticle, ChronicleStatement, Entry, Identity, Story } from '../chronicle/index.ts'
import type { Tables } from './schema.ts'

/** The tables of a chronicle and what each holds. */
export interface ChronicleRecords {
  readonly entries: Entry
  readonly identities: Identity
  readonly articles: ChronicleArticle
  readonly statements: ChronicleStatement
  readonly stories: Story
}
export type RecordTable = keyof ChronicleRecords

interface Reading {
  readonly table: keyof Tables
  /** Column by whose values rows are fetched, and how many values a time. */
  readonly key: string
  readonly batch: number
  /** Lists of the keys, in the order of these lists; order of the rows of a batch. */
  readonly keys: string
  readonly lists: string
  readonly order: string
}

const byId = (table: keyof Tables): Reading => ({
  table,
  key: 'id',
  batch: 200,
  keys: 'json_agg(id order by id)',
  lists: '',
  order: 'id',
})

const READINGS: Readonly<Record<RecordTable, Reading>> = {
  entries: {
    ...byId('entries'),
    lists: 'group by sort_day order by sort_day asc nulls last',
    order: 'sort_day asc nulls last, id',
  },
  identities: byId('identities'),
  articles: byId('chronicle_articles'),
  statements: {
    table: 'statements',
    key: 'article',
    batch: 20,
    keys: 'json_agg(distinct article)',
    lists: '',
    order: 'article, n',
  },
  stories: byId('stories'),
}

/**
 * Records of one table in the chronicle's own order, some hundred at a time, so that they never stand in memory all at
 * once: only their keys do, and these come as lists, for a row each would take ten times the memory. What is written
 * meanwhile may or may not be among them; nothing is given twice.
 */
export async function* readRecords<T extends RecordTable>(
  db: Kysely<Tables>,
  what: T,
): AsyncGenerator<ChronicleRecords[T]> {
  const { table, key, batch, keys, lists, order } = READINGS[what]
  const column = sql.ref(key)
  const { rows: found } = await sql<{ keys: readonly string[] | null }>`
    select ${sql.raw(keys)} as keys from ${sql.table(table)} ${sql.raw(lists)}`.execute(db)
  const all = found.flatMap((row) => row.keys ?? [])
  for (let from = 0; from < all.length; from += batch) {
    const wanted = JSON.stringify(all.slice(from, from + batch))
    const { rows } = await sql<{ record: ChronicleRecords[T] }>`
      select record from ${sql.table(table)}
      where ${column} = any(array(select json_array_elements_text(cast(${wanted} as json))))
      order by ${sql.raw(order)}`.execute(db)
    for (const { record } of rows) yield record
  }
}
