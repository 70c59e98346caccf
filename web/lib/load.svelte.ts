import { ApiError } from './api.ts'

/**
 * Data that follows what it depends on: while the next answer is under way the last one stays, and an answer that is
 * overtaken is dropped. Must be made while a component is being set up.
 */
export class Loaded<T> {
  value = $state.raw<T | null>(null)
  error = $state.raw<ApiError | null>(null)
  /** Set by `again` to ask once more. */
  private turn = $state(0)

  constructor(load: (signal: AbortSignal) => Promise<T> | null) {
    // Before what is around it is drawn: the server answers meanwhile.
    $effect.pre(() => {
      void this.turn
      const stop = new AbortController()
      load(stop.signal)?.then(
        (value) => {
          if (stop.signal.aborted) return
          this.value = value
          this.error = null
        },
        (error: unknown) => {
          if (stop.signal.aborted) return
          this.error = error instanceof ApiError ? error : new ApiError(0, String(error), '')
        },
      )
      return () => stop.abort()
    })
  }

  again(): void {
    this.turn++
  }
}
