const EMPTY = 0
const FEWEST = 2 ** 10

// Multiplicative hashing (D. Knuth, 1973): values that are hashes themselves fall apart well by it.
const spread = (value: number): number => Math.imul(value, 0x9e3779b1) >>> 0

/** The same numbers with room for more. */
export const widened = (numbers: Int32Array, length: number): Int32Array<ArrayBuffer> => {
  const wider = new Int32Array(length)
  wider.set(numbers)
  return wider
}

/**
 * Which articles hold a value of 32 bits: an index of millions of values, most of which one article holds. Open addressing
 * over whole numbers, chains of articles beside it: some twenty bytes a pair.
 */
export class Holders {
  #values = new Uint32Array(FEWEST)
  /** The first link of a value's chain, from 1; 0 where the place is free. A place that was used keeps its value. */
  #heads = new Int32Array(FEWEST)
  #used = new Uint8Array(FEWEST)
  #places = 0
  #counts = new Int32Array(FEWEST)
  #articles = new Int32Array(FEWEST)
  #next = new Int32Array(FEWEST)
  #links = 0
  #free = EMPTY

  /** How many articles hold a value. */
  count(value: number): number {
    const at = this.#find(value)
    return at < 0 ? 0 : (this.#counts[at] as number)
  }

  /** The articles that hold a value, in no order. */
  *of(value: number): Generator<number> {
    const at = this.#find(value)
    if (at < 0) return
    for (let link = this.#heads[at] as number; link !== EMPTY; link = this.#next[link - 1] as number)
      yield this.#articles[link - 1] as number
  }

  enter(value: number, article: number): void {
    if (this.#places * 2 >= this.#values.length) this.#widen()
    const at = this.#placeFor(value)
    const link = this.#newLink()
    this.#articles[link - 1] = article
    this.#next[link - 1] = this.#heads[at] as number
    this.#heads[at] = link
    this.#counts[at] = (this.#counts[at] as number) + 1
  }

  leave(value: number, article: number): void {
    const at = this.#find(value)
    if (at < 0) return
    let before = EMPTY
    for (let link = this.#heads[at] as number; link !== EMPTY; link = this.#next[link - 1] as number) {
      if (this.#articles[link - 1] === article) {
        const rest = this.#next[link - 1] as number
        if (before === EMPTY) this.#heads[at] = rest
        else this.#next[before - 1] = rest
        this.#next[link - 1] = this.#free
        this.#free = link
        this.#counts[at] = (this.#counts[at] as number) - 1
        return
      }
      before = link
    }
  }

  #newLink(): number {
    if (this.#free !== EMPTY) {
      const link = this.#free
      this.#free = this.#next[link - 1] as number
      return link
    }
    if (this.#links === this.#articles.length) {
      this.#articles = widened(this.#articles, this.#links * 2)
      this.#next = widened(this.#next, this.#links * 2)
    }
    return ++this.#links
  }

  #find(value: number): number {
    const mask = this.#values.length - 1
    for (let at = spread(value) & mask; this.#used[at] === 1; at = (at + 1) & mask)
      if (this.#values[at] === value) return at
    return -1
  }

  #placeFor(value: number): number {
    const mask = this.#values.length - 1
    let at = spread(value) & mask
    while (this.#used[at] === 1 && this.#values[at] !== value) at = (at + 1) & mask
    if (this.#used[at] === 0) {
      this.#used[at] = 1
      this.#values[at] = value
      this.#places++
    }
    return at
  }

  // Values that nobody holds any more are left behind.
  #widen(): void {
    const [values, heads, counts] = [this.#values, this.#heads, this.#counts]
    const length = values.length * 2
    this.#values = new Uint32Array(length)
    this.#heads = new Int32Array(length)
    this.#counts = new Int32Array(length)
    this.#used = new Uint8Array(length)
    this.#places = 0
    for (let from = 0; from < values.length; from++) {
      if (heads[from] === EMPTY) continue
      const at = this.#placeFor(values[from] as number)
      this.#heads[at] = heads[from] as number
      this.#counts[at] = counts[from] as number
    }
  }
}
