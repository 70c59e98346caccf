import type {
  ChronicleStatement,
  ContactLevel,
  Correction,
  CorrectionState,
  Disagreement,
  DisagreementAbout,
  DisagreementRelation,
  Dyad,
  DyadMember,
  Identity,
} from '../chronicle/index.ts'
import type { EventKind, Stance } from '../facts/index.ts'
import type { MentionType } from '../language/index.ts'
import type { ArticleCard, EntryRow, SourceRow } from '../store/index.ts'
import type { Publisher } from './publishers.ts'

/** All conditions must hold; inside a list any of its values may (`actors`: each of them takes part in the entry). */
export interface DisagreementFilter {
  readonly abouts?: readonly DisagreementAbout[]
  readonly relations?: readonly DisagreementRelation[]
  readonly actors?: readonly string[]
  /** Outlets of the pages that state one of the versions; the empty string stands for pages that name none. */
  readonly outlets?: readonly string[]
  /** Words of the entry's title and of the versions. */
  readonly q?: string
}

export interface DisagreementRow {
  readonly disagreement: Disagreement
  readonly entry: EntryRow
  /** 4 conflict, 3 tension, 2 claim, 1 framing, times the origins behind all its versions. */
  readonly weight: number
  /** Every page that states a version. */
  readonly articles: readonly ArticleCard[]
}

export interface DisagreementList {
  readonly total: number
  readonly offset: number
  /** The weightiest first; of equals the latest, then by id. */
  readonly items: readonly DisagreementRow[]
  /** Counts behind each filter, each ignoring its own choice. */
  readonly facets: {
    readonly abouts: readonly { readonly about: DisagreementAbout; readonly count: number }[]
    readonly relations: readonly { readonly relation: DisagreementRelation; readonly count: number }[]
  }
}

export interface StatementRow extends ChronicleStatement {
  readonly outlet: string | null
  readonly speakerEn: string | null
}

export interface StatementList {
  readonly total: number
  readonly offset: number
  readonly items: readonly StatementRow[]
}

/** Counts behind each filter of the statements, each ignoring its own choice. */
export interface StatementFacets {
  /** At most 50, most statements first; `id` is what the filter takes. */
  readonly speakers: readonly {
    readonly id: string
    readonly name: string
    readonly nameEn: string
    readonly count: number
  }[]
  readonly stances: readonly { readonly stance: Stance; readonly count: number }[]
  /** Agencies and outlets that statements came through, at most 50. */
  readonly channels: readonly { readonly name: string; readonly count: number }[]
}

/** Somebody whom an actor met: contacts that happened or go on. */
export interface MetRow {
  readonly id: string
  readonly type: MentionType
  readonly name: string
  readonly nameEn: string
  readonly count: number
  readonly first: string | null
  readonly last: string | null
  readonly kinds: readonly { readonly kind: EventKind; readonly count: number }[]
}

/** A place with the entries that happened there. */
export interface PlaceCount {
  readonly name: string
  readonly nameEn: string
  readonly count: number
}

/** An identity with all that the chronicle knows of it. */
export interface ActorView extends Identity {
  readonly entries: number
  readonly kinds: readonly { readonly kind: EventKind; readonly count: number }[]
  /** Entries known to the month or day, by month, ascending. */
  readonly months: readonly { readonly month: string; readonly count: number }[]
  /** At most 60, most contacts first. */
  readonly met: readonly MetRow[]
  /** Contacts among the first twelve of `met`, by their places in it. */
  readonly links: readonly { readonly a: number; readonly b: number; readonly count: number }[]
  /** Where what it took part in happened, most entries first, at most 100. */
  readonly places: readonly PlaceCount[]
  readonly statements: number
  readonly stances: readonly { readonly stance: Stance; readonly count: number }[]
  /** Stories in which it spoke, at most 20, most statements first. */
  readonly topics: readonly {
    readonly story: string
    readonly title: string
    readonly titleEn: string
    readonly count: number
  }[]
  /** Pages that tell of it in an entry or quote it, newest first, at most 200: what a split can be made by. */
  readonly pages: readonly ArticleCard[]
  /** The state it serves, where roles tell. */
  readonly serves: { readonly id: string; readonly name: string; readonly nameEn: string } | null
}

/** Two states, for the list of pairs. */
export interface PairRow {
  readonly members: readonly [DyadMember, DyadMember]
  readonly entries: number
  readonly contacts: number
  readonly agreements: number
  readonly pending: number
  readonly unreported: number
  readonly level: ContactLevel | null
  readonly from: string | null
  readonly to: string | null
  /** Date of what came last, as exact as it is known: `to` is only the last day on which that can lie. */
  readonly last: string | null
}

export interface PairList {
  readonly total: number
  readonly offset: number
  readonly items: readonly PairRow[]
}

/** An entry between the two of a pair. */
export interface PairEntry extends EntryRow {
  readonly level: ContactLevel | null
  /** Newest publication that mentions it. */
  readonly lastMention: string | null
  /** Of a visit: which member was visited (0 or 1), where roles or the place tell. */
  readonly visited: 0 | 1 | null
}

export interface PairView {
  readonly dyad: Dyad
  /** The entries of the dyad, at most 1,000 of the latest, by date, undated last. */
  readonly entries: readonly PairEntry[]
  readonly total: number
  /** People who take part, most entries first, at most 20. */
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly nameEn: string
    readonly count: number
    readonly level: ContactLevel | null
  }[]
  /** Where what happened between them did, most entries first, at most 100. */
  readonly places: readonly PlaceCount[]
  /** Newest day of publication in the chronicle: what is past is past by this day. */
  readonly asOf: string | null
}

/** What pages of one outlet rest on. */
export interface SourceView extends SourceRow {
  /** What the register of outlets knows of it; null for one that it does not know. */
  readonly publisher?: Publisher | null
  /** Mean share of a page's text that copies no earlier page (0 to 1). */
  readonly original: number
  /** Evidence in the outlet's own voice, in somebody's words, and in somebody's words through another outlet. */
  readonly own: number
  readonly spoken: number
  readonly relayed: number
  /** Of entries with several outlets: how often it was the first, and the median delay after the first in hours. */
  readonly shared: number
  readonly firsts: number
  readonly delay: number | null
}

/** One outlet that takes from another: by copying its text, or by quoting it. */
export interface SourceLink {
  readonly from: string | null
  readonly to: string | null
  readonly how: 'copies' | 'quotes'
  readonly count: number
  /** Mean share of text that was copied; null for quotes. */
  readonly share: number | null
  /** Median hours between the two publications, where both name their hour; null for quotes. */
  readonly delay: number | null
}

export interface SourceMatrix {
  readonly items: readonly SourceView[]
  /** Most frequent first, at most 400. */
  readonly links: readonly SourceLink[]
  /** Entries by number of independent origins. */
  readonly independence: readonly { readonly origins: number; readonly entries: number }[]
}

/** A decision with what became of it, and the names of what it speaks of. */
export interface CorrectionRow extends Correction {
  readonly state: CorrectionState
  /** Titles and names, as the chronicle has them now, by the ids that the decision gives. */
  readonly names: Readonly<Record<string, { readonly name: string; readonly nameEn: string }>>
}

export interface CorrectionList {
  readonly total: number
  readonly offset: number
  /** Latest first. */
  readonly items: readonly CorrectionRow[]
}
