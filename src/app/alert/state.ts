import { readFile, rename, writeFile } from 'node:fs/promises'
import { failure, type Problem } from '../../core/index.ts'
import type { AlertEvent, KnownEntries } from './compare.ts'

/** What an alert keeps between its turns, in one file of JSON. */
export interface AlertState {
  readonly known: KnownEntries
  /** Noticed and not yet delivered, the earliest first. */
  readonly pending: readonly AlertEvent[]
  /** Delivered last, the latest first: what a feed holds. */
  readonly recent: readonly AlertEvent[]
}

/** Thrown where the state cannot be kept: without it nothing is delivered at least once. */
export class AlertFailure extends Error {
  readonly problem: Problem

  constructor(code: string, input: string, detail: Problem['detail'] = {}) {
    super(`${code}: ${input}`)
    this.name = 'AlertFailure'
    this.problem = failure(code, input, detail)
  }
}

const FORMAT = 1

/** The state of a file; null where there is none yet. Fails with `bad-alert-state` for another file. */
export const readState = async (path: string): Promise<AlertState | null> => {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new AlertFailure('unreadable', path, { reason: String((error as NodeJS.ErrnoException).code) })
  }
  try {
    const { 'letopis-alert': format, known, pending, recent } = JSON.parse(text)
    if (format === FORMAT && typeof known === 'object' && Array.isArray(pending) && Array.isArray(recent))
      return { known, pending, recent }
  } catch {
    // Told below.
  }
  throw new AlertFailure('bad-alert-state', path)
}

/** Keeps the state: the file holds the old one or the new one whole, whatever happens. */
export const writeState = async (path: string, state: AlertState): Promise<void> => {
  try {
    await writeFile(`${path}.part`, JSON.stringify({ 'letopis-alert': FORMAT, ...state }), { flush: true })
    await rename(`${path}.part`, path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new AlertFailure(code === 'ENOSPC' ? 'disk-full' : 'out-unwritable', path, { code })
  }
}
