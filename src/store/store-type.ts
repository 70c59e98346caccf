import type { ArticleHistory, Chronicle, Correction } from '../chronicle/index.ts'
import type { ArticleFacts } from '../facts/index.ts'
import type { Added, OnKept, ReadPage } from './articles.ts'
import type { Changes } from './changes.ts'
import type { JoiningBegin, KeptJoining } from './joining-file.ts'
import type { LockOwner } from './lock.ts'
import type { KeptPage } from './page-record.ts'
import type { PageQueue } from './queue.ts'
import type { ChronicleRecords, RecordTable } from './record-stream.ts'
import type { ChronicleKeeper } from './renewal.ts'
import type { StoredVersion } from './versions.ts'

/** An article as `letopis articles` lists it. */
export interface ArticleLine {
  readonly id: string
  readonly outlet: string | null
  readonly headline: string | null
  readonly published: string | null
  readonly url: string | null
  readonly input: string
  readonly versions: number
}

/** Makes the chronicle of the articles as they are now, and of the earlier versions of those whose text has changed. */
export type MakeChronicle = (
  facts: readonly ArticleFacts[],
  histories: readonly ArticleHistory[],
) => Chronicle | Promise<Chronicle>

/** A page that was read, and its number in the queue. */
export interface QueuedRead {
  readonly number: string
  readonly read: ReadPage
}

/** Pages that are written together, with what those that could be read gave. */
export interface PageGroup {
  readonly pages: readonly KeptPage[]
  readonly reads: readonly ReadPage[]
}

/** What the database lacks of the pages that are kept: see `Store.lacks`. */
export type Lacks = 'everything' | 'some' | null

/**
 * A chronicle's pages, the articles read from them and the chronicle made of those, wherever they are kept. One SQL for
 * the embedded database and for PostgreSQL; any method may fail with a `StoreFailure`.
 */
export interface Store {
  /** As a person would name it: folder, or address without its password. */
  readonly where: string
  /** Bytes at the end of the page journal that a stop had torn; they were dropped on opening. */
  readonly torn: number
  /** Pages that are safe but whose articles are not in the database: a stop came between, or the database was lost. */
  readonly lacks: Lacks
  /** Pages that `lacks` speaks of. */
  lacking(): AsyncGenerator<KeptPage>
  /**
   * Keeps pages with their articles: all of them or none. When it returns they are safe. `onKept` may be told of those
   * that are new, so that they need not be read again.
   */
  add(reads: readonly ReadPage[], onKept?: OnKept): Promise<readonly Added[]>
  /**
   * The same for pages that waited in the queue: each leaves it in the same transaction. What waits no more, because
   * another worker was faster, is not added and gives null.
   */
  addQueued(reads: readonly QueuedRead[]): Promise<readonly (Added | null)[]>
  /** The pages that wait to be read; null where there is no server that others could take them from. */
  queue(): Promise<PageQueue | null>
  /** Writes articles of pages that are kept already (`lacking`, `pages`) as they are read now. */
  restore(reads: readonly ReadPage[]): Promise<void>
  /**
   * Fills an empty chronicle, all or nothing: every page is kept, also one that gives no article any more. Fails with
   * `restore-into-used` when something stands there.
   */
  fill(groups: AsyncIterable<PageGroup>, corrections: readonly Correction[]): Promise<void>
  /** Tells that everything lacking was restored. */
  restored(): Promise<void>
  /**
   * Takes articles out with all their versions and pages. An id that only an earlier version had takes that one alone, and
   * so does naming the version.
   */
  remove(ids: readonly string[], version?: string): Promise<{ readonly removed: number; readonly missing: number }>
  /** Every kept page, in the order in which they came. */
  pages(): AsyncGenerator<KeptPage>
  /** The facts of an article as the chronicle reads it, or of one of its versions. */
  article(id: string, version?: string): Promise<ArticleFacts | null>
  /** Every text that the article of this id has had, the earliest first; empty when no article has the id. */
  versions(id: string): Promise<readonly StoredVersion[]>
  articles(): AsyncGenerator<ArticleLine>
  /** Facts of all articles by id, each in its latest version, `parts` left out. */
  facts(): AsyncGenerator<ArticleFacts>
  /** Whether articles changed since the chronicle was made. */
  isStale(): Promise<boolean>
  /** Makes the chronicle anew from the facts and writes what changed; of several processes one at a time. */
  renew(build: MakeChronicle): Promise<void>
  /**
   * The same with one who keeps what it knows: it is given what changed among the articles since its last making. Gives
   * the chronicle as it was written.
   */
  renewBy(keeper: ChronicleKeeper): Promise<Chronicle>
  /**
   * Takes up what joining knew when it was last kept here by the same rules: `begin` is given its parts. Null where nothing
   * is kept that can be taken up; always in memory.
   */
  takeUpJoining<T>(rules: string, begin: JoiningBegin<T>): Promise<KeptJoining<T> | null>
  /** Keeps what joining knows for the next process; nothing in memory. */
  keepJoining(rules: string, keeper: ChronicleKeeper, parts: () => Iterable<unknown>): Promise<void>
  /** The chronicle as it was made; what people decided about it is in `corrections`. */
  chronicle(): Promise<Chronicle>
  /** The same, one table as a stream of records in the chronicle's own order. */
  records<T extends RecordTable>(table: T): AsyncGenerator<ChronicleRecords[T]>
  /**
   * Tells the log of changes what a table holds now, by the hashes of its records; gives what changed since the cursor,
   * everything without one.
   */
  changes(what: string, hashes: ReadonlyMap<string, string>, since: string | null): Promise<Changes>
  /** Every decision, in the order in which they came. */
  corrections(): Promise<readonly Correction[]>
  /** Adds decisions to the log, those that it has already left out; gives how many were new. When it returns they are safe. */
  correct(corrections: readonly Correction[]): Promise<number>
  /** Changes whenever anything in the store does. */
  revision(): Promise<string>
  /** Lets other processes that want this folder send their requests there; nothing on a server. */
  openDoor(door: NonNullable<LockOwner['door']>): Promise<void>
  close(): Promise<void>
}
