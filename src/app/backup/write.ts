import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type KeptChronicle, openKept } from '../../store/index.ts'
import { BACKUP_FORMAT, type BackupCounts, BackupFailure, type BackupItem, BackupTally, lineOf } from './format.ts'

async function* itemsOf(kept: KeptChronicle): AsyncGenerator<BackupItem> {
  // What people decided and set comes first: it is small, and a restore wants it before the pages.
  for (const { name, bytes } of await kept.settings()) yield { kind: 'setting', name, bytes }
  for (const correction of await kept.corrections()) yield { kind: 'correction', correction }
  for await (const page of kept.pages()) yield { kind: 'page', page }
}

async function* linesOf(kept: KeptChronicle, by: string, tally: BackupTally): AsyncGenerator<string> {
  const head = JSON.stringify({ 'letopis-backup': BACKUP_FORMAT, by, made: new Date().toISOString() })
  tally.line(head)
  yield `${head}\n`
  for await (const item of itemsOf(kept)) {
    const line = lineOf(item)
    tally.line(line)
    tally.item(item)
    yield `${line}\n`
  }
  yield `${JSON.stringify({ end: tally.counts, sha256: tally.sha256() })}\n`
}

/** Writes beside the place and moves it there when it is whole and on the disk. */
const writeSafely = async (path: string, lines: AsyncIterable<string>): Promise<void> => {
  const part = `${path}.part`
  try {
    // `flush`: on the disk before it is closed, so that the new name never stands for less than the whole.
    await pipeline(Readable.from(lines), createGzip({ level: 6 }), createWriteStream(part, { flush: true }))
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true }).catch(() => {})
    const code = (error as NodeJS.ErrnoException).code
    if (typeof code !== 'string') throw error
    throw new BackupFailure(code === 'ENOSPC' ? 'disk-full' : 'out-unwritable', path, { code })
  }
}

/**
 * Writes a whole chronicle into one file, also while another process has it open. Until it is complete nothing stands
 * under the file's name.
 *
 * @param by who makes it, e.g. `letopis 0.1.0`
 * @example await backUp('letopis-data', 'letopis.backup.gz', 'letopis 0.1.0') // { pages: 1200, corrections: 3, settings: 0 }
 */
export const backUp = async (where: string, path: string, by: string): Promise<BackupCounts> => {
  const kept = await openKept(where)
  const tally = new BackupTally()
  try {
    await writeSafely(path, linesOf(kept, by, tally))
    return tally.counts
  } finally {
    await kept.close()
  }
}
