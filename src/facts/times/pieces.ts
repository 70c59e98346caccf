import type { Piece } from './lex.ts'

/** Text of the word at a place; empty where there is no word. */
export const word = (pieces: readonly Piece[], at: number): string =>
  pieces[at]?.kind === 'word' ? pieces[at]!.text : ''
/** The mark at a place; empty where there is none. */
export const mark = (pieces: readonly Piece[], at: number): string =>
  pieces[at]?.kind === 'mark' ? pieces[at]!.text : ''
/** Value of the number at a place; null where there is none. */
export const number = (pieces: readonly Piece[], at: number): number | null =>
  pieces[at]?.kind === 'number' ? Number(pieces[at]!.text) : null

const ABBREVIATION = /^(?:гг?|кв|янв|февр?|мар|апр|июн|июл|авг|сент?|окт|ноя|нояб|дек)$/

/** After "г" or "янв" the full stop belongs to the abbreviation when it touches it. */
export const pastDot = (pieces: readonly Piece[], at: number): number =>
  mark(pieces, at) === '.' && ABBREVIATION.test(word(pieces, at - 1)) && pieces[at]!.start === pieces[at - 1]?.end
    ? at + 1
    : at
