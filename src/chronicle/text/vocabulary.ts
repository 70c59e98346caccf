import { ownText } from '../../core/index.ts'
import { keptInts } from './pool.ts'
import { rarity } from './rarity.ts'

/** Texts by number: what comes back thousands of times is held once. */
export class Texts {
  readonly #numbers = new Map<string, number>()
  readonly list: string[] = []

  number(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const own = ownText(text)
    this.#numbers.set(own, this.list.length)
    return this.list.push(own) - 1
  }

  /** The text under a number. */
  at(number: number): string {
    return this.list[number] as string
  }

  /** The same text, as it is held here. */
  held(text: string): string {
    return this.at(this.number(text))
  }
}

/** Stems by number, in the order in which they were first met; nothing may depend on that order. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>()
  readonly stems: string[] = []
  /** How much it tells that two texts share a stem, by its number. */
  readonly weights: number[] = []
  /** Names, and the keys that they go by. */
  readonly names = new Texts()

  number(stem: string): number {
    const known = this.#numbers.get(stem)
    if (known !== undefined) return known
    const number = this.stems.length
    const own = ownText(stem)
    this.#numbers.set(own, number)
    this.stems.push(own)
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
