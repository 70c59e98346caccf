import type { Overview } from '../../src/api/index.ts'
import { getOverview, getRevision } from './api.ts'
import { Loaded } from './load.svelte.ts'
import { settings } from './settings.svelte.ts'
import { siglaOf } from './sigla.ts'

const ASK_EVERY = 20_000

/** What all views share: the overview, the outlets' sigla, and whether the chronicle has changed meanwhile. */
export class Book {
  /** Grows when the reader asks for the changed chronicle; lists depend on it. */
  seen = $state(0)
  changed = $state(false)
  private revision: string | null = null
  private readonly loaded = new Loaded<Overview>((signal) => {
    void this.seen
    return getOverview(signal)
  })

  constructor() {
    $effect(() => {
      const look = () => document.visibilityState === 'visible' && this.look()
      void this.look()
      const timer = setInterval(look, ASK_EVERY)
      return () => clearInterval(timer)
    })
  }

  private async look(): Promise<void> {
    const revision = await getRevision().catch(() => this.revision)
    if (this.revision !== null && revision !== this.revision) this.changed = true
    this.revision = revision
  }

  refresh(): void {
    this.changed = false
    this.seen++
  }

  get overview(): Overview | null {
    return this.loaded.value
  }
  get error() {
    return this.loaded.error
  }
  private readonly sigla = $derived(siglaOf(this.loaded.value?.outlets ?? []))

  siglum(outlet: string | null): string {
    return outlet === null ? settings.words.sigUnnamed : (this.sigla.get(outlet) ?? outlet.slice(0, 3).toUpperCase())
  }

  outletName(outlet: string | null): string {
    return outlet ?? settings.words.outletUnknown
  }
}

let book: Book | null = null
/** Opens the book; called once, by the application's root. */
export const openBook = (): Book => {
  book = new Book()
  return book
}
export const theBook = (): Book => {
  if (!book) throw new Error('the book is opened by App')
  return book
}
