import { CSV, CSV_COLUMNS, rowsOf, type Table } from './csv.ts'
import type { ExportFormat } from './format.ts'
import { jsonOf } from './jsonl.ts'
import { itemsOf } from './what.ts'

/** Columns of numbers; all others are text. */
const NUMBERS: Readonly<Record<string, 'INT32' | 'DOUBLE'>> = {
  origins: 'INT32',
  outlets: 'INT32',
  index: 'INT32',
  start: 'INT32',
  end: 'INT32',
  version: 'INT32',
  versions: 'INT32',
  reprint_share: 'DOUBLE',
  intensity: 'DOUBLE',
}

const typeOf = (table: Table, column: string): 'INT32' | 'DOUBLE' | 'STRING' =>
  (table === 'identities' || table === 'documents') && column === 'articles' ? 'INT32' : (NUMBERS[column] ?? 'STRING')

// A group of rows stands in memory while it is packed, whole records and all; readers want them not too small.
const GROUP = 400

/**
 * The tables of `csv` as Apache Parquet, with the whole record as JSON in a last column. Written a group of rows at a
 * time.
 */
export const PARQUET: ExportFormat = {
  name: 'parquet',
  title: { ru: 'Таблица, Parquet', en: 'Table, Parquet' },
  about: 'a table as Apache Parquet, typed, the whole record beside as JSON; for large chronicles',
  covers: CSV.covers,
  media: 'application/vnd.apache.parquet',
  extension: 'parquet',
  streams: true,
  async *write(tables, { what }) {
    // The writer is loaded only by who writes: every command knows the names of all formats.
    const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import('hyparquet-writer')
    const table = what as Table
    const columns = [...CSV_COLUMNS[table], 'record']
    const columnData = (rows: readonly (readonly unknown[])[]) =>
      columns.map((name, at) => ({ name, data: rows.map((row) => row[at]) as never[], nullable: true }))
    const schema = schemaFromColumnData({
      columnData: columns.map((name) => ({
        name,
        data: [],
        nullable: true,
        type: name === 'record' ? 'JSON' : typeOf(table, name),
      })),
    })
    const bytes = new ByteWriter()
    const writer = new ParquetWriter({ writer: bytes, schema, createdBy: 'letopis' })
    const taken = (): Uint8Array => {
      const piece = bytes.getBytes().slice()
      bytes.index = 0
      return piece
    }
    let rows: unknown[][] = []
    for await (const item of itemsOf(tables, table)) {
      const record = JSON.parse(jsonOf(table, item)) as unknown
      for (const row of rowsOf(table, item)) rows.push([...row, record])
      if (rows.length < GROUP) continue
      await writer.write({ columnData: columnData(rows), rowGroupSize: GROUP })
      rows = []
      yield taken()
    }
    if (rows.length > 0) await writer.write({ columnData: columnData(rows), rowGroupSize: GROUP })
    await writer.finish()
    yield taken()
  },
}
