import type { Page } from '../collect/index.ts'
import type { Problem } from '../core/index.ts'
import type { ChronicleReading } from '../store/index.ts'

export type * from '../store/index.ts'

/** What the HTTP API asks of a chronicle: everything that can be read, and adding and removing pages. */
export interface ChronicleSource extends ChronicleReading {
  /** Reads and keeps pages; resolves when they are safely stored. */
  addPages(pages: readonly Page[]): Promise<AddReport>
  /** Takes articles out again; ids that are not there are counted as missing. */
  removeArticles(ids: readonly string[]): Promise<{ readonly removed: number; readonly missing: number }>
}

export interface AddReport {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  /** Pages that were left out or only partly read, with why. */
  readonly problems: readonly Problem[]
}
