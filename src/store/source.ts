import type { ChronicleArticle, Entry } from '../chronicle/index.ts'
import type { Outlet } from '../collect/index.ts'
import type { ArticleFacts, EventKind, Stance, Status } from '../facts/index.ts'
import type { MentionType } from '../language/index.ts'

/**
 * What can be asked of a stored chronicle, whatever it is stored in.
 *
 * Every method is asynchronous and reads one consistent state; `revision()` names that state and changes whenever any
 * answer could change (the API makes it an ETag). Unknown ids give null, never an error.
 */
export interface ChronicleReading {
  /** Opaque name of the chronicle's present state, e.g. a counter or a hash. */
  revision(): Promise<string>
  overview(): Promise<Overview>
  /** Entries that pass the filter, in timeline order (see `EntryOrder`), from `offset` on, at most `limit`. */
  entries(filter: EntryFilter, page: EntryPaging): Promise<EntryList>
  /** Counts behind each filter button. The counts of one facet ignore that facet's own choice. */
  facets(filter: EntryFilter): Promise<Facets>
  /** Counts over time for the strip; ignores the filter's `from` and `to`, which the strip shows as a brush. */
  density(filter: EntryFilter, span: DensitySpan): Promise<Density>
  /** By id or by an alias; `entry.id` of the answer is the present id. */
  entry(idOrAlias: string): Promise<EntryView | null>
  /** An article as the chronicle reads it, or one of its versions. */
  article(id: string, version?: string): Promise<ArticleView | null>
  actors(filter: ActorFilter, page: Paging): Promise<ActorList>
}

/** All conditions must hold; inside a list any of its values may (`actors`: each of them takes part). */
export interface EntryFilter {
  /** Identity ids or preferred names; each one must be a participant. Two of them make a pair. */
  readonly actors?: readonly string[]
  readonly kinds?: readonly EventKind[]
  readonly statuses?: readonly Status[]
  /** Outlet names as in `Evidence.outlet`; the empty string stands for pages that name no outlet. */
  readonly outlets?: readonly string[]
  /** First and last day, EDTF year, month or day (`2025`, `2025-09`, `2025-09-03`): the entry's date must be able to lie there. */
  readonly from?: string
  readonly to?: string
  readonly checks?: readonly Check[]
  readonly story?: string
  /** Words to be found in title, participants, place or quotes; every word must be found, in any of its forms. */
  readonly q?: string
}

/**
 * `dispute`: has a conflict, tension or claim · `framing`: is put differently · `one-origin` · `many-origins`.
 * Several checks: the entry passes when it passes any of them.
 */
export type Check = 'dispute' | 'framing' | 'one-origin' | 'many-origins'

export interface Paging {
  readonly offset: number
  readonly limit: number
}

/**
 * `ahead`: planned or possible, and not wholly past by the day of the newest publication (undated ones too): the
 * soonest first, then open ones, then undated. `timeline`: everything else, by the first day of its date (of `../X`:
 * its last day), `new` = latest first, undated always last. Ties: by id. No section: ahead, then timeline.
 */
export interface EntryPaging extends Paging {
  readonly section?: 'ahead' | 'timeline'
  readonly order: 'new' | 'old'
}

/** What a line of the timeline needs. */
export interface EntryRow {
  readonly id: string
  readonly kind: EventKind
  readonly status: Status
  readonly section: 'ahead' | 'dated' | 'undated'
  readonly date: string | null
  readonly title: string
  readonly titleEn: string
  readonly participants: readonly { readonly name: string; readonly nameEn: string; readonly identity: string }[]
  readonly place: { readonly name: string; readonly nameEn: string } | null
  /** Outlets that report it, earliest first; null for pages that name none. */
  readonly outlets: readonly (string | null)[]
  /** One number an origin: how many outlets rest on it. */
  readonly origins: readonly number[]
  /** Number of disagreements that cannot all be true (conflict, tension, claim), and of different wordings. */
  readonly disputes: number
  readonly framings: number
  /** Every outlet that told it has withdrawn it since; absent on all other entries. */
  readonly withdrawn?: true
}

export interface EntryList {
  readonly total: number
  readonly sections: { readonly ahead: number; readonly dated: number; readonly undated: number }
  readonly offset: number
  readonly items: readonly EntryRow[]
}

export interface Facets {
  readonly kinds: readonly { readonly kind: EventKind; readonly count: number }[]
  readonly statuses: readonly { readonly status: Status; readonly count: number }[]
  readonly checks: readonly { readonly check: Check; readonly count: number }[]
  /** Null for pages that name no outlet. Most entries first. */
  readonly outlets: readonly { readonly outlet: string | null; readonly count: number }[]
  /** At most 50, most entries first, the chosen ones always among them. */
  readonly actors: readonly {
    readonly id: string
    readonly name: string
    readonly nameEn: string
    readonly type: MentionType
    readonly count: number
  }[]
}

