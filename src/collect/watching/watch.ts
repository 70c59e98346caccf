import { failure, type Problem } from '../../core/index.ts'
import type { FeedItem } from '../feeds/feed.ts'
import { DEFAULT_LIMITS } from '../limits.ts'
import { type Fetched, Fetcher, type Validators } from '../network/fetcher.ts'
import { type NetworkOptions, type NetworkSettings, networkSettings } from '../network/options.ts'
import { Gathering } from '../online/gather.ts'
import { type Document, readDocument } from '../online/kind.ts'
import { addressKey } from '../online/same.ts'
import type { Task } from '../online/task.ts'
import type { Page } from '../page.ts'
import { MOST_TRIES, mayBeEdited, meanGap, nextInterval, nextRereading, retryDelay } from './plan.ts'
import { type FeedState, loadState, saveState, type WatchState } from './state.ts'
import { subscriptionsOf, type Watched } from './subscriptions.ts'

export interface WatchOptions {
  /** File that the watch's state is kept in; what it holds is gone on with. */
  readonly state: string
  readonly network?: NetworkOptions
  /** The clock, for tests. */
  readonly now?: () => number
}

/** What reading the feeds that were due came to. */
export interface FeedReport {
  readonly read: number
  readonly fresh: number
  readonly problems: readonly Problem[]
}

// Pages of one round: the state is written after each.
const BATCH = 200
/** Failures that say nothing of the page itself: it is tried again. */
const PASSING = new Set([
  'net-failed',
  'net-timeout',
  'come-later',
  'robots-unreachable',
  'host-not-found',
  'bot-check',
  'tls-failed',
])

const passes = ({ code, detail }: Problem): boolean =>
  PASSING.has(code) || (code === 'http-status' && (Number(detail.status) >= 500 || detail.status === 429))

const itemsOf = (document: Document): readonly FeedItem[] | null => {
  if (document.kind === 'feed') return document.items
  if (document.kind !== 'sitemap') return null
  return document.pages.slice(0, 1_000).map(({ url, title, published, modified }) => ({
    id: url,
    url,
    title,
    published,
    updated: modified,
    html: null,
  }))
}

/**
 * Watches feeds: reads each as often as it changes, hands out the pages that are new and those that may have been edited,
 * and remembers all of it in a file. A page counts as done only when its keeper says so (`kept`), so that a stop at any
 * moment loses nothing: what was not kept is handed out again.
 *
 * @example
 * const watch = await openWatch(['feeds.opml'], { state: 'watch.json' })
 * await watch.readFeeds()
 * for await (const page of watch.pages()) …
 * await watch.finish()
 */
export class Watch {
  readonly feeds: readonly Watched[]
  readonly problems: readonly Problem[]
  readonly #state: WatchState
  readonly #file: string
  readonly #network: NetworkSettings
  readonly #now: () => number
  #batch = new Map<string, { readonly task: Task; readonly rereading: boolean }>()
  readonly #heard = new Map<string, Validators>()
  readonly #failed = new Map<string, Problem>()

  constructor(
    feeds: readonly Watched[],
    problems: readonly Problem[],
    state: WatchState,
    file: string,
    network: NetworkSettings,
    now: () => number,
  ) {
    this.feeds = feeds
    this.problems = problems
    this.#state = state
    this.#file = file
    this.#network = network
    this.#now = now
  }

