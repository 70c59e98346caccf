import type { Page } from '../collect/index.ts'
import type { Problem } from '../core/index.ts'
import { keepPage, type PageQueue, pageAgain, type QueuedRead, type Store, StoreFailure } from '../store/index.ts'
import type { AddStep } from './open-chronicle.ts'
import type { ReaderPool } from './reading/pool.ts'
import { readPageOf } from './reading/read-page-of.ts'
import { type ReadResult, readPages } from './reading/read-pages.ts'

/** What came of one page that was to be put into the queue. */
export type QueueStep =
  | { readonly kind: 'queued'; readonly input: string }
  | { readonly kind: 'left-out' | 'warning'; readonly input: string; readonly problem: Problem }

export interface WorkOptions {
  /** Ends when nothing waits any more; else it waits for more. */
  readonly once?: boolean
  /** After it no further page is taken; those in hand are finished. */
  readonly signal?: AbortSignal
  /** Told of each page once its article is safely stored, or it is told apart as unreadable. */
  readonly onStep?: (step: AddStep) => void
  /** Told when the server is gone and when it is back. */
  readonly onServer?: (there: boolean) => void
}

/** The queue of a chronicle; fails with `queue-needs-server` where it is kept in a folder. */
export const requireQueue = async (store: Store): Promise<PageQueue> => {
  const queue = await store.queue()
  if (queue === null) throw new StoreFailure('queue-needs-server', store.where)
  return queue
}

const GROUP = 64
const BYTES = 4_000_000

/** Puts pages into the queue, in groups; each step is given when its page is safe there. */
export async function* enqueuePages(
  queue: PageQueue,
  pages: AsyncIterable<Page | Problem>,
  signal?: AbortSignal,
): AsyncGenerator<QueueStep> {
  let group: ReturnType<typeof keepPage>[] = []
  let size = 0
  const put = async (): Promise<QueueStep[]> => {
    const done = group
    group = []
    size = 0
    await queue.put(done)
    return done.map(({ record }) => ({ kind: 'queued', input: record.input }))
  }
  for await (const page of pages) {
    if (page.kind === 'problem') {
      const kind = page.severity === 'warning' ? 'warning' : 'left-out'
      yield { kind, input: page.input, problem: page }
    } else {
      const kept = keepPage(page)
      group.push(kept)
      size += kept.bytes.length
      if (group.length >= GROUP || size >= BYTES) yield* await put()
    }
    if (signal?.aborted) break
  }
  yield* await put()
}

/** What a worker works with. */
export interface Workplace {
  readonly store: Store
  readonly readers: ReaderPool
  /** Makes the chronicle anew where articles changed. */
  readonly join: () => Promise<unknown>
}

const stepOf = ({ page, outcome }: ReadResult, added: AddStep['kind'] | null, id: string): AddStep | null => {
  const { warnings } = outcome
  const input = page?.input ?? ''
  if (outcome.kind !== 'read') return { kind: 'left-out', input, problem: outcome.problem, warnings }
  return added === 'added' || added === 'updated' || added === 'unchanged' ? { kind: added, id, input, warnings } : null
}

/** Reads the pages of one job and adds them; those that another worker has added meanwhile are left alone. */
const readJob = async (
  { store, readers }: Workplace,
  queue: PageQueue,
  numbers: readonly string[],
  { onStep }: WorkOptions,
): Promise<void> => {
  const waiting = await queue.waiting(numbers)
  const again = async function* (): AsyncGenerator<Page> {
    for (const { page } of waiting) yield pageAgain(page.record, page.bytes)
  }
  const results: ReadResult[] = []
  for await (const result of readPages(again(), readers)) results.push(result)
  const reads: QueuedRead[] = []
  const left: { readonly number: string; readonly problem: Problem }[] = []
  for (const [at, result] of results.entries()) {
    const { number } = waiting[at]!
    const read = readPageOf(result)
    if (read) reads.push({ number, read })
    else if (result.outcome.kind !== 'read') left.push({ number, problem: result.outcome.problem })
  }
  const outcomes = await store.addQueued(reads)
  await queue.leaveOut(left)
  if (!onStep) return
  let next = 0
  for (const result of results) {
    const at = result.outcome.kind === 'read' ? next++ : -1
    const step = stepOf(result, outcomes[at] ?? null, reads[at]?.read.facts.id ?? '')
    if (step) onStep(step)
  }
}

/** Takes pages from the queue and adds them, with as many others as do the same, until it is stopped. */
export const workOnQueue = async (workplace: Workplace, options: WorkOptions): Promise<void> => {
  const queue = await requireQueue(workplace.store)
  const { once = false, signal = new AbortController().signal, onServer } = options
  await queue.run(
    {
      read: (numbers) => readJob(workplace, queue, numbers, options),
      join: async () => {
        await workplace.join()
      },
    },
    { jobs: 2, once, signal, ...(onServer ? { onServer } : {}) },
  )
}
