import type { ApiError } from './api.ts'
import { Loaded } from './load.svelte.ts'

interface Page<T> {
  readonly total: number
  readonly items: readonly T[]
}

/** A long list that is asked for a page at a time. Must be made while a component is being set up. */
export class Paged<T, P extends Page<T>> {
  private readonly first: Loaded<P>
  private readonly load: (offset: number, signal?: AbortSignal) => Promise<P> | null
  /** Pages after the first one, kept while the question is the same. */
  private later = $state.raw<readonly T[]>([])
  private loading = false

  /** `load` asks for the page that begins at `offset`; what it reads decides when the list begins anew. */
  constructor(load: (offset: number, signal?: AbortSignal) => Promise<P> | null) {
    this.load = load
    this.first = new Loaded((signal) => load(0, signal))
    $effect(() => {
      void this.first.value
      this.later = []
    })
  }

  get page(): P | null {
    return this.first.value
  }
  get error(): ApiError | null {
    return this.first.error
  }
  get items(): readonly T[] {
    return [...(this.first.value?.items ?? []), ...this.later]
  }
  get total(): number {
    return this.first.value?.total ?? 0
  }
  get left(): number {
    return this.total - (this.first.value?.items.length ?? 0) - this.later.length
  }

  again(): void {
    this.first.again()
  }

  async more(): Promise<void> {
    if (this.loading || this.left <= 0) return
    this.loading = true
    const first = this.first.value
    const page = await this.load(this.total - this.left)?.catch(() => null)
    if (page && first === this.first.value) this.later = [...this.later, ...page.items]
    this.loading = false
  }
}
