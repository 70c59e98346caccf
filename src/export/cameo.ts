import { hash } from 'node:crypto'
import type { ChronicleStatement, Entry, EntryParticipant } from '../chronicle/index.ts'
import { daysOf } from './dates.ts'
import type { ExportFormat } from './format.ts'
import type { CitedArticle } from './political/articles.ts'
import { codedLines } from './political/coded.ts'
import { codeEvent, codeStance, goldsteinOf, quadClassOf } from './political/coding.ts'
import { type Coded, type Entities, sidesOf } from './political/entities.ts'

const ACTOR = ['Code', 'Name', 'CountryCode', 'KnownGroupCode', 'EthnicCode', 'Religion1Code', 'Religion2Code'].concat([
  'Type1Code',
  'Type2Code',
  'Type3Code',
])
const GEO = ['Type', 'FullName', 'CountryCode', 'ADM1Code', 'ADM2Code', 'Lat', 'Long', 'FeatureID']

/** Columns of GDELT's event table (Event Codebook 2.0) in its order, then those that Letopis puts beside them. */
export const CAMEO_COLUMNS: readonly string[] = [
  'GLOBALEVENTID',
  'SQLDATE',
  'MonthYear',
  'Year',
  'FractionDate',
  ...ACTOR.map((name) => `Actor1${name}`),
  ...ACTOR.map((name) => `Actor2${name}`),
  'IsRootEvent',
  'EventCode',
  'EventBaseCode',
  'EventRootCode',
  'QuadClass',
  'GoldsteinScale',
  'NumMentions',
  'NumSources',
  'NumArticles',
  'AvgTone',
  ...GEO.map((name) => `Actor1Geo_${name}`),
  ...GEO.map((name) => `Actor2Geo_${name}`),
  ...GEO.map((name) => `ActionGeo_${name}`),
  'DATEADDED',
  'SOURCEURL',
  'Letopis_Id',
  'Letopis_Kind',
  'Letopis_Status',
  'Letopis_Date',
]

type Cells = Readonly<Record<string, string | number | null | undefined>>

const AT: ReadonlyMap<string, number> = new Map(CAMEO_COLUMNS.map((column, at) => [column, at]))
const EMPTY: readonly string[] = CAMEO_COLUMNS.map(() => '')

/** One line of all these cells; none holds the tab or the line break that part it from others. */
const line = (...groups: readonly Cells[]): string => {
  const row = [...EMPTY]
  for (const cells of groups)
    for (const column in cells) row[AT.get(column)!] = String(cells[column] ?? '').replace(/[\t\r\n]+/g, ' ')
  return `${row.join('\t')}\n`
}

/** The finest of GDELT's date columns that a date fills; what is wider than a month tells its year alone. */
const dateCells = (date: string | null): Cells => {
  const days = daysOf(date)
  if (days === null) return {}
  const { first, last } = days
  const [year = '', month = '', day = ''] = first.split('-')
  if (last.slice(0, 4) !== year) return {}
  if (last.slice(0, 7) !== first.slice(0, 7)) return { Year: year }
  if (last !== first) return { MonthYear: year + month, Year: year }
  const fraction = Number(year) + (Number(month) * 30 + Number(day)) / 365
  return { SQLDATE: year + month + day, MonthYear: year + month, Year: year, FractionDate: fraction.toFixed(4) }
}

const BODIES = new Set(['UNO', 'EUR', 'IGO'])
// CAMEO's names for what PLOVER calls otherwise; PRE and REL are none of its roles.
const ROLES: Readonly<Record<string, string>> = { JRN: 'MED', PRE: '', REL: '' }

const actorCells = (n: 1 | 2, name: string, { code, sector }: Coded): Cells => {
  const role = sector === null ? '' : (ROLES[sector] ?? sector)
  const body = code !== null && BODIES.has(code)
  return {
    [`Actor${n}Code`]: `${code ?? ''}${role}`,
    [`Actor${n}Name`]: name.toUpperCase(),
    [`Actor${n}CountryCode`]: body ? '' : code,
    [`Actor${n}KnownGroupCode`]: body ? code : '',
    [`Actor${n}Type1Code`]: role,
  }
}

const codeCells = (cameo: string): Cells => ({
  EventCode: cameo,
  EventBaseCode: cameo.slice(0, 3),
  EventRootCode: cameo.slice(0, 2),
  QuadClass: quadClassOf(cameo),
  GoldsteinScale: goldsteinOf(cameo).toFixed(1),
})

// 52 bits of a hash: stable, and a whole number that every program holds exactly.
const numberOf = (fields: readonly (string | null)[]): number =>
  Number.parseInt(hash('sha256', JSON.stringify(fields), 'hex').slice(0, 13), 16)

