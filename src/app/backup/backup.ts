import type { BackupCounts } from './format.ts'
import type { Restored, RestoreOptions } from './restore.ts'

// Both reach into the database, which is loaded only by who asks for one of them.

/** See `backUp` in `write.ts`. */
export const backUp = async (where: string, path: string, by: string): Promise<BackupCounts> =>
  (await import('./write.ts')).backUp(where, path, by)

/** See `restoreBackup` in `restore.ts`. */
export const restoreBackup = async (where: string, path: string, options: RestoreOptions = {}): Promise<Restored> =>
  (await import('./restore.ts')).restoreBackup(where, path, options)