  /** When there is something to do again, in milliseconds since 1970. */
  get next(): number {
    const feeds = this.feeds.map(({ url }) => this.#state.feeds[url]?.next ?? 0)
    const pages = [...Object.values(this.#state.pending), ...Object.values(this.#state.kept)].map(({ next }) => next)
    return [...feeds, ...pages].reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY)
  }

  /** Pages whose time has come: new ones and those that may have been edited. */
  get duePages(): number {
    const now = this.#now()
    const all = [...Object.values(this.#state.pending), ...Object.values(this.#state.kept)]
    return all.filter(({ next }) => next <= now).length
  }

  /** Pages that feeds named and that are not kept yet. */
  get waiting(): number {
    return Object.keys(this.#state.pending).length
  }

  /** Reads the feeds whose time has come; new items wait for `pages`. The state is safe when it resolves. */
  async readFeeds(): Promise<FeedReport> {
    const now = this.#now()
    const due = this.feeds.filter(({ url }) => (this.#state.feeds[url]?.next ?? 0) <= now)
    const fetcher = new Fetcher(this.#network, DEFAULT_LIMITS.pageBytes)
    const problems: Problem[] = []
    let fresh = 0
    const queue = [...due]
    const work = async (): Promise<void> => {
      for (let feed = queue.shift(); feed !== undefined; feed = queue.shift()) {
        const result = await this.#readFeed(feed, fetcher)
        if (typeof result === 'number') fresh += result
        else problems.push(result)
      }
    }
    try {
      await Promise.all(Array.from({ length: Math.min(due.length, this.#network.hostsAtOnce) }, work))
    } catch (error) {
      if (!this.#network.signal?.aborted) throw error
    } finally {
      await fetcher.close()
      if (due.length > 0) await this.#save()
    }
    return { read: due.length, fresh, problems }
  }

  #feedState({ url, title }: Watched): FeedState {
    this.#state.feeds[url] ??= { title, next: 0, interval: null, failures: 0, validators: {}, seen: {} }
    return this.#state.feeds[url]
  }

  async #readFeed(feed: Watched, fetcher: Fetcher): Promise<number | Problem> {
    const state = this.#feedState(feed)
    const got = await fetcher.get(feed.url, state.validators)
    const now = this.#now()
    if (got.kind === 'not-modified') {
      state.failures = 0
      state.interval = nextInterval(state.interval, { fresh: 0, gap: null, asked: null })
      state.next = now + state.interval
      return 0
    }
    const document = got.kind === 'problem' ? got : this.#document(got, feed.url)
    const items = document.kind === 'problem' ? null : itemsOf(document)
    if (got.kind === 'problem' || document.kind === 'problem' || items === null) {
      state.failures++
      state.next = now + retryDelay(state.failures)
      return document.kind === 'problem' ? document : failure('broken-list', feed.url, { what: 'feed' })
    }
    const fresh = this.#takeItems(state, items, now)
    const asked = document.kind === 'feed' ? document.minutes : null
    const gap = meanGap(items.map(({ published, updated }) => published ?? updated))
    state.failures = 0
    state.interval = nextInterval(state.interval, { fresh, gap, asked })
    state.next = now + state.interval
    state.validators = got.validators
    if (document.kind === 'feed') state.title = document.title ?? state.title
    return fresh
  }

  #document(got: Fetched, url: string): Document | Problem {
    try {
      return readDocument(got, DEFAULT_LIMITS.pageBytes)
    } catch (error) {
      return failure('unreadable', url, { reason: String(error).slice(0, 200) })
    }
  }

  /** Items that are new or changed by their own account wait to be read; those that left the feed are forgotten. */
  #takeItems(state: FeedState, items: readonly FeedItem[], now: number): number {
    const seen: Record<string, string> = {}
    let fresh = 0
    for (const { url, title, published, updated, html } of items) {
      if (url === null) continue
      const key = addressKey(url)
      const change = updated ?? published ?? ''
      seen[key] = change
      if (state.seen[key] === change || this.#state.pending[key] !== undefined) continue
      // A feed that stamps old items anew at every reading does not make them new: they are read again in their time.
      if (state.seen[key] !== undefined && (updated === null || !mayBeEdited(published, now))) continue
      if (state.seen[key] === undefined && this.#state.kept[key] !== undefined) continue
      this.#state.pending[key] = { url, title, published, updated, html, tries: 0, next: now }
      fresh++
    }
    state.seen = seen
    return fresh
  }

  /** The pages whose time has come, at most 200: new ones, and those that may have been edited. */
  async *pages(): AsyncGenerator<Page | Problem> {
    const now = this.#now()
    this.#batch = new Map()
    this.#heard.clear()
    this.#failed.clear()
    for (const [key, { url, title, published, updated, html, next }] of Object.entries(this.#state.pending)) {
      if (next > now || this.#batch.size >= BATCH) continue
      const item = { title, published, updated, html }
      this.#batch.set(key, { task: { address: url, from: 'feed', item }, rereading: false })
    }
    for (const [key, { url, next, validators }] of Object.entries(this.#state.kept)) {
      if (next > now || this.#batch.size >= BATCH || this.#batch.has(key)) continue
      this.#batch.set(key, { task: { address: url, from: 'feed', known: validators }, rereading: true })
    }
    if (this.#batch.size === 0) return
    const gathering = new Gathering(this.#network, DEFAULT_LIMITS, ({ address }, got) => {
      if (got.kind === 'fetched') this.#heard.set(addressKey(address), got.validators)
    })
    for await (const item of gathering.pages([...this.#batch.values()].map(({ task }) => task))) {
      if (item.kind === 'problem' && item.severity === 'error' && /^https?:/i.test(item.input))
        this.#failed.set(addressKey(item.input), item)
      yield item
    }
  }

  /** Tells that the page of this input is safely kept. */
  kept(input: string): void {
    if (!/^https?:/i.test(input)) return
    const key = addressKey(input)
    const entry = this.#batch.get(key)
    if (entry !== undefined) this.#done(key, entry.task, entry.rereading)
  }

  #done(key: string, { address, item }: Task, rereading: boolean): void {
    const now = this.#now()
    const validators = this.#heard.get(key) ?? this.#state.kept[key]?.validators ?? {}
    const before = this.#state.kept[key]
    delete this.#state.pending[key]
    this.#batch.delete(key)
    const first = before?.first ?? now
    let readings = (before?.readings ?? 0) + (rereading ? 1 : 0)
    let next = nextRereading(first, readings)
    // After a long stop readings that were missed are not made up for one by one.
    while (next !== null && next <= now) next = nextRereading(first, ++readings)
    if (next === null || !mayBeEdited(item?.published ?? null, now)) delete this.#state.kept[key]
    else {
      this.#state.kept[key] = { url: address, first, readings, next, validators }
    }
  }

  /** Closes a round: what was handed out and not kept is tried again later, or given up. The state is safe then. */
  async finish(): Promise<void> {
    if (!this.#network.signal?.aborted) {
      for (const [key, { task, rereading }] of [...this.#batch]) {
        const problem = this.#failed.get(key)
        const pending = this.#state.pending[key]
        if (problem !== undefined && passes(problem) && pending !== undefined && pending.tries + 1 < MOST_TRIES) {
          pending.tries++
          pending.next = this.#now() + retryDelay(pending.tries)
        } else if (rereading) this.#done(key, task, true)
        else delete this.#state.pending[key]
      }
    }
    await this.#save()
  }

  async #save(): Promise<void> {
    await saveState(this.#file, this.#state)
  }
}

/**
 * Opens a watch over what a person named: lists of subscriptions, feeds, news sitemaps, front pages. null when the state
 * file is none of a watch's.
 */
export const openWatch = async (inputs: readonly string[], options: WatchOptions): Promise<Watch | null> => {
  const state = await loadState(options.state)
  if (state === null) return null
  const network = networkSettings(options.network ?? {})
  const fetcher = new Fetcher(network, DEFAULT_LIMITS.pageBytes)
  try {
    const { feeds, problems } = await subscriptionsOf(inputs, fetcher, DEFAULT_LIMITS.pageBytes)
    return new Watch(feeds, problems, state, options.state, network, options.now ?? Date.now)
  } finally {
    await fetcher.close()
  }
}
