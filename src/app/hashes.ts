import { createHash } from 'node:crypto'
import { type DocumentRecord, type Dyad, documentsOf, findDyads } from '../chronicle/index.ts'
import { each } from '../core/index.ts'
import type { ArticleFacts } from '../facts/index.ts'
import type { ChronicleRecords } from '../store/index.ts'
import type { ChronicleTables } from './tables.ts'

/** Everything whose changes can be told, and what one record of it is. */
export interface ChangingRecords extends ChronicleRecords {
  readonly facts: ArticleFacts
  readonly dyads: Dyad
  readonly documents: DocumentRecord
}
export type ChangingTable = keyof ChangingRecords

const byId = ({ id }: { readonly id: string }): string => id

const IDS: { readonly [T in ChangingTable]: (record: ChangingRecords[T]) => string } = {
  entries: byId,
  identities: byId,
  articles: byId,
  stories: byId,
  statements: ({ article, index }) => `${article}#${index}`,
  facts: byId,
  dyads: byId,
  documents: ({ identity }) => identity,
}

/** The name under which a record is known among its changes. */
export const recordId = <T extends ChangingTable>(table: T, record: ChangingRecords[T]): string => IDS[table](record)

const READ: { readonly [T in ChangingTable]: (tables: ChronicleTables) => Promise<AsyncIterable<ChangingRecords[T]>> } =
  {
    entries: async (tables) => tables.records('entries'),
    identities: async (tables) => tables.records('identities'),
    articles: async (tables) => tables.records('articles'),
    stories: async (tables) => tables.records('stories'),
    statements: async (tables) => tables.records('statements'),
    facts: async (tables) => tables.facts(),
    dyads: async (tables) => each(findDyads(await tables.whole(), 'states')),
    documents: async (tables) => each(documentsOf(await tables.whole())),
  }

/** A hash of each record of a table, by its id; the parts of a page that its facts do not rest on count for nothing. */
export const hashesOf = async <T extends ChangingTable>(
  tables: ChronicleTables,
  table: T,
): Promise<ReadonlyMap<string, string>> => {
  const hashes = new Map<string, string>()
  for await (const record of await READ[table](tables)) {
    const json = JSON.stringify(table === 'facts' ? { ...record, parts: [] } : record)
    hashes.set(recordId(table, record), createHash('sha256').update(json).digest('base64url').slice(0, 20))
  }
  return hashes
}
