import type { Word } from '../../language/index.ts'
import type { Quote } from './quotes.ts'
import { CUE_VERBS } from './russian/verbs.ts'
import { divides, isDash, isFiniteVerb, type Segment, type Unit } from './unit.ts'

/** What punctuation makes of the words of a unit. */
export type Layout = Pick<Unit, 'quotes' | 'inlined' | 'bracketed' | 'segment' | 'segments' | 'bounds'>

// Most units hold neither quotation nor bracket: those of usual length share one row of nothing.
const USUAL = 512
const NO_QUOTES: (Quote | null)[] = new Array(USUAL).fill(null)
const NO_BRACKETS: boolean[] = new Array(USUAL).fill(false)
const NOTHING: readonly never[] = []

const opensBracket = ({ text }: Word): boolean => text === '(' || text === '['
const closesBracket = ({ text }: Word): boolean => text === ')' || text === ']'

// A bracket that stays open longer than this was a slip.
const LONGEST_BRACKET = 60

const inBrackets = (words: readonly Word[]): readonly boolean[] => {
  let inside: boolean[] | null = null
  let open = -1
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word.text.length > 1) continue
    if (opensBracket(word)) open = i
    else if (open >= 0 && closesBracket(word)) {
      inside ??= new Array(words.length).fill(false)
      if (i - open <= LONGEST_BRACKET) inside.fill(true, open, i + 1)
      open = -1
    }
  }
  return inside ?? (words.length <= USUAL ? NO_BRACKETS : new Array(words.length).fill(false))
}

/** Cuts the tokens at the marks that divide clauses; quotations and brackets are not entered. */
const cut = (
  words: readonly Word[],
  quotes: readonly (Quote | null)[],
  bracketed: readonly boolean[],
): { segment: number[]; segments: Segment[] } => {
  const segment: number[] = []
  const segments: Segment[] = []
  let from = -1
  let before = ''
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (divides(word) && quotes[i] === null && !bracketed[i]) {
      if (from >= 0) segments.push({ from, to: i, before })
      from = -1
      // ", —" counts as a dash, "):" as a colon.
      before = word.text
      segment.push(-1)
      continue
    }
    if (from < 0) from = i
    segment.push(segments.length)
  }
  if (from >= 0) segments.push({ from, to: words.length, before })
  return { segment, segments }
}

/** Whether a new sentence begins at the token, outside quotations. */
const beginsSentence = (
  words: readonly Word[],
  starts: readonly number[],
  quotes: readonly (Quote | null)[],
  i: number,
): boolean => {
  const before = quotes[i - 1]
  const here = quotes[i]
  // Inside one quotation, or between it and the author's words («Да!» — сказал он), the sentence goes on.
  if (starts.includes(i)) return !((before && before === here) || (before && !here && isDash(words[i])))
  // A splitter may not cut after «Да!» though the next word begins a sentence.
  const spoken =
    before && here !== before && words[i - 1]!.end === before.end && /[.!?…]/.test(words[i - 2]?.text ?? '')
  return Boolean(spoken) && /^\p{Lu}/u.test(words[i]!.text)
}

const isFinal = ({ text }: Word): boolean => text.length <= 8 && /^[.;!?…]+$/.test(text)

const boundsOf = (words: readonly Word[], starts: readonly number[], quotes: readonly (Quote | null)[]) => {
  const bounds: { from: number; to: number; next: number }[] = []
  const single = starts.length === 0 && quotes === NO_QUOTES
  let from = 0
  for (let i = single ? words.length : 1; i <= words.length; i++) {
    if (i < words.length && !beginsSentence(words, starts, quotes, i)) continue
    let to = i
    while (to > from && !quotes[to - 1] && isFinal(words[to - 1]!)) to--
    bounds.push({ from, to, next: i })
    from = i
  }
  return bounds
}

/**
 * Opens quotations that begin in the middle of a sentence with a reporting verb («он «отверг слухи»»): their words are
 * then read like the rest of it.
 */
