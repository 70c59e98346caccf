import type { Block } from '../block.ts'
import { type Core, coreOf, parts } from './core.ts'
import { chooseHeadline } from './headline.ts'
import { isStranger, type Label, type Line, lineOf, splitCredit } from './line.ts'
import type { Mark } from './marks.ts'
import { looksLikeItem, looksLikeTitle } from './prose.ts'
import { shareKnown } from './words.ts'

const FIXED: Readonly<Record<Exclude<Mark, null>, Label>> = {
  credit: 'credit',
  stamp: 'stamp',
  meta: 'meta',
  'meta-head': 'meta',
  caption: 'caption',
  note: 'note',
  service: 'service',
  copyright: 'service',
  comments: 'service',
  'teaser-head': 'teaser',
  teaser: 'teaser',
}

/** "Теги", "Автор" alone on a line: the short lines below belong to them. */
const labelUnderHeads = (lines: readonly Line[]): void => {
  let under = false
  for (const line of lines) {
    if (line.mark === 'meta-head') under = true
    else if (under && line.label === null && !line.prose && line.words <= 4) line.label = 'meta'
    else under = false
  }
}

const nextCredit = (lines: readonly Line[], i: number): boolean => lines[i + 1]?.mark === 'credit'

const CAPTION_CUE =
  /(?:\((?:слева|справа|в центре|на фото|на снимке|архивное фото|фото|второй|вторая|крайний|слева направо)[^)]{0,30}\)|слева направо|на (?:фото|снимке)(?:[ \u00a0:.,]|$)|архивное фото|иллюстративное фото|кадр из )/iu
const SPEECH = /(?:заяви|сообщи|сказа|отмети|подчеркну|добави|рассказа|пишет|переда[её]т|напомни|уточни|поясни)/iu

// Endings of finite verbs in the third person; crude, but a caption is mostly a phrase without any of them.
const FINITE =
  /[ \u00a0][а-яё]{3,}(?:л|ла|ли|ло|лся|лась|лись|лось|ется|ится|ются|ятся|ают|яют|уют|ает|яет|ует|дет|дут|жет|гут|мет|мут|чит|чат|шит|шат|дит|дят|вит|вят|нет|нут|рёт|рет)(?=[ \u00a0,]|$)/u

/** Under the headline, a line without a full stop that says what somebody does is a standfirst, not a caption. */
const isStandfirst = (lines: readonly Line[], i: number): boolean => {
  const { block, words } = lines[i]!
  if (words < 4 || /[.!?…]$/u.test(block.text) || CAPTION_CUE.test(block.text) || !FINITE.test(block.text)) return false
  let above = i - 1
  while (above >= 0 && (lines[above]!.label === 'stamp' || lines[above]!.label === 'meta')) above--
  return lines[above]?.label === 'headline'
}

