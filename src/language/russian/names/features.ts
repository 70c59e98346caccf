import type { Word } from '../../analysis.ts'
import type { Gazetteer } from './gazetteer.ts'
import { ROLE_NOUNS } from './words.ts'

/** What the tagger reads of a word: nothing that depends on its disambiguation. */
export type TaggedWord = Pick<Word, 'text' | 'norm' | 'readings' | 'known'> & { readonly memory?: WordMemory }

/** What is kept with a written word that occurs again: looking it up by the word took longer than most of its uses. */
export interface WordMemory {
  facts: WordFacts | null
}

/** Number of features of a word. */
export const FEATURES = 44
/** Buckets that features are hashed into. */
export const BUCKETS = 1 << 19

/** What stands before the first and after the last word, and how many such places the columns have at each end. */
const EDGE = 0x1234567
const PAD = 2

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

const QUOTE_OPEN = new Set(['«', '“', '„'])
const QUOTE_CLOSE = new Set(['»', '”'])
const QUOTE_ANY = new Set(['"', "'"])

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
    if (QUOTE_OPEN.has(text)) open = i
    else if (QUOTE_CLOSE.has(text)) close(i)
    else if (QUOTE_ANY.has(text)) {
      if (open >= 0 && i - open <= 9) close(i)
      else open = i
    }
  }
}

const GAZ_ID: Readonly<Record<string, number>> = { country: 1, capital: 2, body: 3, media: 4 }

/** What does not change from one use of a word to the next. */
export interface WordFacts {
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
  readonly text: string
  readonly shape: number
  /** The gazetteer that `stateMark` was asked of. */
  gazetteer: Gazetteer | null
  stateMark: number
}

const stemOf = (norm: string): string => norm.slice(0, Math.max(3, norm.length - 2))

const factsOf = (word: TaggedWord): WordFacts => {
  const { memory } = word
  if (!memory) return makeFacts(word)
  memory.facts ??= makeFacts(word)
  return memory.facts
}

const makeFacts = (word: TaggedWord): WordFacts => {
  const { norm } = word
  return {
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
    text: word.text,
    shape: shapeOf(word.text),
    gazetteer: null,
    stateMark: 0,
  }
}

/** Mark of a word that begins no name of the gazetteer: adjective of a state, demonym, or none. */
const stateMark = (own: WordFacts, word: TaggedWord, gazetteer: Gazetteer): number => {
  if (own.gazetteer === gazetteer) return own.stateMark
  own.gazetteer = gazetteer
  own.stateMark = gazetteer.adjective(word.norm) ? 32 : gazetteer.demonym(word.readings[0]?.lemma ?? '') ? 33 : 0
  return own.stateMark
}

/** Gazetteer marks: kind of the longest match that covers the word, and whether the word begins it. */
const gazetteerMarks = (
  words: readonly TaggedWord[],
  facts: readonly WordFacts[],
  shape: Int32Array,
  gazetteer: Gazetteer,
  marks: Int32Array,
): void => {
  const norms = words.map((word) => word.norm)
  for (let i = 0; i < words.length; ) {
    const match = shape[PAD + i]! <= 3 ? null : gazetteer.match(norms, i)
    if (match) {
      const entry = match.entries[0]!
      const id = GAZ_ID[entry.kind]! + (entry.weak ? 4 : 0)
      for (let k = 0; k < match.length; k++) marks[PAD + i + k] = id + (k > 0 ? 16 : 0)
      i += match.length
    } else {
      marks[PAD + i] = stateMark(facts[i]!, words[i]!, gazetteer)
      i++
    }
  }
}

const PLACE_BEFORE = new Set(['в', 'во', 'из', 'на', 'под', 'около'])
const AFTER_GIVEN = 1
const IN_QUOTES = 2
const AFTER_PLACE = 4
const AFTER_ROLE = 8
const LETTER = /^\p{L}/u
const OPENING = new Set(['«', '"', '“', '„'])
const CLOSING = new Set(['»', '”', '“', '"'])

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
    } else if (OPENING.has(before.text) && CLOSING.has(words[i + 1]?.text ?? '')) marks |= IN_QUOTES
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

/** A name begins with a capital or a digit; small letters further from one than this are never inside a name. */
const REACH = 6

/** Marks the words that may be part of a name at all; whether there are any. */
const markActive = (shape: Int32Array, n: number, active: Uint8Array): boolean => {
  let any = false
  let left = 0
  for (let i = 0; i < n; i++) {
    const s = shape[PAD + i]!
    if (s > 3 && s !== 35 && s !== 259) left = REACH + 1
    active[i] = left > 0 ? 1 : 0
    if (left > 0) {
      any = true
      left--
    }
  }
  return any
}

export interface SentenceFeatures {
  /** Word i has buckets [i · FEATURES, (i + 1) · FEATURES). */
  readonly buckets: Uint32Array
  /** 1 for words that may be part of a name; the others have no features. */
  readonly active: Uint8Array
}

const SALT = Int32Array.from({ length: FEATURES }, (_, k) => Math.imul(k + 1, 0x27d4eb2f))

/** What the features are made from, a column each, with PAD places before and after the words. */
interface Columns {
  readonly size: number
  readonly shape: Int32Array
  readonly word: Int32Array
  readonly lemma: Int32Array
  readonly suffix: Int32Array
  readonly mask: Int32Array
  readonly marks: Int32Array
  readonly quotes: Uint8Array
  readonly before: Int32Array
}

