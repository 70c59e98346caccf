import type { ChronicleArticle, Entry } from '../../chronicle/index.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import type { StoredVersion } from '../../store/index.ts'
import type { ArticleCard, ArticleView, EntryRow, EntryView } from '../source.ts'
import type { Indexed } from './filter.ts'
import type { ChronicleIndex } from './index-chronicle.ts'
import { standsAt } from './order.ts'

const NEAR = 7

type ReadFacts = (id: string, version?: string) => Promise<ArticleFacts | null>

export const cardOf = ({ id, outlet, headline, published }: ChronicleArticle): ArticleCard => ({
  id,
  outlet,
  headline,
  published,
})

const dayOf = ({ place }: Indexed): number => (place.bounds ? standsAt(place.bounds) : Number.NaN)

// Entries with a common participant, those with more in common first at equal distance in time.
const nearest = (index: ChronicleIndex, item: Indexed): EntryRow[] => {
  const actors = new Set(item.row.participants.map(({ identity }) => identity))
  const day = dayOf(item)
  const scored = index.items.flatMap((other) => {
    const common = other.row.participants.filter(({ identity }) => actors.has(identity)).length
    const days = Math.abs(dayOf(other) - day)
    if (other === item || common === 0 || Number.isNaN(dayOf(other))) return []
    return [{ other, days: Number.isNaN(days) ? 0 : days, common }]
  })
  return scored
    .sort((a, b) => a.days - b.days || b.common - a.common || (a.other.id < b.other.id ? -1 : 1))
    .slice(0, NEAR)
    .sort((a, b) => dayOf(a.other) - dayOf(b.other) || (a.other.id < b.other.id ? -1 : 1))
    .map(({ other }) => other.row)
}

const citedArticles = ({ entry }: Indexed): Set<string> =>
  new Set([
    ...entry.evidence.map(({ article }) => article),
    ...entry.history.map(({ article }) => article),
    ...entry.disagreements.flatMap(({ versions }) => versions.flatMap(({ articles }) => articles)),
    ...entry.granularity.flatMap(({ articles }) => articles),
  ])

// A person may have given a participant another name than the pages do: any of its variants names it.
const presentNames = (index: ChronicleIndex, { entry }: Indexed): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  const wanted = new Map(entry.participants.map(({ identity, name }) => [identity, name]))
  for (const { id, variants } of index.chronicle.identities) {
    const name = wanted.get(id)
    if (name !== undefined) for (const variant of variants) names.set(variant.name, name)
  }
  return names
}

const namedBy = async (index: ChronicleIndex, item: Indexed, readFacts: ReadFacts): Promise<string[][]> => {
  const facts = new Map<string, Promise<ArticleFacts | null>>()
  const read = (id: string, version?: string): Promise<ArticleFacts | null> => {
    const key = `${id} ${version ?? ''}`
    const known = facts.get(key) ?? readFacts(id, version)
    facts.set(key, known)
    return known
  }
  const present = presentNames(index, item)
  return Promise.all(
    item.entry.evidence.map(async ({ article, event, version }) =>
      ((await read(article, version))?.events[event]?.participants ?? []).map(({ name }) => present.get(name) ?? name),
    ),
  )
}

/** Everything that the entry's own page shows; null when no entry has the id, now or as an alias. */
export const entryView = async (index: ChronicleIndex, id: string, readFacts: ReadFacts): Promise<EntryView | null> => {
  const item = index.byId.get(id)
  if (!item) return null
  const cited = citedArticles(item)
  return {
    entry: item.entry,
    articles: index.chronicle.articles.filter((article) => cited.has(article.id)).map(cardOf),
    named: await namedBy(index, item, readFacts),
    partOf: (item.entry.partOf !== null && index.byId.get(item.entry.partOf)?.row) || null,
    parts: index.items.filter(({ entry }) => entry.partOf === item.id).map(({ row }) => row),
    near: nearest(index, item),
  }
}

const entriesOfEvents = (index: ChronicleIndex, facts: ArticleFacts, text?: string): ArticleView['entries'] => {
  const found: (ArticleView['entries'][number] | null)[] = facts.events.map(() => null)
  for (const { entry } of index.items) {
    for (const { article, event, version } of entry.evidence) {
      if (article === facts.id && version === text)
        found[event] = { id: entry.id, title: entry.title, titleEn: entry.titleEn }
    }
  }
  return found
}

/** The entry that an event of an article stands in: of its present text, or of an earlier version. */
export const entryOfEvent = (index: ChronicleIndex, id: string, event: number, text?: string): Entry | null => {
  const found = index.items.find(({ entry }) =>
    entry.evidence.some((each) => each.article === id && each.event === event && each.version === text),
  )
  return found?.entry ?? null
}

/** An article with the entries of its events and the articles that it copies or that copy it. */
export const articleView = async (
  index: ChronicleIndex,
  id: string,
  readFacts: ReadFacts,
  readVersions: (id: string) => Promise<readonly StoredVersion[]>,
  version?: string,
): Promise<ArticleView | null> => {
  const facts = await readFacts(id, version)
  if (!facts) return null
  const versions = (await readVersions(id)).map((each) => each.version)
  const shown = versions.find((each) => each.id === id && (version ? each.version === version : each.current))
  const { articles } = index.chronicle
  const source = index.articles.get(id)?.reprintOf ?? null
  const original = source && index.articles.get(source.article)
  return {
    facts,
    entries: entriesOfEvents(index, facts, shown && !shown.current ? shown.version : undefined),
    reprintOf: source && original ? { ...cardOf(original), share: source.share } : null,
    reprints: articles.flatMap((article) =>
      article.reprintOf?.article === id ? [{ ...cardOf(article), share: article.reprintOf.share }] : [],
    ),
    versions,
    version: shown?.version ?? version ?? null,
  }
}
