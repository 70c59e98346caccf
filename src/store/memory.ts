import type { ArticleHistory, Chronicle, Correction } from '../chronicle/index.ts'
import type { ArticleFacts } from '../facts/index.ts'
import { type Added, type ArticleRow, articleRowOf, type ReadPage, seenPage } from './articles.ts'
import { type Changes, type LoggedRecord, tellChanges, updateLog } from './changes.ts'
import { distinctCorrections } from './corrections.ts'
import { StoreFailure } from './failure.ts'
import type { KeptPage } from './page-record.ts'
import type { ChronicleRecords, RecordTable } from './record-stream.ts'
import type { ChronicleKeeper } from './renewal.ts'
import type { ArticleLine, Lacks, MakeChronicle, PageGroup, Store } from './store-type.ts'
import { distinctTexts, rankOf, takenAgain } from './version-order.ts'
import { type StoredVersion, versionOf } from './versions.ts'

interface Held {
  readonly row: ArticleRow
  readonly facts: ArticleFacts
  readonly page: KeptPage
}

const EMPTY: Chronicle = { kind: 'chronicle', entries: [], identities: [], articles: [], statements: [], stories: [] }

const byId = (a: Held, b: Held): number => (a.row.id < b.row.id ? -1 : a.row.id > b.row.id ? 1 : 0)

// As the database orders them: by rank, then by id from its end.
const isLater = (a: Held, b: Held): boolean =>
  a.row.rank === b.row.rank ? a.row.id < b.row.id : a.row.rank > b.row.rank

/** A chronicle that is gone with its process: for reading a few pages at once, and for tests. */
export class MemoryStore implements Store {
  readonly where = 'memory:'
  readonly torn = 0
  readonly lacks: Lacks = null
  readonly #held = new Map<string, Held>()
  #chronicle = EMPTY
  #corrections: readonly Correction[] = []
  readonly #logs = new Map<string, Map<string, LoggedRecord>>()
  #changes = 0
  readonly #marks = new WeakMap<ArticleFacts, string>()
  #marked = 0
  #articles = 0
  #made = 0

