import { createHash } from 'node:crypto'
import type { ChronicleArticle, ChronicleStatement, Entry, Identity, Story } from '../chronicle/index.ts'
import { edtfBounds } from '../core/index.ts'

/** A row of a table that holds whole records: `hash` tells whether a record has changed since it was written. */
export type Row = { readonly [column: string]: unknown }

const hashOf = (record: unknown): string =>
  createHash('sha1').update(JSON.stringify(record)).digest('base64').slice(0, 22)

const finite = (day: number | undefined): number | null => (day !== undefined && Number.isFinite(day) ? day : null)

/** An entry stands at the first day of its date; where that is open, at the last. */
export const entryRow = (entry: Entry): Row => {
  const bounds = entry.date === null ? null : edtfBounds(entry.date)
  const day = finite(bounds?.first) ?? finite(bounds?.last)
  return { id: entry.id, hash: hashOf(entry), sort_day: day, record: entry }
}

export const recordRow = (record: Identity | Story | ChronicleArticle): Row => ({
  id: record.id,
  hash: hashOf(record),
  record,
})

export const statementRow = (statement: ChronicleStatement): Row => ({
  article: statement.article,
  n: statement.index,
  hash: hashOf(statement),
  record: statement,
})
