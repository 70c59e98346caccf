import { type Kysely, sql } from 'kysely'
import { StoreFailure } from './failure.ts'
import { MIGRATIONS } from './migrations/all.ts'

// Any number that no other program on the same database takes; it spells "letopis" on a telephone.
const LOCK = 5_386_747

/**
 * Brings a database to the present schema, whoever else is doing the same at the moment: the first one works, the others
 * wait for it and find nothing left to do. Gives the numbers that it applied.
 *
 * Fails with `database-newer` when a later release made the database.
 */
export const migrate = async <DB>(db: Kysely<DB>, where: string): Promise<number[]> =>
  db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(trx)
    await sql`create schema if not exists letopis`.execute(trx)
    await sql`create table if not exists migrations (number integer primary key, name text not null)`.execute(trx)
    await sql`create table if not exists meta (key text primary key, value text not null)`.execute(trx)
    const { rows } = await sql<{ number: number }>`select number from migrations`.execute(trx)
    const done = new Set(rows.map((row) => row.number))
    const newest = MIGRATIONS.at(-1)?.number ?? 0
    if ([...done].some((number) => number > newest)) throw new StoreFailure('database-newer', where)
    const due = MIGRATIONS.filter((migration) => !done.has(migration.number))
    for (const migration of due) {
      for (const statement of migration.sql.split(/;\s*\n\s*(?:\n|$)/)) {
        if (statement.trim() !== '') await sql.raw(statement).execute(trx)
      }
      await sql`insert into migrations (number, name) values (${migration.number}, ${migration.name})`.execute(trx)
    }
    return due.map((migration) => migration.number)
  })