  async add(reads: readonly ReadPage[]): Promise<readonly Added[]> {
    return reads.map((read) => {
      const row = articleRowOf(read)
      const key = `${row.id} ${row.content}`
      const same = this.#held.get(key)
      const known = [...this.#held.values()].some((held) => held.row.key === row.key)
      const taken = same ? takenAgain(same.row, row) : null
      if (same && taken) {
        const rank = rankOf({ ...same.row, fetched: taken.fetched })
        this.#held.set(key, { ...same, row: { ...same.row, ...taken, rank }, page: seenPage(same.page, taken) })
        this.#articles++
      } else if (!same) {
        this.#held.set(key, { row, facts: read.facts, page: read.page })
        this.#articles++
      }
      return same ? 'unchanged' : known ? 'updated' : 'added'
    })
  }

  async addQueued(): Promise<readonly null[]> {
    return []
  }

  async queue(): Promise<null> {
    return null
  }

  async remove(
    ids: readonly string[],
    version?: string,
  ): Promise<{ readonly removed: number; readonly missing: number }> {
    const current = new Set(this.#current())
    const named = [...this.#held.values()].filter(
      ({ row }) => ids.includes(row.id) && (version === undefined || row.content === version),
    )
    const whole = new Set(named.filter((held) => version === undefined && current.has(held)).map(({ row }) => row.key))
    for (const [key, held] of this.#held) if (whole.has(held.row.key) || named.includes(held)) this.#held.delete(key)
    const gone = new Set(named.map(({ row }) => row.id))
    if (gone.size > 0) this.#articles++
    return { removed: gone.size, missing: new Set(ids).size - gone.size }
  }

  /** Of each article the version that counts: the latest one. */
  #current(): Held[] {
    const best = new Map<string, Held>()
    for (const held of this.#held.values()) {
      const other = best.get(held.row.key)
      if (!other || isLater(held, other)) best.set(held.row.key, held)
    }
    return [...best.values()].sort(byId)
  }

  async *lacking(): AsyncGenerator<KeptPage> {}

  async restore(): Promise<void> {}

  async fill(groups: AsyncIterable<PageGroup>, corrections: readonly Correction[]): Promise<void> {
    if (this.#held.size > 0) throw new StoreFailure('restore-into-used', this.where)
    for await (const { reads } of groups) await this.add(reads)
    await this.correct(corrections)
  }

  async restored(): Promise<void> {}

  async *pages(): AsyncGenerator<KeptPage> {
    for (const { page } of this.#held.values()) yield page
  }

  async article(id: string, version?: string): Promise<ArticleFacts | null> {
    const all = [...this.#held.values()].filter(
      ({ row }) => row.id === id && (version === undefined || row.content === version),
    )
    return all.sort((a, b) => (isLater(a, b) ? -1 : 1))[0]?.facts ?? null
  }

  /** All texts under one key, the earliest first. */
  #texts(key: string): StoredVersion[] {
    const all = [...this.#held.values()].filter(({ row }) => row.key === key).sort((a, b) => (isLater(a, b) ? 1 : -1))
    return distinctTexts(all, ({ row }) => row.body).map(({ row, facts }, at, { length }) => ({
      version: versionOf({ ...row, current: at === length - 1 }, facts),
      facts,
    }))
  }

  async versions(id: string): Promise<readonly StoredVersion[]> {
    const keys = new Set([...this.#held.values()].flatMap(({ row }) => (row.id === id ? [row.key] : [])))
    return [...keys].sort().flatMap((key) => this.#texts(key))
  }

  async *articles(): AsyncGenerator<ArticleLine> {
    const all = [...this.#held.values()]
    for (const { row } of this.#current()) {
      const { id, outlet, headline, published, url, input } = row
      const versions = new Set(all.flatMap((held) => (held.row.key === row.key ? [held.row.body] : []))).size
      yield { id, outlet, headline, published, url, input, versions }
    }
  }

  async *facts(): AsyncGenerator<ArticleFacts> {
    for (const { facts } of this.#current()) yield { ...facts, parts: [] }
  }

  async isStale(): Promise<boolean> {
    return this.#made !== this.#articles
  }

  #histories(): ArticleHistory[] {
    return this.#current().flatMap(({ row }) => {
      const versions = this.#texts(row.key).map(({ version, facts }) => ({ version: version.version, facts }))
      return versions.length > 1 ? [{ versions }] : []
    })
  }

  async renew(build: MakeChronicle): Promise<void> {
    const made = this.#articles
    this.#chronicle = await build(
      this.#current().map(({ facts }) => facts),
      this.#histories(),
    )
    this.#made = made
  }

  #markOf(facts: ArticleFacts): string {
    const mark = this.#marks.get(facts) ?? String(++this.#marked)
    this.#marks.set(facts, mark)
    return mark
  }

  async renewBy(keeper: ChronicleKeeper): Promise<Chronicle> {
    const made = this.#articles
    const current = new Map(this.#current().map(({ facts }) => [facts.id, facts]))
    for (const id of [...keeper.known.keys()]) if (!current.has(id)) keeper.drop(id)
    for (const [id, facts] of current) {
      const mark = this.#markOf(facts)
      if (keeper.known.get(id) !== mark) keeper.take(mark, facts)
    }
    keeper.join()
    keeper.wanted(Number.POSITIVE_INFINITY)
    keeper.compose((id) => current.get(id) as ArticleFacts)
    this.#chronicle = keeper.chronicle(this.#histories())
    this.#made = made
    return this.#chronicle
  }

  async takeUpJoining(): Promise<null> {
    return null
  }

  async keepJoining(): Promise<void> {}

  async chronicle(): Promise<Chronicle> {
    return this.#chronicle
  }

  async *records<T extends RecordTable>(table: T): AsyncGenerator<ChronicleRecords[T]> {
    yield* this.#chronicle[table] as readonly ChronicleRecords[T][]
  }

  async changes(what: string, hashes: ReadonlyMap<string, string>, since: string | null): Promise<Changes> {
    const log = this.#logs.get(what) ?? new Map<string, LoggedRecord>()
    const due = updateLog(log, hashes, this.#changes + 1)
    if (due.length > 0) this.#changes++
    for (const row of due) log.set(row.id, row)
    this.#logs.set(what, log)
    return tellChanges(log, 'memory', this.#changes, since)
  }

  async corrections(): Promise<readonly Correction[]> {
    return this.#corrections
  }

  async correct(corrections: readonly Correction[]): Promise<number> {
    const known = new Set(this.#corrections.map(({ id }) => id))
    const fresh = distinctCorrections(corrections).filter(({ id }) => !known.has(id))
    this.#corrections = [...this.#corrections, ...fresh]
    return fresh.length
  }

  async revision(): Promise<string> {
    return `${this.#articles}.${this.#made}.${this.#corrections.length}`
  }

  async openDoor(): Promise<void> {}

  async close(): Promise<void> {
    this.#held.clear()
  }
}
