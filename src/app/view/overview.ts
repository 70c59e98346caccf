import type { Chronicle, ChronicleArticle } from '../../chronicle/index.ts'
import type { Overview, SourceRow } from '../source.ts'
import { publicationDay } from './density.ts'
import type { ChronicleIndex } from './index-chronicle.ts'

const byPublished = (a: ChronicleArticle, b: ChronicleArticle): number => {
  const x = a.published ?? '9999'
  const y = b.published ?? '9999'
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

const monthsOf = (index: ChronicleIndex): Overview['months'] => {
  const counts = new Map<string, number>()
  for (const { entry } of index.items) {
    const month = /^\d{4}-(?:0\d|1[0-2])/.exec(entry.date ?? '')?.[0]
    if (month && !entry.date?.includes('/')) counts.set(month, (counts.get(month) ?? 0) + 1)
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, count]) => ({ month, count }))
}

// Two countries that stand out: the most frequent pair, when a third of all entries that name two countries is theirs.
const aboutOf = (index: ChronicleIndex): Overview['about'] => {
  const names = new Map<string, { title: string; titleEn: string; count: number }>()
  let paired = 0
  for (const { entry } of index.items) {
    const states = entry.participants.filter(({ type }) => type === 'country')
    if (states.length < 2) continue
    paired++
    const pair = [...states].sort((a, b) => (a.identity < b.identity ? -1 : 1)).slice(0, 2)
    const key = pair.map(({ identity }) => identity).join('\n')
    const count = (names.get(key)?.count ?? 0) + 1
    names.set(key, {
      title: pair.map(({ name }) => name).join(' и '),
      titleEn: pair.map(({ nameEn }) => nameEn).join(' and '),
      count,
    })
  }
  const best = [...names.values()].sort((a, b) => b.count - a.count)[0]
  return best && best.count >= 3 && best.count * 3 >= paired ? { title: best.title, titleEn: best.titleEn } : null
}

/** What stands above the timeline: counts, newest page, outlets, months. */
export const overviewOf = (index: ChronicleIndex): Overview => {
  const { chronicle, items } = index
  const sorted = [...chronicle.articles].sort(byPublished)
  const dated = sorted.filter(({ published }) => publicationDay(published) !== null)
  return {
    articles: chronicle.articles.length,
    entries: items.length,
    disagreements: items.reduce((sum, { entry }) => sum + entry.disagreements.length, 0),
    statements: chronicle.statements.length,
    latest: dated.at(-1) ?? null,
    outlets: [...new Set(sorted.map(({ outlet }) => outlet))],
    months: monthsOf(index),
    about: aboutOf(index),
  }
}

const throughOf = (chronicle: Chronicle, articles: ReadonlySet<string>): SourceRow['through'] => {
  const counts = new Map<string, number>()
  for (const { article, chain } of chronicle.statements) {
    if (!articles.has(article)) continue
    for (const name of chain.slice(1, -1)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, 10)
}

/** One row an outlet, in order of first publication. */
export const sourcesOf = (index: ChronicleIndex): SourceRow[] => {
  const groups = new Map<string | null, ChronicleArticle[]>()
  for (const article of [...index.chronicle.articles].sort(byPublished)) {
    groups.set(article.outlet, [...(groups.get(article.outlet) ?? []), article])
  }
  return [...groups].map(([outlet, articles]) => {
    const ids = new Set(articles.map(({ id }) => id))
    const dates = articles.flatMap(({ published }) => (publicationDay(published) === null ? [] : [published]))
    return {
      outlet,
      articles: articles.length,
      reprints: articles.filter(({ reprintOf }) => reprintOf !== null).length,
      entries: index.items.filter(({ entry }) => entry.evidence.some(({ article }) => ids.has(article))).length,
      statements: index.chronicle.statements.filter(({ article }) => ids.has(article)).length,
      through: throughOf(index.chronicle, ids),
      first: dates[0] ?? null,
      last: dates.at(-1) ?? null,
    }
  })
}
