import type { SourceLink } from '../../src/api/index.ts'

export type Outlet = string | null

/** The busiest takers and givers as rows and columns; all links stand in the list besides. */
export interface Grid {
  readonly rows: readonly Outlet[]
  readonly columns: readonly Outlet[]
  readonly at: (from: Outlet, to: Outlet) => SourceLink | undefined
  readonly most: number
  /** Links that have no cell. */
  readonly outside: number
}

const busiest = (links: readonly SourceLink[], end: 'from' | 'to', most: number): Outlet[] => {
  const sums = new Map<Outlet, number>()
  for (const link of links) sums.set(link[end], (sums.get(link[end]) ?? 0) + link.count)
  return [...sums]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([outlet]) => outlet)
}

/** @example gridOf(links, 12).at('Порт', 'Атлас-Инфо')?.count */
export const gridOf = (links: readonly SourceLink[], most: number): Grid => {
  const rows = busiest(links, 'from', most)
  const columns = busiest(links, 'to', most)
  const cells = new Map(links.map((link) => [JSON.stringify([link.from, link.to]), link]))
  const inside = links.filter(({ from, to }) => rows.includes(from) && columns.includes(to)).length
  return {
    rows,
    columns,
    at: (from, to) => cells.get(JSON.stringify([from, to])),
    most: Math.max(1, ...links.map(({ count }) => count)),
    outside: links.length - inside,
  }
}
