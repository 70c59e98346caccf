import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { BACKUP_FORMAT, type BackupCounts, BackupFailure, type BackupItem, BackupTally, itemOf } from './format.ts'

// A page has at most some hundred megabytes; a longer line is no backup.
const LONGEST = 1_000_000_000

/** Lines of a packed file, without their ends. A torn or broken archive fails as damaged. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path)
  const gunzip = createGunzip()
  file.on('error', (error) => gunzip.destroy(error))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let pieces: string[] = []
  let size = 0
  try {
    for await (const bytes of file.pipe(gunzip)) {
      const text = decoder.decode(bytes as Uint8Array, { stream: true })
      const lines = text.split('\n')
      for (const [at, line] of lines.entries()) {
        pieces.push(line)
        size += line.length
        if (size > LONGEST) throw new BackupFailure('backup-damaged', path, { reason: 'line' })
        if (at === lines.length - 1) break
        yield pieces.join('')
        pieces = []
        size = 0
      }
    }
    if (size > 0) yield pieces.join('')
  } catch (error) {
    if (error instanceof BackupFailure) throw error
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (['ENOENT', 'EACCES', 'EISDIR', 'EPERM'].includes(code))
      throw new BackupFailure(code === 'ENOENT' ? 'not-found' : 'no-permission', path)
    throw new BackupFailure('backup-damaged', path, { reason: code || 'text' })
  }
}

const parsed = (line: string, path: string): Record<string, unknown> => {
  try {
    const value = JSON.parse(line) as unknown
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Told below, as what is no object is.
  }
  throw new BackupFailure('backup-damaged', path, { reason: 'json' })
}

/**
 * What a backup holds, item by item, in the order of the file. Fails with `backup-damaged` at the latest at the file's
 * end, so nothing may be taken for good before that; with `backup-newer` for a later format, `not-a-backup` for other
 * files. Kinds of lines that a later version added under the same format are passed over.
 */
export async function* readBackup(path: string): AsyncGenerator<BackupItem> {
  const tally = new BackupTally()
  let begun = false
  let ended: { counts: BackupCounts; sha256: string } | null = null
  for await (const line of linesOf(path)) {
    if (ended) throw new BackupFailure('backup-damaged', path, { reason: 'end' })
    const value = parsed(line, path)
    if (!begun) {
      const format = value['letopis-backup']
      if (typeof format !== 'number') throw new BackupFailure('not-a-backup', path)
      if (format > BACKUP_FORMAT) throw new BackupFailure('backup-newer', path, { by: String(value.by ?? '') })
      begun = true
      tally.line(line)
      continue
    }
    if (value.end !== undefined) {
      ended = { counts: value.end as BackupCounts, sha256: String(value.sha256) }
      continue
    }
    tally.line(line)
    const item = itemOf(value)
    if (item === null) continue
    tally.item(item)
    yield item
  }
  if (!begun) throw new BackupFailure('not-a-backup', path)
  const { pages, corrections, settings } = tally.counts
  const whole =
    ended?.sha256 === tally.sha256() &&
    ended.counts.pages === pages &&
    ended.counts.corrections === corrections &&
    ended.counts.settings === settings
  if (!whole) throw new BackupFailure('backup-damaged', path, { reason: 'hash' })
}

/** Reads a backup to its end; gives what it holds, or fails as `readBackup` does. */
export const checkBackup = async (path: string): Promise<BackupCounts> => {
  const counts = { pages: 0, corrections: 0, settings: 0 }
  for await (const { kind } of readBackup(path)) counts[`${kind}s`]++
  return counts
}
