import type { EntryRow } from '../../src/api/index.ts'

/** Rows under one heading: what lies ahead, or neighbours of one date. */
export interface Group {
  readonly key: string
  readonly ahead: boolean
  readonly date: string | null
  readonly rows: readonly EntryRow[]
  /** Place of the first row among all entries, from 1. */
  readonly first: number
}

/** A longer day stands in parts, each with the heading, so that drawing one is a short task. */
const MOST = 16

/** Neighbours with one date share one heading; `ahead`, the first of `aheadTotal`, stands above under its own. */
export const groupRows = (ahead: readonly EntryRow[], rows: readonly EntryRow[], aheadTotal: number): Group[] => {
  const groups: (Group & { rows: EntryRow[] })[] = []
  for (const [at, row] of [...ahead, ...rows].entries()) {
    const isAhead = at < ahead.length
    const last = groups.at(-1)
    if (last && last.ahead === isAhead && (isAhead || last.date === row.date) && last.rows.length < MOST)
      last.rows.push(row)
    else {
      const first = 1 + (isAhead ? at : aheadTotal + at - ahead.length)
      groups.push({ key: `${isAhead} ${row.id}`, ahead: isAhead, date: row.date, rows: [row], first })
    }
  }
  return groups
}
