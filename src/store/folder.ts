import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { openPglite } from './database.ts'
import { StoreFailure, storeFailure } from './failure.ts'
import { PageJournal, syncFolder } from './journal.ts'
import { type FolderLock, takeLock } from './lock.ts'
import { readMeta } from './meta.ts'
import { bootMark, sameBoot } from './process.ts'
import type { Tables } from './schema.ts'

/**
 * An embedded chronicle: `pages.journal` holds the pages and is the only truth; `database/` is PGlite, made again from
 * the journal whenever it cannot be trusted; `joining` is what joining knew, and may be lost; `open` stands there while a process has it open; `lock` says which one.
 */
export interface OpenFolder {
  readonly db: Kysely<Tables>
  readonly journal: PageJournal
  readonly lock: FolderLock
  /** Path of what joining knows, kept for the next process (`joining-file.ts`). */
  readonly joining: string
  /** What the database lacks of the journal: everything, what stands after a position, or nothing. */
  readonly lacks: 'everything' | { readonly after: number } | null
  close(): Promise<void>
}

/** What a chronicle's folder holds itself; anything else in it is a setting that a user or a command put there. */
export const OWN = new Set(['pages.journal', 'database', 'joining', 'joining.new', 'open', 'lock'])

const claim = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true })
  const names = await readdir(folder)
  const foreign = names.filter((name) => !OWN.has(name) && !name.startsWith('lock.') && !name.startsWith('.'))
  if (foreign.length > 0 && !names.includes('pages.journal')) {
    throw new StoreFailure('not-a-chronicle', folder, { example: foreign[0]! })
  }
}

/** Whether the machine went down while the database was open: it writes without fsync and may have lost anything. */
const wentDown = async (folder: string): Promise<boolean> => {
  const mark = await readFile(join(folder, 'open'), 'utf8').catch(() => null)
  return mark !== null && !sameBoot(mark, bootMark())
}

const markOpen = async (folder: string): Promise<void> => {
  const handle = await open(join(folder, 'open'), 'w')
  await handle.writeFile(bootMark())
  await handle.sync()
  await handle.close()
  await syncFolder(folder)
}

/** Makes what was written since a moment stand on the disk, file by file. */
const syncSince = async (folder: string, since: number): Promise<void> => {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await syncSince(path, since)
    else if (entry.isFile() && (await stat(path)).mtimeMs >= since - 2_000) {
      const handle = await open(path, 'r+').catch(() => null)
      await handle?.sync().catch(() => {})
      await handle?.close()
    }
  }
}

const lacksOf = async (db: Kysely<Tables>, journal: PageJournal): Promise<OpenFolder['lacks']> => {
  const { journal: known } = await readMeta(db)
  const position = Number(known ?? 0)
  if (position > journal.end) return 'everything'
  return position === journal.end || (position === 0 && journal.empty) ? null : { after: position }
}

const openDatabase = async (folder: string): Promise<{ db: Kysely<Tables>; anew: boolean }> => {
  const database = join(folder, 'database')
  if (await wentDown(folder)) await rm(database, { recursive: true, force: true })
  const there = await stat(join(database, 'PG_VERSION')).then(
    () => true,
    () => false,
  )
  if (!there) await rm(database, { recursive: true, force: true })
  await markOpen(folder)
  try {
    return { db: await openPglite(database, !there), anew: !there }
  } catch (error) {
    const failure = storeFailure(error, folder)
    if (!there || ['disk-full', 'folder-unwritable', 'database-newer'].includes(failure.problem.code)) throw failure
    // What PGlite cannot open is made again from the journal.
    await rm(database, { recursive: true, force: true })
    return { db: await openPglite(database, true), anew: true }
  }
}

/**
 * Opens an embedded chronicle for this process alone, made on first use. With `rebuild` the database is thrown away, and
 * the caller makes it again from the journal.
 *
 * Fails with `database-in-use`, `not-a-chronicle`, `folder-unwritable`, `disk-full`, `journal-damaged`.
 */
export const openFolder = async (folder: string, command: string, rebuild = false): Promise<OpenFolder> => {
  const undo: (() => Promise<void>)[] = []
  try {
    await claim(folder)
    const lock = await takeLock(folder, command)
    undo.push(() => lock.release())
    const began = Date.now()
    const journal = await PageJournal.open(join(folder, 'pages.journal'))
    undo.push(() => journal.close())
    let { db, anew } = await openDatabase(folder)
    if (!anew && (rebuild || (await lacksOf(db, journal)) === 'everything')) {
      await db.destroy()
      await rm(join(folder, 'database'), { recursive: true, force: true })
      ;({ db, anew } = await openDatabase(folder))
    }
    const lacks = anew ? (journal.empty ? null : 'everything') : await lacksOf(db, journal)
    const close = async (): Promise<void> => {
      try {
        await db.destroy()
        await journal.close()
        await syncSince(join(folder, 'database'), began)
        await rm(join(folder, 'open'), { force: true })
      } finally {
        await lock.release()
      }
    }
    return { db, journal, lock, joining: join(folder, 'joining'), lacks, close }
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => {})
    if ((error as { code?: string }).code === 'NOT_A_JOURNAL')
      throw new StoreFailure('journal-damaged', folder, {}, error)
    throw storeFailure(error, folder)
  }
}
