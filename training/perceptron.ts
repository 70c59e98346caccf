/**
 * An averaged perceptron over hashed features (Freund & Schapire 1999; averaging as in Collins 2002). Averages are kept
 * lazily: each weight's history is summed when it changes.
 */
export class Perceptron {
  readonly weights: Float32Array
  private readonly sums: Float64Array
  private tick = 1

  constructor(size: number, start?: Float32Array) {
    this.weights = start ? new Float32Array(start) : new Float32Array(size)
    this.sums = new Float64Array(this.weights.length)
  }

  /** One more example seen. */
  step(): void {
    this.tick++
  }

  /** Changes the weight at an index: a feature's vote for an outcome. */
  add(index: number, change: number): void {
    this.weights[index]! += change
    this.sums[index]! += change * this.tick
  }

  /** The weights averaged over all examples seen. */
  average(): Float32Array {
    return this.weights.map((weight, i) => weight - this.sums[i]! / this.tick)
  }
}

/** Rounds weights to 8 bits; the largest hundred-thousandth is cut to the edge of the range. */
export const quantize = (weights: Float32Array): Int8Array => {
  const sizes = Float32Array.from(
    weights.filter((weight) => weight !== 0),
    Math.abs,
  ).sort()
  const edge = sizes[Math.floor(sizes.length * 0.9999)] || 1
  const bytes = new Int8Array(weights.length)
  for (let i = 0; i < weights.length; i++)
    bytes[i] = Math.max(-127, Math.min(127, Math.round((127 * weights[i]!) / edge)))
  return bytes
}

/** Random numbers in [0, 1) from a seed (mulberry32): the same on every machine. */
export const random = (seed: number): (() => number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A copy in random order (Fisher–Yates). */
export const shuffled = <T>(items: readonly T[], next: () => number): T[] => {
  const copy = [...items]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const held = copy[i]!
    copy[i] = copy[j]!
    copy[j] = held
  }
  return copy
}
