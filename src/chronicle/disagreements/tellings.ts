import type { Span } from '../../core/index.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import type { Case } from './values.ts'
import type { Told } from './versions.ts'

/** Pages of an entry that are read. */
const PAGES = 60

/** What a sentence of a page tells of deeds. */
export interface Telling {
  readonly sentence: Span
  /** Indexes of the page's events that it is about. */
  readonly events: readonly number[]
  /** Roots of the words for them. */
  readonly deeds: readonly string[]
}

/** A telling, and where an entry has it from. */
export interface Found<T extends Telling> {
  readonly telling: T
  readonly article: number
  readonly origin: number
  /** Whether it is about the entry's own event. */
  readonly own: boolean
}

/** Indexes of the events that a stretch of a page tells. */
export const eventsWithin = ({ events }: ArticleFacts, { start, end }: Span): number[] =>
  events.flatMap(({ trigger }, index) => (trigger.start >= start && trigger.end <= end ? [index] : []))

/** What an entry has of one page. */
interface Page {
  /** Place of the first of its mentions in the entry. */
  readonly at: number
  /** Indexes of the page's events that are the entry's. */
  readonly events: ReadonlySet<number>
}

/** The first pages of an entry, by article. */
export const pagesOf = ({ mentions }: Case, most: number): ReadonlyMap<number, Page> => {
  const pages = new Map<number, Page & { readonly events: Set<number> }>()
  mentions.forEach(({ article, event }, at) => {
    const page = pages.get(article)
    if (page) page.events.add(event)
    else if (pages.size < most) pages.set(article, { at, events: new Set([event]) })
  })
  return pages
}

/**
 * What the pages of an entry tell of its event, and of such deeds besides: another page of the entry may tell of one on its
 * own day, and what is said of it stays. Nothing where none is about the event itself.
 */
export const tellingsOf = <T extends Telling>(
  one: Case,
  read: (facts: ArticleFacts) => readonly T[],
): readonly Found<T>[] => {
  const all = [...pagesOf(one, PAGES)].flatMap(([article, { at, events }]) =>
    read(one.articles[article] as ArticleFacts).map((telling): Found<T> => {
      const own = telling.events.some((event) => events.has(event))
      return { telling, article, origin: one.origins[at] as number, own }
    }),
  )
  const deeds = new Set(all.flatMap(({ telling, own }) => (own ? telling.deeds : [])))
  return all.filter(({ telling, own }) => own || telling.deeds.some((deed) => deeds.has(deed)))
}

/** The sentence of a telling as a version, or the beginning of one. */
export const toldBy = (
  { articles }: Case,
  { telling: { sentence }, article, origin }: Found<Telling>,
  key: string,
  before = '',
): Told => {
  const { text } = articles[article] as ArticleFacts
  return { key, value: before + text.slice(sentence.start, sentence.end), article, span: sentence, origin }
}
