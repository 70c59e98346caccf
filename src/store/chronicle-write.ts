import { sql, type Transaction } from 'kysely'
import type { Chronicle, Entry } from '../chronicle/index.ts'
import {
  articleRow,
  entriesOfIdentities,
  entryChildren,
  entryRow,
  identityRow,
  type Row,
  statementRow,
  storyRow,
} from './chronicle-rows.ts'
import { databaseJson } from './json.ts'
import type { Tables } from './schema.ts'

interface TableShape {
  readonly table: string
  readonly key: readonly string[]
  /** Columns that are written, with their types. */
  readonly columns: Readonly<Record<string, string>>
}

const ENTRIES: TableShape = {
  table: 'entries',
  key: ['id'],
  columns: {
    id: 'text',
    hash: 'text',
    kind: 'text',
    status: 'text',
    date: 'text',
    dated: 'boolean',
    first_day: 'integer',
    last_day: 'integer',
    sort_day: 'integer',
    disputes: 'integer',
    framings: 'integer',
    origins: 'integer',
    part_of: 'text',
    story: 'text',
    line: 'json',
    record: 'json',
    words: 'text',
  },
}

const CHILDREN: readonly TableShape[] = [
  { table: 'entry_aliases', key: ['alias'], columns: { alias: 'text', entry: 'text' } },
  {
    table: 'entry_participants',
    key: ['entry', 'n'],
    columns: { entry: 'text', n: 'integer', identity: 'text', name: 'text', name_en: 'text', type: 'text' },
  },
  { table: 'entry_outlets', key: ['entry', 'outlet'], columns: { entry: 'text', outlet: 'text' } },
  {
    table: 'evidence',
    key: ['entry', 'n'],
    columns: { entry: 'text', n: 'integer', article: 'text', event: 'integer' },
  },
]

const IDENTITIES: TableShape = {
  table: 'identities',
  key: ['id'],
  columns: {
    id: 'text',
    hash: 'text',
    type: 'text',
    name: 'text',
    name_en: 'text',
    names: 'text',
    articles: 'integer',
    entries: 'integer',
    record: 'json',
  },
}

const STATEMENTS: TableShape = {
  table: 'statements',
  key: ['article', 'n'],
  columns: {
    article: 'text',
    n: 'integer',
    hash: 'text',
    speaker: 'text',
    speaker_name: 'text',
    stance: 'text',
    outlet: 'text',
    published: 'text',
    published_day: 'integer',
    record: 'json',
    words: 'text',
  },
}

const STORIES: TableShape = { table: 'stories', key: ['id'], columns: { id: 'text', hash: 'text', record: 'json' } }

const ARTICLES: TableShape = {
  table: 'chronicle_articles',
  key: ['id'],
  columns: {
    id: 'text',
    hash: 'text',
    outlet: 'text',
    published: 'text',
    published_day: 'integer',
    reprint_of: 'text',
    share: 'double precision',
    story: 'text',
    record: 'json',
  },
}

// One statement carries at most this much: small enough for the database's memory, large enough to be few.
const BATCH_ROWS = 2_000
const BATCH_CHARACTERS = 4_000_000

const batches = function* (rows: readonly Row[]): Generator<string> {
  let batch: string[] = []
  let size = 0
  for (const row of rows) {
    const json = databaseJson(row)
    if (batch.length > 0 && (batch.length >= BATCH_ROWS || size + json.length > BATCH_CHARACTERS)) {
      yield `[${batch.join(',')}]`
      batch = []
      size = 0
    }
    batch.push(json)
    size += json.length
  }
  if (batch.length > 0) yield `[${batch.join(',')}]`
}

/** Writes rows over those that have their keys. */
export const upsert = async (trx: Transaction<Tables>, shape: TableShape, rows: readonly Row[]): Promise<void> => {
  const names = Object.keys(shape.columns)
  const columns = sql.join(names.map((name) => sql.ref(name)))
  const typed = sql.raw(names.map((name) => `${name} ${shape.columns[name]}`).join(', '))
  const rest = names.filter((name) => !shape.key.includes(name))
  const conflict =
    rest.length === 0
      ? sql`do nothing`
      : sql`do update set ${sql.join(rest.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}`
  for (const json of batches(rows)) {
    await sql`
      insert into ${sql.table(shape.table)} (${columns})
      select ${columns} from json_to_recordset(cast(${json} as json)) as given(${typed})
      on conflict (${sql.join(shape.key.map((name) => sql.ref(name)))}) ${conflict}`.execute(trx)
  }
}

