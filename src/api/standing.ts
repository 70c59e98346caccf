import {
  type Chunk,
  changedTables,
  type ExportFormat,
  type ExportOptions,
  standingOf,
  tableOf,
  writeExport,
} from '../export/index.ts'
import type { ChronicleSource } from './source.ts'

/** A file piece by piece, and where the next standing export goes on from. */
export interface FileAnswer {
  readonly pieces: AsyncIterable<Chunk>
  readonly cursor?: string
  /** How many records are there no more and not told of, where the format cannot. */
  readonly untold?: number
}

/** A file of what changed since a cursor, `0` for everything. */
export const writeChanges = async (
  source: ChronicleSource,
  format: ExportFormat,
  options: ExportOptions,
  since: string,
): Promise<FileAnswer> => {
  const table = tableOf(options.what)
  const changes = await source.changes(table, since)
  const tables = await changedTables(await source.tables(), table, changes)
  const standing = standingOf(changes, new Date().toISOString())
  const pieces = writeExport(format, tables, { ...options, standing })
  return { pieces, cursor: changes.cursor, untold: format.tellsGone ? 0 : changes.gone.length }
}