/** The days that the strip shows (`YYYY-MM-DD`, both included); without them, all that the chronicle holds. */
export interface DensitySpan {
  readonly first?: string
  readonly last?: string
}

export interface DensityCell {
  /** Day, month or year (EDTF) as `unit` says; in `vague`, the entries' common date as it is. */
  readonly period: string
  readonly kind: EventKind
  readonly status: Status
  readonly count: number
  /** Ids of the entries, given while the filter leaves at most 500 entries. */
  readonly ids?: readonly string[]
}

export interface Density {
  /** Day for spans up to 100 days, month up to 20 years, else year. */
  readonly unit: 'day' | 'month' | 'year'
  readonly first: string | null
  readonly last: string | null
  /** Entries known to the unit or finer. */
  readonly cells: readonly DensityCell[]
  /** Entries whose date is coarser than the unit, an interval or open. */
  readonly vague: readonly DensityCell[]
  readonly undated: number
  /** Dated entries wholly before and after the span. */
  readonly before: number
  readonly after: number
  /** Articles by day of publication, within the span. */
  readonly published: readonly { readonly day: string; readonly count: number }[]
}

export interface ArticleCard {
  readonly id: string
  readonly outlet: string | null
  readonly headline: string | null
  readonly published: string | null
}

export interface EntryView {
  readonly entry: Entry
  /** Every article that the entry cites. */
  readonly articles: readonly ArticleCard[]
  /** For each piece of evidence, in order: the participants that this mention names. */
  readonly named: readonly (readonly string[])[]
  readonly partOf: EntryRow | null
  readonly parts: readonly EntryRow[]
  /** Up to seven entries with a common participant, nearest in time, in order of time. */
  readonly near: readonly EntryRow[]
}

/** One text that an article has had; `version` names it together with the article's id. */
export interface ArticleVersion {
  readonly id: string
  readonly version: string
  readonly input: string
  readonly headline: string | null
  readonly published: string | null
  readonly updated: string | null
  /** When the page was taken from the network, in UTC where its zone is known. */
  readonly fetched: string | null
  /** Whether it is the one that the chronicle reads: the latest. */
  readonly current: boolean
}

export interface ArticleView {
  readonly facts: ArticleFacts
  /** What the register of outlets knows of its outlet; null for one that it does not know. */
  readonly publisher?: Pick<Outlet, 'kind' | 'country' | 'language'> | null
  /** For each event of the facts, in order: the entry it belongs to. */
  readonly entries: readonly ({ readonly id: string; readonly title: string; readonly titleEn: string } | null)[]
  readonly reprintOf: (ArticleCard & { readonly share: number }) | null
  readonly reprints: readonly (ArticleCard & { readonly share: number })[]
  /** Every text that it has had, the earliest first; one where it never changed. */
  readonly versions: readonly ArticleVersion[]
  /** Which of them this is. */
  readonly version: string | null
}

export interface ActorFilter {
  /** Beginning of any word of a name or variant. */
  readonly q?: string
  readonly types?: readonly MentionType[]
}

export interface ActorRow {
  readonly id: string
  readonly type: MentionType
  readonly name: string
  readonly nameEn: string
  readonly entries: number
  readonly articles: number
}

export interface ActorList {
  readonly total: number
  readonly offset: number
  readonly items: readonly ActorRow[]
}

export interface StatementFilter {
  /** Identity id or name. */
  readonly speaker?: string
  readonly stances?: readonly Stance[]
  /** Agencies or outlets that it came through. */
  readonly channels?: readonly string[]
  readonly outlets?: readonly string[]
  readonly story?: string
  readonly article?: string
  readonly from?: string
  readonly to?: string
  readonly q?: string
}

/** One outlet; null is all pages that name none. */
export interface SourceRow {
  readonly outlet: string | null
  readonly articles: number
  /** Articles that copy an earlier one. */
  readonly reprints: number
  readonly entries: number
  readonly statements: number
  /** Agencies and outlets through which its statements came, most frequent first, at most 10. */
  readonly through: readonly { readonly name: string; readonly count: number }[]
  readonly first: string | null
  readonly last: string | null
}

export interface Overview {
  readonly articles: number
  readonly entries: number
  readonly disagreements: number
  readonly statements: number
  /** The newest publication. */
  readonly latest: ChronicleArticle | null
  /** Outlets in order of their first publication; null stands for pages that name none. */
  readonly outlets: readonly (string | null)[]
  /** Entries known to the month or day, by month, ascending. */
  readonly months: readonly { readonly month: string; readonly count: number }[]
  /** Names of the two most frequent countries or people that meet in entries, for a heading; null when none stand out. */
  readonly about: { readonly title: string; readonly titleEn: string } | null
}
