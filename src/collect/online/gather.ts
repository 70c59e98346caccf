import { failure, type Problem, warning } from '../../core/index.ts'
import type { Feed } from '../feeds/feed.ts'
import type { Sitemap } from '../feeds/sitemap.ts'
import type { Limits } from '../limits.ts'
import { type Fetched, Fetcher, httpAddress, type NotModified } from '../network/fetcher.ts'
import type { NetworkSettings } from '../network/options.ts'
import type { Page } from '../page.ts'
import { TooLarge } from '../source.ts'
import { movedToFront, pageFault } from './faults.ts'
import { Pipe } from './flow.ts'
import { feedsToTry, isFrontPage } from './front.ts'
import { type PageHead, readHead } from './head.ts'
import { type Document, readDocument } from './kind.ts'
import { pageOf, pageOfItem } from './pages.ts'
import { addressKey, articleAddress, fullVersion } from './same.ts'
import type { Task } from './task.ts'

// Pages that wait for their reader: few, for a page may be megabytes large.
const WAITING = 32
const MOST_LISTS = 500

type Got = Fetched | NotModified | Problem

/** What came of a document that leads to pages. */
type Led = 'pages' | 'nothing'

/**
 * Turns addresses into pages: an article's address into its page, that of a feed, a sitemap, a list of subscriptions or a
 * front page into the pages that it leads to. Hosts are read from side by side, each one request at a time; every page is
 * given once, whichever of its addresses and versions led to it.
 */
export class Gathering {
  readonly #settings: NetworkSettings
  readonly #left = new AbortController()
  readonly #limits: Limits
  readonly #heard: (task: Task, got: Got) => void
  readonly #fetcher: Fetcher
  readonly #pipe = new Pipe<Page | Problem>(WAITING)
  readonly #queues = new Map<string, Task[]>()
  readonly #working = new Set<string>()
  readonly #asked = new Set<string>()
  readonly #given = new Set<string>()
  readonly #counts = new Map<string, number>()
  #open = 0
  #lists = 0

  /** `heard` is told what came of each address that led to a page or to nothing. */
  constructor(settings: NetworkSettings, limits: Limits, heard: (task: Task, got: Got) => void = () => {}) {
    this.#heard = heard
    const { signal } = settings
    const both = signal ? AbortSignal.any([signal, this.#left.signal]) : this.#left.signal
    this.#settings = { ...settings, signal: both }
    this.#limits = limits
    this.#fetcher = new Fetcher(this.#settings, limits.pageBytes)
  }

  /** The pages of these addresses, in the order in which they come. */
  async *pages(tasks: readonly Task[]): AsyncGenerator<Page | Problem> {
    for (const task of tasks) this.#add(task)
    if (this.#open === 0) this.#pipe.end()
    try {
      yield* this.#pipe.take()
    } finally {
      this.#left.abort()
      await this.#fetcher.close()
    }
  }

  #add(task: Task): void {
    const url = httpAddress(task.address)
    this.#open++
    if (url === null) {
      void this.#give(failure('bad-address', task.address)).then(() => this.#done())
      return
    }
    const key = addressKey(url.href)
    if (this.#asked.has(key) && task.from !== 'version') {
      this.#done()
      return
    }
    this.#asked.add(key)
    const queue = this.#queues.get(url.hostname) ?? []
    this.#queues.set(url.hostname, queue)
    queue.push(task)
    this.#start()
  }

  /** Gives every host that nobody works for a worker, up to so many at once. */
  #start(): void {
    for (const host of this.#queues.keys()) {
      if (this.#working.size >= this.#settings.hostsAtOnce) return
      if (!this.#working.has(host)) void this.#work(host)
    }
  }

  async #work(host: string): Promise<void> {
    this.#working.add(host)
    try {
      for (let task = this.#next(host); task !== undefined; task = this.#next(host)) {
        await this.#process(task)
        this.#done()
      }
    } catch (error) {
      this.#stop(error)
    } finally {
      this.#working.delete(host)
      this.#start()
    }
  }

  #next(host: string): Task | undefined {
    const queue = this.#queues.get(host)
    const task = queue?.shift()
    if (task === undefined) this.#queues.delete(host)
    return task
  }

  #done(): void {
    if (--this.#open === 0) this.#pipe.end()
  }

  /** Stopped by its person, the gathering ends; anything else is a fault and is told. */
  #stop(error: unknown): void {
    this.#queues.clear()
    this.#pipe.end(this.#settings.signal?.aborted ? null : { error })
  }

