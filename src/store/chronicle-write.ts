import { sql, type Transaction } from 'kysely'
import type { Chronicle } from '../chronicle/index.ts'
import { entryRow, type RecordRow, type Row, recordRow, statementRow } from './chronicle-rows.ts'
import { databaseJson } from './json.ts'
import type { Tables } from './schema.ts'

interface TableShape {
  readonly table: string
  readonly key: readonly string[]
  /** Columns that are written, with their types. */
  readonly columns: Readonly<Record<string, string>>
}

const byId = (table: string): TableShape => ({
  table,
  key: ['id'],
  columns: { id: 'text', hash: 'text', record: 'json' },
})

/** The tables of whole records. */
export const SHAPES = {
  entries: {
    table: 'entries',
    key: ['id'],
    columns: { id: 'text', hash: 'text', sort_day: 'integer', record: 'json' },
  },
  identities: byId('identities'),
  statements: {
    table: 'statements',
    key: ['article', 'n'],
    columns: { article: 'text', n: 'integer', hash: 'text', record: 'json' },
  },
  stories: byId('stories'),
  articles: byId('chronicle_articles'),
} as const satisfies Readonly<Record<string, TableShape>>

// One statement carries at most this much: small enough for the database's memory, large enough to be few.
const BATCH_ROWS = 2_000
const BATCH_CHARACTERS = 1_000_000

const batches = function* (rows: Iterable<string>): Generator<string> {
  let batch: string[] = []
  let size = 0
  for (const json of rows) {
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

function* written(rows: Iterable<RecordRow>): Generator<string> {
  for (const { columns, record } of rows) yield `${databaseJson(columns).slice(0, -1)},"record":${record}}`
}

/** Writes rows over those that have their keys. */
export const upsert = async (trx: Transaction<Tables>, shape: TableShape, rows: Iterable<RecordRow>): Promise<void> => {
  const names = Object.keys(shape.columns)
  const columns = sql.join(names.map((name) => sql.ref(name)))
  const typed = sql.raw(names.map((name) => `${name} ${shape.columns[name]}`).join(', '))
  const rest = names.filter((name) => !shape.key.includes(name))
  const renewed = sql.join(rest.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))
  for (const json of batches(written(rows))) {
    await sql`
      insert into ${sql.table(shape.table)} (${columns})
      select ${columns} from json_to_recordset(cast(${json} as json)) as given(${typed})
      on conflict (${sql.join(shape.key.map((name) => sql.ref(name)))}) do update set ${renewed}`.execute(trx)
  }
}

const keyText = (shape: TableShape, row: Row): string => shape.key.map((name) => String(row[name])).join('\n')

/** Deletes the rows of these keys. */
export const takeOut = async (trx: Transaction<Tables>, shape: TableShape, gone: readonly Row[]): Promise<void> => {
  const conditions = sql.join(
    shape.key.map((name) => sql`held.${sql.ref(name)} = given.${sql.ref(name)}`),
    sql` and `,
  )
  const typed = sql.raw(shape.key.map((name) => `${name} ${shape.columns[name]}`).join(', '))
  for (const json of batches(gone.map(databaseJson))) {
    await sql`
      delete from ${sql.table(shape.table)} as held
      using json_to_recordset(cast(${json} as json)) as given(${typed}) where ${conditions}`.execute(trx)
  }
}

/**
 * Makes a table hold exactly these rows, touching only those that differ. Gives how many were written or taken out. Rows are
 * made one after another as they are written: all of them at once would need as much memory as the chronicle.
 */
const replace = async (trx: Transaction<Tables>, shape: TableShape, rows: Iterable<RecordRow>): Promise<number> => {
  const select = sql.join([...shape.key, 'hash'].map((name) => sql.ref(name)))
  const { rows: stored } = await sql<Row>`select ${select} from ${sql.table(shape.table)}`.execute(trx)
  const left = new Map(stored.map((row) => [keyText(shape, row), row]))
  let changed = 0
  const differing = function* (): Generator<RecordRow> {
    for (const row of rows) {
      const key = keyText(shape, row.columns)
      const same = left.get(key)?.hash === row.columns.hash
      left.delete(key)
      if (same) continue
      changed++
      yield row
    }
  }
  await upsert(trx, shape, differing())
  await takeOut(trx, shape, [...left.values()])
  return changed + left.size
}

function* rowsOf<T>(records: readonly T[], rowOf: (record: T) => RecordRow): Generator<RecordRow> {
  for (const record of records) yield rowOf(record)
}

/** The rows of a chronicle, table by table. */
export function* tablesOf(chronicle: Chronicle): Generator<readonly [TableShape, Iterable<RecordRow>]> {
  yield [SHAPES.entries, rowsOf(chronicle.entries, entryRow)]
  yield [SHAPES.identities, rowsOf(chronicle.identities, recordRow)]
  yield [SHAPES.statements, rowsOf(chronicle.statements, statementRow)]
  yield [SHAPES.stories, rowsOf(chronicle.stories, recordRow)]
  yield [SHAPES.articles, rowsOf(chronicle.articles, recordRow)]
}

/**
 * Makes the stored chronicle this one, inside the caller's transaction: only records that changed are written. Gives how
 * many records were written or taken out.
 */
export const writeChronicle = async (trx: Transaction<Tables>, chronicle: Chronicle): Promise<number> => {
  let written = 0
  for (const [shape, rows] of tablesOf(chronicle)) written += await replace(trx, shape, rows)
  return written
}
