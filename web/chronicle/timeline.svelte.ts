import type { EntryRow } from '../../src/api/index.ts'
import { here } from '../lib/address.svelte.ts'
import { getEntries, type TimelineList } from '../lib/api.ts'
import { theBook } from '../lib/book.svelte.ts'
import { apiQuery } from '../lib/chronicle-query.ts'
import { Loaded } from '../lib/load.svelte.ts'
import { focusOf } from '../lib/strip.ts'
import { trail } from '../lib/trail.svelte.ts'

// Few enough that drawing them is one short task; the next ones come before the end is in sight.
const PAGE = 40
const AHEAD_SHOWN = 3
const AHEAD_ALL = 200

/** The lists of the chronicle view, as the address asks for them. */
export class Timeline {
  private readonly book = theBook()
  /** Of the whole address only what the server is asked: moving the selection asks nothing. */
  private readonly asked = $derived(apiQuery(here.chronicleQuery).toString())
  private readonly span = $derived.by(() => {
    const given = here.chronicleQuery.get('span')
    const [first, last] = given?.split('/') ?? []
    if (given === 'all') return null
    return first && last ? { first, last } : focusOf(this.book.overview?.months ?? [])
  })
  readonly focused = $derived(this.span !== null)

  aheadOpen = $state(false)
  readonly main!: Loaded<TimelineList>
  /** Counts over time, asked for apart: the rows need not wait for the span that the overview gives. */
  readonly strip!: Loaded<TimelineList>
  readonly ahead!: Loaded<TimelineList>
  /** Pages after the first one, kept while the question is the same. */
  private later = $state.raw<readonly EntryRow[]>([])
  private loadingMore = false

  constructor() {
    this.main = new Loaded((signal) => {
      void this.book.seen
      const query = new URLSearchParams(this.asked)
      query.set('section', 'timeline')
      query.set('limit', String(PAGE))
      query.append('include', 'facets')
      return getEntries(query, signal)
    })
    this.strip = new Loaded((signal) => {
      void this.book.seen
      // The strip's span comes from the overview: asking before it is there would draw the strip twice.
      if (!this.book.overview) return null
      const query = new URLSearchParams(this.asked)
      query.set('section', 'timeline')
      query.set('limit', '1')
      query.append('include', 'density')
      if (this.span) {
        query.set('first', this.span.first)
        query.set('last', this.span.last)
      }
      return getEntries(query, signal)
    })
    this.ahead = new Loaded((signal) => {
      void this.book.seen
      const query = new URLSearchParams(this.asked)
      query.set('section', 'ahead')
      query.set('limit', String(this.aheadOpen ? AHEAD_ALL : AHEAD_SHOWN))
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

  readonly aheadRows = $derived(this.ahead.value?.items ?? [])
  readonly aheadTotal = $derived(this.ahead.value?.total ?? 0)
  readonly rows = $derived([...(this.main.value?.items ?? []), ...this.later])
  readonly total = $derived((this.main.value?.total ?? 0) + this.aheadTotal)
  readonly left = $derived((this.main.value?.total ?? 0) - this.rows.length)
  /** All rows that are on the page, in its order: what j and k walk through. */
  readonly walk = $derived([...this.aheadRows, ...this.rows])
  readonly selected = $derived(here.chronicleQuery.get('sel') ?? this.rows[0]?.id ?? this.aheadRows[0]?.id ?? null)

  async more(): Promise<void> {
    if (this.loadingMore || this.left <= 0) return
    this.loadingMore = true
    const first = this.main.value
    const query = new URLSearchParams(this.asked)
    query.set('section', 'timeline')
    query.set('limit', String(PAGE))
    query.set('offset', String(this.rows.length))
    const list = await getEntries(query).catch(() => null)
    if (list && first === this.main.value) this.later = [...this.later, ...list.items]
    this.loadingMore = false
  }

  select(id: string): void {
    here.setQuery((query) => query.set('sel', id))
  }

  /** Selects the next (1) or previous (-1) row. */
  move(by: 1 | -1): string | null {
    const at = this.walk.findIndex(({ id }) => id === this.selected)
    const row = this.walk[Math.max(0, Math.min(this.walk.length - 1, at + by))]
    if (!row) return null
    this.select(row.id)
    if (at + by >= this.walk.length - 5) void this.more()
    return row.id
  }
}
