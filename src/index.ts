/**
 * Letopis as a library: pages in, facts and a chronicle out. docs/library.md has examples that tests run.
 *
 * @example
 * import { collectPages, extract } from 'letopis'
 * for await (const { outcome } of extract(collectPages(['pages/']))) if (outcome.kind === 'read') console.log(outcome.json)
 */
import { openChronicle } from './app/index.ts'
import { buildChronicle, type Chronicle as ChronicleRecord } from './chronicle/index.ts'

export {
  type AddReport,
  type AddStep,
  type ChronicleSource,
  type ExtractOptions,
  extract,
  type OpenChronicle,
  openChronicle,
  type ReadResult,
  readRussianData,
  tablesOf,
} from './app/index.ts'
export { type Article, readPage } from './article/index.ts'
export {
  buildChronicle,
  type Disagreement,
  type DocumentRecord,
  type Dyad,
  documentsOf,
  dyadBetween,
  type Entry,
  type Evidence,
  findDyads,
  type Identity,
  type Story,
} from './chronicle/index.ts'
export { collectPages, type Page, type PageMeta } from './collect/index.ts'
export type { Problem } from './core/index.ts'
export { FORMATS, factsJson, formatNamed, writeExport } from './export/index.ts'
export { type ArticleFacts, findFacts } from './facts/index.ts'
export { russian } from './language.ts'

/** What many articles say together, as data. */
export type Chronicle = ChronicleRecord

/** The two ways to a chronicle: made of facts in memory, or kept in a folder or a database. */
export const Chronicle = {
  /** @example Chronicle.of(facts, await russian()).entries */
  of: buildChronicle,
  /** @example const letopis = await Chronicle.open('letopis-data', { command: 'my-program' }) */
  open: openChronicle,
} as const
