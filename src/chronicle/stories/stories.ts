import { contentId } from '../../core/index.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import type { Entry, Story } from '../chronicle.ts'
import { publishedDay } from '../order.ts'
import { coverage, type Heading, headingsOf, type Profile, profilesOf, similarity } from './similar.ts'

/** Likeness from which two articles tell of one happening (measured on pairs of articles of different outlets). */
const ALIKE = 0.4
/** What it adds to the cosine that each one's headline is told in the other's text. */
const HEADING = 0.3
/** Headlines and stems that a story keeps. */
const HEADS = 4
const WORDS = 1500
/** Characters after the headline in which a page names the day of its news. */
const LEAD = 300
/** Days after which a happening that nothing was written about is over. */
const SILENCE = 4
/** The rarest stems of an article, by which stories that may hold it are found. */
const KEYS = 12
/** A stem keeps only the latest so many stories: older ones have fallen silent. */
const LATEST = 60
/** Stems that a story's middle keeps: the heaviest. */
const KEPT = 150

interface Growing {
  readonly articles: number[]
  /** Sum of its articles' profiles, and that sum's length. */
  sum: Map<string, number>
  length: number
  last: number | null
  /** Days of the month that the leads of its articles name, as MM-DD. */
  readonly days: Set<string>
  /** Its latest headlines, and the stems of its articles. */
  readonly heads: Heading[]
  readonly words: Set<string>
}

/**
 * Groups the articles of one happening, whatever its subject: each article, in order of publication, goes to the story
 * whose middle it is most like, if one has been written about in the last days (topic detection and tracking;
 * J. Allan, 2002). Later articles never move earlier ones.
 *
 * @returns for each article the number of its story, in order of their first articles
 */
export const groupArticles = (articles: readonly ArticleFacts[]): Int32Array => {
  const profiles = profilesOf(articles)
  const headings = headingsOf(articles)
  const stories: Growing[] = []
  const byKey = new Map<string, number[]>()
  const storyOf = new Int32Array(articles.length)
  profiles.forEach((profile, at) => {
    const day = publishedDay((articles[at] as ArticleFacts).published)
    const keys = [...profile]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, KEYS)
      .map(([stem]) => stem)
    const named = leadDays(articles[at] as ArticleFacts)
    let best = -1
    let most = ALIKE
    for (const candidate of candidatesOf(keys, byKey)) {
      const story = stories[candidate] as Growing
      if (isOver(story, day, named)) continue
      const cosine = similarity(profile, story.sum) / story.length
      if (cosine + HEADING <= most) continue
      const alike = cosine + HEADING * told(headings[at] as Heading, story)
      if (alike > most || (alike === most && best < 0)) {
        best = candidate
        most = alike
      }
    }
    if (best < 0)
      best =
        stories.push({
          articles: [],
          sum: new Map(),
          length: 1,
          last: null,
          days: new Set(),
          heads: [],
          words: new Set(),
        }) - 1
    grow(stories[best] as Growing, at, profile, day, named)
    remind(stories[best] as Growing, headings[at] as Heading)
    storyOf[at] = best
    for (const key of keys) remember(byKey, key, best)
  })
  return storyOf
}

// Nothing was written about it for days; where a page does not say when it was published, the days that leads name tell:
// two forecasts for two days are two.
const isOver = (story: Growing, day: number | null, named: readonly string[]): boolean => {
  if (day !== null && story.last !== null) return day - story.last > SILENCE
  return named.length > 0 && story.days.size > 0 && !named.some((one) => story.days.has(one))
}

const leadDays = ({ headline, times }: ArticleFacts): string[] => {
  const end = (headline?.length ?? 0) + LEAD
  return times.flatMap(({ start, value }) => {
    const day = start < end ? /^[\dX]{4}-(\d\d-\d\d)(?:T|$)/.exec(value)?.[1] : undefined
    return day === undefined ? [] : [day]
  })
}

// How far each one's headline is told in the other's text.
const told = (heading: Heading, { heads, words }: Growing): number => {
  const back = heads.reduce((sum, head) => sum + coverage(head, heading.words), 0) / Math.max(1, heads.length)
  return (coverage(heading, words) + back) / 2
}

