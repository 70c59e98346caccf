import { createHash, type Hash } from 'node:crypto'
import type { Correction } from '../../chronicle/index.ts'
import { failure, type Problem } from '../../core/index.ts'
import type { KeptPage } from '../../store/index.ts'

/**
 * A backup: JSON lines, packed with gzip. docs/export.md describes it for other programs; `zcat FILE | head` reads it.
 *
 * 1. `{"letopis-backup":1,"by":"letopis 0.1.0","made":"…"}`
 * 2. one line a page, correction or setting: `{"page":ID,"record":{…},"base64":"…"}`, `{"correction":{…}}`,
 *    `{"setting":NAME,"base64":"…"}`
 * 3. `{"end":{"pages":N,"corrections":N,"settings":N},"sha256":"…"}`: the hash of all bytes of the lines before
 */
export const BACKUP_FORMAT = 1

/** One thing that a backup holds. */
export type BackupItem =
  | { readonly kind: 'page'; readonly page: KeptPage }
  | { readonly kind: 'correction'; readonly correction: Correction }
  | { readonly kind: 'setting'; readonly name: string; readonly bytes: Uint8Array }

export interface BackupCounts {
  readonly pages: number
  readonly corrections: number
  readonly settings: number
}

/** Counts and hashes what goes by, in either direction. */
export class BackupTally {
  readonly #hash: Hash = createHash('sha256')
  readonly #counts = { pages: 0, corrections: 0, settings: 0 }

  line(text: string): void {
    this.#hash.update(text).update('\n')
  }

  item({ kind }: BackupItem): void {
    this.#counts[`${kind}s`]++
  }

  get counts(): BackupCounts {
    return { ...this.#counts }
  }

  /** May be asked once: a hash ends with it. */
  sha256(): string {
    return this.#hash.digest('hex')
  }
}

/** Thrown where a backup cannot be read or made; it carries the problem as data. */
export class BackupFailure extends Error {
  readonly problem: Problem

  constructor(code: string, input: string, detail: Problem['detail'] = {}) {
    super(`${code}: ${input}`)
    this.name = 'BackupFailure'
    this.problem = failure(code, input, detail)
  }
}

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')

export const lineOf = (item: BackupItem): string => {
  if (item.kind === 'page') {
    const { id, record, bytes } = item.page
    return JSON.stringify({ page: id, record, base64: base64(bytes) })
  }
  if (item.kind === 'correction') return JSON.stringify({ correction: item.correction })
  return JSON.stringify({ setting: item.name, base64: base64(item.bytes) })
}

const bytesOf = (value: unknown): Uint8Array | null =>
  typeof value === 'string' ? new Uint8Array(Buffer.from(value, 'base64')) : null

/** The item of a line; null when it is none that this version knows. */
export const itemOf = (line: Readonly<Record<string, unknown>>): BackupItem | null => {
  const bytes = bytesOf(line.base64)
  if (typeof line.page === 'string' && bytes && typeof line.record === 'object' && line.record)
    return { kind: 'page', page: { id: line.page, record: line.record as KeptPage['record'], bytes } }
  if (typeof line.correction === 'object' && line.correction)
    return { kind: 'correction', correction: line.correction as Correction }
  if (typeof line.setting === 'string' && bytes) return { kind: 'setting', name: line.setting, bytes }
  return null
}
