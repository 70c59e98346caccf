import type { ArticleFacts } from '../../facts/index.ts'
import { bodyStart } from '../text/body.ts'
import { sentencesOf } from '../text/sentences.ts'
import { wordsOf } from '../text/words.ts'

const QUOTED = /«[^«»]{0,4000}»|"[^"\n]{0,4000}"|“[^“”]{0,4000}”/g
/** Marks that may open a speech. */
const OPENING = /[«"“]/
/** Parts words, and is no mark that falls away inside one. */
const PARTING = /[\s.,:;!?…()—–]/
/** Sentences read of one article at most. */
const MOST = 2000

/** A sentence of a page: its words are those from one place in the page's words to before another. */
export interface Stretch {
  readonly from: number
  readonly to: number
  /** Most of it stands in quotation marks: two outlets may quote one speech. */
  readonly quoted: boolean
}

/** A page's words, cut once for all that looks for copies. */
export interface PageWords {
  /** Folded words of the whole text. */
  readonly words: readonly string[]
  /** Folded words in which the sentences after the headline lie: those of the whole text, nearly always. */
  readonly sentenceWords: readonly string[]
  readonly sentences: readonly Stretch[]
  /** Folded words without the headline and what stands in quotation marks. */
  readonly own: readonly string[]
}

/** The words of a page, of its sentences, and of what it says itself; every word is cut once, unless a quotation changes it. */
export const pageWords = (facts: ArticleFacts): PageWords => {
  const { text } = facts
  const from = bodyStart(facts)
  // A speech may run over several sentences: what is quoted is blanked in the whole text.
  const unquoted = text.replace(QUOTED, (speech) => ' '.repeat(speech.length))
  const whole = parts(text, from)
  const all = whole ? wordsOf(text.slice(0, from)) : []
  const own: string[] = []
  const take = (start: number, end: number): Stretch => {
    const part = text.slice(start, end)
    const plain = unquoted.slice(start, end)
    const words = wordsOf(part)
    const said = plain === part ? words : wordsOf(plain)
    for (const word of words) all.push(word)
    for (const word of said) own.push(word)
    return { from: all.length - words.length, to: all.length, quoted: plain !== part && said.length * 2 < words.length }
  }
  // A sentence ends with a mark or a space, so that words of all sentences are the words of the text.
  const spans = sentencesOf(text, from, MOST)
  const sentences = spans.map(({ start, end }) => take(start, end))
  if (spans.length === MOST) take((spans.at(-1) as { end: number }).end, text.length)
  return {
    words: whole ? all : wordsOf(text),
    sentenceWords: all,
    sentences,
    own: opensSpeech(text.slice(0, from)) ? wordsOf(text.slice(from).replace(QUOTED, ' ')) : own,
  }
}

/** Whether no word stands across a place, such as where a headline ends that is the beginning of a longer line. */
const parts = (text: string, at: number): boolean =>
  at === 0 || at === text.length || PARTING.test(text[at] as string) || PARTING.test(text[at - 1] as string)

/** Whether a headline opens a speech that the text may close: what is quoted then is another thing without the headline. */
const opensSpeech = (headline: string): boolean => OPENING.test(headline) && OPENING.test(headline.replace(QUOTED, ''))
