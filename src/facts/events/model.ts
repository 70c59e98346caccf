/** Weights of a linear model by feature name; `bias` is added always. */
export type Weights = ReadonlyMap<string, number>

/** Weights of several linear models over the same features: for each feature one weight a model. */
export type JointWeights = ReadonlyMap<string, readonly number[]>

/** Features that belong together: the key determines all of them, so that their sum is looked up at once. */
export interface Facet {
  readonly key: string
  features(): readonly string[]
}

/** Makes a facet. */
export const facet = (key: string, features: () => readonly string[]): Facet => ({ key, features })

/** Sum of the weights of the features that hold: log odds of a logistic model. */
export const scoreOf = (weights: Weights, features: readonly string[]): number => {
  let sum = weights.get('bias') ?? 0
  for (const feature of features) sum += weights.get(feature) ?? 0
  return sum
}

const probability = (score: number): number => 1 / (1 + Math.exp(-score))

const LISTS_KEPT = 20_000
const lists = new Map<string, readonly string[]>()

/**
 * The features that a key determines, made once: a string looked up again and again keeps its hash, one made anew does
 * not. Names never stand in a key; the limit only guards against odd input.
 */
export const remembered = (key: string, make: () => readonly string[]): readonly string[] => {
  const known = lists.get(key)
  if (known) return known
  const made = make()
  if (lists.size >= LISTS_KEPT) lists.clear()
  lists.set(key, made)
  return made
}

const SUMS_KEPT = 50_000
const sumsOf = new WeakMap<Weights, Map<string, number>>()

// Names never stand in a key, so few facets occur again and again; the limit only guards against odd input.
const sumOf = (weights: Weights, sums: Map<string, number>, facet: Facet): number => {
  const known = sums.get(facet.key)
  if (known !== undefined) return known
  let sum = 0
  for (const feature of facet.features()) sum += weights.get(feature) ?? 0
  if (sums.size >= SUMS_KEPT) sums.clear()
  sums.set(facet.key, sum)
  return sum
}

/** Probability that a logistic model gives for features that come in facets. */
export const probabilityOfFacets = (weights: Weights, facets: readonly Facet[]): number => {
  let sums = sumsOf.get(weights)
  if (!sums) {
    sums = new Map()
    sumsOf.set(weights, sums)
  }
  let score = weights.get('bias') ?? 0
  for (const facet of facets) score += sumOf(weights, sums, facet)
  return probability(score)
}

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
