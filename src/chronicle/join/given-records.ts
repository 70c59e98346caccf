import type { ChronicleArticle, ChronicleStatement } from '../chronicle.ts'
import { compareArticles } from '../order.ts'
import type { Digest } from './digest.ts'
import { placesOf } from './sorted.ts'

/** What the articles of a chronicle give it. */
export interface Given {
  readonly articles: readonly ChronicleArticle[]
  readonly statements: readonly ChronicleStatement[]
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
    const cards: ChronicleArticle[] = []
    const statements: ChronicleStatement[] = []
    const starts = new Int32Array(articles.length + 1)
    let from = 0
    for (let at = 0; at < articles.length; at++) {
      const digest = articles[at] as Digest
      starts[at] = statements.length
      // What has come has changed, so any other stood here before, behind those that are gone.
      if (anew[at] === 0) while (from < before.length && before[from] !== digest) from++
      if (anew[at] === 1 || from === before.length) {
        cards.push(digest.card)
        for (const statement of digest.statements) statements.push(statement)
        // It may have stood here before as it was.
        if (before[from] === digest) from++
        continue
      }
      cards.push(known.articles[from] as ChronicleArticle)
      const end = this.#starts[from + 1] as number
      for (let n = this.#starts[from] as number; n < end; n++)
        statements.push(known.statements[n] as ChronicleStatement)
      from++
    }
    starts[articles.length] = statements.length
    this.#articles = articles
    this.#starts = starts
    this.#given = { articles: cards, statements }
    return this.#given
  }
}
