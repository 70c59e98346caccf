import type { Word } from '../../language/index.ts'

/** How far on either side of a word those that hang on it are looked for. */
const WINDOW = 11

const LINKS = new Set(['PUNCT', 'ADP', 'PART', 'SCONJ', 'CCONJ', 'DET'])

/** Indexes of the words that hang on a word, marks and words that only link left out: those at most eleven words away. */
export const dependentsOn = (words: readonly Word[], at: number): readonly number[] => {
  const found: number[] = []
  const last = Math.min(words.length - 1, at + WINDOW)
  for (let i = Math.max(0, at - WINDOW); i <= last; i++) {
    const word = words[i]!
    if (word.head === at && i !== at && !LINKS.has(word.morph.pos)) found.push(i)
  }
  return found
}
