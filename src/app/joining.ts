import { type ArticleHistory, type Chronicle, ChronicleJoiner, withVersions } from '../chronicle/index.ts'
import { forgetRemembered } from '../core/index.ts'
import type { ArticleFacts } from '../facts/index.ts'
import type { Language } from '../language/index.ts'
import type { ChronicleKeeper, Store, Written } from '../store/index.ts'
import { holdLeastGarbage } from './engine.ts'
import { joiningRules } from './rules.ts'

// Entries of the day cite the same articles again and again: so many are not read anew, some twenty megabytes.
const RECENT = 800
// Of a first chronicle of fewer articles the reading takes more memory than the writing: collecting more often gains nothing.
const MANY = 10_000
// Work of joining, in milliseconds an article that is known, from which keeping what is known costs less than doing it again.
const WORTH = 0.2

/** Joins the articles of a store to its chronicle, and knows which readings of them it has joined. */
export class Joining implements ChronicleKeeper {
  readonly known: Map<string, string>
  readonly stored: Written | null
  readonly #joiner: ChronicleJoiner
  readonly #language: Language
  readonly #recent = new Map<string, ArticleFacts>()
  /** Articles that were written and not taken yet, by id. */
  readonly #ready = new Map<string, { readonly mark: string; readonly enter: () => void }>()
  /** The chronicle as it was given last. */
  latest: Chronicle | null = null
  /** Milliseconds spent on what is not kept yet. */
  #spent = 0

  constructor(
    language: Language,
    joiner = new ChronicleJoiner(language),
    known = new Map<string, string>(),
    stored: Written | null = null,
  ) {
    this.#language = language
    this.#joiner = joiner
    this.known = known
    this.stored = stored
  }

  /** Goes on where the process stood that last joined the articles of this store; begins anew where that is not known. */
  static async of(store: Store, language: Language): Promise<Joining> {
    const kept = await store.takeUpJoining(await joiningRules(), () => ChronicleJoiner.restoring(language))
    if (!kept) return new Joining(language)
    const { written, known } = kept.head
    const stored = written === null ? null : { chronicle: kept.joiner.chronicle(), written, plain: true }
    return new Joining(language, kept.joiner, new Map(known), stored)
  }

  /** Keeps what is known for the next process, if that costs less than joining again what is not kept. */
  async keep(store: Store, worth = WORTH): Promise<void> {
    if (this.#spent < this.known.size * worth || !this.#joiner.settled) return
    // Where it cannot be kept (a full disk), the next process joins anew.
    await store.keepJoining(await joiningRules(), this, () => this.#joiner.kept()).catch(() => {})
    this.#spent = 0
  }

  #timed<T>(work: () => T): T {
    const began = performance.now()
    const result = work()
    this.#spent += performance.now() - began
    return result
  }

  take(mark: string, facts: ArticleFacts): void {
    this.known.set(facts.id, mark)
    this.#timed(() => this.#joiner.add(facts))
    this.#remember(facts)
    this.#forget()
  }

  /** Makes ready an article that was written just now. */
  readonly prepare = (mark: string, facts: ArticleFacts): void => {
    this.#ready.set(facts.id, { mark, enter: this.#timed(() => this.#joiner.prepare(facts)) })
  }

  takeKnown(id: string, mark: string): boolean {
    const ready = this.#ready.get(id)
    if (ready?.mark !== mark) return false
    this.known.set(id, mark)
    ready.enter()
    return true
  }

  drop(id: string): void {
    this.known.delete(id)
    this.#recent.delete(id)
    this.#joiner.remove(id)
  }

  join(): void {
    this.#ready.clear()
    this.#timed(() => this.#joiner.join())
    // Until pages are read or joined again.
    if (this.latest === null && this.known.size > MANY) holdLeastGarbage()
  }

  wanted(entries: number): readonly string[] {
    this.#forget()
    return this.#joiner.wanted(entries).filter((id) => !this.#recent.has(id))
  }

  compose(factsOf: (id: string) => ArticleFacts): boolean {
    return this.#timed(() => this.#joiner.compose((id) => this.#recent.get(id) ?? this.#remember(factsOf(id))))
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
    // After a first joining, which may be large, all of it is to be written: that needs the memory more.
    if (this.latest === null) {
      this.#recent.clear()
      forgetRemembered()
    }
    this.latest = withVersions(this.#joiner.chronicle(), histories, this.#language)
    return this.latest
  }
}
