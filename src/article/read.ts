import type { FilePage, Page, PageMeta, RecordPage } from '../collect/index.ts'
import { contentId, type Decoded, decode, failure, type Problem, warning } from '../core/index.ts'
import type { Article, ArticleResult } from './article.ts'
import type { Block } from './block.ts'
import { compose } from './compose.ts'
import { findDates, settle } from './header.ts'
import type { HeadData } from './html/metadata.ts'
import { declaredCharset, readHtml } from './html/page.ts'
import { detectLanguage } from './language.ts'
import { findNotes } from './notes.ts'
import { findCredits, findOutlet } from './outlet.ts'
import { recordText } from './record.ts'
import { isoStamp } from './stamps.ts'
import { labelBlocks } from './text/label.ts'
import type { Line } from './text/line.ts'
import { linesOf } from './text/lines.ts'

/** Languages that the later stages can read. */
const SERVED = new Set(['ru'])

const checked = (article: Article, warnings: readonly Problem[]): ArticleResult =>
  SERVED.has(article.language)
    ? { article, warnings }
    : { problem: failure('other-language', article.input, { language: article.language }), warnings }

const idOf = (meta: PageMeta, text: string, url: string | null, outlet: string | null): string =>
  meta.id ?? contentId([text, url, outlet])

const badDates = (input: string, meta: PageMeta): Problem[] =>
  (['published', 'updated', 'fetched'] as const).flatMap((field) => {
    const value = meta[field]
    return value === undefined || isoStamp(value) !== null ? [] : [warning('bad-date', input, { field, value })]
  })

const readRecord = (page: RecordPage): ArticleResult => {
  const { input, meta } = page
  const warnings = badDates(input, meta)
  const { text, headline, parts, datelines, opening } = recordText(page)
  const language = detectLanguage(text)
  if (language === null) return { problem: failure('no-text', input), warnings }
  const url = meta.url ?? null
  const outlet = meta.outlet ?? opening?.agency ?? null
  const given = settle(null, meta.published)
  const dated = given.value === null ? findDates([], opening, meta).published : null
  return checked(
    {
      kind: 'article',
      id: idOf(meta, text, url, outlet),
      input,
      url,
      outlet,
      language,
      headline,
      published: given.value ?? dated,
      publishedBasis: given.basis ?? (dated === null ? null : 'page'),
      updated: settle(null, meta.updated).value,
      text,
      parts,
      notes: findNotes(text),
      datelines,
      credits: [],
    },
    warnings,
  )
}

const decodeWarnings = (input: string, decoded: Decoded): Problem[] => [
  ...(decoded.overruled === undefined
    ? []
    : [warning('encoding-overruled', input, { declared: decoded.overruled, found: decoded.encoding })]),
  ...(decoded.unknown === undefined
    ? []
    : [warning('encoding-unknown', input, { declared: decoded.unknown, found: decoded.encoding })]),
  ...(decoded.broken === undefined
    ? []
    : [warning('encoding-broken', input, { count: decoded.broken, encoding: decoded.encoding })]),
]

/** The lines of a page, and what its markup says beside them. */
interface Opened {
  readonly blocks: readonly Block[]
  readonly head: HeadData | null
  readonly warnings: readonly Problem[]
}

const MARKUP = /^[\s\ufeff]{0,200}<(?:!doctype\s+html|html[\s>])/i

const open = (page: FilePage, text: string): Opened => {
  if (page.format === 'text' && !MARKUP.test(text)) return { blocks: linesOf(text), head: null, warnings: [] }
  const html = readHtml(text)
  const deep = html.tooDeep === null ? [] : [warning('deep-nesting', page.input, { depth: html.tooDeep })]
  const dates = html.head.badDates.map((value) => warning('impossible-date', page.input, { value }))
  return { blocks: html.blocks, head: html.head, warnings: [...deep, ...dates] }
}

const foreignLanguage = (lines: readonly Line[]): string | null => {
  const language = detectLanguage(lines.map((line) => line.block.text).join('\n'))
  return language === null || SERVED.has(language) ? null : language
}

const readFilePage = (page: FilePage): ArticleResult => {
  const { input, meta } = page
  const decoded = decode(page.bytes, page.charset ?? (page.format === 'html' ? declaredCharset(page.bytes) : undefined))
  const { blocks, head, warnings: found } = open(page, decoded.text)
  const warnings = [...decodeWarnings(input, decoded), ...badDates(input, meta), ...found]
  const lines = labelBlocks(blocks, [...(head?.titles ?? []), ...(meta.title === undefined ? [] : [meta.title])])
  const composed = compose(lines, head?.headline ?? null)
  // A page of another language may look like furniture altogether: then the page as a whole tells its language.
  const language = detectLanguage(composed.text) ?? foreignLanguage(lines)
  if (language === null) return { problem: failure('no-text', input), warnings }
  const dates = findDates(lines, composed.opening, meta)
  for (const value of dates.impossible) warnings.push(warning('impossible-date', input, { value }))
  const published = settle(head?.published ?? dates.published, meta.published)
  const url = head?.url ?? meta.url ?? null
  const agency = composed.opening?.agency ?? null
  const outlet = head?.outlet ?? findOutlet(lines, composed.text, agency) ?? meta.outlet ?? null
  const credits = findCredits(lines)
  return checked(
    {
      kind: 'article',
      id: idOf(meta, composed.text, url, outlet),
      input,
      url,
      outlet,
      language,
      headline: composed.headline,
      published: published.value,
      publishedBasis: published.basis,
      updated: settle(head?.updated ?? dates.updated, meta.updated).value,
      text: composed.text,
      parts: composed.parts,
      notes: [...findNotes(composed.text), ...composed.cutNotes],
      datelines: composed.datelines,
      credits: agency !== null && agency !== outlet && !credits.includes(agency) ? [agency, ...credits] : credits,
    },
    warnings,
  )
}

/**
 * Reads one page: decodes it, tells the article from the page's furniture, finds headline, outlet and dates, and keeps
 * the way back from every part to the page (`pageStart`, `pageEnd`: offsets in the decoded page, UTF-16 code units).
 *
 * Never throws. A page without text gives the problem `no-text`, one in a language that is not served `other-language`;
 * what was overruled or not taken (a wrong charset, 31 February) stands in `warnings`.
 *
 * @example readPage({ kind: 'record-page', input: 'a.ndjson#1', text: 'Делегация прибыла.', meta: {} })
 */
export const readPage = (page: Page): ArticleResult =>
  page.kind === 'record-page' ? readRecord(page) : readFilePage(page)
