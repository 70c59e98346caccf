import type { Span } from '../../core/index.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import { hash } from '../text/hash.ts'
import { wordsOf } from '../text/words.ts'
import { partCopies, runsOf, SAME_SENTENCE, shareIn } from './parts.ts'

/** Words in a row that make one fingerprint. */
const SHINGLE = 5
/** One fingerprint in so many is kept, by its own value: the same ones everywhere. */
const SAMPLE = 4
/** A shingle that more articles share is a formula ("напомним, что …"), not a copy. */
const FORMULA = 40
/** Share of an article's own words that must stand in an earlier one to call it a reprint. */
const LARGE_PART = 0.35
/** Fewer fingerprints than this prove nothing: a headline and a line of text are no copy. */
const FEWEST = 6

export interface Reprint {
  /** Index of the article that it copies. */
  readonly source: number
  /** Share of its text that stands there too, 0 to 1: of its fingerprints, or of its sentences where it copies a part. */
  readonly share: number
}

const QUOTED = /«[^«»]{0,4000}»|"[^"\n]{0,4000}"|“[^“”]{0,4000}”/g

/** Fingerprints of an article's own words: the headline and what stands in quotation marks are left out. */
const fingerprints = (facts: ArticleFacts): number[] => {
  const body =
    facts.headline && facts.text.startsWith(facts.headline) ? facts.text.slice(facts.headline.length) : facts.text
  const words = wordsOf(body.replace(QUOTED, ' '))
  const kept = new Set<number>()
  for (let at = 0; at + SHINGLE <= words.length; at++) {
    const value = hash(words.slice(at, at + SHINGLE).join(' '))
    if (value % SAMPLE === 0) kept.add(value)
  }
  return [...kept]
}

/**
 * Finds which articles are copies, whole or in large part, of an earlier one: word shingles sampled by value
 * (A. Broder, 1997), counted through an inverted index. Speech in quotation marks is not counted, since two outlets
 * may quote one speech; nor is a headline. The earliest is the source; articles come in canonical order. Where that
 * finds nothing, sentences taken over one by one are looked for (parts.ts).
 *
 * @returns one value an article: the source with the largest share, or null
 */
export const findReprints = (articles: readonly ArticleFacts[]): (Reprint | null)[] => {
  const prints = articles.map(fingerprints)
  const holders = new Map<number, number[]>()
  prints.forEach((values, article) => {
    for (const value of values) {
      const same = holders.get(value)
      if (!same) holders.set(value, [article])
      else if (same.length <= FORMULA) same.push(article)
    }
  })
  const parts = partCopies(articles)
  return prints.map((values, article) => {
    if (values.length < FEWEST) return parts[article] ?? null
    const shared = new Map<number, number>()
    for (const value of values) {
      const same = holders.get(value) as number[]
      if (same.length > FORMULA) continue
      for (const other of same) if (other < article) shared.set(other, (shared.get(other) ?? 0) + 1)
    }
    let best: Reprint | null = null
    for (const [source, count] of shared) {
      const share = count / values.length
      if (
        count >= FEWEST &&
        share >= LARGE_PART &&
        (!best || share > best.share || (share === best.share && source < best.source))
      )
        best = { source, share: Math.round(share * 100) / 100 }
    }
    return best ?? parts[article] ?? null
  })
}

/** Which article a sentence comes from first. */
export interface Copies {
  /** The first article of each chain of copies, by index. */
  readonly roots: Int32Array
  /** The article that a sentence of an article was taken from; the article itself where it is its own. */
  rootOf(article: number, sentence: Span): number
}

/** From this share on, an article is a copy as a whole, and its few own words are an editor's. */
const WHOLE = 0.75

/** Copies by article and by sentence: a copy in part keeps its own sentences as its own. */
export const copiesIn = (articles: readonly ArticleFacts[], reprints: readonly (Reprint | null)[]): Copies => {
  const roots = rootsOf(reprints)
  const sources = new Map<number, ReadonlySet<number>>()
  return {
    roots,
    rootOf: (article, { start, end }) => {
      const reprint = reprints[article]
      const root = roots[article] as number
      if (!reprint || reprint.share >= WHOLE) return root
      const source = sources.get(reprint.source) ?? runsOf(wordsOf((articles[reprint.source] as ArticleFacts).text))
      sources.set(reprint.source, source)
      const own = wordsOf((articles[article] as ArticleFacts).text.slice(start, end))
      return shareIn(own, source) >= SAME_SENTENCE ? root : article
    },
  }
}

/** The first article of each chain of copies, by index. */
export const rootsOf = (reprints: readonly (Reprint | null)[]): Int32Array => {
  const roots = new Int32Array(reprints.length)
  reprints.forEach((reprint, article) => {
    roots[article] = reprint ? (roots[reprint.source] as number) : article
  })
  return roots
}
