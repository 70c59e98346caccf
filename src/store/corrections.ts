import type { Kysely, Transaction } from 'kysely'
import type { Correction } from '../chronicle/index.ts'
import { databaseJson } from './json.ts'
import { countUp } from './meta.ts'
import type { Tables } from './schema.ts'

/** Each decision once, in the order given. */
export const distinctCorrections = (corrections: readonly Correction[]): readonly Correction[] =>
  corrections.filter(({ id }, at) => corrections.findIndex((each) => each.id === id) === at)

/** Those that the log does not have yet. */
export const newAmong = async (
  trx: Transaction<Tables>,
  corrections: readonly Correction[],
): Promise<readonly Correction[]> => {
  if (corrections.length === 0) return []
  const rows = await trx
    .selectFrom('corrections')
    .select('id')
    .where(
      'id',
      'in',
      corrections.map(({ id }) => id),
    )
    .execute()
  const known = new Set(rows.map(({ id }) => id))
  return corrections.filter(({ id }) => !known.has(id))
}

/** Adds decisions to the end of the log. */
export const writeCorrections = async (trx: Transaction<Tables>, corrections: readonly Correction[]): Promise<void> => {
  for (const correction of corrections) {
    await trx
      .insertInto('corrections')
      .values({ id: correction.id, record: databaseJson(correction) })
      .execute()
  }
  if (corrections.length > 0) await countUp(trx, 'corrected')
}

export const readCorrections = async (db: Kysely<Tables>): Promise<readonly Correction[]> => {
  const rows = await db.selectFrom('corrections').select('record').orderBy('number').execute()
  return rows.map(({ record }) => record as unknown as Correction)
}
