import { readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { applyCorrections, buildChronicle, type Correction, withVersions } from '../../chronicle/index.ts'
import type { Page } from '../../collect/index.ts'
import { loadRussian } from '../../language/index.ts'
import {
  isServer,
  keepPage,
  openStore,
  type PageGroup,
  pageAgain,
  type ReadPage,
  type Store,
} from '../../store/index.ts'
import { readRussianData } from '../reading/language-data.ts'
import { ReaderPool } from '../reading/pool.ts'
import { factsOfOutcome } from '../reading/read-one.ts'
import { readPages } from '../reading/read-pages.ts'
import { type BackupCounts, BackupFailure } from './format.ts'
import { checkBackup, readBackup } from './read.ts'

export interface RestoreOptions {
  /** Worker threads that read pages; as many as the machine has cores when absent. */
  readonly workers?: number
  readonly onPages?: (pages: number) => void
}

export interface Restored extends BackupCounts {
  readonly entries: number
}

const GROUP = 32

async function* pagesOf(path: string): AsyncGenerator<Page> {
  for await (const item of readBackup(path))
    if (item.kind === 'page') yield pageAgain(item.page.record, item.page.bytes)
}

/** The pages of a backup in groups, read by the present rules. */
async function* groupsOf(
  path: string,
  pool: ReaderPool,
  onPages: RestoreOptions['onPages'],
): AsyncGenerator<PageGroup> {
  let pages: PageGroup['pages'][number][] = []
  let reads: ReadPage[] = []
  let done = 0
  for await (const { page, outcome } of readPages(pagesOf(path), pool)) {
    if (page === null) continue
    const kept = keepPage(page)
    pages.push(kept)
    if (outcome.kind === 'read')
      reads.push({ page: kept, facts: factsOfOutcome(outcome), givenId: page.meta.id ?? null })
    done++
    if (pages.length < GROUP) continue
    yield { pages, reads }
    pages = []
    reads = []
    onPages?.(done)
  }
  yield { pages, reads }
  onPages?.(done)
}

const fill = async (store: Store, path: string, { workers, onPages }: RestoreOptions): Promise<number> => {
  const corrections: Correction[] = []
  for await (const item of readBackup(path)) if (item.kind === 'correction') corrections.push(item.correction)
  const data = readRussianData()
  const pool = new ReaderPool(data, workers ?? availableParallelism())
  try {
    await store.fill(groupsOf(path, pool, onPages), corrections)
  } finally {
    await pool.close()
  }
  const russian = loadRussian(await data)
  await store.renew((facts, histories) => withVersions(buildChronicle(facts, russian), histories, russian))
  return applyCorrections(await store.chronicle(), await store.corrections()).chronicle.entries.length
}

const filled = async (where: string, path: string, options: RestoreOptions): Promise<number> => {
  const store = await openStore(where, { command: 'restore' })
  try {
    return await fill(store, path, options)
  } finally {
    await store.close()
  }
}

const isFree = async (folder: string): Promise<boolean> =>
  readdir(folder).then(
    (names) => names.length === 0,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
  )

/** A setting's name may not lead out of the folder. */
const isPlain = (name: string): boolean => name === basename(name) && !/^\.|[\\/:\0]/.test(name) && name !== ''

const intoFolder = async (folder: string, path: string, options: RestoreOptions): Promise<number> => {
  if (!(await isFree(folder))) throw new BackupFailure('restore-into-used', folder)
  const beside = join(dirname(folder), `.${basename(folder)}.restoring`)
  // What an earlier restore was stopped in.
  await rm(beside, { recursive: true, force: true })
  try {
    const entries = await filled(beside, path, options)
    for await (const item of readBackup(path))
      if (item.kind === 'setting' && isPlain(item.name)) await writeFile(join(beside, item.name), item.bytes)
    await rmdir(folder).catch(() => {})
    await rename(beside, folder)
    return entries
  } catch (error) {
    await rm(beside, { recursive: true, force: true }).catch(() => {})
    throw error
  }
}

/**
 * Makes the chronicle of a backup again, with all ids, in a folder that is new or empty or in an empty database. The file
 * is read whole and its hash checked before anything is written; a folder is filled beside its place and moved there at the
 * end, a database in one transaction: a stop leaves nothing half done.
 *
 * Fails with `backup-damaged`, `backup-newer`, `not-a-backup`, `restore-into-used`.
 */
export const restoreBackup = async (where: string, path: string, options: RestoreOptions = {}): Promise<Restored> => {
  const counts = await checkBackup(path)
  const entries = isServer(where) ? await filled(where, path, options) : await intoFolder(resolve(where), path, options)
  return { ...counts, entries }
}
