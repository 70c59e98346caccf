import type { Chronicle, Correction } from '../chronicle/index.ts'
import type { ArticleFacts } from '../facts/index.ts'
import { type Added, type ArticleRow, articleRowOf, type ReadPage } from './articles.ts'
import { distinctCorrections } from './corrections.ts'
import type { KeptPage } from './page-record.ts'
import type { ChronicleRecords, RecordTable } from './record-stream.ts'
import type { ArticleLine, Lacks, Store } from './store-type.ts'

interface Held {
  readonly row: ArticleRow
  readonly facts: ArticleFacts
  readonly page: KeptPage
}

const EMPTY: Chronicle = { kind: 'chronicle', entries: [], identities: [], articles: [], statements: [], stories: [] }

const byId = (a: Held, b: Held): number => (a.row.id < b.row.id ? -1 : a.row.id > b.row.id ? 1 : 0)

/** A chronicle that is gone with its process: for reading a few pages at once, and for tests. */
export class MemoryStore implements Store {
  readonly where = 'memory:'
  readonly torn = 0
  readonly lacks: Lacks = null
  readonly #held = new Map<string, Held>()
  #chronicle = EMPTY
  #corrections: readonly Correction[] = []
  #articles = 0
  #made = 0

  async add(reads: readonly ReadPage[]): Promise<readonly Added[]> {
    return reads.map((read) => {
      const row = articleRowOf(read)
      const key = `${row.id} ${row.content}`
      const same = this.#held.get(key)
      const known = [...this.#held.values()].some((held) => held.row.key === row.key)
      if (!same || (same.row.page === row.page && row.input < same.row.input)) {
        this.#held.set(key, { row, facts: read.facts, page: read.page })
        this.#articles++
      }
      return same ? 'unchanged' : known ? 'updated' : 'added'
    })
  }

  async remove(ids: readonly string[]): Promise<{ readonly removed: number; readonly missing: number }> {
    const gone = new Set<string>()
    for (const [key, { row }] of this.#held) {
      if (ids.includes(row.id)) {
        this.#held.delete(key)
        gone.add(row.id)
      }
    }
    if (gone.size > 0) this.#articles++
    return { removed: gone.size, missing: new Set(ids).size - gone.size }
  }

  /** Of each article the version that counts: the latest one. */
  #current(): Held[] {
    const best = new Map<string, Held>()
    for (const held of this.#held.values()) {
      const other = best.get(held.row.key)
      if (!other || held.row.rank > other.row.rank) best.set(held.row.key, held)
    }
    return [...best.values()].sort(byId)
  }

  async *lacking(): AsyncGenerator<KeptPage> {}

  async restore(): Promise<void> {}

  async restored(): Promise<void> {}

  async *pages(): AsyncGenerator<KeptPage> {
    for (const { page } of this.#held.values()) yield page
  }

  async article(id: string): Promise<ArticleFacts | null> {
    const versions = [...this.#held.values()].filter(({ row }) => row.id === id)
    return versions.sort((a, b) => (a.row.rank < b.row.rank ? 1 : -1))[0]?.facts ?? null
  }

  async *articles(): AsyncGenerator<ArticleLine> {
    const all = [...this.#held.values()]
    for (const { row } of this.#current()) {
      const { id, outlet, headline, published, url, input } = row
      const versions = all.filter((held) => held.row.key === row.key).length
      yield { id, outlet, headline, published, url, input, versions }
    }
  }

  async *facts(): AsyncGenerator<ArticleFacts> {
    for (const { facts } of this.#current()) yield { ...facts, parts: [] }
  }

  async isStale(): Promise<boolean> {
    return this.#made !== this.#articles
  }

  async renew(build: (facts: readonly ArticleFacts[]) => Chronicle | Promise<Chronicle>): Promise<void> {
    const made = this.#articles
    this.#chronicle = await build(this.#current().map(({ facts }) => facts))
    this.#made = made
  }

  async chronicle(): Promise<Chronicle> {
    return this.#chronicle
  }

  async *records<T extends RecordTable>(table: T): AsyncGenerator<ChronicleRecords[T]> {
    yield* this.#chronicle[table] as readonly ChronicleRecords[T][]
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
