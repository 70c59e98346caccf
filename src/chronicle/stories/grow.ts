import type { ArticleFacts } from '../../facts/index.ts'
import type { Grouping } from '../join/grouping.ts'
import { keyNumber } from '../join/keys.ts'
import { type ArticleOrder, compareArticles, publishedDay } from '../order.ts'
import type { Vocabulary } from '../text/vocabulary.ts'
import {
  coverage,
  type Heading,
  hasWord,
  headingOf,
  othersWords,
  type Profile,
  product,
  profileOf,
  sharedNames,
} from './similar.ts'

/** Likeness from which two articles tell of one happening (measured on pairs of articles of different outlets). */
const ALIKE = 0.4
/** What it adds to the cosine that each one's headline is told in the other's text. */
const HEADING = 0.3
/** What it adds, where little is wanting, that both name the same rare names: so many tell nothing yet, so many all. */
const NAMES = 0.1
const FEW_NAMES = 4
const ALL_NAMES = 6
/** Headlines and stems that a story keeps. */
const HEADS = 4
const WORDS = 1500
/**
 * Characters after the headline in which a page names the day of its news: of pages alike, 59 of 100 that were published
 * ten days and more apart have no such day in common, and 11 of 100 published within one day (15 and 4 in 300 characters).
 */
const LEAD = 800
/** Days after which a happening that nothing was written about is over. */
const SILENCE = 4
/** Days that an article looks back for a story under one of its stems. */
const BACK = 30
/** The rarest stems of an article, by which stories that may hold it are found. */
const KEYS = 12
/** Under a stem only the latest so many stories are looked at: older ones have fallen silent. */
const LATEST = 60
/** Stems that a story's middle keeps: the heaviest. */
const KEPT = 150

/** What an article is about and when. */
export interface Topic extends ArticleOrder {
  readonly day: number | null
  readonly profile: Profile
  readonly heading: Heading
  /** Its weightiest stems. */
  readonly stems: readonly number[]
  /** Days that its lead names, as MM-DD. */
  readonly named: readonly string[]
}

/** A story as far as it has grown. */
export interface Growing {
  /** Sum of its articles' profiles, and that sum's length. */
  sum: Map<number, number>
  length: number
  last: number | null
  readonly days: Set<string>
  /** Its latest headlines, and the stems of its articles. */
  readonly heads: Heading[]
  readonly words: Set<number>
}

/** What joining needs to know of what an article is about. */
export const topicOf = (facts: ArticleFacts, order: ArticleOrder, vocabulary: Vocabulary): Topic => {
  const profile = profileOf(facts, vocabulary)
  const stems = [...profile.stems]
    .map((stem, at) => ({ stem, weight: profile.weights[at] as number, text: vocabulary.stems[stem] as string }))
    .sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1))
    .slice(0, KEYS)
    .map(({ stem }) => stem)
  return {
    id: order.id,
    minute: order.minute,
    day: publishedDay(facts.published),
    profile,
    heading: headingOf(facts, vocabulary),
    stems,
    named: leadDays(facts),
  }
}

const leadDays = ({ headline, times }: ArticleFacts): string[] => {
  const end = (headline?.length ?? 0) + LEAD
  return times.flatMap(({ start, value }) => {
    const day = start < end ? /^[\dX]{4}-(\d\d-\d\d)(?:T|$)/.exec(value)?.[1] : undefined
    return day === undefined ? [] : [day]
  })
}

// Nothing was written about it for days; where a page does not say when it was published, the days that leads name tell:
// two forecasts for two days are two.
const isOver = (story: Growing, { day, named }: Topic): boolean => {
  if (day !== null && story.last !== null) return day - story.last > SILENCE
  return named.length > 0 && story.days.size > 0 && !named.some((one) => story.days.has(one))
}

const grow = (story: Growing, { profile, heading, day, named }: Topic): Growing => {
  for (const one of named) story.days.add(one)
  if (day !== null) story.last = day
  profile.stems.forEach((stem, at) => {
    story.sum.set(stem, (story.sum.get(stem) ?? 0) + (profile.weights[at] as number))
  })
  if (story.sum.size > KEPT * 2) story.sum = new Map([...story.sum].sort((a, b) => b[1] - a[1]).slice(0, KEPT))
  let square = 0
  for (const weight of story.sum.values()) square += weight * weight
  story.length = Math.sqrt(square) || 1
  story.heads.push(heading)
  if (story.heads.length > HEADS) story.heads.shift()
  if (story.words.size < WORDS) for (const word of heading.words) story.words.add(word)
  return story
}

const EMPTY = (): Growing => ({ sum: new Map(), length: 1, last: null, days: new Set(), heads: [], words: new Set() })

const month = (day: number): number => Math.floor(day / BACK)

/**
 * How articles are grouped that tell of one happening, whatever its subject: each article, in order of publication, goes
 * to the story whose middle it is most like, if one has been written about in the last days (topic detection and
 * tracking; J. Allan, 2002). Later articles never move earlier ones.
 */
export const storyGrouping = (vocabulary: Vocabulary): Grouping<Topic, Growing> => {
  // How far each one's headline is told in the other's text.
  const told = (heading: Heading, { heads, words }: Growing): number => {
    const has = hasWord(heading)
    const back = heads.reduce((sum, head) => sum + coverage(head, has, vocabulary), 0) / Math.max(1, heads.length)
    return (coverage(heading, (stem) => words.has(stem), vocabulary) + back) / 2
  }
  const keys = ({ stems }: Topic): number[] => stems.map((stem) => keyNumber(0, 0, stem, 0))
  // How many rare names an article shares with one of the story's latest, 0 to 1.
  const sameNames = (heading: Heading, { heads }: Growing): number => {
    const most = Math.max(...heads.map((head) => sharedNames(heading, head)))
    return Math.min(1, Math.max(0, most - FEW_NAMES) / (ALL_NAMES - FEW_NAMES))
  }
  return {
    compare: compareArticles,
    rank: ({ minute }) => minute,
    keys,
    asks: keys,
    // An article without a day hears of everything under its stems, one with a day of what was published shortly before.
    tells: ({ stems, day }) =>
      stems.flatMap((stem) => [keyNumber(1, 0, stem, 0), ...(day === null ? [] : [keyNumber(2, 0, stem, month(day))])]),
    hears: ({ stems, day }) =>
      stems.flatMap((stem) =>
        day === null
          ? [keyNumber(1, 0, stem, 0)]
          : [keyNumber(2, 0, stem, month(day)), keyNumber(2, 0, stem, month(day) - 1)],
      ),
    reaches: (topic, other) => topic.day === null || other.day === null || topic.day - other.day <= BACK,
    start: (topic) => grow(EMPTY(), topic),
    grow,
    score: (topic, story) => {
      if (isOver(story, topic) || story.heads.every((head) => othersWords(head, topic.heading))) return null
      const cosine = product(topic.profile, story.sum) / story.length
      if (cosine + HEADING + NAMES < ALIKE) return null
      const likeness = cosine + HEADING * told(topic.heading, story)
      return likeness >= ALIKE || likeness + NAMES < ALIKE
        ? likeness
        : likeness + NAMES * sameNames(topic.heading, story)
    },
    need: () => ALIKE,
    closer: () => false,
    least: 2,
    underKey: LATEST,
    inAll: Infinity,
    beyond: 0,
    keeps: false,
  }
}
