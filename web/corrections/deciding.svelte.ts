import type { Correction, CorrectionAction } from '../../src/api/index.ts'
import { ApiError, sendCorrections } from '../lib/api.ts'
import { theBook } from '../lib/book.svelte.ts'
import { settings } from '../lib/settings.svelte.ts'

/** Decisions made on this page, and the way back from the last one. */
export class Deciding {
  last = $state.raw<Correction | null>(null)
  error = $state<string | null>(null)
  busy = $state(false)

  /** True when the decision was taken. */
  async decide(action: CorrectionAction): Promise<boolean> {
    if (this.busy) return false
    this.busy = true
    this.error = null
    try {
      const { corrections } = await sendCorrections(settings.author.trim() || '—', [action])
      this.last = corrections[0] ?? null
      theBook().refresh()
      return true
    } catch (error) {
      this.error = error instanceof ApiError ? `${error.message} ${error.remedy}`.trim() : String(error)
      return false
    } finally {
      this.busy = false
    }
  }

  async undo(): Promise<void> {
    const { last } = this
    if (last && (await this.decide({ kind: 'undo', correction: last.id }))) this.last = null
  }
}
