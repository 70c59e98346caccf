import { random } from '../training/perceptron.ts'

/** Seeded chance: the same seed gives the same sequence on every machine, so that what is made need not be stored. */
export interface Chance {
  /** From 0 up to 1. */
  next(): number
  /** A whole number from 0 up to, not including, `n`. */
  below(n: number): number
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number
  /** True in `share` of the cases. */
  is(share: number): boolean
  pick<T>(from: readonly T[]): T
  /** So many different ones. */
  some<T>(from: readonly T[], count: number): T[]
}

export const chanceOf = (seed: number): Chance => {
  const next = random(seed)
  const below = (n: number): number => Math.floor(next() * n)
  return {
    next,
    below,
    whole: (low, high) => low + below(high - low + 1),
    is: (share) => next() < share,
    pick: (from) => from[below(from.length)]!,
    some: (from, count) => {
      const left = [...from]
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(below(left.length), 1)[0]!)
    },
  }
}
