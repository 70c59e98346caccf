import type { Correction, CorrectionAction, Entry, Note } from '../chronicle/index.ts'
import type { Page } from '../collect/index.ts'
import type { Problem } from '../core/index.ts'
import type { Changes, ChronicleReading, EntryFilter, Paging, StatementFilter } from '../store/index.ts'
import type { ChangingTable } from './hashes.ts'
import type { ChronicleTables } from './tables.ts'
import type { VersionPair, VersionsView } from './version-views.ts'
import type {
  ActorView,
  CorrectionList,
  DisagreementFilter,
  DisagreementList,
  PairList,
  PairView,
  SourceMatrix,
  StatementFacets,
  StatementList,
} from './views.ts'

export type * from '../store/index.ts'
export type * from './version-views.ts'
export type * from './views.ts'

/** What the HTTP API asks of a chronicle: everything that can be read, and adding and removing pages. */
export interface ChronicleSource extends ChronicleReading {
  /** Everything, one record after another: what is written to files. */
  tables(): Promise<ChronicleTables>
  /**
   * What changed in a table since a cursor (see docs/export.md): everything when it is null or of a database that is no
   * more.
   */
  changes(table: ChangingTable, since: string | null): Promise<Changes>
  /** Every entry that passes, whole, in the order of the timeline: for files. */
  allEntries(filter: EntryFilter, order: 'new' | 'old'): Promise<readonly Entry[]>
  /** Every text that an article has had, and what changed between two of them; null when there is no such one. */
  versions(id: string, pair: VersionPair): Promise<VersionsView | null>
  disagreements(filter: DisagreementFilter, page: Paging): Promise<DisagreementList>
  statements(filter: StatementFilter, page: Paging): Promise<StatementList>
  statementFacets(filter: StatementFilter): Promise<StatementFacets>
  actor(id: string): Promise<ActorView | null>
  /** Pairs of states, the busiest first. */
  pairs(page: Paging): Promise<PairList>
  /** By identity ids, in any order. */
  pair(a: string, b: string): Promise<PairView | null>
  sources(): Promise<SourceMatrix>
  /** What people decided about the chronicle, latest first. */
  corrections(page: Paging): Promise<CorrectionList>
  /** The whole log in its order: what `importCorrections` takes elsewhere. */
  correctionLog(): Promise<readonly Correction[]>
  /** Remarks about one entry, identity or disagreement. */
  notes(id: string): Promise<readonly Note[]>
  /** Adds decisions of an author made now; gives them with their ids. */
  correct(author: string, actions: readonly CorrectionAction[]): Promise<readonly Correction[]>
  /** Takes a log from elsewhere; decisions that are here already count as none. */
  importCorrections(log: readonly Correction[]): Promise<{ readonly added: number }>
  /** Reads and keeps pages; resolves when they are safely stored. */
  addPages(pages: readonly Page[]): Promise<AddReport>
  /**
   * Asks addresses of articles, feeds, sitemaps and front pages, and reads and keeps the pages that they lead to, at most
   * 200 from each; resolves when they are safely stored.
   */
  addAddresses(addresses: readonly string[]): Promise<AddReport>
  /**
   * Reads and keeps the pages of a file of any kind that can be collected (a page, records, an archive, a letter, a PDF), told by its
   * name; resolves when they are safely stored.
   */
  addFile(name: string, bytes: AsyncIterable<Uint8Array>): Promise<AddReport>
  /**
   * Takes articles out again with all their versions; ids that are not there are counted as missing. An id that only an
   * earlier version had takes that one alone, and so does naming the version.
   */
  removeArticles(
    ids: readonly string[],
    version?: string,
  ): Promise<{ readonly removed: number; readonly missing: number }>
}

export interface AddReport {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  /** Pages that were left out or only partly read, with why. */
  readonly problems: readonly Problem[]
}
