import { widened } from '../text/holders.ts'

const FEWEST = 2 ** 10

/** Ranks of members and slots of their groups, by the members' numbers. */
export class Columns {
  #ranks = new Float64Array(FEWEST)
  #slots = new Int32Array(FEWEST)

  get ranks(): Float64Array {
    return this.#ranks
  }

  /** -1 where a member is in no group. */
  get slots(): Int32Array {
    return this.#slots
  }

  put(number: number, rank: number, slot: number): void {
    if (number >= this.#ranks.length) {
      const length = number + (number >> 1)
      const ranks = new Float64Array(length)
      ranks.set(this.#ranks)
      this.#ranks = ranks
      this.#slots = widened(this.#slots, length)
    }
    this.#ranks[number] = rank
    this.#slots[number] = slot
  }
}
