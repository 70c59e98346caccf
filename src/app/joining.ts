import { type ArticleHistory, type Chronicle, ChronicleJoiner, withVersions } from '../chronicle/index.ts'
import type { ArticleFacts } from '../facts/index.ts'
import type { Language } from '../language/index.ts'
import type { ChronicleKeeper } from '../store/index.ts'

// Entries of the day cite the same articles again and again: so many are not read anew, some twenty megabytes.
const RECENT = 800

/** Joins the articles of a store to its chronicle, and knows which readings of them it has joined. */
export class Joining implements ChronicleKeeper {
  readonly known = new Map<string, string>()
  readonly #joiner: ChronicleJoiner
  readonly #language: Language
  readonly #recent = new Map<string, ArticleFacts>()

  constructor(language: Language) {
    this.#language = language
    this.#joiner = new ChronicleJoiner(language)
  }

  take(mark: string, facts: ArticleFacts): void {
    this.known.set(facts.id, mark)
    this.#joiner.add(facts)
    this.#remember(facts)
    this.#forget()
  }

  drop(id: string): void {
    this.known.delete(id)
    this.#recent.delete(id)
    this.#joiner.remove(id)
  }

  join(): void {
    this.#joiner.join()
  }

  wanted(entries: number): readonly string[] {
    this.#forget()
    return this.#joiner.wanted(entries).filter((id) => !this.#recent.has(id))
  }

  compose(factsOf: (id: string) => ArticleFacts): boolean {
    return this.#joiner.compose((id) => this.#recent.get(id) ?? this.#remember(factsOf(id)))
  }

  #remember(facts: ArticleFacts): ArticleFacts {
    this.#recent.delete(facts.id)
    this.#recent.set(facts.id, facts)
    return facts
  }

  // Not between asking and composing, which relies on what is there.
  #forget(): void {
    for (const id of this.#recent.keys()) {
      if (this.#recent.size <= RECENT) return
      this.#recent.delete(id)
    }
  }

  chronicle(histories: readonly ArticleHistory[]): Chronicle {
    return withVersions(this.#joiner.chronicle(), histories, this.#language)
  }
}
