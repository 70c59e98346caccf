import { COMMON_STEMS } from './common-stems.ts'

/** Share of articles that hold a stem which is not among the common ones: what the rarest of those have, and less. */
const RARE = 30 / 21_328
/** Weights are multiples of this, so that sums of them do not depend on their order. */
const GRAIN = 2 ** -20

let shares: ReadonlyMap<string, number> | null = null

const commonShares = (): ReadonlyMap<string, number> => {
  shares ??= new Map(
    COMMON_STEMS.split(';').flatMap((level, at) =>
      (level.match(/\S+/g) ?? []).map((stem): [string, number] => [stem, 2 ** (-at / 2)]),
    ),
  )
  return shares
}

/**
 * How much it tells that two texts share a stem: the rarer it is in news at large, the more (inverse document frequency;
 * K. Spärck Jones, 1972). The collection itself is not asked: one more page would change the weights of all others.
 */
export const rarity = (stem: string): number =>
  Math.round(Math.log(1 + 1 / (commonShares().get(stem) ?? RARE)) / GRAIN) * GRAIN

/** Whether a stem is none of the commonest of news at large. */
export const isRare = (stem: string): boolean => !commonShares().has(stem)
