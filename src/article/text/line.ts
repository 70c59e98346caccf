import type { Block } from '../block.ts'
import { type Mark, markOf } from './marks.ts'
import { isProse } from './prose.ts'
import { countWords, stemsOf } from './words.ts'

/** What a block of the page is. `credit` becomes a caption without a place in the text. */
export type Label =
  | 'headline'
  | 'repeated-headline'
  | 'lead'
  | 'body'
  | 'subheading'
  | 'caption'
  | 'credit'
  | 'note'
  | 'meta'
  | 'stamp'
  | 'teaser'
  | 'service'

/** One line on its way to its label: what it says of itself, and what the rest of the page makes of it. */
export interface Line {
  readonly block: Block
  readonly mark: Mark
  readonly stems: readonly string[]
  readonly words: number
  /** Reads like sentences rather than like a title. */
  readonly prose: boolean
  label: Label | null
}

/** What markup says is believed where the words themselves say nothing. */
const hintMark = (block: Block): Mark => {
  const { hint, text } = block
  if (hint === 'navigation' || hint === 'footer' || hint === 'comments') return 'service'
  return hint === 'meta' && !isProse(text) && countWords(text) <= 25 ? 'meta' : null
}

const TRAILING_CREDIT =
  /[.!?…»"”)а-яё][ \u00a0]+(?=(?:\(?[Фф]ото(?:[ \u00a0]?:|графия:|\/)|\(?©|Источник фото|Автор фото))/u

/** "Hall of the forum. Фото: press office": what the picture shows, and its credit. */
export const splitCredit = (block: Block): Block[] => {
  const { text } = block
  if (text.length > 400 || !/©|ото/u.test(text)) return [block]
  const match = TRAILING_CREDIT.exec(text)
  if (!match) return [block]
  const from = match.index + match[0].length
  const to = match.index + 1
  if (text.length - from > 110 || countWords(text.slice(0, to)) < 2) return [block]
  const piece = (start: number, end: number): Block => ({
    ...block,
    text: text.slice(start, end),
    ...block.pageSpan(start, end),
    pageSpan: (a, b) => block.pageSpan(start + a, start + b),
    hint: 'caption',
  })
  return [piece(0, to), piece(from, text.length)]
}

export const lineOf = (block: Block): Line => {
  const mark = markOf(block) ?? hintMark(block)
  return {
    block,
    mark,
    stems: mark === null ? stemsOf(block.text) : [],
    words: countWords(block.text),
    prose: mark === null && isProse(block.text),
    label: null,
  }
}

/** Markup says that the line is no part of the article's own run. */
export const isStranger = ({ block: { hint } }: Line): boolean => hint === 'aside' || hint === 'outside'
