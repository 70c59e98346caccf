import {
  CHANGING,
  type Chunk,
  changedTables,
  type ExportFormat,
  type ExportOptions,
  goneLines,
  tableOf,
  writeExport,
} from '../export/index.ts'
import { type Fault, fault } from './fault.ts'
import type { ChronicleSource } from './source.ts'

/** A file piece by piece, and where the next standing export goes on from. */
export interface FileAnswer {
  readonly pieces: AsyncIterable<Chunk>
  readonly cursor?: string
}

async function* followed(pieces: AsyncIterable<Chunk>, last: string): AsyncGenerator<Chunk> {
  yield* pieces
  if (last !== '') yield last
}

/** A file of what changed since a cursor, `0` for everything. */
export const writeChanges = async (
  source: ChronicleSource,
  format: ExportFormat,
  options: ExportOptions,
  since: string,
): Promise<FileAnswer | Fault> => {
  const table = tableOf(options.what)
  if (table === null) {
    const remedy = `Ask without "since", or for one of: ${CHANGING.join(', ')}.`
    return fault(400, 'bad-parameter', `"${options.what}" cannot be told by its changes.`, remedy)
  }
  const changes = await source.changes(table, since)
  const tables = await changedTables(await source.tables(), table, changes)
  const pieces = writeExport(format, tables, options)
  return { pieces: followed(pieces, goneLines(format.name, changes.gone)), cursor: changes.cursor }
}
