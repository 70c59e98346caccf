import { firstNot, merged } from '../../core/index.ts'

/** So many places part a list into pieces that are copied whole. */
const FEW = 40

/**
 * The places of some records in a list that is in order; -1 of one that is not there.
 *
 * @example placesOf([2, 4, 6], [6, 2], (a, b) => a - b) // [2, 0]
 */
export const placesOf = <T>(list: readonly T[], some: Iterable<T>, compare: (a: T, b: T) => number): number[] =>
  Array.from(some, (one) => {
    const place = firstNot(0, list.length, (at) => compare(list[at] as T, one) < 0)
    return list[place] === one ? place : list.indexOf(one)
  })

/** A list without the records at some places, which rise. */
const without = <T>(list: readonly T[], places: readonly number[]): readonly T[] => {
  if (places.length <= FEW)
    return list.slice(0, places[0]).concat(...places.map((place, n) => list.slice(place + 1, places[n + 1])))
  const kept: T[] = []
  let at = 0
  for (const place of places) {
    while (at < place) kept.push(list[at++] as T)
    at++
  }
  while (at < list.length) kept.push(list[at++] as T)
  return kept
}

/** Records in an order of their own that change a few at a time: what did not change stays the same object. */
export class SortedRecords<K, T> {
  readonly #compare: (a: T, b: T) => number
  readonly #byKey = new Map<K, T>()
  readonly #steady: boolean
  #list: readonly T[] = []

  /** `steady`: whether records that are to be taken out still compare as when they were put in. */
  constructor(compare: (a: T, b: T) => number, steady = true) {
    this.#compare = compare
    this.#steady = steady
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

  #without(gone: ReadonlySet<T>): readonly T[] {
    if (gone.size === 0) return this.#list
    if (!this.#steady && gone.size > FEW) return this.#list.filter((record) => !gone.has(record))
    const places = this.#steady
      ? placesOf(this.#list, gone, this.#compare)
      : [...gone].map((record) => this.#list.indexOf(record))
    return without(
      this.#list,
      places.sort((a, b) => a - b),
    )
  }
}
