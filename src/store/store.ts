import { type Kysely, sql, type Transaction } from 'kysely'
import type { Pool } from 'pg'
import type { Chronicle, Correction } from '../chronicle/index.ts'
import type { ArticleFacts } from '../facts/index.ts'
import {
  type Added,
  deleteVersions,
  dropEarlierReadings,
  factsOf,
  type OnKept,
  ownMark,
  planAdding,
  type ReadPage,
  readFacts,
  removable,
  unchangedFacts,
  writeAgain,
  writeArticles,
} from './articles.ts'
import { type Changes, logChanges } from './changes.ts'
import { readWholeChronicle } from './chronicle-read.ts'
import { distinctCorrections, newAmong, readCorrections, writeCorrections } from './corrections.ts'
import { isServer, openServer, withoutPassword } from './database.ts'
import { StoreFailure, storeFailure } from './failure.ts'
import { type OpenFolder, openFolder } from './folder.ts'
import type { JoiningBegin, KeptJoining } from './joining-file.ts'
import { lackingPages } from './lacking.ts'
import type { LockOwner } from './lock.ts'
import { MemoryStore } from './memory.ts'
import { countUp, readMeta, setMeta } from './meta.ts'
import { journalKeeper, type PageKeeper, tableKeeper } from './page-keeper.ts'
import type { KeptPage } from './page-record.ts'
import { askToJoin, type PageQueue, pageQueue, takeFromQueue } from './queue.ts'
import { prepareJobs } from './queue-jobs.ts'
import { type ChronicleRecords, type RecordTable, readRecords } from './record-stream.ts'
import type { ChronicleKeeper } from './renewal.ts'
import { Renewals } from './renewals.ts'
import type { Tables } from './schema.ts'
import type { ArticleLine, Lacks, MakeChronicle, PageGroup, QueuedRead, Store } from './store-type.ts'
import { readVersions, type StoredVersion } from './versions.ts'

const WRITING = 5_386_748

interface Kept {
  readonly mark: string
  readonly facts: ArticleFacts
}

class SqlStore implements Store {
  readonly where: string
  readonly #db: Kysely<Tables>
  readonly #keeper: PageKeeper
  readonly #folder: OpenFolder | null
  readonly #pool: Pool | null
  readonly #renewals: Renewals
  #queue: Promise<PageQueue> | undefined
  #lacks: Lacks
  // Within one process writers take turns here; between processes the folder's lock or the server's locks part them.
  #turn: Promise<unknown> = Promise.resolve()

  constructor(
    where: string,
    db: Kysely<Tables>,
    keeper: PageKeeper,
    folder: OpenFolder | null,
    pool: Pool | null = null,
  ) {
    this.where = where
    this.#db = db
    this.#keeper = keeper
    this.#folder = folder
    this.#pool = pool
    this.#renewals = new Renewals(db, folder?.joining ?? null)
    this.#lacks = folder?.lacks === 'everything' ? 'everything' : folder?.lacks ? 'some' : null
  }

  get torn(): number {
    return this.#folder?.journal.torn ?? 0
  }

