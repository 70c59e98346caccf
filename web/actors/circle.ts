import type { ActorView, MetRow } from '../../src/api/index.ts'

export interface Node {
  readonly met: MetRow
  readonly x: number
  readonly y: number
  readonly r: number
  /** Which way the label runs from the node. */
  readonly anchor: 'start' | 'end' | 'middle'
  readonly labelX: number
  readonly labelY: number
}

export interface Edge {
  readonly d: string
  readonly width: number
  readonly own: boolean
  /** Places of its ends among the nodes; an own edge has one. */
  readonly ends: readonly number[]
}

/** Nodes on an ellipse around the actor; lines as wide as the contacts are many. */
export interface Circle {
  readonly nodes: readonly Node[]
  readonly edges: readonly Edge[]
  readonly width: number
  readonly height: number
  readonly middle: readonly [number, number]
}

const MOST = 12
const WIDTH = 620
const HEIGHT = 400
const RX = 140
const RY = 145

/** Lays out an actor and the first twelve that it met. */
export const circleOf = ({ met, links }: Pick<ActorView, 'met' | 'links'>): Circle => {
  const shown = met.slice(0, MOST)
  const cx = WIDTH / 2
  const cy = HEIGHT / 2
  const most = Math.max(1, ...shown.map(({ count }) => count))
  const nodes = shown.map((each, i): Node => {
    const angle = (i / shown.length) * 2 * Math.PI - Math.PI / 2
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)]
    const side = Math.abs(dx) < 0.2 ? 'middle' : dx > 0 ? 'start' : 'end'
    const r = 4 + 6 * Math.sqrt(each.count / most)
    return {
      met: each,
      x: cx + RX * dx,
      y: cy + RY * dy,
      r,
      anchor: side,
      labelX: cx + RX * dx + (side === 'start' ? r + 6 : side === 'end' ? -r - 6 : 0),
      labelY: cy + RY * dy + (side === 'middle' ? (dy > 0 ? r + 16 : -r - 7) : 4.5),
    }
  })
  const own = nodes.map(
    (node, i): Edge => ({
      d: `M${cx} ${cy}L${node.x} ${node.y}`,
      width: 1 + 5 * Math.sqrt(node.met.count / most),
      own: true,
      ends: [i],
    }),
  )
  const among = links.flatMap(({ a, b, count }): Edge[] => {
    const [from, to] = [nodes[a], nodes[b]]
    if (!from || !to) return []
    // Bent toward the middle, so that it does not run through the nodes between.
    const bend = (p: number, q: number, m: number): number => (p + q) / 2 + (m - (p + q) / 2) * 0.35
    const d = `M${from.x} ${from.y}Q${bend(from.x, to.x, cx)} ${bend(from.y, to.y, cy)} ${to.x} ${to.y}`
    return [{ d, width: Math.min(4, 0.75 + 2.5 * Math.sqrt(count / most)), own: false, ends: [a, b] }]
  })
  return { nodes, edges: [...among, ...own], width: WIDTH, height: HEIGHT, middle: [cx, cy] }
}
