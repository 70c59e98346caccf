import { untrack } from 'svelte'
import type { VirtualizerHandle } from 'virtua/svelte'
import type { EntryRow } from '../../src/api/index.ts'
import { here } from '../lib/address.svelte.ts'
import { getEntries, keepEntry, type TimelineList } from '../lib/api.ts'
import { theBook } from '../lib/book.svelte.ts'
import { apiQuery } from '../lib/chronicle-query.ts'
import { Loaded } from '../lib/load.svelte.ts'
import { focusOf } from '../lib/strip.ts'
import { trail } from '../lib/trail.svelte.ts'
import { groupRows } from './groups.ts'

// The first rows are few, so that they come soon; the later ones are drawn only when they come in sight.
const FIRST = 40
const LATER = 200
const AHEAD_ALL = 200

const drawn = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))

/** The lists of the chronicle view, as the address asks for them. */
export class Timeline {
  private readonly book = theBook()
  /** Of the whole address only what the server is asked: moving the selection asks nothing. */
  readonly asked = $derived(apiQuery(here.chronicleQuery).toString())
  private readonly span = $derived.by(() => {
    const given = here.chronicleQuery.get('span')
    const [first, last] = given?.split('/') ?? []
    if (given === 'all') return null
    return first && last ? { first, last } : focusOf(this.book.overview?.months ?? [])
  })
  readonly focused = $derived(this.span !== null)

  aheadOpen = $state(false)
  /** Where the list was left: how far it was scrolled, and the heights of its groups. */
  place = 0
  heights: ReturnType<VirtualizerHandle['getCache']> | undefined
  /** Brings a row into sight: the list that stands does it. */
  reveal: (id: string, block: ScrollLogicalPosition) => void = () => {}
  /** Set once the first rows are on the screen: only then the counts behind filters and over time are asked for. */
  private shown = $state(false)
  readonly main!: Loaded<TimelineList>
  readonly counts!: Loaded<TimelineList>
  /** All that lies ahead, once somebody wants it; the first of it comes with the rows. */
  private readonly ahead!: Loaded<TimelineList>
  /** Pages after the first one, kept while the question is the same. */
  private later = $state.raw<readonly EntryRow[]>([])
  private loadingMore = false

  constructor() {
    this.main = new Loaded(async (signal) => {
      void this.book.seen
      const query = this.question('timeline', FIRST)
      query.append('include', 'ahead')
      // The entry beside the list comes with its rows, and both are drawn before anything else.
      if (!untrack(() => here.chronicleQuery.has('sel'))) query.append('include', 'first')
      const list = await getEntries(query, signal)
      if (list.first) keepEntry(list.first)
      void drawn().then(() => {
        this.shown = true
      })
      return list
    })
    this.ahead = new Loaded((signal) => {
      void this.book.seen
      return this.aheadOpen ? getEntries(this.question('ahead', AHEAD_ALL), signal) : null
    })
    this.counts = new Loaded((signal) => {
      void this.book.seen
      // The strip's span comes from the overview: asking before it is there would draw the strip twice.
      if (!this.book.overview || !this.shown) return null
      const query = this.question('timeline', 1)
      query.append('include', 'facets')
      query.append('include', 'density')
      if (this.span) {
        query.set('first', this.span.first)
        query.set('last', this.span.last)
      }
      return getEntries(query, signal)
    })
    $effect(() => {
      void this.main.value
      this.later = []
    })
    $effect(() => {
      if (this.walk.length > 0)
        trail.keep(
          this.walk.map(({ id }) => id),
          this.total,
        )
    })
  }

  private question(section: 'timeline' | 'ahead', limit: number): URLSearchParams {
    const query = new URLSearchParams(this.asked)
    query.set('section', section)
    query.set('limit', String(limit))
    return query
  }

  private readonly aheadList = $derived((this.aheadOpen && this.ahead.value) || this.main.value?.ahead)
  readonly aheadRows = $derived(this.aheadList?.items ?? [])
  readonly aheadTotal = $derived(this.aheadList?.total ?? 0)
  readonly rows = $derived([...(this.main.value?.items ?? []), ...this.later])
  readonly total = $derived((this.main.value?.total ?? 0) + this.aheadTotal)
  readonly left = $derived((this.main.value?.total ?? 0) - this.rows.length)
  /** All rows that are on the page, in its order: what j and k walk through. */
  readonly walk = $derived([...this.aheadRows, ...this.rows])
  readonly groups = $derived(groupRows(this.aheadRows, this.rows, this.aheadTotal))
  readonly selected = $derived(here.chronicleQuery.get('sel') ?? this.rows[0]?.id ?? this.aheadRows[0]?.id ?? null)

  async more(): Promise<void> {
    if (this.loadingMore || this.left <= 0) return
    this.loadingMore = true
    const first = this.main.value
    const query = this.question('timeline', LATER)
    query.set('offset', String(this.rows.length))
    const list = await getEntries(query).catch(() => null)
    if (list && first === this.main.value) this.later = [...this.later, ...list.items]
    this.loadingMore = false
  }

  /** Asks for further rows until so many are there, or all. */
  async fill(most: number): Promise<void> {
    for (let had = -1; this.left > 0 && this.rows.length < most && had < this.rows.length; ) {
      had = this.rows.length
      await this.more()
    }
  }

  /** Selects the next (1) or previous (-1) row. */
  move(by: 1 | -1): string | null {
    const at = this.walk.findIndex(({ id }) => id === this.selected)
    const row = this.walk[Math.max(0, Math.min(this.walk.length - 1, at + by))]
    if (!row) return null
    here.setQuery((query) => query.set('sel', row.id))
    if (at + by >= this.walk.length - 5) void this.more()
    return row.id
  }
}

let timeline: Timeline | null = null
/** The one timeline, which stays when the reader goes elsewhere: coming back finds its rows and its place. */
export const theTimeline = (): Timeline => {
  if (!timeline)
    $effect.root(() => {
      timeline = new Timeline()
    })
  return timeline as unknown as Timeline
}
