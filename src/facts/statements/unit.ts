import type { Analysis, Case, Mention, Sentence, Word } from '../../language/index.ts'
import type { Quote } from './quotes.ts'
import { CUE_VERBS } from './russian/verbs.ts'

/**
 * What is read at once: one sentence, or the sentences that one quotation joins («А. Б», — сказал он). Tokens are
 * the words of all of them, numbered through.
 */
export interface Unit {
  readonly start: number
  readonly end: number
  readonly part: Sentence['part']
  readonly words: readonly Word[]
  /** Index of each token's governor in `words`, -1 for none known. */
  readonly heads: readonly number[]
  /** Outermost name, role or pronoun that covers the token. */
  readonly mentions: readonly (UnitMention | null)[]
  /** Outermost quotation that the token stands in, its marks included. */
  readonly quotes: readonly (Quote | null)[]
  /** Whether the token stands in brackets. */
  readonly bracketed: readonly boolean[]
  /** Index of the segment between punctuation marks; -1 for the marks themselves. */
  readonly segment: readonly number[]
  readonly segments: readonly Segment[]
  /** Index of the sentence that each token stands in. */
  readonly sentences: readonly number[]
}

/** A mention in the unit's own token numbers. */
export interface UnitMention {
  readonly mention: Mention
  readonly from: number
  readonly to: number
  readonly head: number
}

/** Tokens between two marks that divide clauses (comma, dash, colon, semicolon, bracket), quotations being one lump. */
export interface Segment {
  readonly from: number
  readonly to: number
  /** The mark before it, '' at the start of the unit. */
  readonly before: string
}

const DASHES: ReadonlySet<string> = new Set(['—', '–', '-', '―', '--'])
export const isDash = (word: Word | undefined): boolean => word !== undefined && DASHES.has(word.text)
const DIVIDERS: ReadonlySet<string> = new Set([',', ';', ':', '(', ')', '[', ']', '…', '...', '.', '!', '?'])
const divides = (word: Word): boolean => DIVIDERS.has(word.text) || DASHES.has(word.text)

export const isFiniteVerb = (word: Word): boolean =>
  (word.morph.pos === 'VERB' || word.morph.pos === 'AUX') &&
  word.morph.verbForm !== 'Inf' &&
  word.morph.verbForm !== 'Part' &&
  word.morph.verbForm !== 'Conv'

export const isNoun = (word: Word): boolean => word.morph.pos === 'NOUN' || word.morph.pos === 'PROPN'

/** Whether the word stands in that case, by the chosen reading or, where that has none, by any. */
export const inCase = (word: Word, wanted: Case): boolean =>
  word.morph.case !== undefined ? word.morph.case === wanted : word.readings.some((one) => one.morph.case === wanted)

/** Whether some reading of the word has that case. */
export const canBe = (word: Word, wanted: Case): boolean =>
  word.morph.case === wanted || word.readings.some((one) => one.morph.case === wanted)

interface Bounds {
  readonly first: number
  readonly last: number
}

/** Whether the author's words go on after a sentence that ends with a quotation: «Да!» — сказал он. */
const continues = (text: string, end: number): boolean => /^\s?[—–-]\s*\p{Ll}/u.test(text.slice(end, end + 6))

/** Groups sentences of one part that a quotation joins; returns first and last sentence of each unit. */
const group = (analysis: Analysis, quotes: readonly Quote[]): Bounds[] => {
  const { sentences } = analysis
  const text = analysis.article.text
  const units: Bounds[] = []
  let next = 0
  for (let first = 0; first < sentences.length; ) {
    let last = first
    for (;;) {
      const sentence = sentences[last]!
      while (next < quotes.length && (quotes[next]!.depth > 0 || quotes[next]!.end <= sentence.start)) next++
      let end = sentence.end
      for (let q = next; q < quotes.length && quotes[q]!.start < sentence.end; q++) end = Math.max(end, quotes[q]!.end)
      const following = sentences[last + 1]
      if (!following) break
      if (
        following.start >= end &&
        !(/[»”"“]\s*$/u.test(text.slice(sentence.end - 2, sentence.end)) && continues(text, sentence.end))
      )
        break
      last++
    }
    units.push({ first, last })
    first = last + 1
  }
  return units
}

/** Cuts the tokens at the marks that divide clauses; quotations and brackets are not entered. */
const cut = (words: readonly Word[], closed: readonly boolean[]): { segment: number[]; segments: Segment[] } => {
  const segment = words.map(() => -1)
  const segments: Segment[] = []
  let from = -1
  let before = ''
  const end = (to: number): void => {
    if (from >= 0) segments.push({ from, to, before })
    from = -1
  }
  for (const [i, word] of words.entries()) {
    if (!closed[i] && divides(word)) {
      end(i)
      // ", —" counts as a dash, "):" as a colon.
      before = word.text
      continue
    }
    if (from < 0) from = i
    segment[i] = segments.length
  }
  end(words.length)
  return { segment, segments }
}

/** Cuts an analysis into units. Linear in the text. */
export const makeUnits = (analysis: Analysis, quotes: readonly Quote[]): readonly Unit[] => {
  const bySentence: Mention[][] = analysis.sentences.map(() => [])
  for (const mention of analysis.mentions) if (mention.by !== 'adjective') bySentence[mention.sentence]?.push(mention)
  const top = quotes.filter((quote) => quote.depth === 0)
  let next = 0
  return group(analysis, quotes).map(({ first, last }) => {
    const words: Word[] = []
    const heads: number[] = []
    const sentences: number[] = []
    const mentions: (UnitMention | null)[] = []
    for (let s = first; s <= last; s++) {
      const offset = words.length
      const sentence = analysis.sentences[s]!
      for (const word of sentence.words) {
        words.push(word)
        heads.push(word.head < 0 ? -1 : word.head + offset)
        mentions.push(null)
        sentences.push(s)
      }
      placeMentions(mentions, bySentence[s]!, offset)
    }
    const start = analysis.sentences[first]!.start
    const end = analysis.sentences[last]!.end
    while (next < top.length && top[next]!.end <= start) next++
    const inQuote = splitByAuthor(words, quotesOf(words, top, next))
    const bracketed = inBrackets(words)
    const closed = words.map((_, i) => inQuote[i] !== null || bracketed[i]!)
    return {
      start,
      end,
      part: analysis.sentences[first]!.part,
      words,
      heads,
      mentions,
      quotes: inQuote,
      bracketed,
      ...cut(words, closed),
      sentences,
    }
  })
}

/** Enters the outermost mentions of one sentence, those that are names before those that only stand for one. */
const placeMentions = (into: (UnitMention | null)[], mentions: readonly Mention[], offset: number): void => {
  for (const mention of mentions) {
    const placed = { mention, from: mention.from + offset, to: mention.to + offset, head: mention.head + offset }
    for (let i = placed.from; i < placed.to && i < into.length; i++) {
      const known = into[i]
      if (!known || known.to - known.from < placed.to - placed.from) into[i] = placed
    }
  }
}

const quotesOf = (words: readonly Word[], top: readonly Quote[], from: number): (Quote | null)[] => {
  let at = from
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

// A bracket that stays open longer than this was a slip.
const LONGEST_BRACKET = 60

const inBrackets = (words: readonly Word[]): boolean[] => {
  const inside = words.map(() => false)
  let open = -1
  for (const [i, word] of words.entries()) {
    if (word.text === '(' || word.text === '[') open = i
    else if ((word.text === ')' || word.text === ']') && open >= 0) {
      if (i - open <= LONGEST_BRACKET) inside.fill(true, open, i + 1)
      open = -1
    }
  }
  return inside
}
