import type { Word } from '../../analysis.ts'
import type { Gazetteer } from './gazetteer.ts'
import { ROLE_NOUNS } from './words.ts'

/** What the tagger reads of a word: nothing that depends on its disambiguation. */
export type TaggedWord = Pick<Word, 'text' | 'norm' | 'readings' | 'known'>

/** Number of features of a word. */
export const FEATURES = 44
/** Buckets that features are hashed into. */
export const BUCKETS = 1 << 19

const hash = (text: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h | 0
}

const mix = (a: number, b: number): number => {
  let h = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 16)
}

const POS_BIT: Readonly<Record<string, number>> = {
  NOUN: 1,
  PROPN: 1,
  VERB: 2,
  AUX: 2,
  ADJ: 4,
  ADV: 8,
  ADP: 16,
  CCONJ: 32,
  SCONJ: 32,
  PART: 32,
  PRON: 64,
  DET: 64,
  NUM: 128,
}
const NAME_BIT: Readonly<Record<string, number>> = { Giv: 256, Sur: 512, Pat: 1024, Geo: 2048, Org: 4096 }
const UNKNOWN = 8192

const maskOf = (word: TaggedWord): number => {
  if (!word.known) return UNKNOWN
  let mask = 0
  for (const { morph } of word.readings) {
    mask |= POS_BIT[morph.pos] ?? 0
    if (morph.name) mask |= NAME_BIT[morph.name]!
  }
  return mask
}

/** Shape: A (capital), АБ (all capitals), А. (initial), аА (inner capital), latin and digits, one number each. */
const shapeOf = (text: string): number => {
  const code = text.charCodeAt(0)
  if (code < 0x30 || (code > 0x39 && code < 0x41)) return text.length > 2 ? 258 : 2
  const lower = text.toLowerCase()
  if (text === lower) {
    const upper = text.toUpperCase()
    if (upper === lower) return (code >= 0x30 && code <= 0x39 ? 1 : 2) + (text.length > 2 ? 256 : 0)
  }
  const latin = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) ? 16 : 0
  const hyphen = text.includes('-') ? 32 : 0
  if (text === lower) return 3 + latin + hyphen
  const first = text[0]!
  if (text.length > 1 && text.charCodeAt(1) === lower.charCodeAt(1) && first !== lower[0]) {
    const rest = text.slice(1)
    return (rest === lower.slice(1) ? 8 : 9) + latin + hyphen
  }
  if (text === text.toUpperCase()) return (text.length === 1 ? 4 : text.length <= 4 ? 5 : 6) + latin + hyphen
  return (first === lower[0] ? 7 : 9) + latin + hyphen
}

