/** Disjoint sets of 0 … size-1; the smallest member stands for its set, so that no order of joining shows. */
export class Union {
  readonly #parent: Int32Array

  constructor(size: number) {
    this.#parent = new Int32Array(size)
    for (let at = 0; at < size; at++) this.#parent[at] = at
  }

  find(at: number): number {
    let root = at
    while (this.#parent[root] !== root) root = this.#parent[root] as number
    while (this.#parent[at] !== root) {
      const next = this.#parent[at] as number
      this.#parent[at] = root
      at = next
    }
    return root
  }

  join(a: number, b: number): void {
    const x = this.find(a)
    const y = this.find(b)
    if (x < y) this.#parent[y] = x
    else if (y < x) this.#parent[x] = y
  }
}
