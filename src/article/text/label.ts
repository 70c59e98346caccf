import type { Block, Hint } from '../block.ts'
import { chooseHeadline } from './headline.ts'
import { type Mark, markOf } from './marks.ts'
import { isProse, looksLikeItem, looksLikeTitle } from './prose.ts'
import { countWords, shareKnown, stemsOf } from './words.ts'

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
const splitCredit = (block: Block): Block[] => {
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

const lineOf = (block: Block): Line => {
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

/** Marks after which the article is over or interrupted, so that prose on the other side must prove its connection. */
const parts = (mark: Mark): boolean => mark === 'teaser-head' || mark === 'copyright' || mark === 'comments'

interface Core {
  readonly first: number
  readonly last: number
  readonly vocabulary: ReadonlyMap<string, number>
}

const vocabularyOf = (lines: readonly Line[], from: number, to: number): Map<string, number> => {
  const vocabulary = new Map<string, number>()
  for (let i = from; i <= to; i++) {
    const line = lines[i]!
    if (line.prose) for (const stem of line.stems) vocabulary.set(stem, (vocabulary.get(stem) ?? 0) + 1)
  }
  return vocabulary
}

const weightOf = (hint: Hint | undefined): number =>
  hint === 'main' ? 4 : hint === 'outside' || hint === 'aside' || hint === 'meta' ? 0.2 : 1

/** A run of title-like lines this long is a list of links: prose behind it is another cluster. */
const LIST_RUN = 4

/** A run of prose without a list of links or an end mark inside. */
interface Cluster {
  first: number
  last: number
  weight: number
  /** A mark that ends pages (copyright, comments) stands before it. */
  readonly behindEnd: boolean
}

const clustersOf = (lines: readonly Line[]): Cluster[] => {
  const clusters: Cluster[] = []
  let run: Cluster | null = null
  let titles = 0
  let ended = false
  for (const [i, line] of lines.entries()) {
    if (isStranger(line)) continue
    if (parts(line.mark) || titles >= LIST_RUN) {
      run = null
      titles = 0
      ended ||= line.mark === 'copyright' || line.mark === 'comments'
    }
    if (line.prose) {
      if (run === null) {
        run = { first: i, last: i, weight: 0, behindEnd: ended }
        clusters.push(run)
      }
      run.last = i
      run.weight += line.block.text.length * weightOf(line.block.hint)
      titles = 0
    } else if (line.mark === null && line.block.hint !== 'item') titles++
  }
  return clusters
}

/** How much of a cluster's words the article must know for the cluster to be its continuation. */
const JOINS = 0.35

/** Where the article certainly is, and the words that it speaks with: its heaviest cluster of prose and those that go on with it. */
const coreOf = (lines: readonly Line[]): Core | null => {
  const clusters = clustersOf(lines)
  let best: Cluster | null = null
  // Of two clusters of like weight the earlier one is the article.
  for (const cluster of clusters) if (best === null || cluster.weight > best.weight * 1.3) best = cluster
  if (best === null) return null
  const vocabulary = vocabularyOf(lines, best.first, best.last)
  let { first, last } = best
  for (const cluster of clusters) {
    if (cluster === best || (cluster.behindEnd && cluster.first > best.last)) continue
    const stems = lines.slice(cluster.first, cluster.last + 1).flatMap((line) => (line.prose ? line.stems : []))
    if (shareKnown(stems, vocabulary) < JOINS) continue
    first = Math.min(first, cluster.first)
    last = Math.max(last, cluster.last)
  }
  return { first, last, vocabulary }
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

const isStranger = ({ block: { hint } }: Line): boolean => hint === 'aside' || hint === 'outside'

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
