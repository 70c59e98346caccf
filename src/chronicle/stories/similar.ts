import type { ArticleFacts } from '../../facts/index.ts'
import { bodyStart } from '../text/body.ts'
import { keptInts, keptNumbers } from '../text/pool.ts'
import { isRare } from '../text/rarity.ts'
import { holds, type Vocabulary } from '../text/vocabulary.ts'
import { contentStem, contentStems } from '../text/words.ts'

/** What an article is about, as far as another can be compared with it: stems with their weight, as a unit vector. */
export interface Profile {
  /** Numbers of its stems, in the order of the text, with the weight of each. */
  readonly stems: Int32Array
  readonly weights: Float64Array
}

/** Words of the body that tell the news; what follows is mostly background that other stories share. */
const NEWS = 28
const HEADLINE = 2
const NAME = 1.6

const CAPITAL = /^\p{Lu}/u
const WORD = /[\p{L}\p{N}]+/gu

/** Words of a text, and whether each has a capital that no sentence begins with. */
function* wordsIn(text: string): Generator<readonly [word: string, name: boolean]> {
  let opens = true
  for (const match of text.matchAll(WORD)) {
    yield [match[0], CAPITAL.test(match[0]) && !opens]
    opens = /[.!?\n]/.test(text.charAt(match.index + match[0].length))
  }
}

/** Counts of stems in headline and opening, names counting more: what makes a happening that one and no other. */
const countsOf = (facts: ArticleFacts): Map<string, number> => {
  const { headline } = facts
  const counts = new Map<string, number>()
  const add = (part: string, words: number, weight: number): void => {
    let seen = 0
    for (const [word, name] of wordsIn(part)) {
      if (++seen > words) break
      const stem = contentStem(word)
      if (stem !== '') counts.set(stem, (counts.get(stem) ?? 0) + weight * (name ? NAME : 1))
    }
  }
  if (headline) add(headline, 40, HEADLINE)
  add(facts.text.slice(bodyStart(facts)), NEWS, 1)
  return counts
}

// Weights are multiples of this, so that sums of their products do not depend on their order.
const GRAIN = 2 ** -20

/** The profile of an article: logarithmic counts by rarity (TF-IDF; G. Salton, 1988), of length one. */
export const profileOf = (facts: ArticleFacts, vocabulary: Vocabulary): Profile => {
  const counts = [...countsOf(facts)].map(([stem, count]) => ({ stem: vocabulary.number(stem), count }))
  const raw = counts.map(({ stem, count }) => Math.log(1 + count) * (vocabulary.weights[stem] as number))
  const length = Math.sqrt(raw.reduce((sum, weight) => sum + weight * weight, 0)) || 1
  return {
    stems: keptInts(Int32Array.from(counts, ({ stem }) => stem)),
    weights: keptNumbers(Float64Array.from(raw, (weight) => Math.round(weight / length / GRAIN) * GRAIN)),
  }
}

/** What two articles' headlines have in common with each other's text. */
export interface Heading {
  /** Stems of the headline; of the lead where there is no headline. */
  readonly head: Int32Array
  /** Stems of headline and text, rising. */
  readonly words: Int32Array
  /** Who speaks in a headline that is a quotation ("Берг: мы готовы"), as the stem of the last word; -1 in any other. */
  readonly speaker: number
  /** Stems of names that few pages hold, rising. */
  readonly rare: Int32Array
}

/** So many characters of a text are read for what a headline may be about. */
const READ = 3000

/** What a headline says and what is told under it. */
export const headingOf = (facts: ArticleFacts, vocabulary: Vocabulary): Heading => {
  const { headline, text } = facts
  const speaker = headline === null ? null : quotedIn(facts)
  return {
    words: vocabulary.numbers(contentStems(`${headline ?? ''}\n${text.slice(0, READ)}`)),
    head: vocabulary.numbers(contentStems(headline ?? text.slice(0, 120))),
    speaker: speaker === null ? -1 : vocabulary.number(contentStem(speaker)),
    rare: vocabulary.numbers(rareNames(text.slice(0, NAMED))),
  }
}

/** So many characters of a text tell its news; below them other news are told of. */
const NAMED = 1000
/** Shorter words with a capital are letters of a firm's name or an office. */
const LETTERS = 4

// Words with a capital inside a sentence that are none of the commonest.
const rareNames = (text: string): Set<string> => {
  const found = new Set<string>()
  for (const [word, name] of wordsIn(text)) {
    const stem = name && word.length >= LETTERS ? contentStem(word) : ''
    if (stem !== '' && isRare(stem)) found.add(stem)
  }
  return found
}

/** How many rare names two pages have in common: two crashes of one day share a road, and not both villages and both cars. */
export const sharedNames = ({ rare }: Heading, other: Heading): number => {
  let shared = 0
  for (const stem of rare) if (holds(other.rare, stem)) shared++
  return shared
}

/** Characters that may stand before a headline's first word. */
const OPENING = 2

// A person's name that opens the page and is followed by a colon; by its last word, since others may be left out.
const quotedIn = ({ mentions, text }: ArticleFacts): string | null => {
  const first = mentions.find(({ start, end, type }) => type === 'person' && start < OPENING && text[end] === ':')
  return first ? (text.slice(first.start, first.end).split(/\s+/).at(-1) as string) : null
}

/** Whether both headlines quote, and not the same person: what two people say of one happening is two news. */
export const othersWords = (a: Heading, b: Heading): boolean =>
  a.speaker >= 0 && b.speaker >= 0 && a.speaker !== b.speaker

/** Share of a headline's weight whose stems stand in a text, 0 to 1. */
export const coverage = ({ head }: Heading, has: (stem: number) => boolean, { weights }: Vocabulary): number => {
  let total = 0
  let held = 0
  for (const stem of head) {
    const weight = weights[stem] as number
    total += weight
    if (has(stem)) held += weight
  }
  return total === 0 ? 0 : held / total
}

/** Whether a heading's text has a stem. */
export const hasWord =
  ({ words }: Heading) =>
  (stem: number): boolean =>
    holds(words, stem)

/** The sum of products of a profile and a sum of profiles. */
export const product = ({ stems, weights }: Profile, sum: ReadonlyMap<number, number>): number => {
  let product = 0
  for (let at = 0; at < stems.length; at++) product += (weights[at] as number) * (sum.get(stems[at] as number) ?? 0)
  return product
}
