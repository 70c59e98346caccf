import { ApiError, sendAddresses, sendFile, sendPages } from '../lib/api.ts'
import { theBook } from '../lib/book.svelte.ts'
import { groupsOf, isPage, type Left, pageOf, type SentPage } from './pages.ts'

interface Counts {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
}

/** One request: what it carries, and how it is sent. */
interface Sending {
  readonly inputs: readonly string[]
  readonly ask: () => ReturnType<typeof sendPages>
}

const NONE: Counts = { added: 0, updated: 0, unchanged: 0 }

const detailOf = (detail: Readonly<Record<string, string | number>>): string => Object.values(detail).join(', ')

/** Pages on their way to the server. */
export class Adding {
  all = $state(0)
  done = $state(0)
  /** The one file or address that is being read; empty while many go together. */
  now = $state('')
  counts = $state.raw(NONE)
  left = $state.raw<readonly Left[]>([])
  partly = $state.raw<readonly Left[]>([])
  running = $state(false)
  finished = $state(false)
  stopped = $state(false)

  private begin(): void {
    this.all = 0
    this.done = 0
    this.counts = NONE
    this.left = []
    this.partly = []
    this.running = true
    this.finished = false
    this.stopped = false
  }

  async files(files: readonly File[]): Promise<void> {
    if (this.running || files.length === 0) return
    this.begin()
    const groups = groupsOf(files.filter(isPage), ({ size }) => size)
    await this.sendAll(
      [
        ...groups.map((group) => ({
          inputs: group.map(({ name }) => name),
          // Read when their turn comes: a folder of pages need not be held at once.
          ask: async () => sendPages(await Promise.all(group.map(pageOf))),
        })),
        ...files.filter((file) => !isPage(file)).map((file) => ({ inputs: [file.name], ask: () => sendFile(file) })),
      ],
      files.length,
    )
  }

  async page(page: SentPage): Promise<void> {
    if (this.running) return
    this.begin()
    await this.sendAll([{ inputs: [page.input], ask: () => sendPages([page]) }], 1)
  }

  /** Each address is asked by itself: a feed may take a while, and what came of the others is seen. */
  async addresses(addresses: readonly string[]): Promise<void> {
    if (this.running || addresses.length === 0) return
    this.begin()
    await this.sendAll(
      addresses.map((address) => ({ inputs: [address], ask: () => sendAddresses([address]) })),
      addresses.length,
    )
  }

  stop(): void {
    this.stopped = true
  }

  private async sendAll(requests: readonly Sending[], all: number): Promise<void> {
    this.all = all
    for (const { inputs, ask } of requests) {
      if (this.stopped) break
      this.now = inputs.length === 1 ? (inputs[0] ?? '') : ''
      try {
        const { added, updated, unchanged, problems } = await ask()
        this.counts = {
          added: this.counts.added + added,
          updated: this.counts.updated + updated,
          unchanged: this.counts.unchanged + unchanged,
        }
        const told = problems.map(({ severity, ...problem }) => ({
          severity,
          left: { input: problem.input, code: problem.code, detail: detailOf(problem.detail) },
        }))
        this.left = [...this.left, ...told.filter(({ severity }) => severity === 'error').map(({ left }) => left)]
        this.partly = [...this.partly, ...told.filter(({ severity }) => severity !== 'error').map(({ left }) => left)]
      } catch (error) {
        const detail = error instanceof ApiError ? `${error.message} ${error.remedy}`.trim() : String(error)
        this.left = [...this.left, ...inputs.map((input) => ({ input, code: 'not-sent', detail }))]
      }
      this.done += inputs.length
    }
    this.now = ''
    this.running = false
    this.finished = true
    if (this.counts.added + this.counts.updated > 0) theBook().refresh()
  }
}
