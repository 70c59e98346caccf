import type { ChronicleTables } from '../app/index.ts'
import { ATOM } from './atom.ts'
import { BRAT } from './brat-archive.ts'
import { CAMEO } from './cameo.ts'
import { CONLLU } from './conllu.ts'
import { CSV } from './csv.ts'
import { FOLLOW_THE_MONEY } from './follow-the-money.ts'
import type { Chunk, ExportFormat, ExportOptions } from './format.ts'
import { ICALENDAR } from './icalendar.ts'
import { JSON_FEED } from './json-feed.ts'
import { JSON_LD } from './json-ld.ts'
import { JSON_ARRAY, JSONL } from './jsonl.ts'
import { GEXF, GRAPHML } from './network.ts'
import { PARQUET } from './parquet.ts'
import { PLOVER } from './plover.ts'
import { PROV } from './prov.ts'
import { TIMELINE_JS } from './timeline-js.ts'
import { WEB_ANNOTATION } from './web-annotation.ts'

/**
 * Every format that a chronicle can be written in: the command line, the HTTP API with its description and the page's
 * menu are made from this list. docs/export.md tells of each.
 */
export const FORMATS: readonly ExportFormat[] = [
  JSONL,
  JSON_ARRAY,
  CSV,
  PARQUET,
  ICALENDAR,
  ATOM,
  JSON_FEED,
  TIMELINE_JS,
  PLOVER,
  CAMEO,
  JSON_LD,
  WEB_ANNOTATION,
  PROV,
  GRAPHML,
  GEXF,
  FOLLOW_THE_MONEY,
  CONLLU,
  BRAT,
]

export const formatNamed = (name: string): ExportFormat | undefined => FORMATS.find((format) => format.name === name)

// A line a write would cost more than the line.
const PIECE = 64 * 1024

/** Text gathered into larger pieces; bytes are handed on as they are. */
async function* gathered(chunks: AsyncIterable<Chunk>): AsyncGenerator<Chunk> {
  let text = ''
  for await (const chunk of chunks) {
    if (typeof chunk === 'string') {
      text += chunk
      if (text.length < PIECE) continue
    }
    if (text !== '') yield text
    text = ''
    if (typeof chunk !== 'string') yield chunk
  }
  if (text !== '') yield text
}

const HOME = 'http://127.0.0.1:4400/'

/**
 * A chronicle in another program's format, piece by piece.
 *
 * @throws RangeError where the format cannot tell what is asked
 * @example for await (const piece of writeExport(formatNamed('csv')!, tables, { what: 'articles' })) stdout.write(piece)
 */
export const writeExport = (
  format: ExportFormat,
  tables: ChronicleTables,
  {
    what = format.covers[0]!,
    lang = 'ru',
    home = HOME,
    self,
    bom = false,
    standing = null,
  }: Partial<ExportOptions> = {},
): AsyncGenerator<Chunk> => {
  if (!format.covers.includes(what))
    throw new RangeError(`${format.name} covers ${format.covers.join(', ')}: not ${what}`)
  const address = self ?? `${home}api/v1/export/${format.name}`
  return gathered(format.write(tables, { what, lang, home, self: address, bom, standing }))
}
