import type { Word } from '../../language/index.ts'

/** How many words of a stretch, which may reach over both ends, are of a sort. */
export const countIn = (words: readonly Word[], from: number, to: number, is: (word: Word) => boolean): number => {
  let found = 0
  for (let i = Math.max(0, from); i < Math.min(words.length, to); i++) if (is(words[i]!)) found++
  return found
}

/** Whether any word of a stretch is of a sort. */
export const someIn = (words: readonly Word[], from: number, to: number, is: (word: Word) => boolean): boolean => {
  for (let i = Math.max(0, from); i < Math.min(words.length, to); i++) if (is(words[i]!)) return true
  return false
}

/** Whether any word of a stretch stands in a set of dictionary forms. */
export const within = (words: readonly Word[], from: number, to: number, set: ReadonlySet<string>): boolean =>
  someIn(words, from, to, ({ lemma }) => set.has(lemma))
