import type { PGlite } from '@electric-sql/pglite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'

/**
 * Kysely over PGlite: the same SQL as on PostgreSQL. PGlite is one session, so a connection is handed to one user at a
 * time; the others wait their turn, and nobody's query slips into another's transaction.
 */
export const pgliteDialect = (database: PGlite): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new PgliteDriver(database),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
})

class PgliteDriver implements Driver {
  readonly #database: PGlite
  readonly #connection: PgliteConnection
  #last: Promise<void> = Promise.resolve()
  #release: () => void = () => {}

  constructor(database: PGlite) {
    this.#database = database
    this.#connection = new PgliteConnection(database)
  }

  async init(): Promise<void> {
    await this.#database.waitReady
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last
    let release = (): void => {}
    this.#last = new Promise((resolve) => {
      release = resolve
    })
    await before
    this.#release = release
    return this.#connection
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async releaseConnection(): Promise<void> {
    this.#release()
  }

  async destroy(): Promise<void> {
    await this.#database.close()
  }
}

/** Numbers of PostgreSQL's types whose binary form is their letters in UTF-8. */
const LETTERS = [25, 114]
/** Shorter texts are not worth bytes of their own. */
const LONG = 200

// PGlite counts the bytes of a text letter by letter, twice; bytes it takes as they are.
const inBytes = (value: unknown): unknown =>
  typeof value === 'string' && value.length > LONG ? Buffer.from(value) : value
const serializers = Object.fromEntries(LETTERS.map((type) => [type, inBytes])) as Record<
  number,
  (value: unknown) => string
>

class PgliteConnection implements DatabaseConnection {
  readonly #database: PGlite

  constructor(database: PGlite) {
    this.#database = database
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const result = await this.#database.query<Row>(query.sql, [...query.parameters], { serializers })
    const affected = result.affectedRows
    return affected === undefined
      ? { rows: result.rows }
      : { rows: result.rows, numAffectedRows: BigInt(Math.max(0, affected)) }
  }

  /** PGlite has no cursors over its interface; large reads go in pages of keys instead (see `articles.ts`). */
  // biome-ignore lint/correctness/useYield: it always fails
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('PGlite does not stream')
  }
}
