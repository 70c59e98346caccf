import { type ArticleHistory, type Chronicle, ChronicleJoiner, withVersions } from '../chronicle/index.ts'
import type { ArticleFacts } from '../facts/index.ts'
import type { Language } from '../language/index.ts'
import type { ChronicleKeeper } from '../store/index.ts'

/** Joins the articles of a store to its chronicle, and knows which readings of them it has joined. */
export class Joining implements ChronicleKeeper {
  readonly known = new Map<string, string>()
  readonly #joiner: ChronicleJoiner
  readonly #language: Language

  constructor(language: Language) {
    this.#language = language
    this.#joiner = new ChronicleJoiner(language)
  }

  take(mark: string, facts: ArticleFacts): void {
    this.known.set(facts.id, mark)
    this.#joiner.add(facts)
  }

  drop(id: string): void {
    this.known.delete(id)
    this.#joiner.remove(id)
  }

  join(): void {
    this.#joiner.join()
  }

  wanted(entries: number): readonly string[] {
    return this.#joiner.wanted(entries)
  }

  compose(factsOf: (id: string) => ArticleFacts): boolean {
    return this.#joiner.compose(factsOf)
  }

  chronicle(histories: readonly ArticleHistory[]): Chronicle {
    return withVersions(this.#joiner.chronicle(), histories, this.#language)
  }
}
