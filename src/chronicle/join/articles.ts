import { namesOf } from '../identities/collect.ts'
import type { ArticleNames } from '../identities/identities.ts'
import type { Texts } from '../text/vocabulary.ts'
import type { Digest } from './digest.ts'

/** Digests of the articles that are joined, by the numbers that they go by while they are there. */
export class Articles {
  readonly #digests: (Digest | undefined)[] = []
  readonly #slots = new Map<string, number>()

  /** How many numbers were given. */
  get slots(): number {
    return this.#digests.length
  }

  /** A number for an article that may come. */
  nextSlot(): number {
    return this.#digests.push(undefined) - 1
  }

  /** From now on the numbers given are `slots` at least. */
  reserve(slots: number): void {
    while (this.#digests.length < slots) this.#digests.push(undefined)
  }

  at(slot: number): Digest {
    return this.#digests[slot] as Digest
  }

  /** The digest under a number, whether or not its article is joined. */
  find(slot: number): Digest | undefined {
    return this.#digests[slot]
  }

  /** Puts a digest under its number; null takes it away. */
  put(slot: number, digest: Digest | null): void {
    this.#digests[slot] = digest ?? undefined
  }

  slotOf(id: string): number | undefined {
    return this.#slots.get(id)
  }

  /** The digest of an article that is joined. */
  named(id: string): Digest {
    return this.at(this.#slots.get(id) as number)
  }

  /** Joins an article under a number, in the place of one with its id. */
  enter({ id, slot }: Digest): void {
    this.#slots.set(id, slot)
  }

  /** Takes an article out, unless another has come in its place. */
  leave({ id, slot }: Digest): void {
    if (this.#slots.get(id) === slot) this.#slots.delete(id)
  }

  /** Of some numbers those whose articles are joined. */
  joined(slots: Iterable<number>): number[] {
    return [...slots].filter((slot) => this.#slots.get(this.at(slot).id) === slot)
  }

  /** All that are joined. */
  all(): Digest[] {
    return [...this.#slots.values()].map((slot) => this.at(slot))
  }
}

/** The names of an article, for joining identities. */
export const namedIn = ({ slot, names }: Digest, texts: Texts): ArticleNames => ({ slot, names: namesOf(names, texts) })
