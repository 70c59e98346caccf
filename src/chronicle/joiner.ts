import type { ArticleFacts } from '../facts/index.ts'
import type { Language } from '../language/index.ts'
import type { Chronicle, Identity } from './chronicle.ts'
import type { IdentityChange } from './identities/identities.ts'
import { namedIn } from './join/articles.ts'
import { type Digest, digestOf } from './join/digest.ts'
import { type KeptPart, keptParts, restoringParts } from './join/kept.ts'
import { Records } from './join/records.ts'
import { newStages, type Stages } from './join/stages.ts'

export type { KeptPart } from './join/kept.ts'

/**
 * Joins articles to a chronicle and keeps what it found out, so that one page more costs what that page touches. The
 * chronicle is always the one that all its articles would give at once, ids included, in whatever order and batches they
 * came and went. Records that did not change stay the same objects.
 *
 * @example
 * const joiner = new ChronicleJoiner(russian)
 * joiner.add(factsOfOnePage)
 * joiner.join()
 * joiner.wanted(Infinity) // [factsOfOnePage.id]
 * joiner.compose(() => factsOfOnePage)
 * joiner.chronicle().entries[0]?.title
 */
export class ChronicleJoiner {
  readonly #stages: Stages
  readonly #records: Records
  readonly #entering = new Map<string, Digest>()
  readonly #leaving = new Set<string>()

  constructor(language: Language) {
    this.#stages = newStages(language)
    this.#records = new Records(this.#stages)
  }

  /** Whether everything that came and went is in the chronicle. */
  get settled(): boolean {
    const waiting = [this.#entering, this.#leaving, this.#stages.composing.due]
    return this.#records.settled && waiting.every(({ size }) => size === 0)
  }

  /**
   * Everything that it knows as plain data, a few megabytes at a time, so that another process can go on where this one
   * stands. Only while it is settled.
   */
  kept(): Generator<KeptPart> {
    return keptParts(this.#stages)
  }

  /**
   * A joiner that knows what another one has kept, with the same rules and data of the language: it is given the parts one
   * after another.
   *
   * @example
   * const { take, done } = ChronicleJoiner.restoring(russian)
   * for (const part of joiner.kept()) take(part)
   * done().chronicle() // the same
   */
  static restoring(language: Language): { take(part: KeptPart): void; done(): ChronicleJoiner } {
    const joiner = new ChronicleJoiner(language)
    const restoring = restoringParts(joiner.#stages)
    const done = (): ChronicleJoiner => {
      restoring.done()
      joiner.#records.restore()
      return joiner
    }
    return { take: restoring.take, done }
  }

  /** Whether an article is joined. */
  has(id: string): boolean {
    return this.#stages.articles.slotOf(id) !== undefined
  }

  /** Takes an article in, in the place of one with its id; it counts from the next `join` on. Its facts are not kept. */
  add(facts: ArticleFacts): void {
    this.prepare(facts)()
  }

  /** Finds out all that joining needs of an article; what it gives takes the article in, if it is ever called. */
  prepare(facts: ArticleFacts): () => void {
    const { articles, vocabulary } = this.#stages
    const slot = articles.nextSlot()
    const digest = digestOf(facts, slot, vocabulary)
    return () => {
      articles.put(slot, digest)
      this.#entering.set(digest.id, digest)
      this.#leaving.add(digest.id)
    }
  }

  /** Takes an article out; it counts until the next `join`. */
  remove(id: string): void {
    this.#entering.delete(id)
    this.#leaving.add(id)
  }

  /** Joins what was added and taken out. */
  join(): void {
    const { articles, copies, shelf, events, composing } = this.#stages
    const gone = [...this.#leaving].flatMap((id) => (this.has(id) ? [articles.named(id)] : []))
    const fresh = [...this.#entering.values()]
    const [out, slots] = [gone, fresh].map((some) => some.map(({ slot }) => slot)) as [number[], number[]]
    this.#leaving.clear()
    this.#entering.clear()
    for (const digest of fresh) articles.enter(digest)
    const sourced = copies.change(
      out,
      fresh.map(({ slot, prints }) => [slot, prints]),
    )
    const stories = shelf.change(gone, fresh)
    const { joined, shown } = this.#joinNames(gone, fresh)
    for (const digest of gone) articles.leave(digest)
    const reshown = new Set(articles.joined([...shown, ...joined, ...sourced]))
    const { changed, placed } = events.change({
      removed: gone,
      added: fresh,
      joined: new Set(articles.joined([...joined, ...stories.moved])),
      shown: reshown,
    })
    composing.add(changed)
    this.#records.setArticles(
      new Map([...out.map((slot) => [slot, null] as const), ...fresh.map((one) => [one.slot, one] as const)]),
    )
    this.#records.add({
      removed: out,
      cards: [...slots, ...articles.joined(sourced), ...stories.renamed],
      statements: [...slots, ...reshown],
      renamed: stories.renamed,
      stories: stories.changed,
      placed,
    })
  }

  #joinNames(gone: readonly Digest[], fresh: readonly Digest[]): IdentityChange {
    const { articles, identities, vocabulary } = this.#stages
    const named = (digest: Digest) => namedIn(digest, vocabulary.names)
    const change = identities.change(gone.map(named), fresh.map(named), (slot) => articles.at(slot))
    this.#records.setIdentities(
      new Map([
        ...[...change.gone].map((slot) => [slot, null] as const),
        ...[...change.changed].map((slot) => [slot, identities.list[slot] as Identity] as const),
      ]),
    )
    return change
  }

  /**
   * Ids of the articles whose facts composing the next entries needs, of so many entries; empty when none are left. These
   * entries are composed by `compose`.
   */
  wanted(entries: number): string[] {
    const { articles, composing } = this.#stages
    return [...composing.wanted(entries)].map((slot) => articles.at(slot).id)
  }

  /** Composes the entries that `wanted` spoke of last; gives whether any are left. */
  compose(factsOf: (id: string) => ArticleFacts): boolean {
    const { composing } = this.#stages
    this.#records.add({ placed: composing.compose(factsOf) })
    return composing.due.size > 0
  }

  /** The chronicle of all articles that are joined; entries that were not composed yet are as they were. */
  chronicle(): Chronicle {
    return this.#records.chronicle()
  }
}
