/** A pipe of bounded length between many who put in and one who takes out. */
export class Pipe<T> {
  readonly #items: T[] = []
  readonly #most: number
  #ended = false
  #failed: { readonly error: unknown } | null = null
  #taker: (() => void) | null = null
  #putters: (() => void)[] = []

  constructor(most: number) {
    this.#most = most
  }

  /** Resolves when there is room for more; false once nobody takes any longer. */
  async put(item: T): Promise<boolean> {
    while (!this.#ended && this.#items.length >= this.#most)
      await new Promise<void>((resolve) => {
        this.#putters.push(resolve)
      })
    if (this.#ended) return false
    this.#items.push(item)
    this.#taker?.()
    return true
  }

  end(failed: { readonly error: unknown } | null = null): void {
    this.#failed ??= failed
    this.#ended = true
    this.#taker?.()
    for (const putter of this.#putters.splice(0)) putter()
  }

  async *take(): AsyncGenerator<T> {
    try {
      for (;;) {
        if (this.#items.length > 0) {
          const item = this.#items.shift() as T
          this.#putters.shift()?.()
          yield item
        } else if (this.#failed !== null) throw this.#failed.error
        else if (this.#ended) return
        else
          await new Promise<void>((resolve) => {
            this.#taker = resolve
          })
      }
    } finally {
      this.end()
    }
  }
}
