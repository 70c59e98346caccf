import { type Changes, type ChronicleTables, type RecordTable, recordId } from '../app/index.ts'
import type { Entry } from '../chronicle/index.ts'
import { selectEntries } from './select.ts'
import type { What } from './what.ts'

/** The table whose changes tell what changed of a sort; sorts that no single table holds have none. */
const TABLES: Readonly<Partial<Record<What, RecordTable>>> = {
  entries: 'entries',
  disagreements: 'entries',
  articles: 'articles',
  identities: 'identities',
  stories: 'stories',
  statements: 'statements',
}

/** The table to ask for changes; null for what cannot be told by changes alone. */
export const tableOf = (what: What): RecordTable | null => TABLES[what] ?? null

/** What can be exported by its changes. */
export const CHANGING: readonly What[] = Object.keys(TABLES) as What[]

/** A chronicle narrowed to what changed; of entries, with what stands behind them. */
export const changedTables = async (
  tables: ChronicleTables,
  table: RecordTable,
  { changed }: Changes,
): Promise<ChronicleTables> => {
  if (table === 'entries') {
    const entries: Entry[] = []
    for await (const entry of tables.records('entries')) if (changed.has(entry.id)) entries.push(entry)
    return selectEntries(tables, entries)
  }
  const records: ChronicleTables['records'] = (asked) =>
    asked === table
      ? kept(tables.records(asked), (record) => changed.has(recordId(asked, record)))
      : tables.records(asked)
  return { ...tables, records }
}

async function* kept<T>(items: AsyncIterable<T>, keep: (item: T) => boolean): AsyncGenerator<T> {
  for await (const item of items) if (keep(item)) yield item
}

/** Lines for what is there no more, in formats of JSON lines. */
export const goneLines = (format: string, gone: readonly string[]): string =>
  format === 'jsonl' ? gone.map((id) => `${JSON.stringify({ id, gone: true })}\n`).join('') : ''
