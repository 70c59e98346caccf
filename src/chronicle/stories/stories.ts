import { contentId } from '../../core/index.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import type { Entry, Story } from '../chronicle.ts'

/** What a story tells of one of its articles. */
export interface StoryArticle {
  readonly id: string
  readonly published: string | null
  readonly headline: string | null
  /** Where no headline is. */
  readonly firstLine: string
}

export const storyArticle = ({ id, published, headline, text }: ArticleFacts): StoryArticle => ({
  id,
  published,
  headline,
  firstLine: headline === null ? (text.slice(0, 200).split('\n')[0] as string) : '',
})

/** The id of a story rests on its first article. */
export const storyId = (first: string): string => contentId(['story', first])

/** The story that holds most of an entry's articles, by its id; null where none does. */
export const storyOf = (entry: Entry, idOf: (article: string) => string | null): string | null => {
  const votes = new Map<string, number>()
  for (const article of new Set(entry.evidence.map(({ article: id }) => id))) {
    const story = idOf(article)
    if (story !== null) votes.set(story, (votes.get(story) ?? 0) + 1)
  }
  return [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null
}

/** A story of articles, in their order, and of the entries that stand in it, in the order in which they were made. */
export const storyFrom = (group: readonly StoryArticle[], entries: readonly Entry[]): Story => {
  const first = group[0] as StoryArticle
  const days = group
    .flatMap(({ published }) => (published && /^\d{4}/.test(published) ? [published.slice(0, 10)] : []))
    .sort()
  const chief = [...entries].sort((a, b) => b.evidence.length - a.evidence.length || (a.id < b.id ? -1 : 1))[0]
  const headline = group.find(({ headline: one }) => one !== null)?.headline ?? first.firstLine
  return {
    id: storyId(first.id),
    title: chief?.title ?? headline,
    titleEn: chief?.titleEn ?? headline,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    articles: group.map(({ id }) => id),
    entries: entries.map(({ id }) => id),
  }
}
