import type { Weights } from '../../src/facts/linear.ts'

/** One example: the features that hold, what it is (1, 0, or how probable it is), and the article it comes from. */
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
  /** Strength of the pull of each weight towards that of the former model, zero where there is none. */
  readonly l2: number
  /** A feature counts when it holds in examples of at least so many articles. */
  readonly articles: number
  readonly rounds: number
  /** The model to go on from: what it knows of features that no example has stays as it is. */
  readonly former?: Weights | undefined
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
  const columns = new Int32Array(starts[rows.length]!)
  for (const [r, row] of rows.entries()) columns.set(row, starts[r])
  return { index, starts, columns }
}

/**
 * Full-batch Adam from the former model: deterministic, so the same examples give the same weights. `slopeOf` adds the
 * slope of the loss at some weights to the one that it is given.
 */
const descend = (
  { index }: Design,
  { l2, rounds, former }: Pick<FitOptions, 'l2' | 'rounds' | 'former'>,
  slopeOf: (weights: Float64Array, slope: Float64Array) => void,
): Weights => {
  const size = index.size
  const start = Float64Array.from(index.keys(), (feature) => former?.get(feature) ?? 0)
  const weights = start.slice()
  const first = new Float64Array(size)
  const second = new Float64Array(size)
  const slope = new Float64Array(size)
  for (let round = 1; round <= rounds; round++) {
    // The bias, which stands first, is pulled nowhere.
    for (let i = 0; i < size; i++) slope[i] = i === 0 ? 0 : l2 * (weights[i]! - start[i]!)
    slopeOf(weights, slope)
    const rate = 0.1 / (1 + round / rounds)
    for (let i = 0; i < size; i++) {
      const g = slope[i]!
      first[i] = 0.9 * first[i]! + 0.1 * g
      second[i] = 0.999 * second[i]! + 0.001 * g * g
      const step = first[i]! / (1 - 0.9 ** round) / (Math.sqrt(second[i]! / (1 - 0.999 ** round)) + 1e-8)
      weights[i]! -= rate * step
    }
  }
  const fitted = new Map(former)
  for (const [feature, i] of index) {
    const rounded = Math.round(weights[i]! * 100) / 100
    if (Math.abs(rounded) >= 0.02) fitted.set(feature, rounded)
    else fitted.delete(feature)
  }
  return fitted
}

/** The sum of a row's weights. */
const scoreAt = ({ starts, columns }: Design, weights: Float64Array, row: number): number => {
  let sum = 0
  for (let c = starts[row]!; c < starts[row + 1]!; c++) sum += weights[columns[c]!]!
  return sum
}

/** Adds a row's error to the slope of each of its features. */
const spread = ({ starts, columns }: Design, slope: Float64Array, row: number, error: number): void => {
  for (let c = starts[row]!; c < starts[row + 1]!; c++) slope[columns[c]!]! += error
}

const fitDesign = (
  design: Design,
  labels: Float64Array,
  options: Pick<FitOptions, 'l2' | 'rounds' | 'former'>,
): Weights =>
  descend(design, options, (weights, slope) => {
    for (let row = 0; row < labels.length; row++)
      spread(design, slope, row, 1 / (1 + Math.exp(-scoreAt(design, weights, row))) - labels[row]!)
  })

/** Fits a logistic model; the same examples give the same weights. */
export const fitLogistic = (examples: readonly Example[], options: FitOptions): Weights =>
  fitDesign(
    designOf(examples, options.articles),
    Float64Array.from(examples, ({ label }) => label),
    options,
  )

/** Fits one logistic model for each class over the same examples; `labels` says the class of each. */
export const fitClasses = <Class extends string>(
  rows: readonly Row[],
  labels: readonly Class[],
  classes: readonly Class[],
  options: FitOptions,
): Weights[] => {
  const design = designOf(rows, options.articles)
  return classes.map((one) =>
    fitDesign(
      design,
      Float64Array.from(labels, (label) => (label === one ? 1 : 0)),
      options,
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
export const fitChoices = (choices: readonly Choice[], options: FitOptions): Weights => {
  const rows = choices.flatMap(({ options: offered, article }) => offered.map((features) => ({ features, article })))
  const design = designOf(rows, options.articles)
  const right = Uint8Array.from(choices.flatMap((choice) => choice.right.map(Number)))
  const powers = new Float64Array(rows.length)
  return descend(design, options, (weights, slope) => {
    for (let row = 0; row < rows.length; row++) powers[row] = scoreAt(design, weights, row)
    let from = 0
    for (const { options: offered } of choices) {
      const to = from + offered.length
      let top = Number.NEGATIVE_INFINITY
      for (let row = from; row < to; row++) top = Math.max(top, powers[row]!)
      let all = 0
      let good = 0
      for (let row = from; row < to; row++) {
        const power = Math.exp(powers[row]! - top)
        powers[row] = power
        all += power
        if (right[row]) good += power
      }
      for (let row = from; row < to; row++)
        spread(design, slope, row, powers[row]! / all - (right[row] ? powers[row]! / good : 0))
      from = to
    }
  })
}
