import { type Disagreement, type Entry, standingEvidence } from '../chronicle/index.ts'
import type { ExportFormat } from './format.ts'
import { type EntryDisagreement, type Exported, itemsOf, type What } from './what.ts'

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

/** What is a table: facts are not, their lists refer to each other. */
export type Table = Exclude<What, 'facts'>

/** Columns of each table, in order; docs/chronicle.md says what each holds. */
export const CSV_COLUMNS: Readonly<Record<Table, readonly string[]>> = {
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
    'withdrawn',
  ],
  articles: [
    'id',
    'input',
    'url',
    'outlet',
    'headline',
    'published',
    'reprint_of',
    'reprint_share',
    'story',
    'versions',
    'outlet_kind',
    'outlet_country',
  ],
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
  dyads: [
    'id',
    'a',
    'a_name',
    'a_name_en',
    'b',
    'b_name',
    'b_name_en',
    'from',
    'to',
    'level',
    'intensity',
    'months',
    'kinds',
    'contacts',
    'agreements',
    'pending',
    'unreported',
    'entries',
  ],
  documents: [
    'identity',
    'name',
    'name_en',
    'variants',
    'date',
    'status',
    'made_by',
    'parties',
    'articles',
    'entries',
    'disagreements',
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
  many([...new Set(standingEvidence(entry).map(({ article }) => article))]),
  many([...new Set(standingEvidence(entry).map(({ quote }) => quote))]),
  many(entry.history.map(({ status, published, article }) => `${published ?? ''} ${status} ${article}`.trim())),
  many(entry.disagreements.map(disagreementText)),
  entry.partOf,
  entry.story,
  entry.withdrawn ? 'true' : null,
]

const disagreementRows = ({ id, about, relation, entry, versions }: EntryDisagreement): Row[] =>
  versions.map(({ value, articles, origins, sources }, at) => [
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
  ])

const ROWS: { readonly [W in Table]: (item: Exported[W]) => readonly Row[] } = {
  entries: (entry) => [entryRow(entry)],
  articles: ({ id, input, url, outlet, headline, published, reprintOf, story, versions, publisher }) => [
    [
      id,
      input,
      url,
      outlet,
      headline,
      published,
      reprintOf?.article ?? null,
      reprintOf?.share ?? null,
      story,
      versions?.length ?? 1,
      publisher?.kind ?? null,
      publisher?.country ?? null,
    ],
  ],
  identities: ({ id, type, name, nameEn, country, variants, roles, articles }) => [
    [
      id,
      type,
      name,
      nameEn,
      country,
      many(variants.map((variant) => `${variant.name} (${variant.count})`)),
      many(roles.map(({ role, from, to }) => `${role}${from ? ` (${from === to ? from : `${from}/${to}`})` : ''}`)),
      articles,
    ],
  ],
  stories: ({ id, title, titleEn, from, to, articles, entries }) => [
    [id, title, titleEn, from, to, many(articles), many(entries)],
  ],
  disagreements: disagreementRows,
  statements: ({ article, index, start, end, kind, stance, speaker, quote, chain, published }) => [
    [
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
    ],
  ],
  dyads: ({ id, members, from, to, level, intensity, months, kinds, ...lists }) => [
    [
      id,
      ...members.flatMap(({ identity, name, nameEn }) => [identity, name, nameEn]),
      from,
      to,
      level,
      intensity,
      many(months.map((month) => `${month.month} (${month.intensity})`)),
      many(Object.entries(kinds).map(([kind, count]) => `${kind} (${count})`)),
      many(lists.contacts),
      many(lists.agreements),
      many(lists.pending),
      many(lists.unreported),
      many(lists.entries),
    ],
  ],
  documents: (document) => [
    [
      document.identity,
      document.name,
      document.nameEn,
      many(document.variants.map(({ name, count }) => `${name} (${count})`)),
      document.date,
      document.status,
      document.madeBy,
      many(document.parties.map(({ name }) => name)),
      document.articles,
      many(document.entries),
      many(document.disagreements),
    ],
  ],
}

/** The records of one item: one, or one a version of a disagreement. */
export const rowsOf = <W extends Table>(what: W, item: Exported[W]): readonly Row[] => ROWS[what](item)

/**
 * A table of comma-separated values, its header first. Several values in a cell stand on lines of their own. A
 * disagreement has one record a version.
 */
export const CSV: ExportFormat = {
  name: 'csv',
  title: { ru: 'Таблица, CSV', en: 'Table, CSV' },
  about: 'a table (RFC 4180, UTF-8), for sheets and statistics',
  covers: Object.keys(CSV_COLUMNS) as Table[],
  media: 'text/csv; charset=utf-8',
  extension: 'csv',
  streams: true,
  async *write(tables, { what, bom }) {
    const table = what as Table
    yield `${bom ? '\ufeff' : ''}${csvRow(CSV_COLUMNS[table])}`
    for await (const item of itemsOf(tables, table)) for (const row of rowsOf(table, item)) yield csvRow(row)
  },
}
