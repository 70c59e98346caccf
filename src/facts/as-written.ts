import type { Word } from '../language/index.ts'

/**
 * Words as they stand in the text, one blank where there is any space between two of them.
 *
 * @example asWritten(words) // 'Северный вестник'
 */
export const asWritten = (words: readonly Word[]): string =>
  words.map((word, i) => (i > 0 && word.start > words[i - 1]!.end ? ' ' : '') + word.text).join('')
