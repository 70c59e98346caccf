/** Numbers that come in the same order for the same seed (mulberry32): pages are made, never stored. */
export interface Random {
  readonly below: (n: number) => number
  readonly pick: <T>(from: readonly T[]) => T
  /** So many different ones. */
  readonly some: <T>(from: readonly T[], count: number) => T[]
}

export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return {
    below,
    pick: (from) => from[below(from.length)]!,
    some: (from, count) => {
      const left = [...from]
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(below(left.length), 1)[0]!)
    },
  }
}
