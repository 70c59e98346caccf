import type { ChronicleTables } from '../app/index.ts'
import {
  type ExportFormat,
  FORMATS,
  formatNamed,
  selectEntries,
  WHATS,
  type What,
  writeExport,
} from '../export/index.ts'
import { type Fault, fault } from './fault.ts'
import { entryFilterOf } from './filters.ts'
import { LIST_FILES } from './list-files.ts'
import { ENTRY_FILE, EXPORT_FILE, type Parameters, type Values } from './parameters.ts'
import type { ChronicleSource } from './source.ts'
import { type FileAnswer, writeChanges } from './standing.ts'

/** A file of the chronicle in another program's format: the timeline's filter gives what stands in it. */
export interface FileRoute {
  readonly path: string
  readonly about: string
  readonly format: ExportFormat
  readonly parameters: Parameters
  /** What is meant where the question does not say. */
  readonly given: { readonly what: What; readonly bom: boolean }
  /** The part of the chronicle that the question asks for. */
  readonly tables: (source: ChronicleSource, query: never) => Promise<ChronicleTables>
}

type FileQuery = Values<typeof EXPORT_FILE>

/** What stands behind the entries that the timeline shows, in its order. */
const ofTimeline = async (source: ChronicleSource, query: FileQuery): Promise<ChronicleTables> =>
  selectEntries(await source.tables(), await source.allEntries(entryFilterOf(query), query.order ?? 'new'))

/** All of the chronicle where nothing is filtered; that needs no whole in memory. */
const ofExport = async (source: ChronicleSource, query: FileQuery): Promise<ChronicleTables> =>
  Object.keys(entryFilterOf(query)).length > 0 || query.order !== undefined
    ? ofTimeline(source, query)
    : source.tables()

const timelineFile = (name: string): FileRoute => {
  const format = formatNamed(name)!
  const about = `Entries that pass the filter: ${format.about}.`
  return {
    path: `/entries.${name}`,
    about,
    format,
    parameters: ENTRY_FILE,
    given: { what: 'entries', bom: true },
    tables: ofTimeline,
  }
}

const exportFile = (format: ExportFormat): FileRoute => ({
  path: `/export/${format.name}`,
  about: `What stands behind the entries that pass the filter: ${format.about}. Covers ${format.covers.join(', ')}.`,
  format,
  parameters: EXPORT_FILE,
  given: { what: format.covers[0]!, bom: false },
  tables: ofExport,
})

/** Everything that passes the filter, in other programs' formats: a route for each one of the register. */
export const FILES: readonly FileRoute[] = [
  ...['csv', 'json', 'ics', 'atom'].map(timelineFile),
  ...FORMATS.map(exportFile),
  ...LIST_FILES,
]

/** The file as asked at `url`, piece by piece; a fault where the format cannot tell what is asked. */
export const writeFile = async (
  source: ChronicleSource,
  { format, given, tables }: FileRoute,
  query: FileQuery,
  url: string,
): Promise<FileAnswer | Fault> => {
  const { what = given.what, bom = given.bom, lang = 'ru' } = query
  if (!format.covers.includes(what))
    return fault(
      400,
      'bad-parameter',
      `Parameter "what" cannot be "${what}": ${format.name} does not cover it.`,
      `Use one of: ${format.covers.join(', ')}.`,
    )
  const options = { what, lang, bom, home: `${new URL(url).origin}/`, self: url, standing: null }
  if (query.since !== undefined) return writeChanges(source, format, options, query.since)
  return { pieces: writeExport(format, await tables(source, query as never), options) }
}

/** The formats as the page's menu lists them. */
export interface FormatList {
  readonly items: readonly Pick<ExportFormat, 'name' | 'title' | 'about' | 'covers' | 'media' | 'extension'>[]
  readonly whats: readonly What[]
}

export const listFormats = (): FormatList => ({
  items: FORMATS.map(({ name, title, about, covers, media, extension }) => ({
    name,
    title,
    about,
    covers,
    media,
    extension,
  })),
  whats: WHATS,
})
