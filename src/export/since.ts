import { type Changes, type ChangingTable, type ChronicleTables, recordId } from '../app/index.ts'
import type { Entry } from '../chronicle/index.ts'
import type { Standing } from './format.ts'
import { selectEntries } from './select.ts'
import type { What } from './what.ts'

/** The table whose changes tell what changed of a sort: disagreements stand on their entries. */
export const tableOf = (what: What): ChangingTable => (what === 'disagreements' ? 'entries' : what)

/** A chronicle narrowed to what changed; of entries, with what stands behind them. */
export const changedTables = async (
  tables: ChronicleTables,
  table: ChangingTable,
  { changed }: Changes,
): Promise<ChronicleTables> => {
  if (table === 'entries') {
    const entries: Entry[] = []
    for await (const entry of tables.records('entries')) if (changed.has(entry.id)) entries.push(entry)
    return selectEntries(tables, entries)
  }
  if (table === 'dyads' || table === 'documents') return { ...tables, among: changed }
  if (table === 'facts')
    return {
      ...tables,
      facts: () => kept(tables.facts(), ({ id }) => changed.has(id)),
      analyses: () => kept(tables.analyses(), ({ article }) => changed.has(article.id)),
    }
  const records: ChronicleTables['records'] = (asked) =>
    asked === table
      ? kept(tables.records(asked), (record) => changed.has(recordId(asked, record as never)))
      : tables.records(asked)
  return { ...tables, records }
}

async function* kept<T>(items: AsyncIterable<T>, keep: (item: T) => boolean): AsyncGenerator<T> {
  for await (const item of items) if (keep(item)) yield item
}

/** What a file of these changes tells beside the records; `at` is the moment when it is asked for. */
export const standingOf = ({ gone }: Changes, at: string): Standing => ({ gone, at })
