import type { ArticleFacts } from '../facts/index.ts'
import type { Language } from '../language/index.ts'
import type { Chronicle } from './chronicle.ts'
import { ChronicleJoiner } from './joiner.ts'
import { distinctArticles } from './order.ts'

/**
 * Joins the facts of many articles to one chronicle: reprints, identities, entries with their evidence, history and
 * disagreements, stories and statements. A pure function of the set of articles: any order and any batching gives the
 * same chronicle, ids included, and an article given twice counts once.
 *
 * @example buildChronicle([factsOfOnePage, factsOfAnother], russian).entries[0]?.title
 */
export const buildChronicle = (facts: readonly ArticleFacts[], language: Language): Chronicle => {
  const articles = distinctArticles(facts)
  const byId = new Map(articles.map((one) => [one.id, one]))
  const joiner = new ChronicleJoiner(language)
  for (const one of articles) joiner.add(one)
  joiner.join()
  joiner.wanted(Infinity)
  joiner.compose((id) => byId.get(id) as ArticleFacts)
  return joiner.chronicle()
}
