/** A queue from which the first in order comes first: a binary heap. */
export class Queue<T> {
  readonly #compare: (a: T, b: T) => number
  readonly #heap: T[] = []

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare
  }

  push(item: T): void {
    const heap = this.#heap
    let at = heap.push(item) - 1
    while (at > 0) {
      const up = (at - 1) >> 1
      const above = heap[up] as T
      if (this.#compare(above, item) <= 0) break
      heap[at] = above
      at = up
    }
    heap[at] = item
  }

  pop(): T | undefined {
    const heap = this.#heap
    const top = heap[0]
    const last = heap.pop()
    if (top === undefined || last === undefined || heap.length === 0) return top
    let at = 0
    for (;;) {
      let down = at * 2 + 1
      if (down >= heap.length) break
      if (down + 1 < heap.length && this.#compare(heap[down + 1] as T, heap[down] as T) < 0) down++
      const below = heap[down] as T
      if (this.#compare(last, below) <= 0) break
      heap[at] = below
      at = down
    }
    heap[at] = last
    return top
  }
}
