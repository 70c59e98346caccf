import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Page } from '../../collect/index.ts'
import { failure } from '../../core/index.ts'
import type { RussianData } from '../../language/index.ts'
import { endReading, readAlone } from '../engine.ts'
import { readOutletData } from './outlet-data.ts'
import type { Outcome } from './read-one.ts'

// One page of 200,000 words takes seconds; a page that takes this long would never end.
const PATIENCE = 180_000
// A worker has the next pages at hand while the thread that gives them out writes what was read, or joins it: a tenth of a
// second and more.
const AHEAD = 10

interface Job {
  readonly page: Page
  readonly done: (outcome: Outcome) => void
}

interface Hand {
  readonly worker: Worker
  readonly jobs: Job[]
  watch: NodeJS.Timeout | undefined
}

/** From source (development, tests) a worker first needs the loader that turns TypeScript into JavaScript. */
const startWorker = (data: RussianData, outlets: string): Worker => {
  // What reading a page leaves behind dies young: with room for some pages, little of it is ever copied.
  const resourceLimits = { maxOldGenerationSizeMb: 1_024, maxYoungGenerationSizeMb: 96 }
  const options = { workerData: { data, outlets }, execArgv: [], resourceLimits }
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./worker.js', import.meta.url), options)
  // Only the module form of the loader works here (tsx 4.23), and a resolved name gives the other one.
  const folder = dirname(createRequire(import.meta.url).resolve('tsx/esm/api'))
  const loader = JSON.stringify(pathToFileURL(join(folder, 'index.mjs')).href)
  const worker = JSON.stringify(new URL('./worker.ts', import.meta.url).href)
  return new Worker(`import(${loader}).then((loader) => (loader.register(), import(${worker})))`, {
    ...options,
    eval: true,
  })
}

/**
 * Worker threads that read pages. A page that brings its worker down (out of memory, never ending) becomes a problem of
 * its own; the worker is replaced and the others go on. Workers start when there is work for them.
 */
export class ReaderPool {
  readonly #data: Promise<RussianData>
  readonly #outlets: Promise<string>
  readonly #size: number
  readonly #hands: Hand[] = []
  readonly #waiting: Job[] = []
  #starting = 0
  #closed = false

  /** `outlets` is the text of the register of outlets; what comes with the package and the person's own when absent. */
  constructor(data: Promise<RussianData>, size: number, outlets: Promise<string> = readOutletData()) {
    this.#data = data
    this.#outlets = outlets
    outlets.catch(() => {})
    this.#size = Math.max(1, size)
    readAlone()
    // Its failure is told to every page that waits for it; nobody may be listening yet.
    data.catch(() => {})
  }

  get size(): number {
    return this.#size
  }

  read(page: Page): Promise<Outcome> {
    return new Promise((done) => {
      this.#waiting.push({ page, done })
      this.#assign()
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    endReading()
    await Promise.all(
      this.#hands.map(({ worker, watch }) => {
        clearTimeout(watch)
        return worker.terminate()
      }),
    )
  }

  #assign(): void {
    while (this.#waiting.length > 0) {
      const free = this.#hands.reduce<Hand | null>(
        (best, hand) => (hand.jobs.length < (best?.jobs.length ?? AHEAD) ? hand : best),
        null,
      )
      const mayStart = this.#hands.length + this.#starting < this.#size
      if ((free === null || free.jobs.length > 0) && mayStart) {
        if (this.#waiting.length > this.#starting) void this.#start()
        if (free === null) return
      }
      if (free === null) return
      this.#give(free, this.#waiting.shift()!)
    }
  }

  #give(hand: Hand, job: Job): void {
    hand.jobs.push(job)
    if (hand.jobs.length === 1) this.#watch(hand)
    hand.worker.postMessage(job.page)
  }

  #watch(hand: Hand): void {
    clearTimeout(hand.watch)
    if (hand.jobs.length === 0) return
    hand.watch = setTimeout(() => this.#lose(hand, 'too-slow', `${PATIENCE / 1000} s`), PATIENCE)
    hand.watch.unref()
  }

  async #start(): Promise<void> {
    this.#starting++
    try {
      const [data, outlets] = await Promise.all([this.#data, this.#outlets])
      if (this.#closed) return
      const worker = startWorker(data, outlets)
      const hand: Hand = { worker, jobs: [], watch: undefined }
      worker.on('message', (outcome: Outcome) => {
        hand.jobs.shift()?.done(outcome)
        this.#watch(hand)
        this.#assign()
      })
      worker.on('error', (error) => this.#lose(hand, 'reader-failed', error.message))
      worker.on('exit', (code) => this.#lose(hand, 'reader-failed', `exit ${code}`))
      this.#hands.push(hand)
    } catch (error) {
      // Without language data nothing can be read; every page says so.
      for (const { page, done } of this.#waiting.splice(0)) {
        done({
          kind: 'left-out',
          problem: failure('language-data', page.input, { words: String(error) }),
          warnings: [],
        })
      }
    } finally {
      this.#starting--
      this.#assign()
    }
  }

  /** A worker is gone: the page it was at is the one that it fell over; the one behind it is read by another. */
  #lose(hand: Hand, code: string, words: string): void {
    const at = this.#hands.indexOf(hand)
    if (at < 0 || this.#closed) return
    this.#hands.splice(at, 1)
    clearTimeout(hand.watch)
    void hand.worker.terminate()
    const [fallen, ...rest] = hand.jobs
    fallen?.done({ kind: 'left-out', problem: failure(code, fallen.page.input, { words }), warnings: [] })
    this.#waiting.unshift(...rest)
    this.#assign()
  }
}