  get lacks(): Lacks {
    return this.#lacks
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw storeFailure(error, this.where)
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(() => this.#guard(work))
    this.#turn = mine.catch(() => {})
    return mine
  }

  #write<T>(work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
    return this.#inTurn(() =>
      this.#db.transaction().execute(async (trx) => {
        await sql`select pg_advisory_xact_lock(${sql.lit(WRITING)})`.execute(trx)
        return work(trx)
      }),
    )
  }

  async *lacking(): AsyncGenerator<KeptPage> {
    if (this.#folder) yield* lackingPages(this.#folder, this.#keeper, this.#db, (work) => this.#write(work))
  }

  async #add(trx: Transaction<Tables>, reads: readonly ReadPage[], kept: Kept[] | null): Promise<readonly Added[]> {
    const { outcomes, rows, again } = await planAdding(trx, reads)
    await writeArticles(
      trx,
      rows.map(({ row }) => row),
    )
    const changed = await writeAgain(trx, again)
    if (rows.length > 0 || changed) await countUp(trx, 'articles')
    // Last, so that the journal never holds a page that the database refused.
    if (rows.length > 0) {
      await this.#keeper.keep(
        trx,
        rows.map(({ page }) => page),
      )
    }
    if (again.length > 0) await this.#keeper.takenAgain(trx, again)
    if (kept && rows.length > 0) {
      const mark = await ownMark(trx)
      for (const { content, facts } of unchangedFacts(reads, rows)) kept.push({ mark: `${content} ${mark}`, facts })
    }
    return outcomes
  }

  async add(reads: readonly ReadPage[], onKept?: OnKept): Promise<readonly Added[]> {
    const kept: Kept[] = []
    const outcomes = await this.#write((trx) => this.#add(trx, reads, onKept ? kept : null))
    for (const { mark, facts } of kept) onKept?.(mark, facts)
    return outcomes
  }

  addQueued(reads: readonly QueuedRead[]): Promise<readonly (Added | null)[]> {
    return this.#write(async (trx) => {
      const there = await takeFromQueue(
        trx,
        reads.map(({ number }) => number),
      )
      const due = reads.filter(({ number }) => there.has(number))
      const outcomes = await this.#add(
        trx,
        due.map(({ read }) => read),
        null,
      )
      if (due.length > 0) await askToJoin(trx)
      const of = new Map(due.map(({ number }, at) => [number, outcomes[at] as Added]))
      return reads.map(({ number }) => of.get(number) ?? null)
    })
  }

  queue(): Promise<PageQueue | null> {
    const pool = this.#pool
    if (!pool) return Promise.resolve(null)
    this.#queue ??= prepareJobs(pool).then(() => pageQueue(this.#db, pool))
    return this.#guard(() => this.#queue as Promise<PageQueue>)
  }

  restore(reads: readonly ReadPage[]): Promise<void> {
    return this.#write(async (trx) => {
      const { rows, again } = await planAdding(trx, reads, true)
      await writeArticles(
        trx,
        rows.map(({ row }) => row),
      )
      await writeAgain(trx, again)
      await dropEarlierReadings(trx, reads)
      await countUp(trx, 'articles')
    })
  }

  fill(groups: AsyncIterable<PageGroup>, corrections: readonly Correction[]): Promise<void> {
    return this.#write(async (trx) => {
      const { rows } = await sql<{ used: boolean }>`
        select exists (select from articles) or exists (select from pages) as used`.execute(trx)
      if (rows[0]?.used) throw new StoreFailure('restore-into-used', this.where)
      await this.#keeper.correct(trx, corrections)
      await writeCorrections(trx, corrections)
      for await (const { pages, reads } of groups) {
        const { rows: due } = await planAdding(trx, reads, true)
        await writeArticles(
          trx,
          due.map(({ row }) => row),
        )
        await this.#keeper.keep(trx, pages)
      }
      await countUp(trx, 'articles')
    })
  }

  async restored(): Promise<void> {
    const folder = this.#folder
    if (folder) {
      const { lacks } = folder
      const lost: Correction[] = []
      if (lacks !== null) {
        const from = lacks === 'everything' ? 0 : lacks.after
        for await (const { record } of folder.journal.read(from))
          if (record.op === 'correct') lost.push(record.correction as unknown as Correction)
      }
      await this.#write(async (trx) => {
        await writeCorrections(trx, await newAmong(trx, distinctCorrections(lost)))
        await setMeta(trx, 'journal', String(folder.journal.end))
      })
    }
    this.#lacks = null
  }

  remove(ids: readonly string[], version?: string): Promise<{ readonly removed: number; readonly missing: number }> {
    return this.#write(async (trx) => {
      const { found, rows } = await removable(trx, ids, version)
      if (found.size > 0) {
        await deleteVersions(trx, rows)
        await countUp(trx, 'articles')
        await this.#keeper.forget(trx, [...new Set(rows.map(({ page }) => page))])
      }
      return { removed: found.size, missing: new Set(ids).size - found.size }
    })
  }

  pages(): AsyncGenerator<KeptPage> {
    return this.#keeper.read(this.#db)
  }

  article(id: string, version?: string): Promise<ArticleFacts | null> {
    return this.#guard(async () => {
      const row = await this.#db
        .selectFrom('articles')
        .select(['input', 'body', 'parts', 'facts'])
        .where('id', '=', id)
        .$if(version !== undefined, (query) => query.where('content', '=', version ?? ''))
        .orderBy('current', 'desc')
        .orderBy(sql`rank collate "C"`, 'desc')
        .limit(1)
        .executeTakeFirst()
      return row ? factsOf(row) : null
    })
  }

  versions(id: string): Promise<readonly StoredVersion[]> {
    return this.#guard(() => readVersions(this.#db, id))
  }

  async *articles(): AsyncGenerator<ArticleLine> {
    let last = ''
    for (;;) {
      const rows = await this.#guard(() =>
        this.#db
          .selectFrom('articles')
          .select(['id', 'outlet', 'headline', 'published', 'url', 'input'])
          .select(
            // Bodies are only looked at where there is more than one row.
            sql<number>`case
              when not exists (select from articles other where other.key = articles.key and not other.current) then 1
              else (select cast(count(distinct other.body) as integer) from articles other where other.key = articles.key)
            end`.as('versions'),
          )
          .where('current', '=', true)
          .where('id', '>', last)
          .orderBy('id')
          .limit(1_000)
          .execute(),
      )
      yield* rows
      if (rows.length < 1_000) return
      last = rows.at(-1)!.id
    }
  }

  facts(): AsyncGenerator<ArticleFacts> {
    return readFacts(this.#db)
  }

  isStale(): Promise<boolean> {
    return this.#guard(async () => {
      const { articles, chronicle } = await readMeta(this.#db)
      return (articles ?? '0') !== (chronicle ?? '0')
    })
  }

  renew(build: MakeChronicle): Promise<void> {
    return this.#inTurn(() => this.#renewals.renew(build))
  }

  renewBy(keeper: ChronicleKeeper): Promise<Chronicle> {
    return this.#inTurn(() => this.#renewals.renewBy(keeper))
  }

  takeUpJoining<T>(rules: string, begin: JoiningBegin<T>): Promise<KeptJoining<T> | null> {
    return this.#inTurn(() => this.#renewals.takeUp(rules, begin))
  }

  keepJoining(rules: string, keeper: ChronicleKeeper, parts: () => Iterable<unknown>): Promise<void> {
    return this.#inTurn(() => this.#renewals.keep(rules, keeper, parts))
  }

  chronicle(): Promise<Chronicle> {
    return this.#guard(() => readWholeChronicle(this.#db))
  }

  async *records<T extends RecordTable>(table: T): AsyncGenerator<ChronicleRecords[T]> {
    try {
      yield* readRecords(this.#db, table)
    } catch (error) {
      throw storeFailure(error, this.where)
    }
  }

  changes(what: string, hashes: ReadonlyMap<string, string>, since: string | null): Promise<Changes> {
    return this.#write((trx) => logChanges(trx, what, hashes, since))
  }

  corrections(): Promise<readonly Correction[]> {
    return this.#guard(() => readCorrections(this.#db))
  }

  correct(corrections: readonly Correction[]): Promise<number> {
    return this.#write(async (trx) => {
      const fresh = await newAmong(trx, distinctCorrections(corrections))
      await writeCorrections(trx, fresh)
      if (fresh.length > 0) await this.#keeper.correct(trx, fresh)
      return fresh.length
    })
  }

  revision(): Promise<string> {
    return this.#guard(async () => {
      const { articles = '0', written = '0', corrected = '0' } = await readMeta(this.#db)
      return `${articles}.${written}.${corrected}`
    })
  }

  async openDoor(door: NonNullable<LockOwner['door']>): Promise<void> {
    await this.#folder?.lock.openDoor(door)
  }

  async close(): Promise<void> {
    await this.#turn
    await this.#guard(() => (this.#folder ? this.#folder.close() : this.#db.destroy()))
  }
}

export interface OpenOptions {
  /** What the process is doing, told to others who find the folder in use. */
  readonly command: string
  /** Throw the embedded database away, to be made again from the journal. */
  readonly rebuild?: boolean
}

/**
 * Opens a chronicle: a folder (made on first use), a `postgres://` address, or `memory:` for one that is gone on closing.
 *
 * Fails with a `StoreFailure`: `database-in-use`, `database-unreachable`, `not-a-chronicle`, `folder-unwritable`, …
 *
 * @example const store = await openStore('letopis-data', { command: 'add' })
 */
export const openStore = async (where: string, { command, rebuild = false }: OpenOptions): Promise<Store> => {
  if (where === 'memory:') return new MemoryStore()
  if (isServer(where)) {
    const name = withoutPassword(where)
    return openServer(where).then(
      ({ db, pool }) => new SqlStore(name, db, tableKeeper, null, pool),
      (error) => {
        throw storeFailure(error, name)
      },
    )
  }
  const folder = await openFolder(where, command, rebuild)
  return new SqlStore(where, folder.db, journalKeeper(folder.journal), folder)
}
