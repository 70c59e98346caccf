import { readFile } from 'node:fs/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Pool } from 'pg'
import { storeFailure } from './failure.ts'
import { migrate } from './migrate.ts'
import { pgliteDialect } from './pglite.ts'
import type { Tables } from './schema.ts'

const ready = async (db: Kysely<Tables>, where: string): Promise<Kysely<Tables>> => {
  try {
    await migrate(db, where)
    return db
  } catch (error) {
    await db.destroy().catch(() => {})
    throw storeFailure(error, where)
  }
}

// PGlite would take 160 MB for its buffers and write to all of it at the start. What is not in them stands in the system's cache.
const BUFFERS = '16MB'

// An empty database that the build has made; without it (from source) PGlite makes one, which takes several seconds.
const PACKED = new URL('../database.tgz', import.meta.url)

/**
 * An embedded database in a folder, made there when `anew`. It writes without fsync: the page journal stands for it.
 */
export const openPglite = async (folder: string, anew: boolean): Promise<Kysely<Tables>> => {
  const { PGlite } = await import('@electric-sql/pglite')
  const packed = anew ? await readFile(PACKED).catch(() => null) : null
  const database = await PGlite.create({
    dataDir: folder,
    relaxedDurability: true,
    startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${BUFFERS}`],
    ...(packed ? { loadDataDir: new Blob([packed]) } : {}),
  })
  const db = new Kysely<Tables>({ dialect: pgliteDialect(database) })
  await sql`set search_path to letopis`.execute(db)
  return ready(db, folder)
}

/** Whether an address names a PostgreSQL server. */
export const isServer = (where: string): boolean => /^postgres(ql)?:\/\//i.test(where)

/** An address without its password, for messages. */
export const withoutPassword = (where: string): string => where.replace(/^([a-z]+:\/\/[^:@/]*):[^@/]*@/i, '$1:***@')

/** A PostgreSQL server. All tables stand in the schema `letopis`. Fails with `database-unreachable`. */
export const openServer = async (url: string): Promise<{ readonly db: Kysely<Tables>; readonly pool: Pool }> => {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: 10_000,
    options: '-c search_path=letopis',
    application_name: 'letopis',
  })
  // An idle connection that breaks is replaced by the pool; the next query tells if the server is gone.
  pool.on('error', () => {})
  // One that breaks while it is used fails its query; without a listener it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  return { db: await ready(new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), withoutPassword(url)), pool }
}