  async #give(item: Page | Problem): Promise<void> {
    if (!(await this.#pipe.put(item))) this.#queues.clear()
  }

  async #process(task: Task): Promise<void> {
    const { item, address } = task
    if (item?.html && this.#settings.feedText) {
      await this.#give(pageOfItem(item, address, address))
      return
    }
    const full = task.from === 'version' ? null : fullVersion(address)
    if (full !== null && (await this.#tryFull(task, full))) return
    await this.#take(task, await this.#fetcher.get(address, task.known))
  }

  /** A print or AMP address: the page that it is made from is taken in its place, when there is one. */
  async #tryFull(task: Task, full: string): Promise<boolean> {
    if (this.#asked.has(addressKey(full))) return true
    const got = await this.#fetcher.get(full)
    if (got.kind !== 'fetched') return false
    const document = this.#read(got, task)
    if (document.kind !== 'html') return false
    const head = readHead(document.source, got.url)
    if (pageFault(head, full, got.url) !== null) return false
    this.#asked.add(addressKey(full))
    await this.#html({ ...task, address: full, from: task.from === 'person' ? 'person' : task.from }, got, head)
    return true
  }

  #read(got: Fetched, task: Task): Document | Problem {
    try {
      return readDocument(got, this.#limits.pageBytes)
    } catch (error) {
      return error instanceof TooLarge
        ? failure('too-large', task.address, { bytes: error.bytes, limit: error.limit })
        : failure('unreadable', task.address, { reason: String(error).slice(0, 200) })
    }
  }

  async #take(task: Task, got: Got): Promise<void> {
    this.#heard(task, got)
    if (got.kind === 'not-modified') return
    if (got.kind === 'problem') {
      await this.#instead(task, got)
      return
    }
    if (got.bytes.length === 0) {
      await this.#give(failure('empty', task.address))
      return
    }
    const document = this.#read(got, task)
    if (document.kind === 'html') await this.#html(task, got, readHead(document.source, got.url))
    else if (document.kind === 'text') await this.#give(pageOf(task, got, 'text'))
    else if (document.kind === 'pdf') await this.#pdf(task, got)
    else if (document.kind === 'other') await this.#give(failure('not-a-page', task.address, { found: document.what }))
    else if (document.kind === 'broken') await this.#give(failure('broken-list', task.address, { what: document.what }))
    else if (document.kind === 'problem') await this.#give(document)
    else if ((await this.#lead(task, document)) === 'nothing') await this.#give(warning('empty-list', task.address))
  }

  async #pdf(task: Task, got: Fetched): Promise<void> {
    const { readPdf } = await import('../archives/pdf.ts')
    await this.#give(await readPdf(got.bytes, task.address, pageOf(task, got, 'text').meta))
  }

  /** The page cannot be had: the feed's own text stands in for it where the feed has it whole. */
  async #instead(task: Task, problem: Problem): Promise<void> {
    if (task.item?.html) {
      await this.#give({ ...problem, severity: 'warning', code: 'feed-text-taken', detail: { why: problem.code } })
      await this.#give(pageOfItem(task.item, task.address, task.address))
    } else await this.#give(problem)
  }

  async #html(task: Task, got: Fetched, head: PageHead): Promise<void> {
    if (task.from === 'person' && isFrontPage(head, got.url) && !movedToFront(task.address, got.url)) {
      await this.#front(task, got, head)
      return
    }
    const fault = pageFault(head, task.address, got.url)
    if (fault !== null) {
      await this.#instead(task, failure(fault, task.address))
      return
    }
    if (head.refresh !== null && head.text.length < 500 && task.from !== 'version') {
      this.#add({ ...task, address: head.refresh, from: 'version' })
      return
    }
    const article = task.from === 'version' ? null : articleAddress(head, got.url)
    if (article !== null) {
      if (!this.#asked.has(addressKey(article))) this.#add({ ...task, address: article, from: 'version' })
      return
    }
    // Two addresses that lead to one page give it once.
    const key = addressKey(head.canonical ?? got.url)
    const own = new URL(head.canonical ?? got.url).pathname === '/' ? addressKey(got.url) : key
    if (this.#given.has(own)) return
    this.#given.add(own)
    await this.#give(pageOf(task, got, 'html'))
  }

  async #front(task: Task, got: Fetched, head: PageHead): Promise<void> {
    const robots = await this.#fetcher.robots(new URL(got.url))
    for (const group of feedsToTry(head, got.url, robots)) {
      let led: Led = 'nothing'
      for (const address of group) {
        const found = await this.#fetcher.get(address)
        if (found.kind !== 'fetched') continue
        const document = this.#read(found, task)
        if (document.kind !== 'feed' && document.kind !== 'sitemap') continue
        this.#asked.add(addressKey(address))
        if ((await this.#lead({ address, from: 'front' }, document)) === 'pages') led = 'pages'
      }
      if (led === 'pages') return
    }
    await this.#give(failure('no-feeds', task.address))
  }

  async #lead(task: Task, document: Document): Promise<Led> {
    if (document.kind === 'feed') return this.#leadFeed(task, document)
    if (document.kind === 'sitemap') return this.#leadSitemap(task, document)
    if (document.kind !== 'opml' || this.#lists++ > MOST_LISTS) return 'nothing'
    for (const { url } of document.feeds) this.#add({ address: url, from: 'list' })
    return document.feeds.length > 0 ? 'pages' : 'nothing'
  }

  async #leadFeed(task: Task, feed: Feed): Promise<Led> {
    for (const item of feed.items) {
      if (!(await this.#room(task))) break
      if (item.url !== null) this.#add({ address: item.url, from: 'feed', item })
      else await this.#give(pageOfItem(item, null, `${task.address}#${item.id}`))
    }
    return feed.items.length > 0 ? 'pages' : 'nothing'
  }

  async #leadSitemap(task: Task, sitemap: Sitemap): Promise<Led> {
    for (const { url, title, published, modified } of sitemap.pages) {
      if (!(await this.#room(task))) break
      // `lastmod` is when the file changed: no date of an article.
      const updated = published === null ? null : modified
      this.#add({ address: url, from: 'sitemap', item: { title, published, updated, html: null } })
    }
    for (const address of sitemap.sitemaps) if (this.#lists++ < MOST_LISTS) this.#add({ address, from: 'list' })
    return sitemap.pages.length + sitemap.sitemaps.length > 0 ? 'pages' : 'nothing'
  }

  /** Whether an address that leads to many may lead to one more; told once when it may not. */
  async #room({ address }: Task): Promise<boolean> {
    const count = (this.#counts.get(address) ?? 0) + 1
    this.#counts.set(address, count)
    if (count <= this.#settings.mostPages) return true
    if (count === this.#settings.mostPages + 1)
      await this.#give(warning('more-pages', address, { limit: this.#settings.mostPages }))
    return false
  }
}
