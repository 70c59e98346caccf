import type { Analysis, Mention, Sentence, Word } from '../../language/index.ts'
import type { Quote } from './quotes.ts'
import { CUE_VERBS } from './russian/verbs.ts'
import { divides, isDash, isFiniteVerb, type Segment, type Unit, type UnitMention } from './unit.ts'

interface Bounds {
  readonly first: number
  readonly last: number
}

/** Whether the author's words go on after a sentence that ends with a quotation: «Да!» — сказал он. */
const continues = (text: string, end: number): boolean => /^\s?[—–-]\s*\p{Ll}/u.test(text.slice(end, end + 6))

/** Whether a bracket opened in a sentence closes in the next ("(… Киева. — Прим. ред.)"). */
const bracketGoesOn = (text: string, sentence: Sentence, following: Sentence): boolean => {
  const open = text.lastIndexOf('(', sentence.end)
  if (open < sentence.start || sentence.end - open > 300) return false
  const close = text.indexOf(')', open)
  return close >= following.start && close < following.end && close - following.start < 120
}

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
        !bracketGoesOn(text, sentence, following) &&
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

/** The words of some sentences with what the language stage says of them, numbered through. */
interface Tokens {
  readonly words: readonly Word[]
  readonly heads: readonly number[]
  readonly sentences: readonly number[]
  readonly mentions: readonly (UnitMention | null)[]
}

const tokensOf = (
  analysis: Analysis,
  mentionsBySentence: readonly Mention[][],
  first: number,
  last: number,
): Tokens => {
  const words: Word[] = []
  const heads: number[] = []
  const sentences: number[] = []
  const mentions: (UnitMention | null)[] = []
  for (let s = first; s <= last; s++) {
    const offset = words.length
    for (const word of analysis.sentences[s]!.words) {
      words.push(word)
      heads.push(word.head < 0 ? -1 : word.head + offset)
      mentions.push(null)
      sentences.push(s)
    }
    placeMentions(mentions, mentionsBySentence[s]!, offset)
  }
  return { words, heads, sentences, mentions }
}

const unitOf = (tokens: Tokens, part: Unit['part'], quotes: (Quote | null)[]): Unit => {
  const { words } = tokens
  const inlined = inline(words, quotes)
  const bracketed = inBrackets(words)
  const closed = words.map((_, i) => quotes[i] !== null || bracketed[i]!)
  return {
    ...tokens,
    start: words[0]!.start,
    end: words[words.length - 1]!.end,
    part,
    quotes,
    inlined,
    bounds: boundsOf(words, tokens.sentences, quotes),
    bracketed,
    ...cut(words, closed),
  }
}

/** Whether a new sentence begins at the token, outside quotations. */
const beginsSentence = (
  words: readonly Word[],
  sentences: readonly number[],
  quotes: readonly (Quote | null)[],
  i: number,
): boolean => {
  const before = quotes[i - 1]
  const here = quotes[i]
  if (sentences[i - 1] !== sentences[i]) {
    // Inside one quotation, or between it and the author's words («Да!» — сказал он), the sentence goes on.
    return !((before && before === here) || (before && !here && isDash(words[i])))
  }
  // A splitter may not cut after «Да!» though the next word begins a sentence.
  const spoken =
    before && here !== before && words[i - 1]!.end === before.end && /[.!?…]/.test(words[i - 2]?.text ?? '')
  return Boolean(spoken) && /^\p{Lu}/u.test(words[i]!.text)
}

const boundsOf = (
  words: readonly Word[],
  sentences: readonly number[],
  quotes: readonly (Quote | null)[],
): Unit['bounds'] => {
  const bounds: { from: number; to: number }[] = []
  let from = 0
  for (let i = 1; i <= words.length; i++) {
    if (i < words.length && !beginsSentence(words, sentences, quotes, i)) continue
    let to = i
    while (to > from && !quotes[to - 1] && /^[.;!?…]+$/.test(words[to - 1]!.text)) to--
    const bound = { from, to }
    for (let k = from; k < i; k++) bounds.push(bound)
    from = i
  }
  return bounds
}

/** Cuts an analysis into units. Linear in the text. */
export const makeUnits = (analysis: Analysis, quotes: readonly Quote[]): readonly Unit[] => {
  const bySentence: Mention[][] = analysis.sentences.map(() => [])
  const named = new Set(analysis.mentions.filter(({ by }) => by === undefined).map(({ identity }) => identity))
  for (const mention of analysis.mentions) {
    // A role that leads to no name is read as the plain words it is.
    if (mention.by === 'adjective' || (mention.by !== undefined && !named.has(mention.identity))) continue
    bySentence[mention.sentence]?.push(mention)
  }
  const top = quotes.filter((quote) => quote.depth === 0)
  let next = 0
  return group(analysis, quotes).map(({ first, last }) => {
    const { start, part } = analysis.sentences[first]!
    while (next < top.length && top[next]!.end <= start) next++
    const tokens = tokensOf(analysis, bySentence, first, last)
    return unitOf(tokens, part, splitByAuthor(tokens.words, quotesOf(tokens.words, top, next)))
  })
}

/** The words of a quotation as a unit of their own, to find who is reported to speak inside it. Null for an empty one. */
export const innerUnit = (unit: Unit, from: number, to: number, quotes: readonly Quote[]): Unit | null => {
  let a = from
  let b = to
  const outer = unit.quotes[from]
  while (a < b && unit.words[a]!.start < (outer?.innerStart ?? 0)) a++
  while (b > a && outer && unit.words[b - 1]!.end > outer.innerEnd) b--
  if (b - a < 4) return null
  const shift = (mention: UnitMention | null): UnitMention | null =>
    mention && mention.from >= a && mention.to <= b
      ? { ...mention, from: mention.from - a, to: mention.to - a, head: mention.head - a }
      : null
  const words = unit.words.slice(a, b)
  const tokens: Tokens = {
    words,
    heads: unit.heads.slice(a, b).map((head) => (head >= a && head < b ? head - a : -1)),
    sentences: unit.sentences.slice(a, b),
    mentions: unit.mentions.slice(a, b).map(shift),
  }
  const inside = quotes.filter(
    (one) => one.depth === 1 && one.start >= words[0]!.start && one.end <= words[words.length - 1]!.end,
  )
  return unitOf(tokens, unit.part, quotesOf(words, inside, 0))
}

/**
 * Opens quotations that begin in the middle of a sentence with a reporting verb («он «отверг слухи»»): their words are
 * then read like the rest of it.
 */
const inline = (words: readonly Word[], quotes: (Quote | null)[]): { from: number; to: number }[] => {
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
