import type {
  ArticleView,
  EventFact,
  FigureFact,
  MentionFact,
  Part,
  StatementFact,
  TimeFact,
} from '../../src/api/index.ts'

export type Layer = 'events' | 'speech' | 'times' | 'names' | 'figures'
export const LAYERS: readonly Layer[] = ['events', 'speech', 'times', 'names', 'figures']

interface Common {
  readonly id: string
  readonly start: number
  readonly end: number
}
/** One fact as the article shows it: where its words stand, and what it is. */
export type Shown =
  | (Common & { readonly layer: 'events'; readonly fact: EventFact; readonly entry: ArticleView['entries'][number] })
  | (Common & { readonly layer: 'speech'; readonly fact: StatementFact })
  | (Common & { readonly layer: 'times'; readonly fact: TimeFact })
  | (Common & { readonly layer: 'names'; readonly fact: MentionFact })
  | (Common & { readonly layer: 'figures'; readonly fact: FigureFact })

/** All facts in text order; of two that begin together the longer one first. */
export const shownFacts = ({ facts, entries }: ArticleView): Shown[] => {
  const at = ({ start, end }: { readonly start: number; readonly end: number }) => ({ start, end })
  const shown: Shown[] = [
    ...facts.events.map((fact, i) => {
      const entry = entries[i] ?? null
      return { id: `e${i}`, layer: 'events' as const, fact, entry, ...at(fact.trigger) }
    }),
    ...facts.statements.map((fact, i) => ({ id: `s${i}`, layer: 'speech' as const, fact, ...at(fact) })),
    ...facts.times.map((fact, i) => ({ id: `t${i}`, layer: 'times' as const, fact, ...at(fact) })),
    ...facts.mentions.map((fact, i) => ({ id: `n${i}`, layer: 'names' as const, fact, ...at(fact) })),
    ...facts.figures.map((fact, i) => ({ id: `f${i}`, layer: 'figures' as const, fact, ...at(fact) })),
  ]
  return shown.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** A line of the article that stands, or lines that were cut away. */
export type Block =
  | {
      readonly sort: 'text'
      readonly start: number
      readonly end: number
      readonly kind: Part['kind']
      /** Datelines and notes inside the line, shown paler. */
      readonly pale: readonly (readonly [number, number])[]
      /** Number of the paragraph among those of the body. */
      readonly number: number
    }
  | { readonly sort: 'cut'; readonly key: number; readonly parts: readonly Part[] }

const PALE: readonly Part['kind'][] = ['dateline', 'note']

/** The page in its own order: parts that share a line of the text make one block, neighbours that were cut one fold. */
export const blocksOf = (text: string, parts: readonly Part[]): Block[] => {
  const blocks: Block[] = []
  let number = 0
  parts.forEach((part, key) => {
    const last = blocks.at(-1)
    if (part.start === undefined || part.end === undefined) {
      if (last?.sort === 'cut') blocks[blocks.length - 1] = { ...last, parts: [...last.parts, part] }
      else blocks.push({ sort: 'cut', key, parts: [part] })
      return
    }
    const range = [part.start, part.end] as const
    const pale = PALE.includes(part.kind) ? [range] : []
    if (last?.sort === 'text' && !text.slice(last.end, part.start).includes('\n') && last.end <= part.start) {
      const kind = PALE.includes(last.kind) ? part.kind : last.kind
      blocks[blocks.length - 1] = { ...last, end: part.end, kind, pale: [...last.pale, ...pale] }
      return
    }
    if (part.kind === 'body' || part.kind === 'dateline') number++
    blocks.push({ sort: 'text', start: part.start, end: part.end, kind: part.kind, pale, number })
  })
  return blocks
}

export interface Segment {
  readonly start: number
  readonly end: number
  readonly facts: readonly Shown[]
  readonly pale: boolean
  /** Inside the words that the address points at. */
  readonly pointed: boolean
}

/** Cuts a line at every place where a fact begins or ends. Linear in its facts: each is open or not as the line goes on. */
export const segmentsOf = (
  block: Block & { readonly sort: 'text' },
  facts: readonly Shown[],
  pointed: readonly [number, number] | null,
): Segment[] => {
  const inside = (at: number): boolean => at > block.start && at < block.end
  const ranges = [...block.pale, ...(pointed ? [pointed] : [])]
  const cuts = [
    ...new Set([
      block.start,
      block.end,
      ...facts.flatMap(({ start, end }) => [start, end]).filter(inside),
      ...ranges.flat().filter(inside),
    ]),
  ].sort((a, b) => a - b)
  const covers = ([start, end]: readonly [number, number], at: number): boolean => start <= at && at < end
  let open: Shown[] = []
  let next = 0
  return cuts.slice(0, -1).map((start, i) => {
    open = open.filter(({ end }) => end > start)
    for (let fact = facts[next]; fact && fact.start <= start; fact = facts[++next])
      if (fact.end > start) open.push(fact)
    return {
      start,
      end: cuts[i + 1] as number,
      facts: [...open],
      pale: block.pale.some((range) => covers(range, start)),
      pointed: pointed !== null && covers(pointed, start),
    }
  })
}
