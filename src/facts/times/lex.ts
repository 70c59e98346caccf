import { foldLetters } from '../../core/index.ts'

/**
 * Cuts a sentence into the pieces that time expressions are made of: numbers with their endings, words, single marks.
 * It does not depend on how the language engine splits "1999-го", "2-3" or "13.00", so time rules stay the same for any
 * tokenizer. One pass, linear.
 */
export interface Piece {
  readonly kind: 'number' | 'word' | 'mark'
  readonly start: number
  readonly end: number
  /** Lower case, ё as е; for a number its digits; for a mark the mark (every dash is "-"). */
  readonly text: string
  /** Ending of a number ("го" of "1999-го"); empty when it has none. */
  readonly ending: string
  /** Written with a capital letter. */
  readonly capital: boolean
  /** The language engine reads it as a genitive; absent where it has not spoken. */
  genitive?: boolean
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isLetter = (code: number): boolean =>
  (code >= 0x410 && code <= 0x44f) ||
  code === 0x401 ||
  code === 0x451 ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  code === 0x301
const isDash = (code: number): boolean => code === 45 || (code >= 0x2010 && code <= 0x2015) || code === 0x2212
const isSpace = (code: number): boolean =>
  code === 32 || code === 9 || code === 10 || code === 13 || code === 0xa0 || code === 0x2009 || code === 0x202f

const NUMBER_ENDING = /^(?:го|ого|его|му|ому|ему|м|ом|ем|й|ый|ий|е|ые|ие|х|ых|их|ми|ыми|я|ая|ю|ую)$/

const fold = (text: string): string => foldLetters(text).replaceAll('\u0301', '')

/** Whether folding leaves a letter as it is: small Cyrillic and Latin ones but ё. */
const isFolded = (code: number): boolean => (code >= 0x430 && code <= 0x44f) || (code >= 97 && code <= 122)
const allFolded = (text: string, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (!isFolded(text.charCodeAt(i))) return false
  return true
}

/** Pieces of `text` between `from` and `to`; offsets refer to `text`. @example lex('1999-го', 0, 7) → one number 1999, ending «го» */
export const lex = (text: string, from: number, to: number): Piece[] => {
  const pieces: Piece[] = []
  let i = from
  const letters = (at: number): number => {
    let j = at
    while (j < to && isLetter(text.charCodeAt(j))) j++
    return j
  }
  while (i < to) {
    const code = text.charCodeAt(i)
    if (isSpace(code)) {
      i++
    } else if (isDigit(code)) {
      let end = i
      while (end < to && isDigit(text.charCodeAt(end))) end++
      let after = end
      let ending = ''
      if (end + 1 < to && isDash(text.charCodeAt(end))) {
        const stop = letters(end + 1)
        const tail = fold(text.slice(end + 1, stop))
        if (NUMBER_ENDING.test(tail)) {
          ending = tail
          after = stop
        }
      }
      pieces.push({ kind: 'number', start: i, end: after, text: text.slice(i, end), ending, capital: false })
      i = after
    } else if (isLetter(code)) {
      const end = letters(i)
      const word = text.slice(i, end)
      // A lone Latin "C" stands for the preposition "С" where somebody typed it on the wrong keyboard.
      const small = allFolded(text, i, end)
      const lower = word === 'C' || word === 'c' ? 'с' : small ? word : fold(word)
      const capital = !small && word[0] !== word[0]?.toLowerCase()
      pieces.push({ kind: 'word', start: i, end, text: lower, ending: '', capital })
      i = end
    } else {
      pieces.push({
        kind: 'mark',
        start: i,
        end: i + 1,
        text: isDash(code) ? '-' : text[i]!,
        ending: '',
        capital: false,
      })
      i++
    }
  }
  return pieces
}
