import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Runner, RunnerOptions } from 'graphile-worker'
import type { Client, Pool } from 'pg'
import { storeFailure } from './failure.ts'

/** graphile-worker's tables stand in a schema of their own, apart from a desk's other jobs on the same server. */
export const JOB_SCHEMA = 'letopis_jobs'

/** What there is to do. Each may be run again after a stop, and by two workers at a time. */
export interface JobTasks {
  read(numbers: readonly string[]): Promise<void>
  join(): Promise<void>
}

export interface RunOptions {
  /** Jobs in hand at one time: while one waits for the database another one reads. */
  readonly jobs: number
  /** Ends when nothing is left to do. */
  readonly once: boolean
  /** After it no further job is taken; those in hand are finished. */
  readonly signal: AbortSignal
  /** Told when the server is gone and when it is back. */
  readonly onServer?: (there: boolean) => void
}

// Workers hold a lock of their own while they live; what a worker had in hand whose lock nobody holds is free again.
const LIVING = 5_386_750
const LOOK = 3_000
const AGAIN = 500

const isUnreachable = (error: unknown): boolean => storeFailure(error, '').problem.code === 'database-unreachable'

/** Does the work again until the server is there; gives up when it is stopped. */
const whileUnreachable = async <T>(work: () => Promise<T>, { signal, onServer }: RunOptions): Promise<T> => {
  let gone = false
  for (;;) {
    try {
      const result = await work()
      if (gone) onServer?.(true)
      return result
    } catch (error) {
      if (signal.aborted || !isUnreachable(error)) throw error
      if (!gone) onServer?.(false)
      gone = true
      await wait(AGAIN)
    }
  }
}

/** A connection that holds the locks of living workers; `lost` settles when it breaks. */
const livingAs = async (pool: Pool, names: readonly string[]): Promise<{ client: Client; lost: Promise<void> }> => {
  const { default: pg } = await import('pg')
  const client = new pg.Client(pool.options)
  const lost = new Promise<void>((resolve) => {
    client.on('error', () => resolve())
    client.on('end', () => resolve())
  })
  await client.connect()
  for (const name of names) await client.query('select pg_advisory_lock($1, hashtext($2))', [LIVING, name])
  return { client, lost }
}

/** Frees what workers had in hand that live no more. */
const freeAbandoned = (pool: Pool) =>
  pool.query(
    `select ${JOB_SCHEMA}.force_unlock_workers(array(
       select locked_by from (select distinct locked_by from ${JOB_SCHEMA}.jobs where locked_by is not null) as held
       where pg_try_advisory_xact_lock($1, hashtext(locked_by))
     ))`,
    [LIVING],
  )

const leftToDo = async (pool: Pool): Promise<number> => {
  const { rows } = await pool.query<{ left: number }>(
    `select cast(count(*) as integer) as left from ${JOB_SCHEMA}.jobs where attempts < max_attempts or locked_by is not null`,
  )
  return rows[0]?.left ?? 0
}

/** Makes graphile-worker's tables where they are missing. */
export const prepareJobs = async (pool: Pool): Promise<void> => {
  const { Logger, runMigrations } = await import('graphile-worker')
  await runMigrations({ pgPool: pool, schema: JOB_SCHEMA, logger: new Logger(() => () => {}) })
}

/** One life: workers under new names, until the connection breaks, a worker fails, all is done or they are stopped. */
const liveOnce = async (pool: Pool, tasks: JobTasks, options: RunOptions): Promise<'done' | 'again'> => {
  const { Logger, run } = await import('graphile-worker')
  const names = Array.from({ length: options.jobs }, () => `letopis-${randomBytes(9).toString('hex')}`)
  const { client, lost } = await livingAs(pool, names)
  const runners: Runner[] = []
  let broken = false
  try {
    await freeAbandoned(pool)
    for (const workerId of names) {
      // One worker a runner, because only then may it be given its name.
      const given: RunnerOptions & { readonly workerId: string } = {
        pgPool: pool,
        schema: JOB_SCHEMA,
        concurrency: 1,
        workerId,
        noHandleSignals: true,
        pollInterval: 1_000,
        logger: new Logger(() => () => {}),
        taskList: {
          read: (payload) => {
            const { numbers } = payload as { readonly numbers: readonly string[] }
            return whileUnreachable(() => tasks.read(numbers), options)
          },
          join: () => whileUnreachable(() => tasks.join(), options),
        },
      }
      const runner = await run(given)
      runner.promise.catch(() => {})
      runner.events.on('worker:fatalError', () => {
        broken = true
      })
      runners.push(runner)
    }
    let looked = Date.now()
    for (;;) {
      const end = await Promise.race([lost.then(() => 'lost' as const), wait(200, 'waited' as const)])
      if (options.signal.aborted) return 'done'
      if (end === 'lost' || broken) return 'again'
      if (Date.now() - looked > LOOK) {
        await freeAbandoned(pool)
        looked = Date.now()
      }
      if (options.once && (await leftToDo(pool)) === 0) return 'done'
    }
  } finally {
    await Promise.allSettled(runners.map((runner) => runner.stop()))
    await client.end().catch(() => {})
  }
}

/** See `PageQueue.run`. */
export const runJobs = async (pool: Pool, tasks: JobTasks, options: RunOptions): Promise<void> => {
  while (!options.signal.aborted) {
    const end = await whileUnreachable(async () => liveOnce(pool, tasks, options), options)
    if (end === 'done') return
    await wait(AGAIN)
  }
}
