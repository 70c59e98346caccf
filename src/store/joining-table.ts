import { deserialize, serialize } from 'node:v8'
import { constants, deflateSync, inflateSync } from 'node:zlib'
import { type Kysely, sql } from 'kysely'
import type { JoiningBegin, JoiningHead, KeptJoining } from './joining-file.ts'
import type { Tables } from './schema.ts'

// A part stands in pieces of so many bytes: the driver makes a text of twice the length of each.
const PIECE = 8_000_000
const LOCK = 5_386_750

const pack = (part: unknown): Buffer => deflateSync(serialize(part), { level: constants.Z_BEST_SPEED })

/** Keeps what joining knows in a server's table; what stood there before stays until all of it is written. */
export const writeJoiningTable = (db: Kysely<Tables>, head: JoiningHead, parts: Iterable<unknown>): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(trx)
    await trx.deleteFrom('joining').execute()
    let part = 0
    const put = async (payload: unknown): Promise<void> => {
      const bytes = pack(payload)
      for (let piece = 0; piece * PIECE < bytes.length; piece++)
        await trx
          .insertInto('joining')
          .values({ part, piece, bytes: bytes.subarray(piece * PIECE, (piece + 1) * PIECE) })
          .execute()
      part++
    }
    await put(head)
    for (const one of parts) await put(one)
  })

/** Takes up what was kept in a server's table, if its head is one that `fits`; null when there is nothing of use. */
export const readJoiningTable = <T>(
  db: Kysely<Tables>,
  fits: (head: JoiningHead) => boolean,
  begin: JoiningBegin<T>,
): Promise<KeptJoining<T> | null> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const partAt = async (part: number): Promise<unknown> => {
        const rows = await trx.selectFrom('joining').select('bytes').where('part', '=', part).orderBy('piece').execute()
        return rows.length === 0 ? null : deserialize(inflateSync(Buffer.concat(rows.map(({ bytes }) => bytes))))
      }
      const head = (await partAt(0)) as JoiningHead | null
      if (head === null || !fits(head)) return null
      const { take, done } = begin()
      for (let part = 1; ; part++) {
        const payload = await partAt(part)
        if (payload === null) return { head, joiner: done() }
        take(payload as never)
      }
    })
    // It is never needed: what another release of Node wrote, say, is left aside.
    .catch(() => null)
