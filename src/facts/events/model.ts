import type { Weights } from '../linear.ts'

/** Features that belong together: the key determines all of them, so that their sum is looked up at once. */
export interface Facet {
  readonly table: FacetTable
  readonly key: number
  features(): readonly string[]
}

const SUMS_KEPT = 50_000

/** Sums of the weights of one sort of facets by key, for the model that asked last. */
export class FacetTable {
  private weights: Weights | null = null
  private readonly sums = new Map<number, number>()

  /** A facet of this sort; equal keys must have equal features. */
  facet(key: number, features: () => readonly string[]): Facet {
    return { table: this, key, features }
  }

  /** The sum of a facet's weights. */
  sum(weights: Weights, { key, features }: Facet): number {
    if (this.weights !== weights) {
      this.weights = weights
      this.sums.clear()
    }
    const known = this.sums.get(key)
    if (known !== undefined) return known
    let sum = 0
    for (const feature of features()) sum += weights.get(feature) ?? 0
    // Names never stand in a key, so few facets occur again and again; the limit only guards against odd input.
    if (this.sums.size >= SUMS_KEPT) this.sums.clear()
    this.sums.set(key, sum)
    return sum
  }
}

/**
 * Numbers the values of one field of a key in the order in which they come: a number made of such numbers is looked up
 * many times faster than a text, which must be joined and hashed each time.
 */
export const numbering = (): ((value: string) => number) => {
  const numbers = new Map<string, number>()
  return (value) => {
    const known = numbers.get(value)
    if (known !== undefined) return known
    numbers.set(value, numbers.size)
    return numbers.size - 1
  }
}

/** The probability of log odds. */
export const probabilityOf = (score: number): number => 1 / (1 + Math.exp(-score))

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

/** The sum of the weights of all facets. */
export const sumOfFacets = (weights: Weights, facets: readonly Facet[]): number => {
  let sum = 0
  for (const facet of facets) sum += facet.table.sum(weights, facet)
  return sum
}

/** Log odds that a logistic model gives for features that come in facets. */
export const scoreOfFacets = (weights: Weights, facets: readonly Facet[]): number =>
  (weights.get('bias') ?? 0) + sumOfFacets(weights, facets)
