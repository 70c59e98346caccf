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
  /** Order of the keys among each other, and of the rows of a batch. */
  readonly keys: string
  readonly order: string
}

const byId = (table: keyof Tables): Reading => ({ table, key: 'id', batch: 400, keys: 'id', order: 'id' })

const READINGS: Readonly<Record<RecordTable, Reading>> = {
  entries: { ...byId('entries'), keys: 'min(sort_day) asc nulls last, id', order: 'sort_day asc nulls last, id' },
  identities: byId('identities'),
  articles: byId('chronicle_articles'),
  statements: { table: 'statements', key: 'article', batch: 40, keys: 'article', order: 'article, n' },
  stories: byId('stories'),
}

/**
 * Records of one table in the chronicle's own order, some hundred at a time, so that they never stand in memory all at
 * once. What is written meanwhile may or may not be among them; nothing is given twice.
 */
export async function* readRecords<T extends RecordTable>(
  db: Kysely<Tables>,
  what: T,
): AsyncGenerator<ChronicleRecords[T]> {
  const { table, key, batch, keys, order } = READINGS[what]
  const column = sql.ref(key)
  const { rows: found } = await sql<{ key: string }>`
    select ${column} as key from ${sql.table(table)} group by ${column} order by ${sql.raw(keys)}`.execute(db)
  for (let from = 0; from < found.length; from += batch) {
    const wanted = JSON.stringify(found.slice(from, from + batch).map((row) => row.key))
    const { rows } = await sql<{ record: ChronicleRecords[T] }>`
      select record from ${sql.table(table)}
      where ${column} = any(array(select json_array_elements_text(cast(${wanted} as json))))
      order by ${sql.raw(order)}`.execute(db)
    for (const { record } of rows) yield record
  }
}
