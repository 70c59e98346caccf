import type { Block, Hint } from '../block.ts'
import type { Container, HtmlLine, HtmlLines } from './blocks.ts'

/**
 * Which lines of an HTML page are the article. This is Readability's scoring (a paragraph speaks for the elements around
 * it by its length and commas, less the farther away; class names weigh; links count against) done on our own lines:
 * the library itself needs a document tree, has no way back to the source, and took 50 ms and more a page.
 */

const LEVELS = 5
const SHORTEST = 25
const SIDE: ReadonlySet<Hint | null> = new Set<Hint | null>([
  'comments',
  'navigation',
  'footer',
  'aside',
  'meta',
  'caption',
])

const commas = (text: string): number => {
  let count = 0
  for (let at = text.indexOf(','); at >= 0 && count < 20; at = text.indexOf(',', at + 1)) count++
  return count
}

const points = ({ line }: HtmlLine): number => {
  const density = line.linked / line.text.length
  return (1 + commas(line.text) + Math.min(line.text.length / 100, 3)) * (1 - Math.min(1, density))
}

/** How many lines stand inside each element. */
const held = (page: HtmlLines): Uint32Array => {
  const counts = new Uint32Array(page.containers.length)
  for (const { container } of page.lines) counts[container]!++
  // A parent always comes before its children.
  for (let i = counts.length - 1; i > 0; i--) counts[page.containers[i]!.parent]! += counts[i]!
  return counts
}

/**
 * The element that a line speaks for: elements that hold this line alone are its paragraph, however many are nested
 * around it (`<div><div><div>text`), and what holds several lines is the part of a page.
 */
const spokenFor = (page: HtmlLines, counts: Uint32Array, container: number): number => {
  let at = container
  while (counts[at] === 1 && page.containers[at]!.semantic === null && page.containers[at]!.parent >= 0)
    at = page.containers[at]!.parent
  return at
}

/** A line right behind one that is a link as a whole, in the same element, announces what the link leads to. */
const announces = (before: HtmlLine | undefined, line: HtmlLine): boolean =>
  before !== undefined && before.container === line.container && isLink(before)

const scores = (page: HtmlLines): Float64Array => {
  const counts = held(page)
  const score = new Float64Array(page.containers.length)
  const touched = new Uint8Array(page.containers.length)
  for (const [i, line] of page.lines.entries()) {
    if (SIDE.has(line.hint) || line.line.text.length < SHORTEST) continue
    const value = announces(page.lines[i - 1], line) ? points(line) / 4 : points(line)
    let at = spokenFor(page, counts, line.container)
    for (let level = 0; level < LEVELS && at >= 0; level++) {
      score[at]! += level === 0 ? value : level === 1 ? value / 2 : value / (3 * level)
      touched[at] = 1
      at = page.containers[at]!.parent
    }
  }
  for (let i = 0; i < score.length; i++) {
    const { weight, semantic } = page.containers[i]!
    if (touched[i] === 1 && score[i]! > 3) score[i] = score[i]! + weight / 3 + (semantic === 'body' ? score[i]! : 0)
  }
  return score
}

const best = (score: Float64Array): number => {
  let top = -1
  for (let i = 1; i < score.length; i++) if (top < 0 || score[i]! > score[top]!) top = i
  return top
}

/** The nearest `<article>` around an element, or the element itself. */
const articleAround = (containers: readonly Container[], from: number): number => {
  for (let at = from; at > 0; at = containers[at]!.parent) if (containers[at]!.semantic === 'article') return at
  return from
}

/** For each container whether it lies inside `root`; a parent always comes before its children. */
const inside = (containers: readonly Container[], root: number): Uint8Array => {
  const flags = new Uint8Array(containers.length)
  if (root >= 0) flags[root] = 1
  for (let i = Math.max(1, root + 1); i < containers.length; i++) if (flags[containers[i]!.parent] === 1) flags[i] = 1
  return flags
}

interface Regions {
  readonly main: Uint8Array
  readonly article: Uint8Array
  /** Lines between the headline and the main part are the article's own (lead, picture, stamps). */
  readonly headFrom: number
  readonly headTo: number
}

const regionsOf = (page: HtmlLines): Regions => {
  const top = best(scores(page))
  const main = inside(page.containers, top)
  const article = inside(page.containers, top < 0 ? -1 : articleAround(page.containers, top))
  const headTo = page.lines.findIndex((line) => main[line.container] === 1)
  let headFrom = headTo
  for (let i = 0; i < headTo; i++) {
    if (page.lines[i]!.hint === 'headline') {
      headFrom = i
      break
    }
  }
  return { main, article, headFrom, headTo }
}

/** A line that is one link as a whole leads to another page. */
const isLink = ({ line }: HtmlLine): boolean => line.linked >= 0.9 * line.text.length

const hintOf = (line: HtmlLine, i: number, regions: Regions): Hint | undefined => {
  const { hint } = line
  if (hint !== null && hint !== 'item' && hint !== 'subheading') return hint
  const main = regions.main[line.container] === 1
  if (isLink(line)) return main || regions.article[line.container] === 1 ? 'aside' : 'outside'
  if (main) return hint ?? 'main'
  if (regions.article[line.container] === 1 || (i >= regions.headFrom && i < regions.headTo)) return hint ?? undefined
  return 'outside'
}

/** The lines of a page as blocks, each with what the markup says about it. */
export const blocksOf = (page: HtmlLines): Block[] => {
  const regions = regionsOf(page)
  return page.lines.map((line, i): Block => {
    const { text, pageSpan } = line.line
    const hint = hintOf(line, i, regions)
    return { text, ...pageSpan(0, text.length), pageSpan, gap: true, ...(hint === undefined ? {} : { hint }) }
  })
}
