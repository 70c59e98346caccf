import type { Span } from '../../core/index.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import { enter, leave } from '../sets.ts'
import { hashRun } from '../text/hash.ts'
import { Holders } from '../text/holders.ts'
import { keptWords } from '../text/pool.ts'
import { wordsOf } from '../text/words.ts'
import { pageWords } from './page-words.ts'
import { edgesIn, partCopy, runsOf, SAME_SENTENCE, type Sentences, sentencesIn, shareIn } from './parts.ts'

/** Words in a row that make one fingerprint. */
const SHINGLE = 5
/** One fingerprint in so many is kept, by its own value: the same ones everywhere. */
const SAMPLE = 4
/** A shingle that more articles share is a formula ("напомним, что …"), not a copy. */
const FORMULA = 40
/** Share of an article's own words that must stand in an earlier one to call it a reprint. */
const LARGE_PART = 0.35
/** Fewer fingerprints than this prove nothing: a headline and a line of text are no copy. */
const FEWEST = 6

export interface Reprint {
  /** Index of the article that it copies. */
  readonly source: number
  /** Share of its text that stands there too, 0 to 1: of its fingerprints, or of its sentences where it copies a part. */
  readonly share: number
}

/** An article and what it copies. */
export type KeptReprint = readonly [article: number, source: number, share: number]

/** What finding copies needs to know of an article. */
export interface Prints {
  /** Fingerprints of its own words: the headline and what stands in quotation marks are left out. */
  readonly values: Uint32Array
  readonly sentences: Sentences
}

export const printsOf = (facts: ArticleFacts): Prints => {
  const page = pageWords(facts)
  const words = page.own
  const kept = new Set<number>()
  for (let at = 0; at + SHINGLE <= words.length; at++) {
    const value = hashRun(words, at, SHINGLE)
    if (value % SAMPLE === 0) kept.add(value)
  }
  return { values: keptWords(Uint32Array.from(kept)), sentences: sentencesIn(facts.outlet, page) }
}

/** Which articles hold a value; a value that many hold is a formula, and tells nothing. */
class Shared {
  readonly #holders = new Holders()

  /** Articles under a value; none where it is a formula. */
  under(value: number): Iterable<number> {
    return this.#holders.count(value) > FORMULA ? NONE : this.#holders.of(value)
  }

  /** Enters or takes out an article; gives those whose common values changed by it. */
  change(values: Iterable<number>, article: number, by: 1 | -1, concerned: Set<number> | null): void {
    for (const value of values) {
      if (by < 0) this.#tell(value, concerned)
      if (by > 0) this.#holders.enter(value, article)
      else this.#holders.leave(value, article)
      if (by > 0) this.#tell(value, concerned)
    }
  }

  #tell(value: number, concerned: Set<number> | null): void {
    if (concerned && this.#holders.count(value) <= FORMULA + 1)
      for (const one of this.#holders.of(value)) concerned.add(one)
  }
}

const NONE: readonly number[] = []

/**
 * Which articles are copies, whole or in large part, of an earlier one: word shingles sampled by value (A. Broder, 1997),
 * counted through an inverted index. Speech in quotation marks is not counted, since two outlets may quote one speech;
 * nor is a headline. The earliest is the source. Where that finds nothing, sentences taken over one by one are looked for
 * (parts.ts). Kept while articles come and go.
 */
export class Copies {
  readonly #prints = new Map<number, Prints>()
  readonly #values = new Shared()
  readonly #edges = new Shared()
  readonly #reprints = new Map<number, Reprint>()
  readonly #copiesOf = new Map<number, Set<number>>()
  readonly #inOrder: (a: number, b: number) => number

  constructor(inOrder: (a: number, b: number) => number) {
    this.#inOrder = inOrder
  }

