import { foldLetters } from '../../core/index.ts'

/** Lower case, ё as е, quotes and punctuation as spaces. */
export const plainWords = (text: string): string[] =>
  foldLetters(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

const ENDING = /[аеиоуыэюяйьмхв]{1,3}$/

/**
 * The part of a word that its forms share, good enough to search by beginning.
 *
 * @example beginning('переговоры') // 'переговор'
 */
export const beginning = (word: string): string => {
  if (word.length <= 4 || !/[а-я]/.test(word)) return word
  const cut = word.replace(ENDING, '')
  return cut.length >= 4 ? cut : word.slice(0, 4)
}

/** A text in which `holds` can look for word beginnings. */
export const haystack = (texts: readonly string[]): string => ` ${plainWords(texts.join(' ')).join(' ')} `

/** Whether every word of the query begins some word of the text, in any of its forms. */
export const matcher = (query: string): ((hay: string) => boolean) => {
  const needles = plainWords(query).map((word) => ` ${beginning(word)}`)
  return (hay) => needles.every((needle) => hay.includes(needle))
}
