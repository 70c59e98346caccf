import type {
  ChronicleArticle,
  ChronicleStatement,
  DocumentRecord,
  Dyad,
  Entry,
  Identity,
  Story,
} from '../chronicle/index.ts'
import { factsJson } from './facts.ts'
import type { ExportFormat } from './format.ts'
import { type EntryDisagreement, type Exported, itemsOf, WHATS, type What } from './what.ts'

// The fields of the contract (docs/chronicle.md) come first and in its order; what Letopis adds follows.
const entryRecord = (entry: Entry): object => {
  const { id, kind, status, date, title, participants, place, evidence, origins, history } = entry
  const { disagreements, partOf, story } = entry
  const contract = {
    id,
    kind,
    status,
    date,
    title,
    participants,
    place,
    evidence,
    origins,
    history,
    disagreements,
    partOf,
    story,
  }
  return Object.assign(contract, entry)
}

const articleRecord = (article: ChronicleArticle): object => {
  const { id, input, url, outlet, headline, published, reprintOf, story, ...rest } = article
  return { id, input, url, outlet, headline, published, reprintOf, story, ...rest }
}

const identityRecord = ({ id, type, name, nameEn, variants, roles, ...rest }: Identity): object => ({
  id,
  type,
  name,
  nameEn,
  variants,
  roles,
  ...rest,
})

const storyRecord = ({ id, title, articles, entries, ...rest }: Story): object => ({
  id,
  title,
  articles,
  entries,
  ...rest,
})

const disagreementRecord = ({ id, about, relation, entry, versions, ...rest }: EntryDisagreement): object => ({
  id,
  about,
  relation,
  entry: entry.id,
  title: entry.title,
  versions,
  ...rest,
})

const statementRecord = (statement: ChronicleStatement): object => {
  const { article, index, start, end, kind, stance, speaker, quote, chain, published, ...rest } = statement
  return { article, index, start, end, kind, stance, speaker, quote, chain, published, ...rest }
}

const dyadRecord = ({ id, members, ...rest }: Dyad): object => ({ id, members, ...rest })

const documentRecord = ({ identity, name, nameEn, ...rest }: DocumentRecord): object => ({
  identity,
  name,
  nameEn,
  ...rest,
})

const JSON_OF: { readonly [W in What]: (item: Exported[W]) => string } = {
  entries: (entry) => JSON.stringify(entryRecord(entry)),
  articles: (article) => JSON.stringify(articleRecord(article)),
  identities: (identity) => JSON.stringify(identityRecord(identity)),
  stories: (story) => JSON.stringify(storyRecord(story)),
  disagreements: (disagreement) => JSON.stringify(disagreementRecord(disagreement)),
  statements: (statement) => JSON.stringify(statementRecord(statement)),
  dyads: (dyad) => JSON.stringify(dyadRecord(dyad)),
  documents: (document) => JSON.stringify(documentRecord(document)),
  facts: factsJson,
}

/** The JSON of one item, without a line break. @example jsonOf('entries', entry) // '{"id":"…","kind":"meeting",…' */
export const jsonOf = <W extends What>(what: W, item: Exported[W]): string => JSON_OF[what](item)

/** The record of what is there no more. @example goneJson('4be1') // '{"id":"4be1","gone":true}' */
export const goneJson = (id: string): string => JSON.stringify({ id, gone: true })

/** One record a line (https://jsonlines.org), with the fields of docs/chronicle.md. */
export const JSONL: ExportFormat = {
  name: 'jsonl',
  title: { ru: 'Записи, JSON Lines', en: 'Records, JSON lines' },
  about: 'JSON lines: one record a line, whole (docs/chronicle.md)',
  covers: WHATS,
  media: 'application/x-ndjson; charset=utf-8',
  extension: 'jsonl',
  streams: true,
  tellsGone: true,
  async *write(tables, { what, standing }) {
    for await (const item of itemsOf(tables, what)) yield `${jsonOf(what, item)}\n`
    for (const id of standing?.gone ?? []) yield `${goneJson(id)}\n`
  },
}

/** The same records as one JSON array. */
export const JSON_ARRAY: ExportFormat = {
  name: 'json',
  title: { ru: 'Записи, JSON', en: 'Records, JSON' },
  about: 'JSON: one array of the same records',
  covers: WHATS,
  media: 'application/json; charset=utf-8',
  extension: 'json',
  streams: true,
  tellsGone: true,
  async *write(tables, { what, standing }) {
    let before = '[\n'
    for await (const item of itemsOf(tables, what)) {
      yield before + jsonOf(what, item)
      before = ',\n'
    }
    for (const id of standing?.gone ?? []) {
      yield before + goneJson(id)
      before = ',\n'
    }
    yield before === '[\n' ? '[]\n' : '\n]\n'
  },
}
