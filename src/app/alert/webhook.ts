import type { Deliver } from './alert.ts'

export interface WebhookOptions {
  /** How often an event is tried in one turn; 5 when absent. */
  readonly tries?: number
  /** Milliseconds before the second try, doubled before each further one; 1000 when absent. */
  readonly pause?: number
  /** Milliseconds that one try may take; 30,000 when absent. */
  readonly patience?: number
  readonly signal?: AbortSignal
}

const later = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal?.addEventListener('abort', done)
  })

/** What a try came to: taken, or why not and whether trying again may help. */
const post = async (
  url: string,
  body: string,
  id: string,
  patience: number,
): Promise<{ why: string; again: boolean } | null> => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json', 'idempotency-key': id, 'user-agent': 'letopis' },
      body,
      signal: AbortSignal.timeout(patience),
    })
    await response.body?.cancel()
    if (response.ok) return null
    const again = response.status >= 500 || response.status === 408 || response.status === 429
    return { why: `HTTP ${response.status}`, again }
  } catch (error) {
    const cause = (error as { cause?: { code?: string } }).cause?.code
    return { why: cause ?? (error instanceof Error ? error.message : String(error)), again: true }
  }
}

/**
 * Delivers events to an address, one a request, as JSON. Only an answer of 200 to 299 takes an event; server errors and
 * silence are tried again with longer and longer pauses.
 */
export const webhook =
  (url: string, { tries = 5, pause = 1_000, patience = 30_000, signal }: WebhookOptions = {}): Deliver =>
  async (event) => {
    const body = JSON.stringify(event)
    for (let attempt = 1; ; attempt++) {
      const refused = await post(url, body, event.id, patience)
      if (refused === null) return
      if (!refused.again || attempt >= tries || signal?.aborted) throw new Error(refused.why)
      await later(pause * 2 ** (attempt - 1), signal)
    }
  }
