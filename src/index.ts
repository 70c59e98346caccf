/**
 * Letopis as a library: pages in, facts and a chronicle out.
 *
 * @example
 * import { collectPages, extract } from 'letopis'
 * for await (const { outcome } of extract(collectPages(['pages/']))) if (outcome.kind === 'read') console.log(outcome.json)
 */
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
  type Chronicle,
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