const stampOf = (published: string | null): string => {
  const days = daysOf(published)
  if (published === null || days === null) return ''
  const time = /T(\d\d):(\d\d)(?::(\d\d))?/.exec(published)
  return `${days.first.replaceAll('-', '')}${time?.[1] ?? '00'}${time?.[2] ?? '00'}${time?.[3] ?? '00'}`
}

interface Directed {
  readonly from: EntryParticipant
  readonly to: EntryParticipant | null
  readonly cameo: string
}

/** Pairs of actors: one way where there is a direction, both ways where an event is mutual; none within one state. */
const pairsOf = (entry: Entry, cameo: string, back: string | undefined, entities: Entities): Directed[] => {
  const { actors, recipients } = sidesOf(entry)
  const stateOf = ({ identity }: EntryParticipant): string => entities.of(identity).code ?? identity
  const apart = (from: EntryParticipant, to: EntryParticipant): boolean => stateOf(from) !== stateOf(to)
  if (recipients.length > 0) {
    const pairs = actors.flatMap((from) => recipients.filter((to) => apart(from, to)).map((to) => ({ from, to })))
    const returned = back === undefined ? [] : pairs.map(({ from, to }) => ({ from: to, to: from, cameo: back }))
    if (pairs.length > 0) return [...pairs.map((pair) => ({ ...pair, cameo })), ...returned]
  }
  const mutual = actors.flatMap((from) => actors.filter((to) => apart(from, to)).map((to) => ({ from, to, cameo })))
  return mutual.length > 0 ? mutual : actors.map((from) => ({ from, to: null, cameo }))
}

type Articles = ReadonlyMap<string, CitedArticle>

const entryLines = (entry: Entry, entities: Entities, articles: Articles): string => {
  const coded = codeEvent(entry.kind, entry.status)
  if (coded === null) return ''
  const { evidence, place } = entry
  const first = evidence
    .map(({ published }) => stampOf(published))
    .filter(Boolean)
    .sort()[0]
  const days = dateCells(entry.date)
  const common: Cells = {
    NumMentions: evidence.length,
    NumSources: entry.outlets,
    NumArticles: new Set(evidence.map(({ article }) => article)).size,
    ActionGeo_FullName: place?.nameEn || place?.name,
    DATEADDED: first,
    SOURCEURL: evidence.map(({ article }) => articles.get(article)?.url).find(Boolean),
    Letopis_Id: entry.id,
    Letopis_Kind: entry.kind,
    Letopis_Status: entry.status,
    Letopis_Date: entry.date,
  }
  const named = ({ nameEn, name }: EntryParticipant): string => nameEn || name
  return pairsOf(entry, coded.cameo, coded.back, entities)
    .map(({ from, to, cameo }) =>
      line(
        days,
        common,
        { GLOBALEVENTID: numberOf([entry.id, cameo, from.identity, to?.identity ?? null]) },
        actorCells(1, named(from), entities.of(from.identity)),
        to ? actorCells(2, named(to), entities.of(to.identity)) : {},
        codeCells(cameo),
      ),
    )
    .join('')
}

const statementLine = (said: ChronicleStatement, entities: Entities, articles: Articles): string => {
  if (said.speaker === null) return ''
  const { cameo } = codeStance(said.stance)
  const id = `${said.article}#${said.index}`
  const cells: Cells = {
    GLOBALEVENTID: numberOf([id, cameo]),
    NumMentions: 1,
    NumSources: 1,
    NumArticles: 1,
    DATEADDED: stampOf(said.published),
    SOURCEURL: articles.get(said.article)?.url,
    Letopis_Id: id,
    Letopis_Kind: said.stance,
    Letopis_Status: 'happened',
    Letopis_Date: said.published,
  }
  const speaker = actorCells(1, said.speaker.name, entities.of(said.speaker.identity))
  return line(dateCells(said.published), cells, speaker, codeCells(cameo))
}

const goneLine = (id: string): string => line({ Letopis_Id: id, Letopis_Status: 'gone' })

/**
 * Events coded in CAMEO, tab-separated in the column order of GDELT 2.0's event table, without a header as there. One
 * line a pair of actors and direction. What GDELT tells and Letopis does not know (tone, coordinates) is empty.
 */
export const CAMEO: ExportFormat = {
  name: 'cameo',
  title: { ru: 'Коды событий, CAMEO (GDELT)', en: 'Coded events, CAMEO (GDELT)' },
  about: "CAMEO events, tab-separated in GDELT's column order with QuadClass and Goldstein scale; status beside",
  covers: ['entries', 'statements'],
  media: 'text/tab-separated-values; charset=utf-8',
  extension: 'cameo.tsv',
  streams: true,
  tellsGone: true,
  write: (tables, { what, standing }) =>
    codedLines(tables, what, standing, { statement: statementLine, entry: entryLines, gone: goneLine }),
}
