import type { Evidence } from '../../src/api/index.ts'
import { linksOf } from '../lib/evidence.ts'

interface Node {
  readonly x: number
  readonly y: number
  readonly name: string
}

/** Lines from each quote through its agency to the one who spoke. */
export interface Flow {
  readonly width: number
  readonly height: number
  readonly lines: readonly { readonly d: string; readonly evidence: number; readonly tip: boolean }[]
  readonly agencies: readonly Node[]
  readonly origins: readonly (Node & { readonly own: boolean; readonly outlets: number })[]
}

interface Placed {
  readonly name: string
  readonly own: boolean
  readonly held: readonly number[]
  y: number
}

// Keeps labels apart without letting the last one leave the drawing.
const spread = (nodes: Placed[], gap: number, height: number): Placed[] => {
  nodes.sort((a, b) => a.y - b.y)
  nodes.forEach((node, i) => {
    const before = nodes[i - 1]
    if (before && node.y < before.y + gap) node.y = before.y + gap
  })
  const over = (nodes.at(-1)?.y ?? 0) - (height - 20)
  if (over > 0) for (const node of nodes) node.y -= Math.min(over, node.y - 12)
  return nodes
}

const gather = (keys: readonly (string | null)[], own: (i: number) => boolean, starts: readonly number[]): Placed[] => {
  const groups = new Map<string, number[]>()
  keys.forEach((key, i) => {
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), i])
  })
  return [...groups].map(([key, held]) => ({
    name: key.replace(/^own:/, ''),
    own: own(held[0] ?? 0),
    held,
    y: held.reduce((sum, i) => sum + (starts[i] ?? 0), 0) / held.length,
  }))
}

const curve = (x1: number, y1: number, x2: number, y2: number): string => {
  const middle = x1 + (x2 - x1) / 2
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`
}

/** `starts`: height of each quote's head, in pixels from the drawing's top. */
export const drawFlow = (
  evidence: readonly Evidence[],
  starts: readonly number[],
  width: number,
  height: number,
): Flow => {
  const links = evidence.map(linksOf)
  const xAgency = width * 0.34
  const xOrigin = width * 0.6
  // One's own voice is named apart from the same name as a speaker elsewhere.
  const roots = evidence.map((each, i) => links[i]?.[0] ?? `own:${each.outlet ?? ''}`)
  const origins = spread(
    gather(roots, (i) => !links[i]?.length, starts),
    44,
    height,
  )
  const agencies = spread(
    gather(
      links.map((each) => each[1] ?? null),
      () => false,
      starts,
    ),
    40,
    height,
  )
  const lines: Flow['lines'][number][] = []
  evidence.forEach((_, i) => {
    const y = starts[i] ?? 0
    const origin = origins.find(({ held }) => held.includes(i))
    const agency = agencies.find(({ held }) => held.includes(i))
    if (!origin) return
    lines.push({ d: `M0 ${y}l6 -3.5v7z`, evidence: i, tip: true })
    if (agency) {
      lines.push({ d: curve(4, y, xAgency, agency.y), evidence: i, tip: false })
      lines.push({ d: curve(xAgency, agency.y, xOrigin, origin.y), evidence: i, tip: false })
    } else lines.push({ d: curve(4, y, xOrigin, origin.y), evidence: i, tip: false })
  })
  return {
    width,
    height,
    lines,
    agencies: agencies.map(({ name, y }) => ({ name, y, x: xAgency })),
    origins: origins.map(({ name, y, own, held }) => ({
      name,
      y,
      own,
      x: xOrigin,
      outlets: new Set(held.map((i) => evidence[i]?.outlet ?? evidence[i]?.article)).size,
    })),
  }
}
