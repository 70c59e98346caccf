import { type Kysely, sql } from 'kysely'
import type { Tables } from './schema.ts'

/** Marks of articles by id. Every writing of a row gives it another: it tells readings of one text by different rules apart. */
export type Marks = ReadonlyMap<string, string>

/** The marks of all articles that the chronicle reads. */
export const readMarks = async (db: Kysely<Tables>): Promise<Marks> => {
  // One row for all: taking rows apart costs more than reading them.
  const { rows } = await sql<{ ids: readonly string[] | null; marks: string | null }>`
    select json_agg(id) as ids, string_agg(content || ' ' || cast(xmin as text), ',') as marks
    from articles where current`.execute(db)
  const all = rows[0]?.marks?.split(',') ?? []
  return new Map(rows[0]?.ids?.map((id, at) => [id, all[at] as string]) ?? [])
}

/** A moment of the database: what transactions from this number on wrote may not have been seen at it. */
export const momentOf = async (snapshot: Kysely<Tables>): Promise<string> => {
  const { rows } = await sql<{ moment: string }>`
    select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as xid) as text) as moment`.execute(snapshot)
  return rows[0]?.moment ?? ''
}

/**
 * The marks of the articles that were written since a moment; null where some that were `known` then are gone. What is
 * there now is what was known and what was written, so that their number tells.
 */
export const readMarksSince = async (db: Kysely<Tables>, moment: string, known: Marks): Promise<Marks | null> => {
  const { rows } = await sql<{ count: number; ids: readonly string[] | null; marks: string | null }>`
    select cast(count(*) as integer) as count, json_agg(id) filter (where fresh) as ids,
      string_agg(mark, ',') filter (where fresh) as marks
    from (
      select id, content || ' ' || cast(xmin as text) as mark,
        age(xmin) <= age(cast(cast(${moment} as text) as xid)) as fresh
      from articles where current
    ) as present`.execute(db)
  const { count = 0, ids, marks } = rows[0] ?? {}
  const all = marks?.split(',') ?? []
  const written = new Map(ids?.map((id, at) => [id, all[at] as string]) ?? [])
  const fresh = [...written.keys()].filter((id) => !known.has(id)).length
  return known.size + fresh === count ? written : null
}
