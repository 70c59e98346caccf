import type { ChronicleArticle, ChronicleStatement } from '../chronicle.ts'
import { compareArticles } from '../order.ts'
import type { Digest } from './digest.ts'
import { placesOf } from './sorted.ts'

/** What the articles of a chronicle give it. */
export interface Given {
  readonly articles: readonly ChronicleArticle[]
  readonly statements: readonly ChronicleStatement[]
}

// So many pieces are put together at once.
const MOST = 10_000

/** A list made of stretches of an earlier one, which are copied whole, and of what is new. */
class Pieces<T> {
  readonly #before: readonly T[]
  readonly #pieces: (readonly T[])[] = []
  /** What is new and stands last; empty while a stretch of the earlier list does. */
  #fresh: T[] = []
  #from = 0
  #to = 0
  #length = 0

  constructor(before: readonly T[]) {
    this.#before = before
  }

  get length(): number {
    return this.#length
  }

  add(records: readonly T[]): void {
    this.#endStretch()
    for (const record of records) this.#fresh.push(record)
    this.#length += records.length
  }

  copy(from: number, to: number): void {
    if (from !== this.#to || this.#fresh.length > 0) {
      this.#endStretch()
      this.#endFresh()
      this.#from = from
    }
    this.#to = to
    this.#length += to - from
  }

  list(): readonly T[] {
    this.#endStretch()
    this.#endFresh()
    let list: T[] = []
    for (let at = 0; at < this.#pieces.length; at += MOST) list = list.concat(...this.#pieces.slice(at, at + MOST))
    return list
  }

  #endStretch(): void {
    if (this.#to > this.#from) this.#pieces.push(this.#before.slice(this.#from, this.#to))
    this.#from = this.#to
  }

  #endFresh(): void {
    if (this.#fresh.length === 0) return
    this.#pieces.push(this.#fresh)
    this.#fresh = []
  }
}

/**
 * The cards and statements of all articles in order. Where few articles changed only these are asked: the others lie all over
 * the memory, and asking each of them takes longer than copying all that they gave before.
 */
export class GivenRecords {
  #articles: readonly Digest[] = []
  #given: Given = { articles: [], statements: [] }
  /** Where the statements of each article begin, and where the last ones end. */
  #starts: Int32Array = new Int32Array(1)

  /** `changed`: the articles that came or whose records are others than before. */
  of(articles: readonly Digest[], changed: ReadonlySet<Digest>): Given {
    if (articles === this.#articles && changed.size === 0) return this.#given
    const before = this.#articles
    const known = this.#given
    const anew = new Uint8Array(articles.length)
    for (const place of placesOf(articles, changed, compareArticles)) anew[place] = 1
    const cards = new Pieces<ChronicleArticle>(known.articles)
    const statements = new Pieces<ChronicleStatement>(known.statements)
    const starts = new Int32Array(articles.length + 1)
    let from = 0
    for (let at = 0; at < articles.length; at++) {
      const digest = articles[at] as Digest
      starts[at] = statements.length
      // What has come has changed, so any other stood here before, behind those that are gone.
      if (anew[at] === 0) while (from < before.length && before[from] !== digest) from++
      if (anew[at] === 1 || from === before.length) {
        cards.add([digest.card])
        statements.add(digest.statements)
        // It may have stood here before as it was.
        if (before[from] === digest) from++
        continue
      }
      cards.copy(from, from + 1)
      statements.copy(this.#starts[from] as number, this.#starts[from + 1] as number)
      from++
    }
    starts[articles.length] = statements.length
    this.#articles = articles
    this.#starts = starts
    this.#given = { articles: cards.list(), statements: statements.list() }
    return this.#given
  }
}