const remind = (story: Growing, heading: Heading): void => {
  story.heads.push(heading)
  if (story.heads.length > HEADS) story.heads.shift()
  if (story.words.size < WORDS) for (const word of heading.words) story.words.add(word)
}

const candidatesOf = (keys: readonly string[], byKey: ReadonlyMap<string, readonly number[]>): number[] => {
  const shared = new Map<number, number>()
  for (const key of keys) for (const story of byKey.get(key) ?? []) shared.set(story, (shared.get(story) ?? 0) + 1)
  return [...shared]
    .filter(([, count]) => count >= 2)
    .map(([story]) => story)
    .sort((a, b) => a - b)
}

const remember = (byKey: Map<string, number[]>, key: string, story: number): void => {
  const list = byKey.get(key)
  if (!list) byKey.set(key, [story])
  else {
    const before = list.indexOf(story)
    if (before >= 0) list.splice(before, 1)
    list.push(story)
    if (list.length > LATEST) list.shift()
  }
}

const grow = (story: Growing, at: number, profile: Profile, day: number | null, named: readonly string[]): void => {
  story.articles.push(at)
  for (const one of named) story.days.add(one)
  if (day !== null) story.last = day
  for (const [stem, weight] of profile) story.sum.set(stem, (story.sum.get(stem) ?? 0) + weight)
  if (story.sum.size > KEPT * 2)
    story.sum = new Map([...story.sum].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, KEPT))
  story.length = lengthOf(story.sum)
}

const lengthOf = (sum: ReadonlyMap<string, number>): number => {
  let square = 0
  for (const weight of sum.values()) square += weight * weight
  return Math.sqrt(square) || 1
}

/** Stories of at least two articles; an entry stands in the one that holds most of its articles. */
export const storiesOf = (
  articles: readonly ArticleFacts[],
  storyOf: Int32Array,
  entries: readonly Entry[],
): {
  readonly stories: Story[]
  readonly ofArticle: ReadonlyMap<string, string>
  readonly ofEntry: ReadonlyMap<string, string>
} => {
  const members = new Map<number, ArticleFacts[]>()
  articles.forEach((facts, at) => {
    const story = storyOf[at] as number
    members.set(story, [...(members.get(story) ?? []), facts])
  })
  const ids = new Map<string, string>()
  for (const group of members.values()) {
    const id = contentId(['story', (group[0] as ArticleFacts).id])
    if (group.length > 1) for (const facts of group) ids.set(facts.id, id)
  }
  const ofEntry = new Map<string, string>()
  const inStory = new Map<string, Entry[]>()
  for (const entry of entries) {
    const story = mostly(entry, ids)
    if (story === null) continue
    ofEntry.set(entry.id, story)
    inStory.set(story, [...(inStory.get(story) ?? []), entry])
  }
  const stories = [...members.values()]
    .filter((group) => group.length > 1)
    .map((group) => storyFrom(group, inStory.get(ids.get((group[0] as ArticleFacts).id) as string) ?? []))
  return { stories, ofArticle: ids, ofEntry }
}

const mostly = (entry: Entry, ids: ReadonlyMap<string, string>): string | null => {
  const votes = new Map<string, number>()
  for (const article of new Set(entry.evidence.map(({ article: id }) => id))) {
    const story = ids.get(article)
    if (story !== undefined) votes.set(story, (votes.get(story) ?? 0) + 1)
  }
  return [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null
}

const storyFrom = (group: readonly ArticleFacts[], entries: readonly Entry[]): Story => {
  const first = group[0] as ArticleFacts
  const days = group
    .flatMap(({ published }) => (published && /^\d{4}/.test(published) ? [published.slice(0, 10)] : []))
    .sort()
  const chief = [...entries].sort((a, b) => b.evidence.length - a.evidence.length || (a.id < b.id ? -1 : 1))[0]
  const headline = group.find(({ headline: one }) => one !== null)?.headline ?? firstLine(first.text)
  return {
    id: contentId(['story', first.id]),
    title: chief?.title ?? headline,
    titleEn: chief?.titleEn ?? headline,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    articles: group.map(({ id }) => id),
    entries: entries.map(({ id }) => id),
  }
}

const firstLine = (text: string): string => text.slice(0, 200).split('\n')[0] as string
