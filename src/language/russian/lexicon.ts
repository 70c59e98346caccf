import type { Morph, Reading } from '../analysis.ts'
import { lines, readSections, section, words16, words32 } from './container.ts'
import { type Dawg, followChar, ROOT, walk } from './dawg.ts'
import { morphOfTag, TAG_SUSPECT } from './tags.ts'

/** A reading that knows its place in a paradigm, so that its other forms can be made. */
export interface Entry extends Reading {
  /** Index of the paradigm in the lexicon, and of this form in it; -1 for what no paradigm gave. */
  readonly paradigm: number
  readonly form: number
  /** What all forms of the word share; a form is prefix + stem + suffix. Letters ё are kept here. */
  readonly stem: string
  /** How often this reading is meant, among the readings of its word; they sum to 1. */
  readonly weight: number
}

/**
 * An entry as another one, with some of it changed. All entries are made of the same literal: a spread with something
 * added gives each object a shape of its own, and every later look into one is slow for it.
 */
export const changed = (entry: Entry, change: Partial<Entry>): Entry => ({
  lemma: change.lemma ?? entry.lemma,
  morph: change.morph ?? entry.morph,
  paradigm: change.paradigm ?? entry.paradigm,
  form: change.form ?? entry.form,
  stem: change.stem ?? entry.stem,
  weight: change.weight ?? entry.weight,
})

/** The dictionary of word forms, as views on the bytes of `lexicon.bin`. */
export interface Lexicon {
  /** Readings of a folded word (`fold`), most probable first; empty when the dictionary does not have it. */
  lookup(word: string): readonly Entry[]
  /** Entries for a word's ending: how words with this ending are read, most frequent first. */
  byEnding(word: string): readonly Entry[]
  /** The form of an entry's paradigm with this index, written with ё. */
  formOf(entry: Entry, form: number): string
  /** Number of forms in a paradigm. */
  formCount(paradigm: number): number
  /** Features of a form of a paradigm. */
  morphOf(entry: Entry, form: number): Morph
  /** OpenCorpora tag of a form of a paradigm. */
  tagOf(paradigm: number, form: number): string
}

const PREFIXES = ['', 'по', 'наи']
const SEPARATOR = 1
const YE = 0x435
const YO = 0x451

