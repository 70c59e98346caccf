import { ApiError, sendPages } from '../lib/api.ts'
import { theBook } from '../lib/book.svelte.ts'
import { groupsOf, isLeft, type Left, pagesOf, type SentPage } from './pages.ts'

interface Counts {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
}

const NONE: Counts = { added: 0, updated: 0, unchanged: 0 }

const detailOf = (detail: Readonly<Record<string, string | number>>): string => Object.values(detail).join(', ')

/** Pages on their way to the server. */
export class Adding {
  all = $state(0)
  done = $state(0)
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
    this.all = files.length
    const pages: SentPage[] = []
    for (const file of files) {
      for (const page of await pagesOf(file)) {
        if (isLeft(page)) this.left = [...this.left, page]
        else pages.push(page)
      }
    }
    await this.send(pages)
  }

  async page(page: SentPage): Promise<void> {
    if (this.running) return
    this.begin()
    await this.send([page])
  }

  stop(): void {
    this.stopped = true
  }

  private async send(pages: readonly SentPage[]): Promise<void> {
    this.all = pages.length
    for (const group of groupsOf(pages)) {
      if (this.stopped) break
      try {
        const { added, updated, unchanged, problems } = await sendPages(group)
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
        this.left = [...this.left, ...group.map(({ input }) => ({ input, code: 'not-sent', detail }))]
      }
      this.done += group.length
    }
    this.running = false
    this.finished = true
    if (this.counts.added + this.counts.updated > 0) theBook().refresh()
  }
}
