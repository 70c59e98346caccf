import type { Page } from '../../collect/index.ts'
import type { Problem } from '../../core/index.ts'
import type { ReaderPool } from './pool.ts'
import type { Outcome } from './read-one.ts'

/** A page with what came of it; an input that gave no page at all has none. */
export interface ReadResult {
  readonly page: Page | null
  readonly outcome: Outcome
}

// Pages in hand at one time: enough to keep the workers busy while others are written, few enough for constant memory.
const WINDOW = 24
const BYTES = 32_000_000

const sizeOf = (page: Page): number => (page.kind === 'file-page' ? page.bytes.length : page.text.length * 2)

interface Slot {
  readonly result: Promise<ReadResult>
  readonly size: number
}

/**
 * Reads pages with all workers and gives the results in the order of the pages, with a bounded number of them in hand:
 * memory stays constant however many pages there are. After `signal` no further page is taken; those in hand are
 * finished.
 */
export async function* readPages(
  pages: AsyncIterable<Page | Problem>,
  pool: ReaderPool,
  signal?: AbortSignal,
): AsyncGenerator<ReadResult> {
  const iterator = pages[Symbol.asyncIterator]()
  const slots: Slot[] = []
  let size = 0
  const pull = (): Promise<IteratorResult<Page | Problem>> => {
    const item = iterator.next()
    // Its failure is met when its turn comes; until then nobody listens.
    item.catch(() => {})
    return item
  }
  let next: Promise<IteratorResult<Page | Problem>> | null = pull()
  const stopped = new Promise<'stopped'>((resolve) => {
    if (signal?.aborted) resolve('stopped')
    signal?.addEventListener('abort', () => resolve('stopped'), { once: true })
  })
  try {
    for (;;) {
      const room = slots.length < WINDOW * pool.size && size < BYTES
      const taking = next !== null && room && !signal?.aborted ? next : null
      const head = slots[0]
      if (!taking && !head) return
      const first = await Promise.race([
        ...(head ? [head.result.then(() => 'head' as const)] : []),
        ...(taking ? [taking.then(() => 'page' as const), stopped] : []),
      ])
      if (first === 'head' && head) {
        slots.shift()
        size -= head.size
        yield await head.result
      } else if (first === 'page' && next !== null) {
        const item: IteratorResult<Page | Problem> = await next
        next = item.done ? null : pull()
        if (!item.done) {
          const slot = slotOf(item.value, pool)
          slots.push(slot)
          size += slot.size
        }
      }
    }
  } finally {
    // A source that waits for its next page (standard input) is told to end, not waited for.
    void Promise.resolve(iterator.return?.()).catch(() => {})
  }
}

const slotOf = (item: Page | Problem, pool: ReaderPool): Slot => {
  if (item.kind === 'problem') {
    return {
      size: 0,
      result: Promise.resolve({ page: null, outcome: { kind: 'left-out', problem: item, warnings: [] } }),
    }
  }
  return { size: sizeOf(item), result: pool.read(item).then((outcome) => ({ page: item, outcome })) }
}
