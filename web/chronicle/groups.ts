import type { EntryRow } from '../../src/api/index.ts'

export interface Group {
  readonly key: string
  readonly date: string | null
  readonly rows: readonly EntryRow[]
}

/** Neighbours with one date share one heading. */
export const groupByDate = (rows: readonly EntryRow[]): Group[] => {
  const groups: { key: string; date: string | null; rows: EntryRow[] }[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last && last.date === row.date) last.rows.push(row)
    else groups.push({ key: `${row.date ?? ''} ${row.id}`, date: row.date, rows: [row] })
  }
  return groups
}
