import type { Word } from '../../analysis.ts'
import type { Gazetteer } from './gazetteer.ts'

/** What the tagger reads of a word: nothing that depends on its disambiguation. */
export type TaggedWord = Pick<Word, 'text' | 'norm' | 'readings' | 'known'>

/** Number of features of a word. */
export const FEATURES = 42
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
  const lower = text.toLowerCase()
  const upper = text.toUpperCase()
  const latin = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) ? 16 : 0
  const hyphen = text.includes('-') ? 32 : 0
  if (lower === upper) return (code >= 0x30 && code <= 0x39 ? 1 : 2) + (text.length > 2 ? 256 : 0)
  if (text === lower) return 3 + latin + hyphen
  if (text === upper) return (text.length === 1 ? 4 : text.length <= 4 ? 5 : 6) + latin + hyphen
  const first = text[0]!
  if (first === first.toLowerCase()) return 7 + latin + hyphen
  const rest = text.slice(1)
  return (rest === rest.toLowerCase() ? 8 : 9) + latin + hyphen
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
const gazetteerMarks = (words: readonly TaggedWord[], gazetteer: Gazetteer): Uint8Array => {
  const norms = words.map((word) => word.norm)
  const marks = new Uint8Array(words.length)
  for (let i = 0; i < words.length; ) {
    const match = shapeOf(words[i]!.text) === 3 ? null : gazetteer.match(norms, i)
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

/** What one article lets the tagger know of its words: which are also written small, which in capitals mid-sentence. */
export class DocumentWords {
  private readonly small = new Set<string>()
  private readonly capital = new Map<string, number>()

  constructor(sentences: readonly (readonly TaggedWord[])[]) {
    for (const words of sentences) {
      for (let i = 0; i < words.length; i++) {
        const { text, norm } = words[i]!
        if (text === norm) this.small.add(norm)
        else if (i > 0 && /^[\p{L}]/u.test(words[i - 1]!.text)) {
          const stem = norm.slice(0, Math.max(3, norm.length - 2))
          this.capital.set(stem, (this.capital.get(stem) ?? 0) + 1)
        }
      }
    }
  }

  mark(norm: string): number {
    const stem = norm.slice(0, Math.max(3, norm.length - 2))
    return (this.small.has(norm) ? 1 : 0) + 2 * Math.min(2, this.capital.get(stem) ?? 0)
  }
}

const EDGE = 0x1234567

/**
 * Hashed features of a sentence's words: word i has its own at [i · FEATURES, (i + 1) · FEATURES), each a bucket.
 * They are the usual ones of sequence labelling (words, affixes, shapes, their neighbours), with the dictionary's marks,
 * the gazetteer, quotation marks and what the article shows elsewhere.
 */
export const featuresOf = (words: readonly TaggedWord[], gazetteer: Gazetteer, known: DocumentWords): Uint32Array => {
  const n = words.length
  const at = (array: Int32Array, i: number): number => (i >= 0 && i < n ? array[i]! : EDGE)
  const word = new Int32Array(n)
  const lemma = new Int32Array(n)
  const suffix = new Int32Array(n)
  const shape = new Int32Array(n)
  const mask = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    const w = words[i]!
    word[i] = hash(w.norm)
    lemma[i] = w.known && w.readings[0] ? hash(w.readings[0].lemma) : word[i]!
    suffix[i] = hash(w.norm.slice(-3))
    shape[i] = shapeOf(w.text)
    mask[i] = maskOf(w)
  }
  const marks = gazetteerMarks(words, gazetteer)
  const quotes = new Uint8Array(n)
  const before = new Int32Array(n).fill(-1)
  quoteStates(words, quotes, before)
  const out = new Uint32Array(n * FEATURES)
  for (let i = 0; i < n; i++) {
    const { norm } = words[i]!
    const w0 = word[i]!
    const s0 = shape[i]!
    const m0 = mask[i]!
    const g0 = marks[i]!
    const q0 = quotes[i]!
    const seen = s0 === 3 || s0 <= 2 ? 9 : known.mark(norm)
    const initial = i === 0 || (i === 1 && shape[0]! <= 2) ? 1 : 0
    let k = i * FEATURES
    const put = (id: number, value: number): void => {
      out[k] = mix(value, Math.imul(id + 1, 0x27d4eb2f)) & (BUCKETS - 1)
      k++
    }
    const wp = at(word, i - 1)
    const wn = at(word, i + 1)
    const lp = at(lemma, i - 1)
    const ln = at(lemma, i + 1)
    const sp = at(shape, i - 1)
    const sn = at(shape, i + 1)
    const mp = at(mask, i - 1)
    const mn = at(mask, i + 1)
    put(0, w0)
    put(1, wp)
    put(2, wn)
    put(3, at(word, i - 2))
    put(4, at(word, i + 2))
    put(5, mix(wp, w0))
    put(6, mix(w0, wn))
    put(7, hash(norm.slice(0, 3)))
    put(8, hash(norm.slice(0, 5)))
    put(9, hash(norm.slice(-2)))
    put(10, suffix[i]!)
    put(11, hash(norm.slice(-4)))
    put(12, mix(suffix[i]!, s0))
    put(13, s0)
    put(14, mix(sp, s0))
    put(15, mix(s0, sn))
    put(16, mix(mix(sp, s0), sn))
    put(17, mix(m0, s0))
    put(18, mix(mp, s0))
    put(19, mix(mn, s0))
    put(20, mix(mix(mp, m0), s0))
    put(21, mix(mix(m0, mn), s0))
    put(22, mix(g0, s0))
    put(23, i > 0 ? marks[i - 1]! : 99)
    put(24, i + 1 < n ? marks[i + 1]! : 99)
    put(25, lp)
    put(26, ln)
    put(27, at(lemma, i - 2))
    put(28, mix(lp, s0))
    put(29, mix(ln, s0))
    put(30, mix(q0, s0))
    put(31, q0 > 0 ? mix(at(lemma, before[i]!), q0 > 1 ? 2 : 1) : 0)
    put(32, mix(mix(seen, s0), initial))
    put(33, mix(seen, m0))
    put(34, lemma[i]!)
    put(35, mix(at(suffix, i - 1), s0))
    put(36, mix(at(suffix, i + 1), s0))
    put(37, mix(at(lemma, i + 2), s0))
    put(38, mix(mix(lp, at(lemma, i - 2)), s0 & 15))
    put(39, mix(mix(at(shape, i - 2), sp), s0))
    put(40, mix(mix(s0, sn), at(shape, i + 2)))
    put(41, mix(initial, mix(m0, s0)))
  }
  return out
}
