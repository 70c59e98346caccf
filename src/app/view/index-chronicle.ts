import type { Chronicle, ChronicleArticle, Entry } from '../../chronicle/index.ts'
import type { EntryFilter, EntryPaging } from '../source.ts'
import { filterTest, type Indexed } from './filter.ts'
import { compareAhead, compareNew, compareOld, newestDay, placeOf } from './order.ts'
import { rowOf } from './row.ts'
import { haystack } from './words.ts'

/** A chronicle prepared once for any number of questions. */
export interface ChronicleIndex {
  readonly chronicle: Chronicle
  readonly items: readonly Indexed[]
  readonly ahead: readonly Indexed[]
  readonly timelineNew: readonly Indexed[]
  readonly timelineOld: readonly Indexed[]
  /** By id and by every alias. */
  readonly byId: ReadonlyMap<string, Indexed>
  readonly articles: ReadonlyMap<string, ChronicleArticle>
  /** Newest day of publication; -Infinity where no page names one. */
  readonly today: number
}

const wordsOf = (entry: Entry): string[] => [
  entry.title,
  entry.titleEn,
  ...entry.participants.flatMap(({ name, nameEn }) => [name, nameEn]),
  entry.place?.name ?? '',
  entry.place?.nameEn ?? '',
  ...entry.evidence.map(({ quote }) => quote),
]

// An entry that did not change is the same object after a page was added: what was computed for it holds.
const known = new WeakMap<Entry, Indexed>()

const indexed = (entry: Entry, today: number): Indexed => {
  const before = known.get(entry)
  const place = placeOf(entry, today, before?.place.bounds)
  if (before?.place.section === place.section) return before
  const item = {
    id: entry.id,
    entry,
    place,
    row: rowOf(entry, place),
    hay: before?.hay ?? haystack(wordsOf(entry)),
  }
  known.set(entry, item)
  return item
}

/** Places, rows and search words of all entries, in the orders that the timeline shows. */
export const indexChronicle = (chronicle: Chronicle): ChronicleIndex => {
  const today = newestDay(chronicle.articles.map(({ published }) => published))
  const items = chronicle.entries.map((entry) => indexed(entry, today))
  const timeline = items.filter(({ place }) => place.section !== 'ahead')
  const byId = new Map<string, Indexed>()
  for (const item of items) for (const alias of item.entry.aliases) byId.set(alias, item)
  for (const item of items) byId.set(item.id, item)
  return {
    chronicle,
    items,
    ahead: items.filter(({ place }) => place.section === 'ahead').sort(compareAhead),
    timelineNew: [...timeline].sort(compareNew),
    timelineOld: [...timeline].sort(compareOld),
    byId,
    articles: new Map(chronicle.articles.map((article) => [article.id, article])),
    today,
  }
}

/** Entries that pass, in timeline order, before paging. */
export const listEntries = (index: ChronicleIndex, filter: EntryFilter, paging: EntryPaging): Indexed[] => {
  const test = filterTest(filter)
  const timeline = paging.order === 'new' ? index.timelineNew : index.timelineOld
  if (paging.section === 'ahead') return index.ahead.filter(test)
  if (paging.section === 'timeline') return timeline.filter(test)
  return [...index.ahead, ...timeline].filter(test)
}
