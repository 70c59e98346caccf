import { keptInts } from './pool.ts'
import { rarity } from './rarity.ts'

/** Stems by number, in the order in which they were first met; nothing may depend on that order. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>()
  readonly stems: string[] = []
  /** How much it tells that two texts share a stem, by its number. */
  readonly weights: number[] = []

  number(stem: string): number {
    const known = this.#numbers.get(stem)
    if (known !== undefined) return known
    const number = this.stems.length
    this.#numbers.set(stem, number)
    this.stems.push(stem)
    this.weights.push(rarity(stem))
    return number
  }

  /** Numbers of distinct stems, rising. */
  numbers(stems: Iterable<string>): Int32Array {
    return keptInts(Int32Array.from(stems, (stem) => this.number(stem)).sort())
  }
}

/** Whether a rising list holds a number. */
export const holds = (numbers: Int32Array, number: number): boolean => {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] as number) < number) low = middle + 1
    else high = middle
  }
  return numbers[low] === number
}
