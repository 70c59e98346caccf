import type { Analysis, Sentence } from '../../language/index.ts'
import type { Quote } from './quotes.ts'

/** First and last sentence of what is read at once. */
export interface Group {
  readonly first: number
  readonly last: number
}

/** Whether the author's words go on after a sentence that ends with a quotation: «Да!» — сказал он. */
const continues = (text: string, end: number): boolean => /^\s?[—–-]\s*\p{Ll}/u.test(text.slice(end, end + 6))

// A bracket that opens this far before the end of its sentence, or closes this far into the next, was a slip.
const LONGEST_START = 300
const LONGEST_REST = 120

/** Whether a bracket opened in a sentence closes in the next ("(… Киева. — Прим. ред.)"). */
const bracketGoesOn = (text: string, sentence: Sentence, following: Sentence): boolean => {
  const from = Math.max(sentence.start, sentence.end - LONGEST_START)
  const open = text.slice(from, sentence.end).lastIndexOf('(')
  if (open < 0) return false
  const rest = text.slice(from + open, following.start + LONGEST_REST)
  const close = rest.indexOf(')') + from + open
  return close >= following.start && close < following.end
}

const endsQuoted = (text: string, end: number): boolean => /[»”"“]\s*$/u.test(text.slice(end - 2, end))

/** Groups sentences that a quotation or a bracket joins, in text order. */
export const groupSentences = (analysis: Analysis, quotes: readonly Quote[]): readonly Group[] => {
  const { sentences } = analysis
  const text = analysis.article.text
  const groups: Group[] = []
  let next = 0
  for (let first = 0; first < sentences.length; ) {
    let last = first
    for (;;) {
      const sentence = sentences[last]!
      while (next < quotes.length && (quotes[next]!.depth > 0 || quotes[next]!.end <= sentence.start)) next++
      let end = sentence.end
      for (let q = next; q < quotes.length && quotes[q]!.start < sentence.end; q++) end = Math.max(end, quotes[q]!.end)
      const following = sentences[last + 1]
      if (!following) break
      const goesOn =
        following.start < end ||
        bracketGoesOn(text, sentence, following) ||
        (endsQuoted(text, sentence.end) && continues(text, sentence.end))
      if (!goesOn) break
      last++
    }
    groups.push({ first, last })
    first = last + 1
  }
  return groups
}