const base64 = new Uint8Array(128)
for (let i = 0; i < 64; i++) {
  base64['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.charCodeAt(i)] = i
}

/** The 16-bit big-endian number at an index of a base64 key. */
const decode = (key: Uint8Array, index: number): number => {
  const bit = index * 16
  const from = Math.floor(bit / 6)
  const skipped = bit - from * 6
  const held =
    (base64[key[from]!]! << 18) |
    (base64[key[from + 1]!]! << 12) |
    (base64[key[from + 2]!]! << 6) |
    base64[key[from + 3]!]!
  return (held >>> (8 - skipped)) & 0xffff
}

/** FNV-1a over UTF-16 code units. */
export const hashWord = (word: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

interface Tables {
  readonly words: Dawg
  readonly endings: Dawg
  readonly suffixes: readonly string[]
  readonly tags: readonly string[]
  readonly paradigms: Uint16Array
  readonly starts: Uint32Array
  /** Open-addressed hash of words with counted readings: hash, offset into `shares`. */
  readonly counted: Int32Array
  readonly shares: Uint16Array
}

const paradigmStarts = (paradigms: Uint16Array): Uint32Array => {
  const starts = new Uint32Array(paradigms[0]!)
  let at = 1
  for (let i = 0; i < starts.length; i++) {
    starts[i] = at
    at += 1 + paradigms[at]!
  }
  return starts
}

const readTables = (bytes: Uint8Array): Tables => {
  const sections = readSections(bytes)
  const get = (name: string): Uint8Array => section(sections, name)
  const paradigms = words16(get('paradigms'))
  return {
    words: { units: words32(get('words.units')), guide: get('words.guide') },
    endings: { units: words32(get('endings.units')), guide: get('endings.guide') },
    suffixes: lines(get('suffixes')),
    tags: lines(get('tags')),
    paradigms,
    starts: paradigmStarts(paradigms),
    counted: words32(get('counted')),
    shares: words16(get('shares')),
  }
}

interface Match {
  readonly written: string
  readonly node: number
}

/** Nodes of a word and of its spellings with ё for е. */
const findNodes = (dawg: Dawg, word: string): readonly Match[] => {
  const found: Match[] = []
  const descend = (node: number, at: number, written: string): void => {
    let here = node
    for (let i = at; i < word.length; i++) {
      const code = word.charCodeAt(i)
      if (code === YE && found.length < 8) {
        const other = followChar(dawg, here, YO)
        if (other >= 0) descend(other, i + 1, `${written}${word.slice(at, i)}ё`)
      }
      here = followChar(dawg, here, code)
      if (here < 0) return
    }
    const end = followChar(dawg, here, SEPARATOR)
    if (end >= 0) found.push({ written: written + word.slice(at), node: end })
  }
  descend(ROOT, 0, '')
  return found
}

/** A form of a paradigm that a word may be. */
interface Place {
  readonly written: string
  readonly paradigm: number
  readonly form: number
  weight: number
}

/** Order of the paradigms: the one in which counted shares are stored. */
export const byPlace = (a: Pick<Entry, 'paradigm' | 'form'>, b: Pick<Entry, 'paradigm' | 'form'>): number =>
  a.paradigm - b.paradigm || a.form - b.form

/** Longest key of the lexicon: a longer word is in no dictionary. */
const MAX_WORD = 64

class DictionaryLexicon implements Lexicon {
  private readonly tables: Tables
  private readonly morphs = new Map<number, Morph>()
  /** 1 for each tag that marks a slip or a distorted form. */
  private readonly suspect: Uint8Array

  constructor(tables: Tables) {
    this.tables = tables
    this.suspect = Uint8Array.from(tables.tags, (tag) => (TAG_SUSPECT.test(tag) ? 1 : 0))
  }

  formCount(paradigm: number): number {
    return this.tables.paradigms[this.tables.starts[paradigm]!]! / 3
  }

  private cell(paradigm: number, row: number, form: number): number {
    const start = this.tables.starts[paradigm]!
    return this.tables.paradigms[start + 1 + row * (this.tables.paradigms[start]! / 3) + form]!
  }

  tagOf(paradigm: number, form: number): string {
    return this.tables.tags[this.cell(paradigm, 1, form)]!
  }

  private shape(paradigm: number, form: number): readonly [prefix: string, suffix: string] {
    return [PREFIXES[this.cell(paradigm, 2, form)] ?? '', this.tables.suffixes[this.cell(paradigm, 0, form)]!]
  }

  formOf(entry: Entry, form: number): string {
    const [prefix, suffix] = this.shape(entry.paradigm, form)
    return prefix + entry.stem + suffix
  }

  private morphAt(paradigm: number, form: number, lemma: string): Morph {
    const tag = this.cell(paradigm, 1, form)
    const reflexive = lemma.endsWith('ся') || lemma.endsWith('сь') ? 1 : lemma === 'быть' ? 2 : 0
    const key = tag * 3 + reflexive
    let morph = this.morphs.get(key)
    if (!morph) {
      morph = morphOfTag(this.tables.tags[tag]!, lemma)
      this.morphs.set(key, morph)
    }
    return morph
  }

  morphOf(entry: Entry, form: number): Morph {
    return this.morphAt(entry.paradigm, form, entry.lemma)
  }

  private entry(written: string, paradigm: number, form: number, weight: number): Entry {
    const [prefix, suffix] = this.shape(paradigm, form)
    const stem = written.slice(prefix.length, written.length - suffix.length)
    const [lemmaPrefix, lemmaSuffix] = this.shape(paradigm, 0)
    const lemma = (lemmaPrefix + stem + lemmaSuffix).replaceAll('ё', 'е')
    return { lemma, morph: this.morphAt(paradigm, form, lemma), paradigm, form, stem, weight }
  }

  lookup(word: string): readonly Entry[] {
    if (word.length > MAX_WORD) return []
    const found: Place[] = []
    for (const { written, node } of findNodes(this.tables.words, word)) {
      walk(this.tables.words, node, (key) => {
        found.push({ written, paradigm: decode(key, 0), form: decode(key, 1), weight: 0 })
      })
    }
    if (found.length === 0) return []
    // A fixed order, since the counted shares are kept in it.
    if (found.length > 1) found.sort(byPlace)
    this.weigh(word, found)
    if (found.length > 1) found.sort((a, b) => b.weight - a.weight || byPlace(a, b))
    return found.map(({ written, paradigm, form, weight }) => this.entry(written, paradigm, form, weight))
  }

  /** Offset of a word's shares; -1 for a word that was never counted. */
  private sharesOf(word: string): number {
    const { counted } = this.tables
    const size = counted.length >> 1
    const hash = hashWord(word) | 0
    for (let i = (hash >>> 0) % size; counted[2 * i + 1] !== 0; i = (i + 1) % size) {
      if (counted[2 * i] === hash) return counted[2 * i + 1]!
    }
    return -1
  }

  /** Gives the readings of a word, in the order of their places, the shares in which they are meant. */
  private weigh(word: string, found: readonly Place[]): void {
    const at = this.sharesOf(word)
    const counted = at >= 0 && this.tables.shares[at] === found.length
    let sum = 0
    for (let i = 0; i < found.length; i++) {
      const place = found[i]!
      const share = counted ? this.tables.shares[at + 1 + i]! / 65535 : 1 / found.length
      place.weight = share * (this.suspect[this.cell(place.paradigm, 1, place.form)] === 1 ? 0.01 : 1) + 1e-6
      sum += place.weight
    }
    for (const place of found) place.weight /= sum
  }

  byEnding(word: string): readonly Entry[] {
    for (let length = Math.min(5, word.length - 1); length > 0; length--) {
      const ending = word.slice(-length)
      const counts: number[] = []
      const entries: Entry[] = []
      for (const { written, node } of findNodes(this.tables.endings, ending)) {
        walk(this.tables.endings, node, (key) => {
          const paradigm = decode(key, 2)
          const form = decode(key, 3)
          const whole = word.slice(0, word.length - length) + written
          const [prefix, suffix] = this.shape(paradigm, form)
          if (prefix !== '' || suffix.length >= whole.length) return
          counts.push(decode(key, 0) * 65536 + decode(key, 1))
          entries.push(this.entry(whole, paradigm, form, 0))
        })
      }
      if (entries.length === 0) continue
      const sum = counts.reduce((a, b) => a + b, 0)
      return entries.map((entry, i) => changed(entry, { weight: counts[i]! / sum })).sort((a, b) => b.weight - a.weight)
    }
    return []
  }
}

/** Opens the bytes of `lexicon.bin`; takes a few milliseconds, since the big tables are only looked at. */
export const openLexicon = (bytes: Uint8Array): Lexicon => new DictionaryLexicon(readTables(bytes))