const keyText = (shape: TableShape, row: Row): string => shape.key.map((name) => String(row[name])).join('\n')

/** Makes a table hold exactly these rows, touching only those that differ. Gives the keys that were written or taken out. */
const settle = async (trx: Transaction<Tables>, shape: TableShape, rows: readonly Row[]) => {
  const select = sql.join([...shape.key, 'hash'].map((name) => sql.ref(name)))
  const { rows: stored } = await sql<Row>`select ${select} from ${sql.table(shape.table)}`.execute(trx)
  const hashes = new Map(stored.map((row) => [keyText(shape, row), row.hash]))
  const changed = rows.filter((row) => hashes.get(keyText(shape, row)) !== row.hash)
  const kept = new Set(rows.map((row) => keyText(shape, row)))
  const gone = stored.filter((row) => !kept.has(keyText(shape, row)))
  await takeOut(trx, shape, gone)
  return { changed, gone }
}

/** Deletes the rows of these keys. */
export const takeOut = async (trx: Transaction<Tables>, shape: TableShape, gone: readonly Row[]): Promise<void> => {
  const conditions = sql.join(
    shape.key.map((name) => sql`held.${sql.ref(name)} = given.${sql.ref(name)}`),
    sql` and `,
  )
  const typed = sql.raw(shape.key.map((name) => `${name} ${shape.columns[name]}`).join(', '))
  for (const json of batches(gone)) {
    await sql`
      delete from ${sql.table(shape.table)} as held
      using json_to_recordset(cast(${json} as json)) as given(${typed}) where ${conditions}`.execute(trx)
  }
}

const replace = async (trx: Transaction<Tables>, shape: TableShape, rows: readonly Row[]): Promise<number> => {
  const { changed, gone } = await settle(trx, shape, rows)
  await upsert(trx, shape, changed)
  return changed.length + gone.length
}

const replaceEntries = async (trx: Transaction<Tables>, chronicle: Chronicle): Promise<number> => {
  const { changed, gone } = await settle(trx, ENTRIES, chronicle.entries.map(entryRow))
  const due = new Set(changed.map(({ id }) => id))
  await writeEntries(
    trx,
    chronicle.entries.filter(({ id }) => due.has(id)),
    changed,
  )
  return changed.length + gone.length
}

/** Writes entries, given with their rows, and what hangs on them. */
export const writeEntries = async (
  trx: Transaction<Tables>,
  entries: readonly Entry[],
  changed: readonly Row[],
): Promise<void> => {
  if (entries.length === 0) return
  const ids = JSON.stringify(changed.map(({ id }) => id))
  for (const { table } of CHILDREN) {
    await sql`
      delete from ${sql.table(table)}
      where entry in (select json_array_elements_text(cast(${ids} as json)))`.execute(trx)
  }
  await upsert(trx, ENTRIES, changed)
  const children = entryChildren(entries)
  for (const shape of CHILDREN) await upsert(trx, shape, children[shape.table as keyof typeof children])
}

/** The tables of whole records. */
export const SHAPES = {
  entries: ENTRIES,
  identities: IDENTITIES,
  statements: STATEMENTS,
  stories: STORIES,
  articles: ARTICLES,
} as const

/**
 * Makes the stored chronicle this one, inside the caller's transaction: only records that changed are written. Gives how
 * many records were written or taken out.
 */
export const writeChronicle = async (trx: Transaction<Tables>, chronicle: Chronicle): Promise<number> => {
  const entries = entriesOfIdentities(chronicle.entries)
  const outlets = new Map(chronicle.articles.map(({ id, outlet }) => [id, outlet]))
  return (
    (await replaceEntries(trx, chronicle)) +
    (await replace(
      trx,
      IDENTITIES,
      chronicle.identities.map((identity) => identityRow(identity, entries.get(identity.id) ?? 0)),
    )) +
    (await replace(
      trx,
      STATEMENTS,
      chronicle.statements.map((statement) => statementRow(statement, outlets.get(statement.article) ?? null)),
    )) +
    (await replace(trx, STORIES, chronicle.stories.map(storyRow))) +
    (await replace(trx, ARTICLES, chronicle.articles.map(articleRow)))
  )
}
