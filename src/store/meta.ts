import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Tables } from './schema.ts'

/**
 * - `journal`: position in the page journal up to which its pages stand in the database
 * - `articles`: counts every change of the articles; `chronicle`: that count when the chronicle was made
 * - `written`: counts every writing of the chronicle
 * - `corrected`: counts every writing of corrections
 * - `epoch`, `changes`: name of this making of the database, and the count of its log of changes (`changes.ts`)
 * - `rules`: release whose rules read the pages
 */
export type MetaKey = 'journal' | 'articles' | 'chronicle' | 'written' | 'corrected' | 'epoch' | 'changes' | 'rules'

export const readMeta = async (db: Kysely<Tables>): Promise<Partial<Record<MetaKey, string>>> => {
  const rows = await db.selectFrom('meta').select(['key', 'value']).execute()
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
}

export const setMeta = async (db: Kysely<Tables>, key: MetaKey, value: string): Promise<void> => {
  await db
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/** The name of this making of the database, given when it is first asked for. */
export const epochOf = async (db: Kysely<Tables>): Promise<string> => {
  const { epoch } = await readMeta(db)
  if (epoch !== undefined) return epoch
  const given = randomBytes(6).toString('hex')
  await setMeta(db, 'epoch', given)
  return given
}

export const countUp = async (db: Kysely<Tables>, key: MetaKey): Promise<void> => {
  await db
    .insertInto('meta')
    .values({ key, value: '1' })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ value: sql<string>`cast(cast(meta.value as bigint) + 1 as text)` }),
    )
    .execute()
}
