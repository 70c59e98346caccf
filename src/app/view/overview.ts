import type { ChronicleArticle } from '../../chronicle/index.ts'
import type { Overview } from '../source.ts'
import { publicationDay } from './density.ts'
import type { Indexed } from './filter.ts'
import type { ChronicleIndex } from './index-chronicle.ts'

/** By publication, those without one last; ties by id. */
export const byPublished = (a: ChronicleArticle, b: ChronicleArticle): number => {
  const x = a.published ?? '9999'
  const y = b.published ?? '9999'
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Entries known to the month or day, by month, ascending. */
export const monthsOf = (items: readonly Indexed[]): Overview['months'] => {
  const counts = new Map<string, number>()
  for (const { entry } of items) {
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
    months: monthsOf(items),
    about: aboutOf(index),
  }
}
