import type { Weights } from '../../src/facts/linear.ts'

/** One example: the features that hold, what it is (1 or 0), and the article it comes from. */
export interface Example extends Row {
  readonly label: number
}

/** The features that hold in one example, and the article it comes from. */
export interface Row {
  readonly features: readonly string[]
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

const featureIndex = (examples: readonly Row[], articles: number): Map<string, number> => {
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

/** Examples as numbers: row r holds the columns `columns[starts[r]]` up to `columns[starts[r + 1]]`. */
interface Design {
  readonly index: ReadonlyMap<string, number>
  readonly starts: Int32Array
  readonly columns: Int32Array
}

const designOf = (examples: readonly Row[], articles: number): Design => {
  const index = featureIndex(examples, articles)
  const rows = examples.map(({ features }) => [0, ...new Set(features.flatMap((feature) => index.get(feature) ?? []))])
  const starts = new Int32Array(rows.length + 1)
  for (let r = 0; r < rows.length; r++) starts[r + 1] = starts[r]! + rows[r]!.length
  return { index, starts, columns: Int32Array.from(rows.flat()) }
}

// Full-batch Adam: deterministic, so the same examples give the same weights.
const fitDesign = ({ index, starts, columns }: Design, labels: Float64Array, l2: number, rounds: number): Weights => {
  const size = index.size
  const weights = new Float64Array(size)
  const first = new Float64Array(size)
  const second = new Float64Array(size)
  const gradient = new Float64Array(size)
  for (let round = 1; round <= rounds; round++) {
    for (let i = 0; i < size; i++) gradient[i] = i === 0 ? 0 : l2 * weights[i]!
    for (let r = 0; r < labels.length; r++) {
      const from = starts[r]!
      const to = starts[r + 1]!
      let sum = 0
      for (let c = from; c < to; c++) sum += weights[columns[c]!]!
      const error = 1 / (1 + Math.exp(-sum)) - labels[r]!
      for (let c = from; c < to; c++) gradient[columns[c]!]! += error
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

/** Fits a logistic model; the same examples give the same weights. */
export const fitLogistic = (examples: readonly Example[], { l2, articles, rounds }: FitOptions): Weights =>
  fitDesign(
    designOf(examples, articles),
    Float64Array.from(examples, ({ label }) => label),
    l2,
    rounds,
  )

/** Fits one logistic model for each class over the same examples; `labels` says the class of each. */
export const fitClasses = <Class extends string>(
  rows: readonly Row[],
  labels: readonly Class[],
  classes: readonly Class[],
  { l2, articles, rounds }: FitOptions,
): Weights[] => {
  const design = designOf(rows, articles)
  return classes.map((one) =>
    fitDesign(
      design,
      Float64Array.from(labels, (label) => (label === one ? 1 : 0)),
      l2,
      rounds,
    ),
  )
}

/** One choice: the options that were offered, which of them were right, and the article it comes from. */
export interface Choice {
  readonly options: readonly (readonly string[])[]
  readonly right: readonly boolean[]
  readonly article: string
}

/**
 * Fits a conditional logit: the probability of a choice is that of its right options together. The same choices give the
 * same weights.
 */
export const fitChoices = (choices: readonly Choice[], { l2, articles, rounds }: FitOptions): Weights => {
  const rows = choices.flatMap(({ options, article }) => options.map((features) => ({ features, article })))
  const { index, starts, columns } = designOf(rows, articles)
  const right = Uint8Array.from(choices.flatMap((choice) => choice.right.map(Number)))
  const size = index.size
  const weights = new Float64Array(size)
  const first = new Float64Array(size)
  const second = new Float64Array(size)
  const gradient = new Float64Array(size)
  const scores = new Float64Array(rows.length)
  for (let round = 1; round <= rounds; round++) {
    for (let i = 0; i < size; i++) gradient[i] = l2 * weights[i]!
    for (let r = 0; r < rows.length; r++) {
      let sum = 0
      for (let c = starts[r]!; c < starts[r + 1]!; c++) sum += weights[columns[c]!]!
      scores[r] = sum
    }
    let from = 0
    for (const { options } of choices) {
      const to = from + options.length
      let top = -Infinity
      for (let r = from; r < to; r++) top = Math.max(top, scores[r]!)
      let all = 0
      let good = 0
      for (let r = from; r < to; r++) {
        const power = Math.exp(scores[r]! - top)
        scores[r] = power
        all += power
        if (right[r]) good += power
      }
      for (let r = from; r < to; r++) {
        const error = scores[r]! / all - (right[r] ? scores[r]! / good : 0)
        for (let c = starts[r]!; c < starts[r + 1]!; c++) gradient[columns[c]!]! += error
      }
      from = to
    }
    const rate = 0.1 / (1 + round / rounds)
    for (let i = 0; i < size; i++) {
      const g = gradient[i]!
      first[i] = 0.9 * first[i]! + 0.1 * g
      second[i] = 0.999 * second[i]! + 0.001 * g * g
      weights[i]! -= (rate * (first[i]! / (1 - 0.9 ** round))) / (Math.sqrt(second[i]! / (1 - 0.999 ** round)) + 1e-8)
    }
  }
  const fitted = new Map<string, number>()
  for (const [feature, i] of index) {
    const rounded = Math.round(weights[i]! * 100) / 100
    if (Math.abs(rounded) >= 0.02) fitted.set(feature, rounded)
  }
  return fitted
}
