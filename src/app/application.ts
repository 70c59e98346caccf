import { availableParallelism } from 'node:os'
import type { Chronicle } from '../chronicle/index.ts'
import { applyCorrections, type Correction, type CorrectionAction, correctionOf } from '../chronicle/index.ts'
import { collectAddresses, collectFile, type NetworkOptions, type Page } from '../collect/index.ts'
import type { Problem } from '../core/index.ts'
import { type Language, loadRussian } from '../language/index.ts'
import {
  type ArticleLine,
  type Changes,
  openStore,
  pageAgain,
  type QueueState,
  type ReadPage,
  type Store,
} from '../store/index.ts'
import { holdLittleGarbage } from './engine.ts'
import { type ChangingTable, hashesOf } from './hashes.ts'
import { Joining } from './joining.ts'
import type { AddStep, AppOptions, OpenChronicle } from './open-chronicle.ts'
import { type PublisherOf, readPublishers } from './publishers.ts'
import { enqueuePages, type QueueStep, requireQueue, type WorkOptions, workOnQueue } from './queue.ts'
import { readRussianData } from './reading/language-data.ts'
import { ReaderPool } from './reading/pool.ts'
import { readPageOf } from './reading/read-page-of.ts'
import { type ReadResult, readPages } from './reading/read-pages.ts'
import type { AddReport, ChronicleSource } from './source.ts'
import { type ChronicleTables, storedTables, tablesOf } from './tables.ts'
import { type ChronicleReader, readChronicle } from './view/reader.ts'

// Pages are made safe in groups: an fsync and a transaction for each of them, not for each page.
const GROUP = 32
const GROUP_TIME = 400
// A request over HTTP waits for its answer: a whole site is a matter for the command line.
const MOST_ASKED = 200

// Nothing was ever added, made or decided.
const NEVER_USED = '0.0.0'

// A revision without its count of corrections, which are applied afterwards.
const stateOf = (revision: string): string => revision.slice(0, revision.lastIndexOf('.'))

class Application implements OpenChronicle {
  readonly #store: Store
  readonly #workers: number
  readonly #network: NetworkOptions
  #data: ReturnType<typeof readRussianData> | undefined
  #pool: ReaderPool | undefined
  /** How many use the readers now. */
  #atWork = 0
  #language: Promise<Language> | undefined
  #publishers: Promise<PublisherOf> | undefined
  #joining: Joining | undefined
  /** The chronicle that was made here last, with the state of the store then. */
  #made: { readonly state: string; readonly chronicle: Chronicle } | undefined
  #reader: { readonly revision: string; readonly reader: Promise<ChronicleReader> } | undefined

  constructor(store: Store, workers: number, network: NetworkOptions) {
    this.#store = store
    this.#workers = workers
    this.#network = network
  }

