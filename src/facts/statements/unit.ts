import { WordSet } from '../../core/index.ts'
import type { Case, Mention, Sentence, Word } from '../../language/index.ts'
import type { Quote } from './quotes.ts'

/**
 * What is read at once: one sentence, or the sentences that one quotation joins («А. Б», — сказал он). Tokens are
 * the words of all of them, numbered through.
 */
export interface Unit {
  readonly start: number
  readonly end: number
  readonly part: Sentence['part']
  readonly words: readonly Word[]
  /** Outermost name, role or pronoun that covers the token. */
  readonly mentions: readonly (UnitMention | null)[]
  /** Outermost quotation that the token stands in, its marks included. */
  readonly quotes: readonly (Quote | null)[]
  /** Whether the token stands in brackets. */
  readonly bracketed: readonly boolean[]
  /** Index of the segment between punctuation marks; -1 for the marks themselves. */
  readonly segment: readonly number[]
  readonly segments: readonly Segment[]
  /** Quotations read like the author's own words, because only a part of his sentence is quoted: token ranges. */
  readonly inlined: readonly { readonly from: number; readonly to: number }[]
  /** Tokens at which a sentence of the analysis after the first begins. */
  readonly starts: readonly number[]
  /**
   * Its sentences as first token and one past the last, final marks left out; `next` is where the next one begins. A
   * quotation never ends one.
   */
  readonly bounds: readonly { readonly from: number; readonly to: number; readonly next: number }[]
  /** Whether an outlet or a body is named in it. */
  readonly namesBody: boolean
  /** Index of a token's governor in `words`, -1 for none known: its sentence is parsed when this is asked. */
  headOf(at: number): number
}

/** A mention in the unit's own token numbers. */
export interface UnitMention {
  readonly mention: Mention
  /** The words of a state's name as the text has them, in small letters; a speaker keeps that one of its names. */
  readonly norms: readonly string[] | undefined
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

/** Whether a word is two to six capital letters, which stand still. */
export const isAbbreviation = (text: string): boolean => /^\p{Lu}{2,6}$/u.test(text)

const DASHES: ReadonlySet<string> = new WordSet(['—', '–', '-', '―', '--'])
export const isDash = (word: Word | undefined): boolean => word !== undefined && DASHES.has(word.text)
const DIVIDERS: ReadonlySet<string> = new WordSet([
  '«',
  '»',
  '"',
  '“',
  '”',
  '„',
  ',',
  ';',
  ':',
  '(',
  ')',
  '[',
  ']',
  '…',
  '...',
  '.',
  '!',
  '?',
])
const LONGEST_DIVIDER = 3
// Letters of Russian, which most short words begin with.
const isCyrillic = (code: number): boolean => code >= 0x400 && code <= 0x45f
export const divides = ({ text }: Word): boolean =>
  text.length <= LONGEST_DIVIDER && !isCyrillic(text.charCodeAt(0)) && (DIVIDERS.has(text) || DASHES.has(text))

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
