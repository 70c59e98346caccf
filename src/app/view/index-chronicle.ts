import type { Chronicle, ChronicleArticle, Entry } from '../../chronicle/index.ts'
import type { EntryFilter, EntryList, EntryPaging } from '../source.ts'
import { type Indexed, passesAt, type Search } from './filter.ts'
import { lately, once } from './once.ts'
import { compareAhead, compareNew, compareOld, newestDay, placeOf } from './order.ts'
import { rowOf } from './row.ts'
import { Lexicon, searchOf } from './word-index.ts'

/** Places of all entries among the items as they are shown: what is ahead, what is dated, what is not. */
interface Timeline {
  readonly places: Int32Array
  readonly ahead: number
  readonly dated: number
}

/** A chronicle prepared once for any number of questions. */
export interface ChronicleIndex {
  readonly chronicle: Chronicle
  readonly items: readonly Indexed[]
  readonly timeline: (order: EntryPaging['order']) => Timeline
  readonly search: Search
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
const lexicon = new Lexicon()

const indexed = (entry: Entry, today: number): Indexed => {
  const before = known.get(entry)
  const place = placeOf(entry, today, before?.place.bounds)
  if (before?.place.section === place.section) return before
  const item = {
    id: entry.id,
    entry,
    place,
    row: rowOf(entry, place),
    words: before?.words ?? lexicon.numbers(wordsOf(entry)),
  }
  known.set(entry, item)
  return item
}

const searchIn = (items: readonly Indexed[]): Search => {
  const search = once(() =>
    searchOf(
      items.map(({ words }) => words),
      lexicon,
    ),
  )
  return lately((query: string) => search()(query))
}

const SECTIONS = ['ahead', 'dated', 'undated'] as const

const timelineOf = (items: readonly Indexed[], compare: typeof compareNew): Timeline => {
  const parts = SECTIONS.map((section) => {
    const places = [...items.keys()].filter((at) => items[at]?.place.section === section)
    const before = section === 'ahead' ? compareAhead : compare
    return places.sort((a, b) => before(items[a] as Indexed, items[b] as Indexed))
  })
  const [ahead = [], dated = []] = parts
  return { places: Int32Array.from(parts.flat()), ahead: ahead.length, dated: dated.length }
}

/** Places, rows and search words of all entries, in the orders that the timeline shows. */
export const indexChronicle = (chronicle: Chronicle): ChronicleIndex => {
  const today = newestDay(chronicle.articles.map(({ published }) => published))
  const items = chronicle.entries.map((entry) => indexed(entry, today))
  const timelines = { new: once(() => timelineOf(items, compareNew)), old: once(() => timelineOf(items, compareOld)) }
  const byId = new Map<string, Indexed>()
  for (const item of items) for (const alias of item.entry.aliases) byId.set(alias, item)
  for (const item of items) byId.set(item.id, item)
  return {
    chronicle,
    items,
    timeline: (order) => timelines[order](),
    search: searchIn(items),
    byId,
    articles: new Map(chronicle.articles.map((article) => [article.id, article])),
    today,
  }
}

/** Places of the entries that pass, in timeline order, before paging; and how many stand in each section. */
export const listEntries = (
  index: ChronicleIndex,
  filter: EntryFilter,
  { section, order }: Pick<EntryPaging, 'section' | 'order'>,
): { readonly places: readonly number[]; readonly sections: EntryList['sections'] } => {
  const { places, ahead, dated } = index.timeline(order)
  const passes = passesAt(index.items, filter, index.search)
  const found: number[] = []
  const ends = [ahead, ahead + dated, places.length]
  const counts = ends.map((end, part) => {
    const before = found.length
    if (section !== undefined && (section === 'ahead') !== (part === 0)) return 0
    for (let at = part === 0 ? 0 : (ends[part - 1] as number); at < end; at++) {
      const place = places[at] as number
      if (passes === null || passes(place)) found.push(place)
    }
    return found.length - before
  })
  return { places: found, sections: { ahead: counts[0] ?? 0, dated: counts[1] ?? 0, undated: counts[2] ?? 0 } }
}
