import type { Entry, Evidence } from '../../src/api/index.ts'

/** Speaker first, then agencies: the chain without the outlet that ends it. Empty when the outlet speaks itself. */
export const linksOf = ({ chain, outlet }: Pick<Evidence, 'chain' | 'outlet'>): readonly string[] =>
  chain.filter((name) => name !== outlet)

/** Numbers of the evidence (from 0) that rest on the same origin, in order of first mention. */
export const originsOf = (entry: Entry): ReadonlyMap<number, readonly number[]> => {
  const origins = new Map<number, number[]>()
  entry.evidence.forEach(({ origin }, i) => {
    origins.set(origin, [...(origins.get(origin) ?? []), i])
  })
  return origins
}

/** Outlets (pages without one apart) on each origin, as the discs draw them. */
export const originSizes = (entry: Entry): number[] =>
  [...originsOf(entry).values()]
    .map((list) => new Set(list.map((i) => entry.evidence[i]?.outlet ?? `\n${entry.evidence[i]?.article}`)).size)
    .sort((a, b) => b - a)
