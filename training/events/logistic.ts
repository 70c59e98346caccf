import type { Weights } from '../../src/facts/events/model.ts'

/** One example: the features that hold, what it is (1 or 0), and the article it comes from. */
export interface Example {
  readonly features: readonly string[]
  readonly label: number
  readonly article: string
}

/** How a logistic model is fitted. */
export interface FitOptions {
  /** Strength of the pull of each weight towards zero. */
  readonly l2: number
  /** A feature counts when it holds in examples of at least so many articles. */
  readonly articles: number
  readonly rounds: number
}

const featureIndex = (examples: readonly Example[], articles: number): Map<string, number> => {
  const seen = new Map<string, Set<string>>()
  for (const { features, article } of examples)
    for (const feature of features) {
      const own = seen.get(feature)
      if (own) own.add(article)
      else seen.set(feature, new Set([article]))
    }
  const index = new Map<string, number>([['bias', 0]])
  for (const [feature, own] of seen) if (own.size >= articles) index.set(feature, index.size)
  return index
}

/** Fits a logistic model by full-batch Adam: deterministic, so the same examples give the same weights. */
export const fitLogistic = (examples: readonly Example[], { l2, articles, rounds }: FitOptions): Weights => {
  const index = featureIndex(examples, articles)
  const rows = examples.map(({ features }) =>
    Int32Array.from([0, ...new Set(features.flatMap((feature) => index.get(feature) ?? []))]),
  )
  const size = index.size
  const weights = new Float64Array(size)
  const first = new Float64Array(size)
  const second = new Float64Array(size)
  const gradient = new Float64Array(size)
  for (let round = 1; round <= rounds; round++) {
    for (let i = 0; i < size; i++) gradient[i] = i === 0 ? 0 : l2 * weights[i]!
    for (let r = 0; r < rows.length; r++) {
      const row = rows[r]!
      let sum = 0
      for (const i of row) sum += weights[i]!
      const error = 1 / (1 + Math.exp(-sum)) - examples[r]!.label
      for (const i of row) gradient[i]! += error
    }
    const rate = 0.1 / (1 + round / rounds)
    for (let i = 0; i < size; i++) {
      const g = gradient[i]!
      first[i] = 0.9 * first[i]! + 0.1 * g
      second[i] = 0.999 * second[i]! + 0.001 * g * g
      const step = first[i]! / (1 - 0.9 ** round) / (Math.sqrt(second[i]! / (1 - 0.999 ** round)) + 1e-8)
      weights[i]! -= rate * step
    }
  }
  const fitted = new Map<string, number>()
  for (const [feature, i] of index) {
    const rounded = Math.round(weights[i]! * 100) / 100
    if (Math.abs(rounded) >= 0.02) fitted.set(feature, rounded)
  }
  return fitted
}
