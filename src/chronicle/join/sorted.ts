import { merged } from '../../core/index.ts'

/** So many records are looked for one by one. */
const FEW = 40

/** Records in an order of their own that change a few at a time: what did not change stays the same object. */
export class SortedRecords<K, T> {
  readonly #compare: (a: T, b: T) => number
  readonly #byKey = new Map<K, T>()
  #list: readonly T[] = []

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare
  }

  get list(): readonly T[] {
    return this.#list
  }

  get(key: K): T | undefined {
    return this.#byKey.get(key)
  }

  /** Puts records under their keys; null takes one out. */
  change(changes: ReadonlyMap<K, T | null>): void {
    const gone = new Set<T>()
    const fresh: T[] = []
    for (const [key, record] of changes) {
      const before = this.#byKey.get(key)
      if (before === (record ?? undefined)) continue
      if (before !== undefined) gone.add(before)
      if (record === null) this.#byKey.delete(key)
      else {
        this.#byKey.set(key, record)
        fresh.push(record)
      }
    }
    if (gone.size === 0 && fresh.length === 0) return
    this.#list = merged(this.#without(gone), fresh.sort(this.#compare), this.#compare)
  }

  // A few are looked for by what they are: asking a set about each record takes twenty times as long.
  #without(gone: ReadonlySet<T>): readonly T[] {
    if (gone.size > FEW) return this.#list.filter((record) => !gone.has(record))
    const kept = [...this.#list]
    const places = [...gone].map((record) => kept.indexOf(record)).sort((a, b) => a - b)
    const [first] = places
    if (first === undefined) return kept
    let to = first
    places.forEach((place, n) => {
      const next = places[n + 1] ?? kept.length
      kept.copyWithin(to, place + 1, next)
      to += next - place - 1
    })
    kept.length = to
    return kept
  }
}
