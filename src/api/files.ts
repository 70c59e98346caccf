import type { Entry } from '../chronicle/index.ts'
import { exportCsv } from '../export/index.ts'
import { entryFilterOf } from './filters.ts'
import { feedOf } from './formats/atom.ts'
import { calendarOf } from './formats/icalendar.ts'
import { type Telling, tellingIn } from './formats/telling.ts'
import type { ENTRY_FILE, Values } from './parameters.ts'
import type { ChronicleSource } from './source.ts'

/** A file of entries: the timeline's filter gives what stands in it. */
export interface FileRoute {
  readonly path: string
  readonly about: string
  readonly type: string
  readonly write: (entries: readonly Entry[], telling: Telling, self: string) => string
}

const tableOf = (entries: readonly Entry[]): string => {
  const rest = { identities: [], articles: [], statements: [], stories: [] }
  return `\ufeff${[...exportCsv({ kind: 'chronicle', entries, ...rest }, 'entries')].join('')}`
}

/** Everything that passes the filter, in other programs' formats. */
export const FILES: readonly FileRoute[] = [
  {
    path: '/entries.csv',
    about: 'Entries that pass the filter as a table (RFC 4180, UTF-8 with its mark, so that sheet programs see it).',
    type: 'text/csv; charset=utf-8',
    write: tableOf,
  },
  {
    path: '/entries.json',
    about: 'Entries that pass the filter, whole: the records of letopis export.',
    type: 'application/json; charset=utf-8',
    write: (entries) => `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`,
  },
  {
    path: '/entries.ics',
    about: 'Entries that pass the filter as a calendar (RFC 5545); what is not known to the month is left out.',
    type: 'text/calendar; charset=utf-8',
    write: calendarOf,
  },
  {
    path: '/entries.atom',
    about: 'The newest 100 entries that pass the filter as a feed (RFC 4287), by when pages began to tell of them.',
    type: 'application/atom+xml; charset=utf-8',
    write: feedOf,
  },
]

/** The text of a file, as asked at `url`. */
export const writeFile = async (
  source: ChronicleSource,
  file: FileRoute,
  query: Values<typeof ENTRY_FILE>,
  url: string,
): Promise<string> => {
  const entries = await source.allEntries(entryFilterOf(query), query.order ?? 'new')
  return file.write(entries, tellingIn(query.lang ?? 'ru', `${new URL(url).origin}/`), url)
}
