import { randomBytes } from 'node:crypto'
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreFailure } from './failure.ts'
import { isRunning, type ProcessIdentity, processIdentity } from './process.ts'

/** Who has an embedded chronicle open, as its folder's `lock` file says. */
export interface LockOwner {
  readonly process: ProcessIdentity
  /** Tells this holding from every other, also of the same process. */
  readonly nonce: string
  /** The command that the owner runs, e.g. `serve`. */
  readonly command: string
  /** Where it takes other processes' requests, when it serves; `token` is known only to who may read the folder. */
  readonly door?: { readonly url: string; readonly token: string }
}

/** One folder, one writer: held from `takeLock` until `release`. */
export interface FolderLock {
  /** Tells other processes where to send their requests. */
  openDoor(door: NonNullable<LockOwner['door']>): Promise<void>
  release(): Promise<void>
}

const BEAT = 5_000
// Seen only when the owner's process cannot be: another machine or container on the same disk.
const SILENT = 60_000

const lockFile = (folder: string): string => join(folder, 'lock')

const readOwner = async (folder: string): Promise<LockOwner | null> =>
  readFile(lockFile(folder), 'utf8').then(
    (json) => {
      try {
        return JSON.parse(json) as LockOwner
      } catch {
        return null
      }
    },
    () => null,
  )

const isStale = async (folder: string, owner: LockOwner | null): Promise<boolean> => {
  const age = await stat(lockFile(folder)).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  )
  // Unreadable: its writer is at it this very moment, or died in it.
  if (!owner?.process) return age > 2_000
  const running = await isRunning(owner.process)
  return running === null ? age > SILENT : !running
}

/** Who has the folder open now; null when nobody has. */
export const lockOwner = async (folder: string): Promise<LockOwner | null> => {
  const owner = await readOwner(folder)
  return owner && !(await isStale(folder, owner)) ? owner : null
}

/** Takes away a lock whose owner is gone. The rename makes sure that of several who try only one does. */
const clearStale = async (folder: string, seen: string | null): Promise<void> => {
  const aside = join(folder, `lock.${process.pid}.${randomBytes(4).toString('hex')}`)
  await rename(lockFile(folder), aside).catch(() => {})
  const taken = await readFile(aside, 'utf8').catch(() => null)
  if (taken !== null && taken !== seen) {
    // Somebody was quicker and this is their new lock: it goes back, unless yet another one stands there.
    await writeFile(lockFile(folder), taken, { flag: 'wx', mode: 0o600 }).catch(() => {})
  }
  await rm(aside, { force: true })
}

const inUse = (folder: string, owner: LockOwner | null): StoreFailure =>
  new StoreFailure('database-in-use', folder, {
    pid: owner?.process.pid ?? 0,
    command: owner?.command ?? '?',
    host: owner?.process.host ?? '?',
  })

/**
 * Takes the folder for this process. A lock left by a process that is gone is cleared; a pid that the system has since
 * given to another process does not count as its owner.
 *
 * Fails with `database-in-use` (pid, command, host) when somebody has it.
 */
export const takeLock = async (folder: string, command: string): Promise<FolderLock> => {
  const owner: LockOwner = { process: await processIdentity(), nonce: randomBytes(8).toString('hex'), command }
  const path = lockFile(folder)
  let cleared = false
  for (let attempt = 0; ; attempt++) {
    try {
      await writeFile(path, JSON.stringify(owner), { flag: 'wx', mode: 0o600 })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const seen = await readFile(path, 'utf8').catch(() => null)
      const other = await readOwner(folder)
      if (attempt >= 5 || !(await isStale(folder, other))) throw inUse(folder, other)
      await clearStale(folder, seen)
      cleared = true
    }
  }
  // Another one that found the same stale lock may just have taken this new one for it, and put it back or not.
  if (cleared) await new Promise((done) => setTimeout(done, 50))
  const current = await readOwner(folder)
  if (current?.nonce !== owner.nonce) throw inUse(folder, current)

  const beat = setInterval(() => {
    const now = new Date()
    utimes(path, now, now).catch(() => {})
  }, BEAT)
  beat.unref()
  return {
    openDoor: async (door) => {
      // A rename replaces the file whole, so that nobody reads half of it.
      const next = `${path}.next`
      await writeFile(next, JSON.stringify({ ...owner, door }), { mode: 0o600 })
      await rename(next, path)
    },
    release: async () => {
      clearInterval(beat)
      await rm(path, { force: true })
    },
  }
}
