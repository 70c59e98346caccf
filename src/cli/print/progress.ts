import type { Messages } from '../messages/messages.ts'
import type { Output } from './output.ts'

const REDRAW = 100
const LINE_EVERY = 5_000

/** How far reading has come: a bar on a terminal, a line every few seconds elsewhere. */
export interface Progress {
  /** Done pages, and the share of all input that is read (0 to 1) where it can be known. */
  update(done: number, share: number | null): void
  note(text: string): void
  clear(): void
}

const bar = (share: number): string => {
  const filled = Math.round(share * 20)
  return `${'█'.repeat(filled)}${'░'.repeat(20 - filled)} ${String(Math.round(share * 100)).padStart(3)} % `
}

export const progressOn = (err: Output, messages: Messages): Progress => {
  const began = performance.now()
  // Nothing is drawn in the first moment: most runs are over by then.
  let drawn = began + (err.isTerminal ? 400 : 0)
  let shown = false
  const clear = (): void => {
    if (shown) void err.write('\r\x1b[K')
    shown = false
  }
  const show = (text: string): void => {
    if (!err.isTerminal) {
      void err.line(text)
      return
    }
    const fitting = text.slice(0, Math.max(20, (err.columns ?? 80) - 1))
    void err.write(`\r\x1b[K${fitting}`)
    shown = true
  }
  return {
    update: (done, share) => {
      const now = performance.now()
      if (now - drawn < (err.isTerminal ? REDRAW : LINE_EVERY)) return
      drawn = now
      const seconds = (now - began) / 1_000
      const rate = done / seconds
      const known = share !== null && share > 0.001 ? Math.min(1, share) : null
      const left = known === null ? null : messages.progress.time(Math.max(0, seconds / known - seconds))
      const text = messages.progress.reading(done, rate.toFixed(rate < 10 ? 1 : 0), left)
      show(`${known === null || !err.isTerminal ? '' : bar(known)}${text}`)
    },
    note: (text) => {
      if (err.isTerminal) show(text)
    },
    clear,
  }
}
