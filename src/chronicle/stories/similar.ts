import type { ArticleFacts } from '../../facts/index.ts'
import { rarity } from '../text/rarity.ts'
import { contentStem, contentStems } from '../text/words.ts'

/** What an article is about, as far as another can be compared with it: stems with their weight, as a unit vector. */
export type Profile = ReadonlyMap<string, number>

/** Words of the body that tell the news; what follows is mostly background that other stories share. */
const NEWS = 28
const HEADLINE = 2
const NAME = 1.6

const CAPITAL = /^\p{Lu}/u
const WORD = /[\p{L}\p{N}]+/gu

/** Counts of stems in headline and opening, names counting more: what makes a happening that one and no other. */
const countsOf = ({ headline, text }: ArticleFacts): Map<string, number> => {
  const body = headline && text.startsWith(headline) ? text.slice(headline.length) : text
  const counts = new Map<string, number>()
  const add = (part: string, words: number, weight: number): void => {
    let seen = 0
    let opens = true
    for (const match of part.matchAll(WORD)) {
      if (++seen > words) break
      const name = CAPITAL.test(match[0]) && !opens
      opens = /[.!?\n]/.test(part.charAt(match.index + match[0].length))
      const stem = contentStem(match[0])
      if (stem !== '') counts.set(stem, (counts.get(stem) ?? 0) + weight * (name ? NAME : 1))
    }
  }
  if (headline) add(headline, 40, HEADLINE)
  add(body, NEWS, 1)
  return counts
}

/** Profiles of all articles: logarithmic counts by rarity (TF-IDF; G. Salton, 1988), each of length one. */
export const profilesOf = (articles: readonly ArticleFacts[]): Profile[] => {
  const counted = articles.map(countsOf)
  const seen = new Map<string, number>()
  for (const counts of counted) for (const stem of counts.keys()) seen.set(stem, (seen.get(stem) ?? 0) + 1)
  return counted.map((counts) => {
    const weights = new Map<string, number>()
    let square = 0
    for (const [stem, count] of counts) {
      const weight = Math.log(1 + count) * rarity(stem, seen.get(stem) as number, articles.length)
      weights.set(stem, weight)
      square += weight * weight
    }
    const length = Math.sqrt(square) || 1
    return new Map([...weights].map(([stem, weight]) => [stem, weight / length]))
  })
}

/** What two articles' headlines have in common with each other's text. */
export interface Heading {
  /** Stems of the headline with their rarity; of the lead where there is no headline. */
  readonly head: ReadonlyMap<string, number>
  /** Stems of headline and text. */
  readonly words: ReadonlySet<string>
}

/** So many characters of a text are read for what a headline may be about. */
const READ = 3000

/** Headings of all articles, in their order. */
export const headingsOf = (articles: readonly ArticleFacts[]): Heading[] =>
  articles.map(({ headline, text }) => {
    const words = contentStems(`${headline ?? ''}\n${text.slice(0, READ)}`)
    const stems = contentStems(headline ?? text.slice(0, 120))
    return { words, head: new Map([...stems].map((stem) => [stem, rarity(stem, 1, 1)])) }
  })

/** Share of a headline's weight whose stems stand in a text, 0 to 1. */
export const coverage = ({ head }: Heading, words: ReadonlySet<string>): number => {
  let total = 0
  let held = 0
  for (const [stem, weight] of head) {
    total += weight
    if (words.has(stem)) held += weight
  }
  return total === 0 ? 0 : held / total
}

/** Cosine of two profiles, 0 to 1. */
export const similarity = (a: Profile, b: Profile): number => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [stem, weight] of small) sum += weight * (large.get(stem) ?? 0)
  return sum
}
