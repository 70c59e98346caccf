import { open, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Correction } from '../chronicle/index.ts'
import { distinctCorrections } from './corrections.ts'
import { isServer } from './database.ts'
import { StoreFailure, storeFailure } from './failure.ts'
import { OWN } from './folder.ts'
import { readFrames } from './journal.ts'
import { readKept } from './page-keeper.ts'
import type { KeptPage } from './page-record.ts'
import { openStore } from './store.ts'

/** What a chronicle cannot be made again without: its pages, what people decided, and settings that lie in its folder. */
export interface KeptChronicle {
  pages(): AsyncGenerator<KeptPage>
  corrections(): Promise<readonly Correction[]>
  /** Files of the folder that are not the chronicle's own machinery, by name. */
  settings(): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]>
  close(): Promise<void>
}

const LARGEST_SETTING = 16_000_000

const settingsOf = async (folder: string): Promise<{ name: string; bytes: Uint8Array }[]> => {
  const found: { name: string; bytes: Uint8Array }[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const { name } = entry
    if (!entry.isFile() || OWN.has(name) || name.startsWith('lock') || name.startsWith('.')) continue
    const path = join(folder, name)
    if ((await stat(path)).size <= LARGEST_SETTING) found.push({ name, bytes: await readFile(path) })
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

const openJournal = async (folder: string): Promise<KeptChronicle> => {
  const file = await open(join(folder, 'pages.journal'), 'r').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new StoreFailure('no-chronicle', folder) : storeFailure(error, folder)
  })
  return {
    pages: () => readKept(() => readFrames(file)),
    async corrections() {
      const all: Correction[] = []
      for await (const { record } of readFrames(file))
        if (record.op === 'correct') all.push(record.correction as unknown as Correction)
      return distinctCorrections(all)
    },
    settings: () => settingsOf(folder),
    close: () => file.close(),
  }
}

/**
 * Opens what a chronicle keeps, to read it. A folder's journal is only ever added to, so this may be done while another
 * process has it open.
 */
export const openKept = async (where: string): Promise<KeptChronicle> => {
  if (!isServer(where)) return openJournal(where)
  const store = await openStore(where, { command: 'backup' })
  return {
    pages: () => store.pages(),
    corrections: () => store.corrections(),
    settings: async () => [],
    close: () => store.close(),
  }
}