const QUOTE_OPEN = /^[«“„]$/
const QUOTE_CLOSE = /^[»”]$/
const QUOTE_ANY = /^["']$/

/** Whether each word stands in quotation marks: 0 outside, 1 first inside, 2 further inside; long quotations are speech. */
const quoteStates = (words: readonly TaggedWord[], out: Uint8Array, before: Int32Array): void => {
  let open = -1
  const close = (at: number): void => {
    const length = at - open - 1
    if (open >= 0 && length > 0 && length <= 8) {
      for (let i = open + 1; i < at; i++) {
        out[i] = i === open + 1 ? 1 : length <= 3 ? 2 : 3
        before[i] = open - 1
      }
    }
    open = -1
  }
  for (let i = 0; i < words.length; i++) {
    const text = words[i]!.text
    if (text.length !== 1) continue
    if (QUOTE_OPEN.test(text)) open = i
    else if (QUOTE_CLOSE.test(text)) close(i)
    else if (QUOTE_ANY.test(text)) {
      if (open >= 0 && i - open <= 9) close(i)
      else open = i
    }
  }
}

const GAZ_ID: Readonly<Record<string, number>> = { country: 1, capital: 2, body: 3, media: 4 }

/** Gazetteer marks: kind of the longest match that covers the word, and whether the word begins it. */
const gazetteerMarks = (words: readonly TaggedWord[], shape: Int32Array, gazetteer: Gazetteer): Uint8Array => {
  const norms = words.map((word) => word.norm)
  const marks = new Uint8Array(words.length)
  for (let i = 0; i < words.length; ) {
    const match = shape[i]! <= 3 ? null : gazetteer.match(norms, i)
    if (match) {
      const entry = match.entries[0]!
      const id = GAZ_ID[entry.kind]! + (entry.weak ? 4 : 0)
      for (let k = 0; k < match.length; k++) marks[i + k] = id + (k > 0 ? 16 : 0)
      i += match.length
    } else {
      if (gazetteer.adjective(norms[i]!)) marks[i] = 32
      else if (gazetteer.demonym(words[i]!.readings[0]?.lemma ?? '')) marks[i] = 33
      i++
    }
  }
  return marks
}

/** What does not change from one use of a word to the next; kept by the list of its readings, which is one a form. */
interface WordFacts {
  readonly norm: string
  readonly word: number
  readonly lemma: number
  readonly prefix3: number
  readonly prefix5: number
  readonly suffix2: number
  readonly suffix3: number
  readonly suffix4: number
  readonly mask: number
  readonly stem: string
}

const facts = new WeakMap<object, WordFacts>()

const stemOf = (norm: string): string => norm.slice(0, Math.max(3, norm.length - 2))

const factsOf = (word: TaggedWord): WordFacts => {
  const known = facts.get(word.readings)
  if (known && known.norm === word.norm) return known
  const { norm } = word
  const made: WordFacts = {
    norm,
    word: hash(norm),
    lemma: hash(word.known ? (word.readings[0]?.lemma ?? norm) : norm),
    prefix3: hash(norm.slice(0, 3)),
    prefix5: hash(norm.slice(0, 5)),
    suffix2: hash(norm.slice(-2)),
    suffix3: hash(norm.slice(-3)),
    suffix4: hash(norm.slice(-4)),
    mask: maskOf(word),
    stem: stemOf(norm),
  }
  facts.set(word.readings, made)
  return made
}

const PLACE_BEFORE = new Set(['в', 'во', 'из', 'на', 'под', 'около'])
const AFTER_GIVEN = 1
const IN_QUOTES = 2
const AFTER_PLACE = 4
const AFTER_ROLE = 8
const LETTER = /^\p{L}/u

/** What one article shows of its words elsewhere: written small, in capitals mid-sentence, after a given name, in quotes. */
export class DocumentWords {
  private readonly small = new Set<string>()
  private readonly capital = new Map<string, number>()
  private readonly evidence = new Map<string, number>()

  constructor(sentences: readonly (readonly TaggedWord[])[]) {
    for (const words of sentences) {
      for (let i = 0; i < words.length; i++) this.read(words, i)
    }
  }

  private read(words: readonly TaggedWord[], i: number): void {
    const { text, norm } = words[i]!
    if (text === norm) {
      this.small.add(norm)
      return
    }
    const before = words[i - 1]
    if (!before || norm.length < 2) return
    const { stem } = factsOf(words[i]!)
    if (LETTER.test(before.text)) this.capital.set(stem, (this.capital.get(stem) ?? 0) + 1)
    let marks = 0
    if (before.text !== before.norm) {
      const initial = before.text === '.' && words[i - 2]?.text.length === 1
      if (initial || (factsOf(before).mask & NAME_BIT.Giv!) !== 0) marks |= AFTER_GIVEN
    } else if (
      before.text === '.' &&
      (words[i - 2]?.text.length ?? 9) === 1 &&
      words[i - 2]!.text !== words[i - 2]!.norm
    ) {
      marks |= AFTER_GIVEN
    } else if (/^[«"“„]$/.test(before.text) && /^[»"”“]$/.test(words[i + 1]?.text ?? '')) marks |= IN_QUOTES
    else if (PLACE_BEFORE.has(before.norm)) marks |= AFTER_PLACE
    else if (before.readings[0] && ROLE_NOUNS.has(before.readings[0].lemma)) marks |= AFTER_ROLE
    if (marks) this.evidence.set(stem, (this.evidence.get(stem) ?? 0) | marks)
  }

  mark(norm: string, stem: string): number {
    return (this.small.has(norm) ? 1 : 0) + 2 * Math.min(2, this.capital.get(stem) ?? 0)
  }

  evidenceOf(stem: string): number {
    return this.evidence.get(stem) ?? 0
  }
}

const EDGE = 0x1234567
/** A name begins with a capital or a digit; small letters further from one than this are never inside a name. */
const REACH = 6

/** Which words may be part of a name at all. */
const activeWords = (shape: Int32Array, n: number): Uint8Array => {
  const active = new Uint8Array(n)
  let left = 0
  for (let i = 0; i < n; i++) {
    const s = shape[i]!
    if (s > 3 && s !== 35 && s !== 259) left = REACH + 1
    if (left > 0) {
      active[i] = 1
      left--
    }
  }
  return active
}

export interface SentenceFeatures {
  /** Word i has buckets [i · FEATURES, (i + 1) · FEATURES). */
  readonly buckets: Uint32Array
  /** 1 for words that may be part of a name; the others have no features. */
  readonly active: Uint8Array
}

/**
 * Hashed features of a sentence's words, each a bucket. They are the usual ones of sequence labelling (words, affixes,
 * shapes, their neighbours), with the dictionary's marks, the gazetteer, quotation marks and what the article shows elsewhere.
 */
export const featuresOf = (
  words: readonly TaggedWord[],
  gazetteer: Gazetteer,
  known: DocumentWords,
): SentenceFeatures => {
  const n = words.length
  const at = (array: Int32Array, i: number): number => (i >= 0 && i < n ? array[i]! : EDGE)
  const word = new Int32Array(n)
  const lemma = new Int32Array(n)
  const suffix = new Int32Array(n)
  const shape = new Int32Array(n)
  const mask = new Int32Array(n)
  for (let i = 0; i < n; i++) shape[i] = shapeOf(words[i]!.text)
  const active = activeWords(shape, n)
  for (let i = 0; i < n; i++) {
    const own = factsOf(words[i]!)
    word[i] = own.word
    lemma[i] = own.lemma
    suffix[i] = own.suffix3
    mask[i] = own.mask
  }
  const marks = gazetteerMarks(words, shape, gazetteer)
  const quotes = new Uint8Array(n)
  const before = new Int32Array(n).fill(-1)
  quoteStates(words, quotes, before)
  const out = new Uint32Array(n * FEATURES)
  let k = 0
  let id = 0
  const put = (value: number): void => {
    out[k++] = mix(value, Math.imul(++id, 0x27d4eb2f)) & (BUCKETS - 1)
  }
  for (let i = 0; i < n; i++) {
    if (!active[i]) continue
    const own = factsOf(words[i]!)
    const w0 = word[i]!
    const s0 = shape[i]!
    const m0 = mask[i]!
    const g0 = marks[i]!
    const q0 = quotes[i]!
    const small = s0 === 3 || s0 <= 2
    const seen = small ? 9 : known.mark(own.norm, own.stem)
    const evidence = small ? 16 : known.evidenceOf(own.stem)
    const initial = i === 0 || (i === 1 && shape[0]! <= 2) ? 1 : 0
    k = i * FEATURES
    id = 0
    const wp = at(word, i - 1)
    const wn = at(word, i + 1)
    const lp = at(lemma, i - 1)
    const ln = at(lemma, i + 1)
    const sp = at(shape, i - 1)
    const sn = at(shape, i + 1)
    const mp = at(mask, i - 1)
    const mn = at(mask, i + 1)
    put(w0)
    put(wp)
    put(wn)
    put(at(word, i - 2))
    put(at(word, i + 2))
    put(mix(wp, w0))
    put(mix(w0, wn))
    put(own.prefix3)
    put(own.prefix5)
    put(own.suffix2)
    put(own.suffix3)
    put(own.suffix4)
    put(mix(suffix[i]!, s0))
    put(s0)
    put(mix(sp, s0))
    put(mix(s0, sn))
    put(mix(mix(sp, s0), sn))
    put(mix(m0, s0))
    put(mix(mp, s0))
    put(mix(mn, s0))
    put(mix(mix(mp, m0), s0))
    put(mix(mix(m0, mn), s0))
    put(mix(g0, s0))
    put(i > 0 ? marks[i - 1]! : 99)
    put(i + 1 < n ? marks[i + 1]! : 99)
    put(lp)
    put(ln)
    put(at(lemma, i - 2))
    put(mix(lp, s0))
    put(mix(ln, s0))
    put(mix(q0, s0))
    put(q0 > 0 ? mix(at(lemma, before[i]!), q0 > 1 ? 2 : 1) : 0)
    put(mix(mix(seen, s0), initial))
    put(mix(seen, m0))
    put(lemma[i]!)
    put(mix(at(suffix, i - 1), s0))
    put(mix(at(suffix, i + 1), s0))
    put(mix(at(lemma, i + 2), s0))
    put(mix(mix(lp, at(lemma, i - 2)), s0 & 15))
    put(mix(mix(at(shape, i - 2), sp), s0))
    put(mix(mix(s0, sn), at(shape, i + 2)))
    put(mix(initial, mix(m0, s0)))
    put(mix(evidence, s0))
    put(mix(evidence, m0))
  }
  return { buckets: out, active }
}
