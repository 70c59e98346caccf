import { createHash } from 'node:crypto'
import type { ChronicleArticle, ChronicleStatement, Entry, Identity, Story } from '../chronicle/index.ts'
import { edtfBounds } from '../core/index.ts'
import { databaseJson } from './json.ts'

/** Columns of a row. */
export type Row = { readonly [column: string]: unknown }

/** A row of a table that holds whole records: `hash` tells whether a record has changed since it was written. */
export interface RecordRow {
  readonly columns: Row & { readonly hash: string }
  /** The record as JSON: written once, however often it is asked for. */
  readonly record: string
}

const rowOf = (key: Row, record: unknown): RecordRow => {
  const json = databaseJson(record)
  const hash = createHash('sha1').update(json).digest('base64').slice(0, 22)
  return { columns: { hash, ...key }, record: json }
}

const finite = (day: number | undefined): number | null => (day !== undefined && Number.isFinite(day) ? day : null)

/** An entry stands at the first day of its date; where that is open, at the last. */
export const entryRow = (entry: Entry): RecordRow => {
  const bounds = entry.date === null ? null : edtfBounds(entry.date)
  return rowOf({ id: entry.id, sort_day: finite(bounds?.first) ?? finite(bounds?.last) }, entry)
}

export const recordRow = (record: Identity | Story | ChronicleArticle): RecordRow => rowOf({ id: record.id }, record)

export const statementRow = (statement: ChronicleStatement): RecordRow =>
  rowOf({ article: statement.article, n: statement.index }, statement)
