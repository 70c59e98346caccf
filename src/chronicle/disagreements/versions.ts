import { contentId, type Span } from '../../core/index.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import type { Disagreement, DisagreementAbout, DisagreementRelation, Version, VersionSource } from '../chronicle.ts'

/** One article's word for one value. */
export interface Told {
  /** What makes two of them the same version. */
  readonly key: string
  readonly value: string
  readonly article: number
  readonly span: Span
  readonly origin: number
}

const sourceOf = ({ article, span }: Told, articles: readonly ArticleFacts[]): VersionSource => {
  const { id, text } = articles[article] as ArticleFacts
  return { article: id, start: span.start, end: span.end, quote: text.slice(span.start, span.end) }
}

// A version that one outlet alone tells rests on one origin, whatever else the outlet passes on.
const reporters = (group: readonly Told[], articles: readonly ArticleFacts[]): number =>
  new Set(group.map(({ article }) => (articles[article] as ArticleFacts).outlet?.toLowerCase() ?? article)).size

/** Versions in the order of who told them first; each with every source that tells it. */
export const versionsOf = (told: readonly Told[], articles: readonly ArticleFacts[]): Version[] => {
  const groups = new Map<string, Told[]>()
  for (const one of told) {
    const group = groups.get(one.key)
    if (group) group.push(one)
    else groups.set(one.key, [one])
  }
  return [...groups.values()].map((group) => {
    const sources = new Map(group.map((one) => [`${one.article} ${one.span.start}`, sourceOf(one, articles)]))
    return {
      value: (group[0] as Told).value,
      articles: [...new Set(group.map(({ article }) => (articles[article] as ArticleFacts).id))],
      origins: Math.min(new Set(group.map(({ origin }) => origin)).size, reporters(group, articles)),
      sources: [...sources.values()],
    }
  })
}

/** A disagreement of an entry; its id holds as long as the entry and the versions do. `matter` parts those of equal values. */
export const disagreementOf = (
  entry: string,
  about: DisagreementAbout,
  relation: DisagreementRelation,
  versions: readonly Version[],
  matter: readonly string[] = [],
): Disagreement => ({
  id: contentId(['disagreement', entry, about, ...matter, ...versions.map(({ value }) => value)]),
  about,
  relation,
  versions,
})