  /** What was found out, as plain data. */
  kept(): readonly KeptReprint[] {
    return [...this.#reprints].map(([article, { source, share }]) => [article, source, share])
  }

  /** Takes in articles and what was found out about them. */
  restore(prints: Iterable<readonly [article: number, prints: Prints]>, reprints: readonly KeptReprint[]): void {
    for (const [article, own] of prints) {
      this.#prints.set(article, own)
      this.#enter(article, 1, null)
    }
    const changed = new Set<number>()
    for (const [article, source, share] of reprints) this.#set(article, { source, share }, changed)
  }

  reprint(article: number): Reprint | null {
    return this.#reprints.get(article) ?? null
  }

  /** The first article of a chain of copies. */
  root(article: number): number {
    let root = article
    for (let next = this.#reprints.get(root); next; next = this.#reprints.get(root)) root = next.source
    return root
  }

  /** The article that a sentence of an article was taken from; the article itself where it is its own. */
  rootOf(article: number, text: string, { start, end }: Span): number {
    const reprint = this.#reprints.get(article)
    if (!reprint || reprint.share >= WHOLE) return this.root(article)
    const source = this.#sentences(reprint.source).runs
    return shareIn(runsOf(wordsOf(text.slice(start, end))), source) >= SAME_SENTENCE ? this.root(article) : article
  }

  #sentences(article: number): Sentences {
    return (this.#prints.get(article) as Prints).sentences
  }

  /** Takes articles out and in; gives those whose source, or whose source's source, is another now. */
  change(removed: readonly number[], added: readonly (readonly [article: number, prints: Prints])[]): Set<number> {
    const concerned = new Set<number>()
    const first = this.#prints.size === 0
    for (const article of removed) this.#enter(article, -1, concerned)
    for (const article of removed) this.#prints.delete(article)
    for (const [article, prints] of added) {
      this.#prints.set(article, prints)
      concerned.add(article)
    }
    for (const [article] of added) this.#enter(article, 1, first ? null : concerned)
    const changed = new Set<number>()
    for (const article of removed) this.#set(article, null, changed)
    for (const article of concerned) if (this.#prints.has(article)) this.#set(article, this.#find(article), changed)
    for (const article of changed) for (const copy of this.#copiesOf.get(article) ?? []) changed.add(copy)
    return changed
  }

  #enter(article: number, by: 1 | -1, concerned: Set<number> | null): void {
    const { values, sentences } = this.#prints.get(article) as Prints
    this.#values.change(values, article, by, concerned)
    this.#edges.change(edgesIn(sentences), article, by, concerned)
  }

  #set(article: number, reprint: Reprint | null, changed: Set<number>): void {
    const before = this.#reprints.get(article)
    if (before?.source === reprint?.source && before?.share === reprint?.share) return
    changed.add(article)
    if (before) leave(this.#copiesOf, before.source, article)
    this.#reprints.delete(article)
    if (!reprint) return
    this.#reprints.set(article, reprint)
    enter(this.#copiesOf, reprint.source, article)
  }

  #find(article: number): Reprint | null {
    const { values, sentences } = this.#prints.get(article) as Prints
    return (
      this.#mostShared(article, values) ??
      partCopy(
        sentences,
        (other) => this.#sentences(other),
        (edge) => [...this.#edges.under(edge)].filter((other) => this.#inOrder(other, article) < 0),
        this.#inOrder,
      )
    )
  }

  #mostShared(article: number, values: Uint32Array): Reprint | null {
    if (values.length < FEWEST) return null
    const shared = new Map<number, number>()
    for (const value of values)
      for (const other of this.#values.under(value))
        if (other !== article) shared.set(other, (shared.get(other) ?? 0) + 1)
    let best: { readonly source: number; readonly count: number } | null = null
    for (const [source, count] of shared) {
      if (count < FEWEST || count / values.length < LARGE_PART || this.#inOrder(source, article) > 0) continue
      if (!best || count > best.count || (count === best.count && this.#inOrder(source, best.source) < 0))
        best = { source, count }
    }
    return best && { source: best.source, share: Math.round((best.count / values.length) * 100) / 100 }
  }
}

/** From this share on, an article is a copy as a whole, and its few own words are an editor's. */
const WHOLE = 0.75
