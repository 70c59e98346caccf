import { type Kysely, sql } from 'kysely'
import type { Chronicle, ChronicleArticle, ChronicleStatement, Entry, Identity, Story } from '../chronicle/index.ts'
import type { Tables } from './schema.ts'

// So many rows stand between database and memory at a time.
const BATCH = 2_000
// Names, ids and days come again and again; what is longer seldom does.
const SHORT = 64

interface Stored<T> {
  readonly record: T
  readonly keys: readonly (string | number)[]
  readonly day?: number | null
}

/** Holds each short text once: records that are read one by one have a copy of every name and id. */
class Holding {
  readonly #texts = new Map<string, string>()

  /** The same value, with texts that are held. It is changed in place. */
  held<T>(value: T): T {
    if (typeof value === 'string') return this.#text(value) as T
    if (value === null || typeof value !== 'object') return value
    const fields = value as Record<string, unknown>
    for (const key in fields) {
      const field = fields[key]
      if (typeof field === 'string') fields[key] = this.#text(field)
      else if (typeof field === 'object') this.held(field)
    }
    return value
  }

  #text(text: string): string {
    if (text.length > SHORT) return text
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    this.#texts.set(text, text)
    return text
  }
}

const readTable = async <T>(
  db: Kysely<Tables>,
  table: keyof Tables,
  key: readonly string[],
  holding: Holding,
  day?: string,
): Promise<Stored<T>[]> => {
  const columns = sql.join(key.map((name) => sql.ref(name)))
  const all: Stored<T>[] = []
  for (;;) {
    const last = all.at(-1)
    const { rows } = await sql<Stored<T>>`
      select record, json_build_array(${columns}) as keys ${sql.raw(day ? `, ${day} as day` : '')}
      from ${sql.table(table)}
      ${last ? sql`where (${columns}) > (${sql.join(last.keys)})` : sql``}
      order by ${columns} limit ${sql.lit(BATCH)}`.execute(db)
    for (const row of rows) all.push(holding.held(row))
    if (rows.length < BATCH) return all
  }
}

const byDay = <T>(a: Stored<T>, b: Stored<T>): number =>
  (a.day ?? Number.POSITIVE_INFINITY) - (b.day ?? Number.POSITIVE_INFINITY) || 0

/** The stored chronicle whole, in its own order, as it was at one moment. */
export const readWholeChronicle = (db: Kysely<Tables>): Promise<Chronicle> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const holding = new Holding()
      const table = async <T>(name: keyof Tables, key: readonly string[] = ['id']): Promise<T[]> =>
        (await readTable<T>(trx, name, key, holding)).map(({ record }) => record)
      const entries = await readTable<Entry>(trx, 'entries', ['id'], holding, 'sort_day')
      return {
        kind: 'chronicle',
        entries: entries.sort(byDay).map(({ record }) => record),
        identities: await table<Identity>('identities'),
        articles: await table<ChronicleArticle>('chronicle_articles'),
        statements: await table<ChronicleStatement>('statements', ['article', 'n']),
        stories: await table<Story>('stories'),
      }
    })
