import { createHash } from 'node:crypto'
import type { ChronicleRecords, RecordTable } from '../store/index.ts'
import type { ChronicleTables } from './tables.ts'

const ids: { readonly [T in RecordTable]: (record: ChronicleRecords[T]) => string } = {
  entries: ({ id }) => id,
  identities: ({ id }) => id,
  articles: ({ id }) => id,
  stories: ({ id }) => id,
  statements: ({ article, index }) => `${article}#${index}`,
}

/** The name under which a record is known among its changes. */
export const recordId = <T extends RecordTable>(table: T, record: ChronicleRecords[T]): string => ids[table](record)

/** A hash of each record of a table, by its id. */
export const hashesOf = async (tables: ChronicleTables, table: RecordTable): Promise<ReadonlyMap<string, string>> => {
  const hashes = new Map<string, string>()
  for await (const record of tables.records(table)) {
    const hash = createHash('sha256').update(JSON.stringify(record)).digest('base64url').slice(0, 20)
    hashes.set(recordId(table, record), hash)
  }
  return hashes
}
