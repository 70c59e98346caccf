import type { ChronicleTables } from '../app/index.ts'
import type { Entry } from '../chronicle/index.ts'

/** How many entries a feed holds. */
const MOST = 100

/** What stands for a moment that nobody tells. */
export const UNKNOWN = '1970-01-01T00:00:00.000Z'

/** An entry with the first and the last moment at which pages told of it. */
export interface DatedEntry {
  readonly entry: Entry
  readonly first: string
  readonly last: string
}

// RFC 3339 wants an hour: a page that names only its day counts as published at its beginning.
const moment = (published: string): string => {
  const time = Date.parse(published)
  return Number.isNaN(time) ? UNKNOWN : new Date(time).toISOString()
}

/** An entry with the moments at which pages told of it. */
export const dated = (entry: Entry): DatedEntry => {
  const moments = entry.evidence.flatMap(({ published }) => (published === null ? [] : [moment(published)])).sort()
  return { entry, first: moments[0] ?? UNKNOWN, last: moments.at(-1) ?? UNKNOWN }
}

const latestFirst = (a: DatedEntry, b: DatedEntry): number =>
  a.first > b.first ? -1 : a.first < b.first ? 1 : a.entry.id < b.entry.id ? -1 : 1

/** The entries that pages began to tell of last, the latest first: what a feed holds. */
export const newestEntries = async (tables: ChronicleTables): Promise<readonly DatedEntry[]> => {
  let newest: DatedEntry[] = []
  for await (const entry of tables.records('entries')) {
    newest.push(dated(entry))
    // Few enough that those which fall out again never grow old in memory.
    if (newest.length >= 2 * MOST) newest = newest.sort(latestFirst).slice(0, MOST)
  }
  return newest.sort(latestFirst).slice(0, MOST)
}

/** The last moment at which any of these was told of. */
export const lastOf = (entries: readonly DatedEntry[]): string =>
  entries
    .map(({ last }) => last)
    .sort()
    .at(-1) ?? UNKNOWN
