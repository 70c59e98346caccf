import type { Analysis, Sentence } from '../../language/index.ts'
import { CHECKING, POINTING } from './russian/words.ts'

/** Start and end of the doubt's clause: between the marks of punctuation around it. */
const clauseAround = (sentence: Sentence, at: number): readonly [number, number] => {
  const { words } = sentence
  let from = at
  let to = at
  const edge = (i: number): boolean => /^[,;:()—–.!?]$/.test(words[i]!.text)
  while (from > 0 && at - from < 40 && !edge(from - 1)) from--
  while (to < words.length - 1 && to - at < 40 && !edge(to + 1)) to++
  return [words[from]!.start, words[to]!.end]
}

const doubtIn = (sentence: Sentence): readonly [number, number] | null => {
  const { words } = sentence
  for (let i = 0; i < words.length; i++) {
    if (!CHECKING.has(words[i]!.lemma)) continue
    for (let j = Math.max(0, i - 4); j < i; j++) {
      if (/^(?:не|нет|невозможно|нельзя|без)$/.test(words[j]!.norm)) return clauseAround(sentence, i)
    }
  }
  return null
}

/**
 * The text's own doubt about what a sentence says, in its own words: a negated verb of checking in the sentence itself,
 * or in one of the next two when that one points back ("не смогло проверить эту оценку"). Null when there is none.
 */
export const findDoubt = (analysis: Analysis, index: number): string | null => {
  const { text } = analysis.article
  for (let i = index; i < Math.min(index + 3, analysis.sentences.length); i++) {
    const sentence = analysis.sentences[i]!
    const found = doubtIn(sentence)
    if (found && (i === index || sentence.words.some((word) => POINTING.has(word.lemma))))
      return text.slice(found[0], found[1])
  }
  return null
}
