/** Weights of a linear model by feature name; `bias` is added always. */
export type Weights = Readonly<Record<string, number>>

/** Sum of the weights of the features that hold: log odds of a logistic model. */
export const scoreOf = (weights: Weights, features: readonly string[]): number => {
  let sum = weights.bias ?? 0
  for (const feature of features) sum += weights[feature] ?? 0
  return sum
}

/** Probability that a logistic model gives. */
export const probabilityOf = (weights: Weights, features: readonly string[]): number =>
  1 / (1 + Math.exp(-scoreOf(weights, features)))

/** Reads weights written one a line, the weight after the last space. */
export const readWeights = (table: string): Weights => {
  const weights: Record<string, number> = {}
  for (const line of table.split('\n')) {
    const space = line.lastIndexOf(' ')
    if (space > 0) weights[line.slice(0, space)] = Number(line.slice(space + 1))
  }
  return weights
}
