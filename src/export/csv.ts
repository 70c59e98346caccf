import type { Chronicle, Disagreement, Entry } from '../chronicle/index.ts'
import { disagreementsOf, type What } from './what.ts'

type Cell = string | number | null
type Row = readonly Cell[]

// A sheet program runs a cell that begins like a formula (OWASP, "CSV Injection"): an apostrophe keeps it text.
const FORMULA = /^[=+@\t\r]|^-(?![\d.,]+$)/

/**
 * One record of RFC 4180: cells apart by commas, quoted where they hold a comma, a quotation mark or a line break,
 * ended by CR LF. A null is an empty cell.
 *
 * @example csvRow(['а,б', 2, null]) // '"а,б",2,\r\n'
 */
export const csvRow = (cells: Row): string => {
  const written = cells.map((cell) => {
    const text = cell === null ? '' : typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell)
    return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
  })
  return `${written.join(',')}\r\n`
}

/** Values of one cell; none of them holds the separator, since a line break within a value becomes a space. */
const many = (values: readonly string[]): string => values.map((value) => value.replace(/\s*\n\s*/g, ' ')).join('\n')

const disagreementText = ({ about, relation, versions }: Disagreement): string =>
  `${about}, ${relation}: ${versions.map(({ value }) => value).join(' / ')}`

/** Columns of each table, in order; docs/chronicle.md says what each holds. */
export const CSV_COLUMNS: Readonly<Record<What, readonly string[]>> = {
  entries: [
    'id',
    'kind',
    'status',
    'date',
    'date_basis',
    'title',
    'title_en',
    'participants',
    'place',
    'level',
    'origins',
    'outlets',
    'articles',
    'quotes',
    'history',
    'disagreements',
    'part_of',
    'story',
  ],
  articles: ['id', 'input', 'url', 'outlet', 'headline', 'published', 'reprint_of', 'reprint_share', 'story'],
  identities: ['id', 'type', 'name', 'name_en', 'country', 'variants', 'roles', 'articles'],
  stories: ['id', 'title', 'title_en', 'from', 'to', 'articles', 'entries'],
  disagreements: [
    'id',
    'about',
    'relation',
    'entry',
    'entry_title',
    'version',
    'value',
    'articles',
    'origins',
    'quotes',
  ],
  statements: [
    'article',
    'index',
    'start',
    'end',
    'kind',
    'stance',
    'speaker',
    'speaker_identity',
    'quote',
    'chain',
    'published',
  ],
}

const entryRow = (entry: Entry): Row => [
  entry.id,
  entry.kind,
  entry.status,
  entry.date,
  entry.dateBasis,
  entry.title,
  entry.titleEn,
  many(entry.participants.map(({ name }) => name)),
  entry.place?.name ?? null,
  entry.level,
  entry.origins,
  entry.outlets,
  many([...new Set(entry.evidence.map(({ article }) => article))]),
  many([...new Set(entry.evidence.map(({ quote }) => quote))]),
  many(entry.history.map(({ status, published, article }) => `${published ?? ''} ${status} ${article}`.trim())),
  many(entry.disagreements.map(disagreementText)),
  entry.partOf,
  entry.story,
]

function* rowsOf(chronicle: Chronicle, what: What): Generator<Row> {
  if (what === 'entries') for (const entry of chronicle.entries) yield entryRow(entry)
  else if (what === 'articles')
    for (const { id, input, url, outlet, headline, published, reprintOf, story } of chronicle.articles)
      yield [id, input, url, outlet, headline, published, reprintOf?.article ?? null, reprintOf?.share ?? null, story]
  else if (what === 'identities')
    for (const { id, type, name, nameEn, country, variants, roles, articles } of chronicle.identities)
      yield [
        id,
        type,
        name,
        nameEn,
        country,
        many(variants.map((variant) => `${variant.name} (${variant.count})`)),
        many(roles.map(({ role, from, to }) => `${role}${from ? ` (${from === to ? from : `${from}/${to}`})` : ''}`)),
        articles,
      ]
  else if (what === 'stories')
    for (const { id, title, titleEn, from, to, articles, entries } of chronicle.stories)
      yield [id, title, titleEn, from, to, many(articles), many(entries)]
  else if (what === 'disagreements') yield* disagreementRows(chronicle)
  else
    for (const { article, index, start, end, kind, stance, speaker, quote, chain, published } of chronicle.statements)
      yield [
        article,
        index,
        start,
        end,
        kind,
        stance,
        speaker?.name ?? null,
        speaker?.identity ?? null,
        quote,
        many(chain),
        published,
      ]
}

function* disagreementRows(chronicle: Chronicle): Generator<Row> {
  for (const { id, about, relation, entry, versions } of disagreementsOf(chronicle))
    for (const [at, { value, articles, origins, sources }] of versions.entries())
      yield [
        id,
        about,
        relation,
        entry.id,
        entry.title,
        at + 1,
        value,
        many(articles),
        origins,
        many(sources.map(({ quote }) => quote)),
      ]
}

/**
 * A chronicle as a table of comma-separated values (RFC 4180), its header first, one record a string. Several values in
 * a cell stand on lines of their own. A disagreement has one record a version.
 *
 * @example [...exportCsv(chronicle, 'entries')].join('') // 'id,kind,status,date,…\r\n…'
 */
export function* exportCsv(chronicle: Chronicle, what: What): Generator<string> {
  yield csvRow(CSV_COLUMNS[what])
  for (const row of rowsOf(chronicle, what)) yield csvRow(row)
}