  #readers(): ReaderPool {
    this.#data ??= readRussianData()
    this.#pool ??= new ReaderPool(this.#data, this.#workers)
    return this.#pool
  }

  #russian(): Promise<Language> {
    this.#data ??= readRussianData()
    this.#language ??= this.#data.then(loadRussian)
    return this.#language
  }

  #publisherOf(): Promise<PublisherOf> {
    this.#publishers ??= readPublishers()
    return this.#publishers
  }

  async condition(): Promise<{ readonly torn: number; readonly whole: boolean }> {
    const { torn, lacks } = this.#store
    return { torn, whole: lacks === null && !(await this.#store.isStale()) }
  }

  openDoor(door: { readonly url: string; readonly token: string }): Promise<void> {
    return this.#store.openDoor(door)
  }

  async *add(pages: AsyncIterable<Page | Problem>, signal?: AbortSignal): AsyncGenerator<AddStep> {
    let group: ReadResult[] = []
    let began = performance.now()
    await this.#beginJoining()
    holdLittleGarbage()
    this.#atWork++
    try {
      for await (const result of readPages(pages, this.#readers(), signal)) {
        group.push(result)
        if (group.length < GROUP && performance.now() - began < GROUP_TIME) continue
        yield* await this.#keep(group)
        group = []
        began = performance.now()
      }
    } finally {
      this.#atWork--
    }
    yield* await this.#keep(group)
  }

  async #keep(group: readonly ReadResult[]): Promise<AddStep[]> {
    const reads = group.flatMap((result) => readPageOf(result) ?? [])
    const outcomes = reads.length > 0 ? await this.#store.add(reads, this.#joining?.prepare) : []
    let at = 0
    return group.map(({ page, outcome }): AddStep => {
      const { warnings } = outcome
      if (outcome.kind === 'read') {
        const { id } = reads[at]!.facts
        return { kind: outcomes[at++]!, id, input: page?.input ?? '', warnings }
      }
      const { problem } = outcome
      return problem.severity === 'warning'
        ? { kind: 'warning', input: problem.input, problem }
        : { kind: 'left-out', input: problem.input, problem, warnings }
    })
  }

  // What a new chronicle is joined of is made ready page by page, and need not be read again.
  async #beginJoining(): Promise<void> {
    if (!this.#joining && (await this.#store.revision()) === NEVER_USED)
      this.#joining = new Joining(await this.#russian())
  }

  async *enqueue(pages: AsyncIterable<Page | Problem>, signal?: AbortSignal): AsyncGenerator<QueueStep> {
    yield* enqueuePages(await requireQueue(this.#store), pages, signal)
  }

  async work(options: WorkOptions): Promise<void> {
    this.#atWork++
    try {
      await workOnQueue({ store: this.#store, readers: this.#readers(), join: () => this.settle() }, options)
    } finally {
      this.#atWork--
    }
  }

  async queue(): Promise<QueueState> {
    return (await requireQueue(this.#store)).state()
  }

  async settle(
    onRestored?: (pages: number) => void,
  ): Promise<{ readonly restored: number; readonly renewed: boolean }> {
    const restored = this.#store.lacks === null ? 0 : (await this.#restore(this.#store.lacking(), onRestored)).pages
    if (this.#store.lacks !== null) await this.#store.restored()
    const renewed = await this.#store.isStale()
    if (renewed) await this.#renew()
    return { restored, renewed }
  }

  async reread(
    onRead?: (pages: number) => void,
  ): Promise<{ readonly pages: number; readonly problems: readonly Problem[] }> {
    const done = await this.#restore(this.#store.pages(), onRead)
    await this.#store.restored()
    // Every reading is another one: what was joined before is of no use.
    this.#joining = new Joining(await this.#russian())
    await this.#renew()
    return done
  }

  async #restore(kept: ReturnType<Store['pages']>, onPage?: (pages: number) => void) {
    const problems: Problem[] = []
    let pages = 0
    let group: ReadPage[] = []
    const again = async function* (): AsyncGenerator<Page> {
      for await (const { record, bytes } of kept) yield pageAgain(record, bytes)
    }
    this.#atWork++
    try {
      for await (const result of readPages(again(), this.#readers())) {
        const read = readPageOf(result)
        if (read) group.push(read)
        else if (result.outcome.kind === 'left-out') problems.push(result.outcome.problem)
        pages++
        if (group.length >= GROUP) {
          await this.#store.restore(group)
          group = []
          onPage?.(pages)
        }
      }
    } finally {
      this.#atWork--
    }
    await this.#store.restore(group)
    onPage?.(pages)
    return { pages, problems }
  }

  async #renew(): Promise<void> {
    const russian = await this.#russian()
    if (!this.#made) await this.#dismissReaders()
    holdLittleGarbage()
    this.#joining ??= await Joining.of(this.#store, russian)
    const chronicle = await this.#store.renewBy(this.#joining)
    this.#made = { state: stateOf(await this.#store.revision()), chronicle }
  }

  // A first joining may be large: the memory of readers who have nothing to read is given back before it.
  async #dismissReaders(): Promise<void> {
    if (this.#atWork > 0) return
    const pool = this.#pool
    this.#pool = undefined
    await pool?.close()
  }

  async addPages(pages: readonly Page[]): Promise<AddReport> {
    const given = async function* (): AsyncGenerator<Page> {
      yield* pages
    }
    return this.#report(given())
  }

  addAddresses(addresses: readonly string[]): Promise<AddReport> {
    return this.#report(collectAddresses(addresses, { ...this.#network, mostPages: MOST_ASKED }))
  }

  addFile(name: string, bytes: AsyncIterable<Uint8Array>): Promise<AddReport> {
    return this.#report(collectFile(name, bytes, { ...this.#network, mostPages: MOST_ASKED }))
  }

  async #report(given: AsyncIterable<Page | Problem>): Promise<AddReport> {
    const counts = { added: 0, updated: 0, unchanged: 0 }
    const problems: Problem[] = []
    for await (const step of this.add(given)) {
      if (step.kind === 'left-out') problems.push(step.problem, ...step.warnings)
      else if (step.kind === 'warning') problems.push(step.problem)
      else {
        counts[step.kind]++
        problems.push(...step.warnings)
      }
    }
    await this.settle()
    return { ...counts, problems }
  }

  async removeArticles(
    ids: readonly string[],
    version?: string,
  ): Promise<{ readonly removed: number; readonly missing: number }> {
    const report = await this.#store.remove(ids, version)
    await this.settle()
    return report
  }

  articles(): AsyncGenerator<ArticleLine> {
    return this.#store.articles()
  }

  async chronicle(): Promise<Chronicle> {
    const [built, log] = await Promise.all([this.#store.chronicle(), this.#store.corrections()])
    return applyCorrections(built, log).chronicle
  }

  async tables(): Promise<ChronicleTables> {
    // Decisions may join what stands far apart: with them the whole is needed.
    const publisher = await this.#publisherOf()
    if ((await this.#store.corrections()).length === 0) return { ...storedTables(this.#store), publisher }
    return { ...tablesOf(await this.chronicle(), (id) => this.#store.article(id)), publisher }
  }

  async changes(table: ChangingTable, since: string | null): Promise<Changes> {
    return this.#store.changes(table, await hashesOf(await this.tables(), table), since)
  }

  correctionLog(): Promise<readonly Correction[]> {
    return this.#store.corrections()
  }

  async correct(author: string, actions: readonly CorrectionAction[]): Promise<readonly Correction[]> {
    const at = new Date().toISOString()
    const corrections = actions.map((action) => correctionOf(at, author, action))
    await this.#store.correct(corrections)
    return corrections
  }

  async importCorrections(log: readonly Correction[]): Promise<{ readonly added: number }> {
    return { added: await this.#store.correct(log) }
  }

  revision(): Promise<string> {
    return this.#store.revision()
  }

  async #reading(): Promise<ChronicleReader> {
    const revision = await this.#store.revision()
    if (this.#reader?.revision !== revision) {
      const made = this.#made?.state === stateOf(revision) ? this.#made.chronicle : this.#store.chronicle()
      const reader = Promise.all([made, this.#store.corrections()]).then(([chronicle, log]) =>
        readChronicle(
          chronicle,
          (id, version) => this.#store.article(id, version),
          revision,
          log,
          (id) => this.#store.versions(id),
        ),
      )
      this.#reader = { revision, reader }
    }
    return this.#reader.reader
  }

  overview: ChronicleSource['overview'] = async () => (await this.#reading()).overview()
  entries: ChronicleSource['entries'] = async (...given) => (await this.#reading()).entries(...given)
  facets: ChronicleSource['facets'] = async (...given) => (await this.#reading()).facets(...given)
  density: ChronicleSource['density'] = async (...given) => (await this.#reading()).density(...given)
  entry: ChronicleSource['entry'] = async (...given) => (await this.#reading()).entry(...given)
  article: ChronicleSource['article'] = async (...given) => {
    const view = await (await this.#reading()).article(...given)
    return view && { ...view, publisher: (await this.#publisherOf())(view.facts.outlet, view.facts.url) }
  }
  actors: ChronicleSource['actors'] = async (...given) => (await this.#reading()).actors(...given)
  allEntries: ChronicleSource['allEntries'] = async (...given) => (await this.#reading()).allEntries(...given)
  versions: ChronicleSource['versions'] = async (...given) => (await this.#reading()).versions(...given)
  disagreements: ChronicleSource['disagreements'] = async (...given) => (await this.#reading()).disagreements(...given)
  pairs: ChronicleSource['pairs'] = async (...given) => (await this.#reading()).pairs(...given)
  pair: ChronicleSource['pair'] = async (...given) => (await this.#reading()).pair(...given)
  actor: ChronicleSource['actor'] = async (...given) => (await this.#reading()).actor(...given)
  statements: ChronicleSource['statements'] = async (...given) => (await this.#reading()).statements(...given)
  statementFacets: ChronicleSource['statementFacets'] = async (...given) =>
    (await this.#reading()).statementFacets(...given)
  sources: ChronicleSource['sources'] = async () => {
    const publisherOf = await this.#publisherOf()
    const { items, ...rest } = await (await this.#reading()).sources()
    return { ...rest, items: items.map((item) => ({ ...item, publisher: publisherOf(item.outlet) })) }
  }

  corrections: ChronicleSource['corrections'] = async (...given) => (await this.#reading()).corrections(...given)
  notes: ChronicleSource['notes'] = async (...given) => (await this.#reading()).notes(...given)

  async close(): Promise<void> {
    await this.#pool?.close()
    await this.#joining?.keep(this.#store)
    await this.#store.close()
  }
}

/** See `openChronicle`. */
export const openApplication = async (
  where: string,
  { command, workers, rebuild = false, network = {} }: AppOptions,
): Promise<OpenChronicle> => {
  return new Application(await openStore(where, { command, rebuild }), workers ?? availableParallelism(), network)
}
