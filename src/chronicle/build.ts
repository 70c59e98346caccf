import type { ArticleFacts } from '../facts/index.ts'
import type { Language } from '../language/index.ts'
import type { Chronicle, ChronicleArticle, ChronicleStatement, Disagreement, Entry } from './chronicle.ts'
import { wordings } from './disagreements/wordings.ts'
import { clusterDrafts } from './entries/cluster.ts'
import { comparison } from './entries/compare.ts'
import { composeEntry, type Workshop } from './entries/compose.ts'
import { joinDisputed } from './entries/disputed.ts'
import { chainOf } from './entries/evidence.ts'
import { localDrafts } from './entries/local.ts'
import { eventMentions } from './entries/mention.ts'
import { linkParts } from './entries/parts.ts'
import { settleThin } from './entries/settle.ts'
import { buildIdentities, type Identities } from './identities/identities.ts'
import { byDate, canonicalOrder } from './order.ts'
import { copiesIn, findReprints } from './reprints/reprints.ts'
import { groupArticles, storiesOf } from './stories/stories.ts'

/**
 * Joins the facts of many articles to one chronicle: reprints, identities, entries with their evidence, history and
 * disagreements, stories and statements. A pure function of the set of articles: any order and any batching gives the
 * same chronicle, ids included, and an article given twice counts once.
 *
 * @example buildChronicle([factsOfOnePage, factsOfAnother], russian).entries[0]?.title
 */
export const buildChronicle = (facts: readonly ArticleFacts[], language: Language): Chronicle => {
  const articles = canonicalOrder(facts)
  const identities = buildIdentities(articles, language)
  const reprints = findReprints(articles)
  const storyOf = groupArticles(articles)
  const { mentions, vocabulary } = eventMentions(articles, storyOf, identities)
  const context = comparison(mentions, vocabulary, articles.length, identities)
  const events = joinDisputed(clusterDrafts(localDrafts(mentions, context), context), context)
  const drafts = settleThin(events, articles, context)
  const copies = copiesIn(articles, reprints)
  const workshop: Workshop = { articles, identities, copies, language, context }
  const said = wordings(drafts, articles, copies.roots, identities, context)
  const entries = linkParts(
    drafts.map((draft, at) => withWordings(composeEntry(draft, workshop), said.get(at) ?? [])),
    drafts,
  )
  const { stories, ofArticle, ofEntry } = storiesOf(articles, storyOf, entries)
  return {
    kind: 'chronicle',
    entries: entries.map((entry) => ({ ...entry, story: ofEntry.get(entry.id) ?? null })).sort(byDate),
    identities: [...identities.list].sort((a, b) => (a.id < b.id ? -1 : 1)),
    articles: articles.map((one, at) => ({
      ...articleOf(one, reprints[at] ?? null, articles),
      story: ofArticle.get(one.id) ?? null,
    })),
    statements: articles.flatMap((one, at) => statementsOf(one, at, identities)),
    stories,
  }
}

const withWordings = (entry: Entry, said: readonly Disagreement[]): Entry =>
  said.length === 0 ? entry : { ...entry, disagreements: [...entry.disagreements, ...said] }

const articleOf = (
  facts: ArticleFacts,
  reprint: { source: number; share: number } | null,
  articles: readonly ArticleFacts[],
): ChronicleArticle => ({
  id: facts.id,
  input: facts.input,
  url: facts.url,
  outlet: facts.outlet,
  headline: facts.headline,
  published: facts.published,
  reprintOf: reprint ? { article: (articles[reprint.source] as ArticleFacts).id, share: reprint.share } : null,
  story: null,
})

const statementsOf = (facts: ArticleFacts, article: number, identities: Identities): ChronicleStatement[] =>
  facts.statements.map((statement, index) => ({
    article: facts.id,
    index,
    start: statement.start,
    end: statement.end,
    quote: facts.text.slice(statement.start, statement.end),
    kind: statement.kind,
    stance: statement.stance,
    speaker: statement.speaker
      ? {
          name: statement.speaker.name,
          identity: identities.list[identities.of(article, statement.speaker)]?.id ?? null,
        }
      : null,
    chain: chainOf(facts, statement),
    published: facts.published,
  }))
