import type { Chronicle } from '../chronicle/index.ts'
import type { NetworkOptions, Page } from '../collect/index.ts'
import type { Problem } from '../core/index.ts'
import type { Added, ArticleLine, QueueState } from '../store/index.ts'
import type { QueueStep, WorkOptions } from './queue.ts'
import type { ChronicleSource } from './source.ts'

/** What came of one page that was to be added. */
export type AddStep =
  | { readonly kind: Added; readonly id: string; readonly input: string; readonly warnings: readonly Problem[] }
  | {
      readonly kind: 'left-out'
      readonly input: string
      readonly problem: Problem
      readonly warnings: readonly Problem[]
    }
  | { readonly kind: 'warning'; readonly input: string; readonly problem: Problem }

export interface AppOptions {
  /** What the process is doing, told to others who find the folder in use. */
  readonly command: string
  /** Worker threads that read pages; as many as the machine has cores when absent. */
  readonly workers?: number
  /** How addresses given over HTTP are asked. */
  readonly network?: NetworkOptions
  /** Throw the embedded database away: `reread` makes it again from the pages. */
  readonly rebuild?: boolean
}

/** A chronicle with everything that can be done to it: what commands and the HTTP API are made of. */
export interface OpenChronicle extends ChronicleSource {
  /** What a stop left behind: torn bytes of the journal that were dropped, and whether there is anything for `settle`. */
  condition(): Promise<{ readonly torn: number; readonly whole: boolean }>
  /** Lets other processes that want this folder send their requests there; nothing on a server. */
  openDoor(door: { readonly url: string; readonly token: string }): Promise<void>
  /**
   * Reads pages and keeps them, in order; each step is given when its page is safely stored. The chronicle itself is
   * made anew by `settle`. After `signal` no further page is taken; those in hand are finished.
   */
  add(pages: AsyncIterable<Page | Problem>, signal?: AbortSignal): AsyncGenerator<AddStep>
  /**
   * Makes everything whole: restores what a stop left half done, and makes the chronicle anew if articles changed.
   * Gives how many pages were restored.
   */
  settle(onRestored?: (pages: number) => void): Promise<{ readonly restored: number; readonly renewed: boolean }>
  /** Puts pages into the queue, from which `work` takes them on any machine. Fails with `queue-needs-server`. */
  enqueue(pages: AsyncIterable<Page | Problem>, signal?: AbortSignal): AsyncGenerator<QueueStep>
  /** Takes pages from the queue and adds them, with as many others as do the same. Fails with `queue-needs-server`. */
  work(options: WorkOptions): Promise<void>
  /** How the queue stands. Fails with `queue-needs-server`. */
  queue(): Promise<QueueState>
  /** Reads every kept page again with the present rules, and makes the chronicle anew. */
  reread(onRead?: (pages: number) => void): Promise<{ readonly pages: number; readonly problems: readonly Problem[] }>
  articles(): AsyncGenerator<ArticleLine>
  chronicle(): Promise<Chronicle>
  close(): Promise<void>
}

/** What commands do with a chronicle, whether it is open here or in another process. */
export type Workable = Pick<
  OpenChronicle,
  | 'condition'
  | 'add'
  | 'settle'
  | 'removeArticles'
  | 'overview'
  | 'chronicle'
  | 'articles'
  | 'tables'
  | 'changes'
  | 'allEntries'
  | 'versions'
  | 'corrections'
  | 'correctionLog'
  | 'correct'
  | 'importCorrections'
  | 'close'
>

/**
 * Opens a chronicle: a folder, a `postgres://` address or `memory:`. Close it again. Fails with a `StoreFailure`.
 *
 * @example
 * const letopis = await openChronicle('letopis-data', { command: 'add' })
 * for await (const step of letopis.add(collectPages(['pages/']))) console.log(step.input, step.kind)
 * await letopis.settle()
 * await letopis.close()
 */
export const openChronicle = async (where: string, options: AppOptions): Promise<OpenChronicle> => {
  // The database is loaded only by who opens one: a single page is read without it.
  const { openApplication } = await import('./application.ts')
  return openApplication(where, options)
}

/**
 * Opens a chronicle to work with it: here, or, when another process has its folder open and serves, through that one.
 * Fails as `openChronicle` does.
 */
export const reachChronicle = async (where: string, options: AppOptions): Promise<Workable> => {
  try {
    return await openChronicle(where, options)
  } catch (error) {
    const code = (error as { problem?: Problem }).problem?.code
    if (code !== 'database-in-use') throw error
    const [{ lockOwner }, { throughDoor }] = await Promise.all([import('../store/index.ts'), import('./door.ts')])
    const owner = await lockOwner(where)
    if (!owner?.door) throw error
    return throughDoor(owner.door)
  }
}
