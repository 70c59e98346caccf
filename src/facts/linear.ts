/** Weights of a linear model by feature name; `bias` is added always. */
export type Weights = ReadonlyMap<string, number>

/** Weights of several linear models over the same features: for each feature one weight a model. */
export type JointWeights = ReadonlyMap<string, readonly number[]>

/** The model that scores highest, the first of equals. */
export const bestOf = (weights: JointWeights, features: readonly string[], models: number): number => {
  const scores = new Float64Array(models)
  const add = (own: readonly number[] | undefined): void => {
    if (own) for (let i = 0; i < models; i++) scores[i]! += own[i]!
  }
  add(weights.get('bias'))
  for (const feature of features) add(weights.get(feature))
  return scores.reduce((best, score, at) => (score > scores[best]! ? at : best), 0)
}

/** Joins models over the same features. @example joinWeights([readWeights('a 1'), readWeights('b 2')]).get('a') // [1, 0] */
export const joinWeights = (models: readonly Weights[]): JointWeights => {
  const joint = new Map<string, number[]>()
  models.forEach((weights, at) => {
    for (const [feature, weight] of weights) {
      const own = joint.get(feature) ?? models.map(() => 0)
      own[at] = weight
      joint.set(feature, own)
    }
  })
  return joint
}

/** Reads weights written one a line, the weight after the last space. */
export const readWeights = (table: string): Weights => {
  const weights = new Map<string, number>()
  for (const line of table.split('\n')) {
    const space = line.lastIndexOf(' ')
    if (space > 0) weights.set(line.slice(0, space), Number(line.slice(space + 1)))
  }
  return weights
}
