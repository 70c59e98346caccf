import { COMMON_STEMS } from './common-stems.ts'

/** Share of articles that hold a stem which is not among the common ones: what the rarest of those have, and less. */
const RARE = 30 / 21_328
/** A collection of fewer articles may be one story, whose names are rare elsewhere: its counts weigh as if it had this many. */
const FEWEST = 4000

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
 * How much it tells that two texts share a stem: the rarer, the more (inverse document frequency; K. Spärck Jones,
 * 1972). A stem is as common as it is in news at large or in the collection given, whichever is more: five pages about
 * one visit do not make "president" rare, and its guest's name is.
 *
 * @param seen in how many of `size` articles of the collection it stands
 */
export const rarity = (stem: string, seen: number, size: number): number =>
  Math.log(1 + 1 / Math.max(seen / Math.max(size, FEWEST), commonShares().get(stem) ?? RARE))