/** What a picture shows stands right before its credit; several sentences or reported speech make it a paragraph. */
const isCaption = (lines: readonly Line[], i: number, beforeBody: boolean): boolean => {
  const { block, words } = lines[i]!
  if (block.hint === 'caption') return true
  if (block.text.length > 260) return false
  if (CAPTION_CUE.test(block.text) && (nextCredit(lines, i) || words <= 25)) return true
  if (!nextCredit(lines, i) || words < 3) return false
  const closed = /[.!?…]["»”]?$/u.test(block.text)
  if (/[а-яё»"][.!?][ \u00a0]+[А-ЯЁ«"]/u.test(block.text)) return false
  return beforeBody || (!closed && !SPEECH.test(block.text))
}

/** Lines above the body: the headline is known; the others are standfirst, captions, sections, names, or strangers. */
const labelHead = (lines: readonly Line[], core: Core, headline: number): void => {
  for (let i = 0; i < core.first; i++) {
    const line = lines[i]!
    if (line.label !== null) continue
    const known = shareKnown(line.stems, core.vocabulary)
    if ((headline >= 0 && i < headline) || isStranger(line)) line.label = line.words <= 4 ? 'meta' : 'teaser'
    else if (line.block.hint !== 'caption' && known >= 0.25 && isStandfirst(lines, i)) line.label = 'lead'
    else if (isCaption(lines, i, true)) line.label = 'caption'
    else if (headline >= 0 && line.words >= 5 && known >= 0.25) line.label = 'lead'
    else if (headline < 0 && line.words >= 5 && known >= 0.4) line.label = 'subheading'
    else line.label = line.words <= 4 ? 'meta' : 'teaser'
  }
}

/** Whether a title-like line between paragraphs belongs to the article: a short heading, or one that speaks its words. */
const isSubheading = (line: Line, core: Core): boolean => {
  if (line.block.hint === 'subheading') return true
  const known = shareKnown(line.stems, core.vocabulary)
  if (line.block.text.endsWith(':')) return line.words <= 12
  if (line.words <= 4) return true
  return line.words <= 9 ? known >= 0.45 : line.words <= 14 && known >= 0.7
}

type Mode = 'article' | 'links' | 'ended'

interface State {
  readonly core: Core
  mode: Mode
  /** Title-like strangers in a row. */
  strangers: number
  /** Index of the last line that surely belongs to the article. */
  last: number
  /** The line before opens or continues a list. */
  list: boolean
}

const proseBelongs = (line: Line, i: number, state: State): boolean => {
  if (line.block.hint === 'main' || line.block.hint === 'item') return true
  if (i >= state.core.first && i <= state.core.last && state.mode !== 'links') return true
  const known = shareKnown(line.stems, state.core.vocabulary)
  const long = line.block.text.length >= 100
  if (line.block.hint === 'outside' || line.block.hint === 'aside') return known >= 0.6 && long
  if (state.mode === 'ended') return false
  if (state.mode === 'links' || state.strangers >= 2) return known >= (long ? 0.3 : 0.5)
  return known >= 0.12 || long
}

const labelProse = (lines: readonly Line[], i: number, state: State): void => {
  const line = lines[i]!
  if (!proseBelongs(line, i, state)) {
    line.label = 'teaser'
    return
  }
  line.label = isCaption(lines, i, false) ? 'caption' : 'body'
  state.mode = 'article'
  state.strangers = 0
  state.last = i
  state.list = line.block.text.endsWith(':') || (state.list && /[;,]$/u.test(line.block.text))
}

const labelTitle = (lines: readonly Line[], i: number, state: State): void => {
  const line = lines[i]!
  if (isStranger(line)) {
    line.label = line.words <= 2 ? 'service' : 'teaser'
    return
  }
  if (state.mode === 'article' && (state.list || looksLikeItem(line.block.text) || line.block.hint === 'item')) {
    line.label = 'body'
    state.last = i
    return
  }
  if (state.mode === 'article' && isCaption(lines, i, false)) line.label = 'caption'
  else if (i < state.core.last && state.mode === 'article') {
    const sub = isSubheading(line, state.core)
    line.label = sub ? 'subheading' : 'teaser'
    state.list = sub && line.block.text.endsWith(':')
  } else line.label = 'teaser'
  state.strangers = line.label === 'teaser' ? state.strangers + 1 : 0
}

/** From the first paragraph on. */
const labelBody = (lines: readonly Line[], core: Core): number => {
  const state: State = { core, mode: 'article', strangers: 0, last: core.first, list: false }
  for (let i = core.first; i < lines.length; i++) {
    const line = lines[i]!
    // A box of links inside the article's markup interrupts nothing: its own lines are known by their hints.
    if (parts(line.mark) && !isStranger(line)) {
      const over = line.mark !== 'teaser-head' && i > core.last
      state.mode = over || state.mode === 'ended' ? 'ended' : 'links'
    }
    if (line.label !== null) continue
    if (line.prose) labelProse(lines, i, state)
    else labelTitle(lines, i, state)
  }
  return state.last
}

const allCapitalized = (text: string): boolean => text.split(/[\s,]+/u).every((word) => /^[A-ZА-ЯЁ\d]/u.test(word))

/** Behind the last paragraph nothing is a heading; one to three words are a tag or a name, longer lines other stories. */
const labelTail = (lines: readonly Line[], last: number, core: Core): void => {
  for (let i = last + 1; i < lines.length; i++) {
    const line = lines[i]!
    if (line.label !== 'subheading' && !(line.label === 'teaser' && line.mark === null)) continue
    const known = shareKnown(line.stems, core.vocabulary)
    const tag = known >= 0.5 && (line.words <= 3 || (line.words <= 12 && allCapitalized(line.block.text)))
    line.label = tag ? 'meta' : 'teaser'
  }
}

/** The first paragraph is the lead unless a standfirst stands above it. */
const labelLead = (lines: readonly Line[]): void => {
  if (lines.some((line) => line.label === 'lead')) return
  const first = lines.find((line) => line.label === 'body')
  if (first) first.label = 'lead'
}

/**
 * Labels the blocks of a page: sure marks first (stamps, credits, controls, notes), then the article's core (its
 * heaviest run of prose), the headline above it, and the rest by its connection with the core's words.
 * `titles` are headlines known from elsewhere (a sidecar, `og:title`). Time is linear in the page.
 */
export const labelBlocks = (blocks: readonly Block[], titles: readonly string[]): Line[] => {
  const lines = blocks.flatMap(splitCredit).map(lineOf)
  for (const line of lines) if (line.mark !== null) line.label = FIXED[line.mark]
  const core = coreOf(lines)
  if (core === null) {
    labelWithoutProse(lines, titles)
    return lines
  }
  labelUnderHeads(lines)
  const headline = chooseHeadline(lines, core.first, core.vocabulary, titles)
  labelHead(lines, core, headline)
  const last = labelBody(lines, core)
  labelTail(lines, last, core)
  labelLead(lines)
  return lines
}

/** A page without one sentence: its best title is the headline, and of many lines the rest cannot be told from links. */
const labelWithoutProse = (lines: readonly Line[], titles: readonly string[]): void => {
  const open = lines.filter((line) => line.label === null)
  if (open.length <= FEW) {
    for (const line of open) line.label = 'body'
    return
  }
  const headline = chooseHeadline(lines, lines.length, new Map(), titles)
  for (const [i, line] of lines.entries()) {
    if (line.label === null) line.label = i > headline && looksLikeTitle(line.block.text) ? 'teaser' : 'meta'
  }
}

/** So few lines without any sentence are a flash or a note: nothing is cut from them. */
const FEW = 3