const inline = (words: readonly Word[], quotes: (Quote | null)[]): readonly { from: number; to: number }[] => {
  const opened: { from: number; to: number }[] = []
  for (let i = 1; i < words.length; i++) {
    const quote = quotes[i]
    if (!quote || quotes[i - 1] === quote) continue
    let to = i
    while (quotes[to] === quote) to++
    const before = words[i - 1]!
    const verb = [i + 1, i + 2].find((k) => k < to && CUE_VERBS.has(words[k]!.lemma) && isFiniteVerb(words[k]!))
    if (verb !== undefined && before.morph.pos !== 'PUNCT' && quotes[i - 1] === null && to - i < 40) {
      quotes.fill(null, i, to)
      opened.push({ from: i, to })
    }
    i = to - 1
  }
  return opened
}

const quotesOf = (words: readonly Word[], top: readonly Quote[]): (Quote | null)[] => {
  let at = 0
  return words.map((word) => {
    while (at < top.length && top[at]!.end <= word.start) at++
    const quote = top[at]
    return quote && quote.start <= word.start && word.end <= quote.end ? quote : null
  })
}

// The author's words inside a quotation are no longer than this.
const LONGEST_INSERTION = 40

/**
 * Takes the author's words out of a quotation that they cut («А, — сказал он, — Б»): its pieces become quotations of
 * their own.
 */
const splitByAuthor = (words: readonly Word[], quotes: (Quote | null)[]): (Quote | null)[] => {
  for (let i = 1; i < words.length; i++) {
    const quote = quotes[i]
    if (!quote || !isDash(words[i]) || !/^[,.!?…]+$/.test(words[i - 1]!.text)) continue
    const cue = [i + 1, i + 2, i + 3].find((k) => words[k] && CUE_VERBS.has(words[k].lemma) && isFiniteVerb(words[k]))
    if (cue === undefined || quotes[cue] !== quote) continue
    const end = insertionEnd(words, quotes, quote, cue)
    if (end < 0) continue
    const before: Quote = { ...quote, end: words[i - 1]!.end, innerEnd: words[i - 1]!.start }
    const after: Quote = { ...quote, start: words[end + 1]!.start, innerStart: words[end + 1]!.start }
    for (let k = i - 1; k >= 0 && quotes[k] === quote; k--) quotes[k] = k === i - 1 ? null : before
    for (let k = i; k <= end; k++) quotes[k] = null
    for (let k = end + 1; k < words.length && quotes[k] === quote; k++) quotes[k] = after
    i = end
  }
  return quotes
}

/** Index of the dash that ends the author's words begun before `cue`; -1 when they do not end inside the quotation. */
const insertionEnd = (words: readonly Word[], quotes: readonly (Quote | null)[], quote: Quote, cue: number): number => {
  const last = Math.min(words.length - 2, cue + LONGEST_INSERTION)
  for (let k = cue + 1; k <= last && quotes[k] === quote; k++)
    if (isDash(words[k]) && /^[,.]$/.test(words[k - 1]!.text) && quotes[k + 1] === quote) return k
  return -1
}

/**
 * Lays out words by their punctuation: `quotes` are the quotations that stand among them, outermost ones, in order;
 * `starts` the tokens at which a further sentence begins. `cuts`: author's words are taken out of quotations.
 */
export const layOut = (
  words: readonly Word[],
  starts: readonly number[],
  quotes: readonly Quote[],
  cuts: boolean,
): Layout => {
  const placed = quotes.length > 0 ? quotesOf(words, quotes) : null
  const quoted =
    placed === null
      ? words.length <= USUAL
        ? NO_QUOTES
        : new Array<null>(words.length).fill(null)
      : cuts
        ? splitByAuthor(words, placed)
        : placed
  const inlined = placed === null ? NOTHING : inline(words, quoted)
  const bracketed = inBrackets(words)
  return {
    quotes: quoted,
    inlined,
    bracketed,
    bounds: boundsOf(words, starts, quoted),
    ...cut(words, quoted, bracketed),
  }
}
