import { type Kysely, sql, type Transaction } from 'kysely'
import type { Pool } from 'pg'
import type { Problem } from '../core/index.ts'
import { databaseJson, databaseText } from './json.ts'
import type { KeptPage } from './page-record.ts'
import { JOB_SCHEMA, type JobTasks, type RunOptions, runJobs } from './queue-jobs.ts'
import type { Tables } from './schema.ts'

/** A page that waits to be read, under the number that it has in the queue. */
export interface QueuedPage {
  readonly number: string
  readonly page: KeptPage
}

/** How the queue stands. */
export interface QueueState {
  readonly waiting: number
  /** Pages that could not be read, with why, the earliest first; at most a thousand. */
  readonly leftOut: readonly { readonly input: string; readonly problem: Problem }[]
}

/**
 * Pages on a PostgreSQL server that wait to be read by `letopis work` on any number of machines. Bytes wait in a table of
 * our own; jobs that name them stand with graphile-worker. A page leaves the table in the transaction that adds its
 * article, so that it is added once however often its job is run.
 */
export interface PageQueue {
  /** Puts pages in; when it returns they are safe. A page that waits already is not put in twice. */
  put(pages: readonly KeptPage[]): Promise<void>
  /** Those of the numbered pages that still wait. */
  waiting(numbers: readonly string[]): Promise<readonly QueuedPage[]>
  /** Tells why pages could not be read; they wait no more. */
  leaveOut(pages: readonly { readonly number: string; readonly problem: Problem }[]): Promise<void>
  state(): Promise<QueueState>
  /** Works on jobs until it is stopped, or with `once` until none is left. Survives restarts of the server. */
  run(tasks: JobTasks, options: RunOptions): Promise<void>
}

// What one job reads: large enough that its transaction costs little, small enough that many workers share a folder.
const JOB_PAGES = 16
const JOB_BYTES = 2_000_000
const LEFT_OUT = 1_000

/** Numbers of one job each. */
const jobsOf = (pages: readonly { readonly number: string; readonly size: number }[]): string[][] => {
  const jobs: string[][] = []
  let size = 0
  for (const { number, size: own } of pages) {
    const last = jobs.at(-1)
    if (!last || last.length >= JOB_PAGES || size + own > JOB_BYTES) {
      jobs.push([number])
      size = own
    } else {
      last.push(number)
      size += own
    }
  }
  return jobs
}

/** Asks for the chronicle to be made anew, once for all that is added before somebody begins. */
export const askToJoin = async (trx: Transaction<Tables>): Promise<void> => {
  await sql`
    select from ${sql.table(`${JOB_SCHEMA}.add_job`)}(
      'join', '{}', job_key => 'join', job_key_mode => 'preserve_run_at', priority => 10,
      run_at => now() + interval '1 second', max_attempts => 1000
    )`.execute(trx)
}

/** Takes pages out of the queue; gives the numbers of those that were still there. */
export const takeFromQueue = async (
  trx: Transaction<Tables>,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (numbers.length === 0) return new Set()
  const rows = await trx
    .deleteFrom('queue')
    .where('number', 'in', numbers)
    .where('problem', 'is', null)
    .returning('number')
    .execute()
  return new Set(rows.map(({ number }) => number))
}

const putIn = async (trx: Transaction<Tables>, pages: readonly KeptPage[]): Promise<void> => {
  const distinct = [...new Map(pages.map((page) => [`${page.id} ${page.record.input}`, page])).values()]
  const rows = await trx
    .insertInto('queue')
    .values(
      distinct.map(({ id, record, bytes }) => ({
        page: id,
        input: databaseText(record.input),
        record: databaseJson(record),
        bytes,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['page', 'input']).doUpdateSet({ problem: null }).where('queue.problem', 'is not', null),
    )
    .returning(['number', sql<number>`length(bytes)`.as('size')])
    .execute()
  for (const numbers of jobsOf(rows)) {
    await sql`
      select from ${sql.table(`${JOB_SCHEMA}.add_job`)}(
        'read', cast(${JSON.stringify({ numbers })} as json), max_attempts => 1000
      )`.execute(trx)
  }
}

export const pageQueue = (db: Kysely<Tables>, pool: Pool): PageQueue => ({
  put: async (pages) => {
    if (pages.length > 0) await db.transaction().execute((trx) => putIn(trx, pages))
  },
  waiting: async (numbers) => {
    if (numbers.length === 0) return []
    const rows = await db
      .selectFrom('queue')
      .select(['number', 'page', 'record', 'bytes'])
      .where('number', 'in', numbers)
      .where('problem', 'is', null)
      .orderBy('number')
      .execute()
    return rows.map(({ number, page, record, bytes }) => ({
      number,
      page: { id: page, record: record as unknown as KeptPage['record'], bytes: new Uint8Array(bytes) },
    }))
  },
  leaveOut: async (pages) => {
    for (const { number, problem } of pages) {
      await db
        .updateTable('queue')
        .set({ problem: databaseJson(problem) })
        .where('number', '=', number)
        .execute()
    }
  },
  state: async () => {
    const { waiting } = await db
      .selectFrom('queue')
      .select(sql<number>`cast(count(*) as integer)`.as('waiting'))
      .where('problem', 'is', null)
      .executeTakeFirstOrThrow()
    const rows = await db
      .selectFrom('queue')
      .select(['input', 'problem'])
      .where('problem', 'is not', null)
      .orderBy('number')
      .limit(LEFT_OUT)
      .execute()
    return {
      waiting,
      leftOut: rows.map(({ input, problem }) => ({ input, problem: problem as unknown as Problem })),
    }
  },
  run: (tasks, options) => runJobs(pool, tasks, options),
})