const makeColumns = (size: number): Columns => ({
  size,
  shape: new Int32Array(size + 2 * PAD),
  word: new Int32Array(size + 2 * PAD),
  lemma: new Int32Array(size + 2 * PAD),
  suffix: new Int32Array(size + 2 * PAD),
  mask: new Int32Array(size + 2 * PAD),
  marks: new Int32Array(size + 2 * PAD),
  quotes: new Uint8Array(size),
  before: new Int32Array(size),
})

// Kept from sentence to sentence: to make typed arrays costs more than to fill them.
let columns = makeColumns(256)

/** Room for the features of `words` words. */
export const featureRoom = (words: number): SentenceFeatures => ({
  buckets: new Uint32Array(words * FEATURES),
  active: new Uint8Array(words),
})

/**
 * Hashed features of a sentence's words, each a bucket. They are the usual ones of sequence labelling (words, affixes,
 * shapes, their neighbours), with the dictionary's marks, the gazetteer, quotation marks and what the article shows elsewhere.
 */
export const featuresOf = (
  words: readonly TaggedWord[],
  gazetteer: Gazetteer,
  known: DocumentWords,
): SentenceFeatures => {
  const room = featureRoom(words.length)
  fillFeatures(words, gazetteer, known, room)
  return room
}

/** `featuresOf` into room that is there already, for as many words at least; whether any word is active. */
export const fillFeatures = (
  words: readonly TaggedWord[],
  gazetteer: Gazetteer,
  known: DocumentWords,
  { buckets: out, active }: SentenceFeatures,
): boolean => {
  const n = words.length
  if (n > columns.size) columns = makeColumns(2 * n)
  const { shape, word, lemma, suffix, mask, marks, quotes, before } = columns
  const width = n + 2 * PAD
  const facts = words.map(factsOf)
  shape.fill(EDGE, 0, width)
  for (let i = 0; i < n; i++) {
    const own = facts[i]!
    shape[PAD + i] = own.text === words[i]!.text ? own.shape : shapeOf(words[i]!.text)
  }
  if (!markActive(shape, n, active)) return false
  for (const column of [word, lemma, suffix, mask]) column.fill(EDGE, 0, width)
  for (let i = 0; i < n; i++) {
    const own = facts[i]!
    word[PAD + i] = own.word
    lemma[PAD + i] = own.lemma
    suffix[PAD + i] = own.suffix3
    mask[PAD + i] = own.mask
  }
  marks.fill(99, 0, width)
  gazetteerMarks(words, facts, shape, gazetteer, marks)
  quotes.fill(0, 0, n)
  before.fill(-1, 0, n)
  quoteStates(words, quotes, before)
  for (let i = 0; i < n; i++) {
    if (!active[i]) continue
    const own = facts[i]!
    const at = PAD + i
    const w0 = own.word
    const s0 = shape[at]!
    const m0 = own.mask
    const q0 = quotes[i]!
    const small = s0 === 3 || s0 <= 2
    const seen = small ? 9 : known.mark(own.norm, own.stem)
    const evidence = small ? 16 : known.evidenceOf(own.stem)
    const initial = i === 0 || (i === 1 && shape[PAD]! <= 2) ? 1 : 0
    const wp = word[at - 1]!
    const wn = word[at + 1]!
    const lp = lemma[at - 1]!
    const ln = lemma[at + 1]!
    const lpp = lemma[at - 2]!
    const sp = shape[at - 1]!
    const sn = shape[at + 1]!
    const mp = mask[at - 1]!
    const mn = mask[at + 1]!
    const m0s0 = mix(m0, s0)
    const sps0 = mix(sp, s0)
    const s0sn = mix(s0, sn)
    const first = i * FEATURES
    let k = first
    out[k++] = w0
    out[k++] = wp
    out[k++] = wn
    out[k++] = word[at - 2]!
    out[k++] = word[at + 2]!
    out[k++] = mix(wp, w0)
    out[k++] = mix(w0, wn)
    out[k++] = own.prefix3
    out[k++] = own.prefix5
    out[k++] = own.suffix2
    out[k++] = own.suffix3
    out[k++] = own.suffix4
    out[k++] = mix(own.suffix3, s0)
    out[k++] = s0
    out[k++] = sps0
    out[k++] = s0sn
    out[k++] = mix(sps0, sn)
    out[k++] = m0s0
    out[k++] = mix(mp, s0)
    out[k++] = mix(mn, s0)
    out[k++] = mix(mix(mp, m0), s0)
    out[k++] = mix(mix(m0, mn), s0)
    out[k++] = mix(marks[at]!, s0)
    out[k++] = marks[at - 1]!
    out[k++] = marks[at + 1]!
    out[k++] = lp
    out[k++] = ln
    out[k++] = lpp
    out[k++] = mix(lp, s0)
    out[k++] = mix(ln, s0)
    out[k++] = mix(q0, s0)
    out[k++] = q0 > 0 ? mix(before[i]! < 0 ? EDGE : lemma[PAD + before[i]!]!, q0 > 1 ? 2 : 1) : 0
    out[k++] = mix(mix(seen, s0), initial)
    out[k++] = mix(seen, m0)
    out[k++] = own.lemma
    out[k++] = mix(suffix[at - 1]!, s0)
    out[k++] = mix(suffix[at + 1]!, s0)
    out[k++] = mix(lemma[at + 2]!, s0)
    out[k++] = mix(mix(lp, lpp), s0 & 15)
    out[k++] = mix(mix(shape[at - 2]!, sp), s0)
    out[k++] = mix(s0sn, shape[at + 2]!)
    out[k++] = mix(initial, m0s0)
    out[k++] = mix(evidence, s0)
    out[k++] = mix(evidence, m0)
    for (let f = 0; f < FEATURES; f++) out[first + f] = mix(out[first + f]!, SALT[f]!) & (BUCKETS - 1)
  }
  return true
}
