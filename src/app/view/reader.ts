import type { Chronicle } from '../../chronicle/index.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import type { ChronicleSource } from '../source.ts'
import { densityOf, publicationDay } from './density.ts'
import { articleView, entryView } from './detail.ts'
import { facetsOf } from './facets.ts'
import { indexChronicle, listEntries } from './index-chronicle.ts'
import { overviewOf, sourcesOf } from './overview.ts'
import { actorsOf, statementsOf } from './people.ts'

export type ChronicleReader = Omit<ChronicleSource, 'addPages' | 'removeArticles'>

/**
 * The reading half of a `ChronicleSource` over a chronicle held in memory: made anew when the chronicle changes.
 * `readFacts` gives an article's facts, from wherever they are kept.
 *
 * @example const reader = readChronicle(chronicle, (id) => store.facts(id), '42')
 */
export const readChronicle = (
  chronicle: Chronicle,
  readFacts: (id: string) => Promise<ArticleFacts | null>,
  revision: string,
): ChronicleReader => {
  const index = indexChronicle(chronicle)
  const identities = new Map(chronicle.identities.map((identity) => [identity.id, identity]))
  const published = chronicle.articles.flatMap(({ published: date }) => publicationDay(date) ?? [])
  return {
    revision: async () => revision,
    overview: async () => overviewOf(index),
    entries: async (filter, paging) => {
      const found = listEntries(index, filter, paging)
      const sections = { ahead: 0, dated: 0, undated: 0 }
      for (const { place } of found) sections[place.section]++
      const items = found.slice(paging.offset, paging.offset + paging.limit).map(({ row }) => row)
      return { total: found.length, sections, offset: paging.offset, items }
    },
    facets: async (filter) => facetsOf(index.items, filter, identities),
    density: async (filter, span) => densityOf(index.items, filter, span, published),
    entry: (id) => entryView(index, id, readFacts),
    article: (id) => articleView(index, id, readFacts),
    actors: async (filter, paging) => actorsOf(index, filter, paging),
    actor: async (id) => identities.get(id) ?? null,
    statements: async (filter, paging) => statementsOf(index, filter, paging),
    sources: async () => sourcesOf(index),
  }
}
