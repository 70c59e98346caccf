import { sql, type Transaction } from 'kysely'
import { epochOf, readMeta, setMeta } from './meta.ts'
import type { Tables } from './schema.ts'

/** What changed in one table since a cursor was given. */
export interface Changes {
  /** To be given next time. */
  readonly cursor: string
  /** The cursor was none of this database (none, or that of one which was made anew): everything counts as changed. */
  readonly all: boolean
  readonly changed: ReadonlySet<string>
  /** Ids that are there no more; empty where everything counts as changed. */
  readonly gone: readonly string[]
}

/** One record as the log knows it. */
export interface LoggedRecord {
  readonly id: string
  readonly hash: string
  readonly seq: number
  readonly gone: boolean
}

/** The log of one table brought up to what it holds now; only rows that differ, under the next number. */
export const updateLog = (
  log: ReadonlyMap<string, LoggedRecord>,
  hashes: ReadonlyMap<string, string>,
  seq: number,
): readonly LoggedRecord[] => {
  const rows: LoggedRecord[] = []
  for (const [id, hash] of hashes) {
    const known = log.get(id)
    if (!known || known.gone || known.hash !== hash) rows.push({ id, hash, seq, gone: false })
  }
  for (const known of log.values()) if (!known.gone && !hashes.has(known.id)) rows.push({ ...known, seq, gone: true })
  return rows
}

/** What the log tells somebody who was told until a cursor. */
export const tellChanges = (
  log: ReadonlyMap<string, LoggedRecord>,
  epoch: string,
  seq: number,
  since: string | null,
): Changes => {
  const [ofEpoch, known] = since?.split('.') ?? []
  const cursor = `${epoch}.${seq}`
  const after = ofEpoch === epoch && /^\d{1,15}$/.test(known ?? '') ? Number(known) : null
  const newer = [...log.values()].filter((row) => after === null || row.seq > after)
  const changed = new Set(newer.filter(({ gone }) => !gone).map(({ id }) => id))
  return {
    cursor,
    all: after === null,
    changed,
    gone: after === null ? [] : newer.flatMap(({ id, gone }) => (gone ? id : [])),
  }
}

const BATCH = 4_000

/** Brings the log of a table up to now and tells what changed since a cursor. The transaction is the caller's. */
export const logChanges = async (
  trx: Transaction<Tables>,
  what: string,
  hashes: ReadonlyMap<string, string>,
  since: string | null,
): Promise<Changes> => {
  const meta = await readMeta(trx)
  const epoch = await epochOf(trx)
  const rows = await trx.selectFrom('changes').select(['id', 'hash', 'seq', 'gone']).where('what', '=', what).execute()
  const log = new Map<string, LoggedRecord>(rows.map((row) => [row.id, { ...row, seq: Number(row.seq) }]))
  const next = Number(meta.changes ?? 0) + 1
  const due = updateLog(log, hashes, next)
  for (let from = 0; from < due.length; from += BATCH) {
    const given = JSON.stringify(due.slice(from, from + BATCH))
    await sql`
      insert into changes (what, id, hash, seq, gone)
      select ${what}, id, hash, seq, gone
      from json_to_recordset(cast(${given} as json)) as given(id text, hash text, seq bigint, gone boolean)
      on conflict (what, id) do update set hash = excluded.hash, seq = excluded.seq, gone = excluded.gone`.execute(trx)
  }
  if (due.length > 0) await setMeta(trx, 'changes', String(next))
  for (const row of due) log.set(row.id, row)
  return tellChanges(log, epoch, due.length > 0 ? next : next - 1, since)
}
