/** What was met on one walk through lists, by slot: a set and a count that are emptied at once. */
export class Marks {
  #walk = 0
  #key = 0
  #walks = new Int32Array(0)
  #keys = new Int32Array(0)
  #counts = new Int32Array(0)

  /** Begins a walk among so many slots. */
  begin(slots: number): void {
    this.#walk++
    if (slots <= this.#walks.length) return
    const length = slots + (slots >> 2) + 64
    this.#walks = new Int32Array(length)
    this.#keys = new Int32Array(length)
    this.#counts = new Int32Array(length)
  }

  beginKey(): void {
    this.#key++
  }

  /** Marks a slot under the present key; false when it was. */
  underKey(slot: number): boolean {
    if (this.#keys[slot] === this.#key) return false
    this.#keys[slot] = this.#key
    return true
  }

  /** Counts a slot once more on this walk; gives how often it has been. */
  count(slot: number): number {
    const count = this.#walks[slot] === this.#walk ? (this.#counts[slot] as number) + 1 : 1
    this.#walks[slot] = this.#walk
    this.#counts[slot] = count
    return count
  }

  countOf(slot: number): number {
    return this.#walks[slot] === this.#walk ? (this.#counts[slot] as number) : 0
  }
}
