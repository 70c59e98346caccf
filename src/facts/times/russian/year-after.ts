import type { Piece } from '../lex.ts'
import { pastDot, word } from '../pieces.ts'
import type { Point } from '../point.ts'
import * as W from './words.ts'

/** Four digits that can be a year of our time. */
export const isYear = (piece: Piece | undefined): boolean =>
  piece?.kind === 'number' && piece.text.length === 4 && piece.text >= '1000' && piece.text <= '2199'

/** The year after a day, month or season: "2023 года", "2023", "1999-го", "прошлого года", "этого же года". */
export const yearAfter = (
  pieces: readonly Piece[],
  at: number,
): { fields: Pick<Point, 'year' | 'yearStep'>; next: number } | null => {
  if (isYear(pieces[at])) {
    const year = Number(pieces[at]!.text)
    if (W.YEAR_WORDS.has(word(pieces, at + 1))) return { fields: { year }, next: pastDot(pieces, at + 2) }
    // A bare number after a month is a year unless it begins something else ("12.30", "2000 человек" is caught by its endings).
    const follows = pieces[at + 1]
    if (
      pieces[at]!.ending !== '' ||
      !follows ||
      follows.kind !== 'word' ||
      /^(?:и|по|в|на|до|с|а|но|мы|когда|года)$/.test(follows.text)
    ) {
      return follows?.kind === 'mark' &&
        /[.:,]/.test(follows.text) &&
        pieces[at + 2]?.kind === 'number' &&
        pieces[at + 2]!.start === follows.end
        ? null
        : { fields: { year }, next: at + 1 }
    }
    return null
  }
  const same = W.SAME.has(word(pieces, at)) && word(pieces, at + 1) === 'же' && W.YEAR_WORDS.has(word(pieces, at + 2))
  if (same) {
    const from = word(pieces, at).startsWith('эт') ? 'publication' : 'last'
    return { fields: { yearStep: { by: 0, from } }, next: pastDot(pieces, at + 3) }
  }
  const step = W.STEPS.get(word(pieces, at))
  if (step !== undefined && W.YEAR_WORDS.has(word(pieces, at + 1))) {
    return { fields: { yearStep: { by: step, from: 'publication' } }, next: pastDot(pieces, at + 2) }
  }
  return null
}
