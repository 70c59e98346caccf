import type { Block } from '../block.ts'

const SPACE = /[\s\u00a0\ufeff\u200b]/u

/** A block whose text is the page's own, letter by letter. */
export const plainBlock = (page: string, start: number, end: number, gap: boolean): Block => ({
  text: page.slice(start, end),
  pageStart: start,
  pageEnd: end,
  pageSpan: (from, to) => ({ pageStart: start + from, pageEnd: start + to }),
  gap,
})

/**
 * The lines of a text dump as blocks, with their offsets in the page; white space around a line is left out, nothing
 * inside it is touched. Time is linear in the page.
 */
export const linesOf = (page: string): Block[] => {
  const blocks: Block[] = []
  const breaks = /\r\n|[\n\r\u2028\u2029\f\v\u0085]/g
  let gap = true
  for (let from = 0; from <= page.length; ) {
    const next = breaks.exec(page)
    const to = next ? next.index : page.length
    let start = from
    let end = to
    while (start < end && SPACE.test(page[start]!)) start++
    while (end > start && SPACE.test(page[end - 1]!)) end--
    if (start < end) blocks.push(plainBlock(page, start, end, gap))
    gap = start === end
    from = next ? to + next[0].length : page.length + 1
  }
  return blocks
}
