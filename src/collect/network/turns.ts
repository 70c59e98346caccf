import { setTimeout as sleep } from 'node:timers/promises'

/** Keeps requests to one host apart: one at a time, and a pause between the end of one and the beginning of the next. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>()
  readonly #free = new Map<string, number>()

  /** Runs `work` when the host is free and `pause` milliseconds have gone since it was last asked. */
  take<T>(host: string, pause: number, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(host) ?? Promise.resolve()
    const mine = before.then(async () => {
      const wait = (this.#free.get(host) ?? 0) + pause - performance.now()
      if (wait > 0 && pause > 0) await sleep(wait, undefined, signal ? { signal } : {})
      signal?.throwIfAborted()
      try {
        return await work()
      } finally {
        this.#free.set(host, performance.now())
      }
    })
    const settled = mine.catch(() => {})
    this.#last.set(host, settled)
    // Hosts that nobody waits for are forgotten, but for the time of their last answer.
    void settled.then(() => {
      if (this.#last.get(host) === settled) this.#last.delete(host)
    })
    return mine
  }
}
