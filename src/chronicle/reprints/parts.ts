import type { ArticleFacts } from '../../facts/index.ts'
import { hash } from '../text/hash.ts'
import { sentencesOf } from '../text/sentences.ts'
import { foldText, wordsOf } from '../text/words.ts'
import type { Reprint } from './reprints.ts'

/** Fewer words than this begin many sentences that nobody copied. */
const EDGE = 6
/** A sentence beginning or end that more articles share is a formula. */
const FORMULA = 40
/** Share of the later article's sentences, and how many at least, that make it a copy in part. */
const LARGE_PART = 0.25
const FEWEST = 2
/** Words in a row that are compared, and the share of them that makes two sentences one. */
const RUN = 3
export const SAME_SENTENCE = 0.6
/** So many earlier articles are compared word by word, those with the most common sentences first. */
const COMPARED = 5
/** Sentences read of one article at most. */
const MOST = 2000

interface Line {
  readonly words: readonly string[]
  /** Most of it stands in quotation marks: two outlets may quote one speech. */
  readonly quoted: boolean
}

const QUOTED = /«[^«»]{0,4000}»|"[^"\n]{0,4000}"|“[^“”]{0,4000}”/g

const linesOf = ({ text, headline }: ArticleFacts): Line[] => {
  const from = headline && text.startsWith(headline) ? headline.length : 0
  // A speech may run over several sentences: what is quoted is blanked in the whole text.
  const unquoted = text.replace(QUOTED, (speech) => ' '.repeat(speech.length))
  return sentencesOf(text, from, MOST).flatMap(({ start, end }): Line[] => {
    const words = wordsOf(text.slice(start, end))
    const own = wordsOf(unquoted.slice(start, end))
    return words.length < RUN ? [] : [{ words, quoted: own.length * 2 < words.length }]
  })
}

/** Hashes of all runs of three words. */
export const runsOf = (words: readonly string[]): ReadonlySet<number> => {
  const runs = new Set<number>()
  for (let at = 0; at + RUN <= words.length; at++) runs.add(hash(words.slice(at, at + RUN).join(' ')))
  return runs
}

/** Share of a sentence's runs of words that stand in a text, given by its runs. */
export const shareIn = (words: readonly string[], text: ReadonlySet<number>): number => {
  const runs = runsOf(words)
  let found = 0
  for (const run of runs) if (text.has(run)) found++
  return runs.size === 0 ? 0 : found / runs.size
}

const edgesOf = ({ words }: Line): number[] =>
  words.length <= EDGE ? [] : [hash(words.slice(0, EDGE).join(' ')), hash(words.slice(-EDGE).join(' '))]

/**
 * Articles that took over sentences of an earlier one of another outlet, exact or nearly so: at least two sentences, one
 * of them no speech, and a quarter of all that they have. Candidates share the beginning or the end of sentences that
 * few articles have; they are then compared by runs of three words.
 */
export const partCopies = (articles: readonly ArticleFacts[]): (Reprint | null)[] => {
  const lines = articles.map(linesOf)
  const holders = new Map<number, number[]>()
  lines.forEach((list, article) => {
    for (const edge of new Set(list.flatMap(edgesOf))) {
      const same = holders.get(edge)
      if (!same) holders.set(edge, [article])
      else if (same.length <= FORMULA) same.push(article)
    }
  })
  const outlets = articles.map(({ outlet }) => (outlet === null ? null : foldText(outlet)))
  return lines.map((list, article) => {
    if (list.length < FEWEST) return null
    const shared = new Map<number, number>()
    for (const line of list) {
      const others = new Set(edgesOf(line).flatMap((edge) => formulaFree(holders.get(edge))))
      for (const other of others) if (other < article) shared.set(other, (shared.get(other) ?? 0) + 1)
    }
    const likely = [...shared]
      .filter(([other]) => outlets[other] === null || outlets[other] !== outlets[article])
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, COMPARED)
    let best: Reprint | null = null
    for (const [source] of likely) {
      const share = sharedLines(list, runsOf(wordsOf((articles[source] as ArticleFacts).text)))
      if (share >= LARGE_PART && (!best || share > best.share)) best = { source, share: Math.round(share * 100) / 100 }
    }
    return best
  })
}

const formulaFree = (articles: readonly number[] | undefined): readonly number[] =>
  articles === undefined || articles.length > FORMULA ? [] : articles

// What is short counts only beside something long that is no speech.
const sharedLines = (list: readonly Line[], source: ReadonlySet<number>): number => {
  const taken = list.filter(({ words }) => shareIn(words, source) >= (words.length > EDGE ? SAME_SENTENCE : 1))
  const proof = taken.some(({ words, quoted }) => !quoted && words.length > EDGE)
  return proof && taken.length >= FEWEST ? taken.length / list.length : 0
}
