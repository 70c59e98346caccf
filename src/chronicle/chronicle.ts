import type { EventKind, ParticipantRole, Stance, Status } from '../facts/index.ts'
import type { MentionType } from '../language/index.ts'

/** One step to proof: the exact characters of an article that a value rests on, and through whom they came. */
export interface Evidence {
  readonly article: string
  readonly start: number
  readonly end: number
  /** Exactly the article's text from `start` to `end`. */
  readonly quote: string
  readonly outlet: string | null
  readonly published: string | null
  /** Speaker first, then agencies, then the outlet. */
  readonly chain: readonly string[]
  /** The mention's own reading, so that versions can be traced to it. */
  readonly status: Status
  readonly date: string | null
  readonly place: string | null
  /** Index of the event in its article's facts. */
  readonly event: number
  /** Evidence of one origin has one number: copies and shared sources are collapsed. */
  readonly origin: number
  /** Told beside the event without saying who, when or where: it proves no field. Absent on all other evidence. */
  readonly incidental?: true
  /** The outlet has taken these words out of its article: they prove no field. Absent on all other evidence. */
  readonly withdrawn?: true
  /** On withdrawn evidence: the version of the article whose text the offsets refer to. */
  readonly version?: string
}

export type DisagreementRelation = 'conflict' | 'tension' | 'claim' | 'framing'

/** The exact characters of one article that state a version. */
export interface VersionSource {
  readonly article: string
  readonly start: number
  readonly end: number
  readonly quote: string
}

export interface Version {
  readonly value: string
  readonly articles: readonly string[]
  /** Independent origins behind this version. */
  readonly origins: number
  readonly sources: readonly VersionSource[]
}

/** What the versions of a disagreement are values of. */
export type DisagreementAbout =
  | 'date'
  | 'place'
  | 'status'
  | 'participants'
  | 'duration'
  | 'count'
  | 'document'
  | 'rank'
  | 'claim'
  | 'words'

export interface Disagreement {
  /** Derived from the entry and the versions: stable, and unique in a chronicle. */
  readonly id: string
  readonly about: DisagreementAbout
  readonly relation: DisagreementRelation
  readonly versions: readonly Version[]
}

export interface EntryParticipant {
  readonly name: string
  readonly nameEn: string
  readonly type: MentionType
  readonly role: ParticipantRole
  readonly identity: string
}

/** A document that the evidence of an entry names: an identity of type document. */
export interface EntryDocument {
  readonly name: string
  readonly nameEn: string
  readonly identity: string
}

export interface HistoryStep {
  readonly status: Status
  readonly article: string
  readonly published: string | null
}

/** Heads of state or government · ministers and heads of bodies · officials and envoys · states without named persons. */
export type ContactLevel = 'leaders' | 'ministers' | 'officials' | 'states'

/** One real-world event joined from all its mentions: the JSON of `letopis export` (see docs/chronicle.md). */
export interface Entry {
  readonly id: string
  readonly aliases: readonly string[]
  readonly kind: EventKind
  readonly status: Status
  readonly date: string | null
  /** What the preferred date rests on: words of a text, or only the day of publication; null without a date. */
  readonly dateBasis: 'text' | 'publication' | null
  /** Composed in neutral words from the fields, never copied; `titleEn` is its English rendering. */
  readonly title: string
  readonly titleEn: string
  /** At most six, people before countries. */
  readonly participants: readonly EntryParticipant[]
  /** Who took part in a contact, by the highest rank on both sides; null where the kind is no contact. */
  readonly level: ContactLevel | null
  readonly place: { readonly name: string; readonly nameEn: string; readonly identity: string } | null
  /** What was signed, adopted or left, by the names that its evidence gives; absent where no document is named. */
  readonly documents?: readonly EntryDocument[]
  readonly evidence: readonly Evidence[]
  /** Outlets (or pages without one) that report it, and how many of the reports are independent: never more. */
  readonly outlets: number
  readonly origins: number
  readonly history: readonly HistoryStep[]
  readonly disagreements: readonly Disagreement[]
  /** Coarser or finer values of the same thing; shown, never listed as disagreement. */
  readonly granularity: readonly Version[]
  readonly partOf: string | null
  readonly story: string | null
  /** Every outlet that told it has withdrawn it since; absent on all other entries. */
  readonly withdrawn?: true
}

export interface Identity {
  readonly id: string
  readonly type: MentionType
  readonly name: string
  readonly nameEn: string
  /** Identity of the state that a person or body serves, where its roles tell. */
  readonly country: string | null
  /** Variants as written in normal form, with how often each was seen. */
  readonly variants: readonly { readonly name: string; readonly count: number }[]
  readonly roles: readonly {
    readonly role: string
    readonly from: string | null
    readonly to: string | null
    readonly articles: readonly string[]
  }[]
  readonly articles: number
}

/** An article as the chronicle knows it: what it is a copy of and how much. */
export interface ChronicleArticle {
  readonly id: string
  readonly input: string
  readonly url: string | null
  readonly outlet: string | null
  readonly headline: string | null
  readonly published: string | null
  /** The earlier article that this one copies, with the share of its text that stands there too (0 to 1). */
  readonly reprintOf: { readonly article: string; readonly share: number } | null
  readonly story: string | null
  /** Every text that the article has had, the earliest first, the present one last; absent where it never changed. */
  readonly versions?: readonly ChronicleVersion[]
}

/** One text that an article has had. */
export interface ChronicleVersion {
  /** Id of the article in this version; with `version` it names the text. */
  readonly id: string
  readonly version: string
  readonly headline: string | null
  readonly published: string | null
  readonly updated: string | null
  /** How many of its events no later version tells. */
  readonly withdrawn: number
}

export interface ChronicleStatement {
  readonly article: string
  readonly index: number
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly kind: 'direct' | 'indirect'
  readonly stance: Stance
  readonly speaker: { readonly name: string; readonly identity: string | null } | null
  readonly chain: readonly string[]
  readonly published: string | null
}

/** Articles of one happening, of any subject, and the entries that stand in them. */
export interface Story {
  readonly id: string
  /** Title of its most reported entry; the headline of its earliest article where no entry stands. */
  readonly title: string
  readonly titleEn: string
  /** First and last day of publication. */
  readonly from: string | null
  readonly to: string | null
  readonly articles: readonly string[]
  readonly entries: readonly string[]
}

export interface Chronicle {
  readonly kind: 'chronicle'
  /** By date, undated last; ties by id. */
  readonly entries: readonly Entry[]
  readonly identities: readonly Identity[]
  readonly articles: readonly ChronicleArticle[]
  readonly statements: readonly ChronicleStatement[]
  readonly stories: readonly Story[]
}

/** One of the two that a dyad stands between. */
export interface DyadMember {
  readonly identity: string
  readonly name: string
  readonly nameEn: string
  readonly type: MentionType
}

/** One month of a dyad: what happened between the two. */
export interface DyadMonth {
  /** YYYY-MM */
  readonly month: string
  /** Entries that happened (or go on), by kind. */
  readonly kinds: Readonly<Partial<Record<EventKind, number>>>
  /** Contacts (visits, meetings, calls, gatherings) that happened, by level. */
  readonly levels: Readonly<Partial<Record<ContactLevel, number>>>
  /** Happened contacts, weighted 3 (leaders), 2 (ministers), 1 (officials), 1 (states). */
  readonly intensity: number
}

/** Two identities, usually states, and everything between them. Lists of entries hold ids, by date, undated last. */
export interface Dyad {
  readonly id: string
  /** By identity id. */
  readonly members: readonly [DyadMember, DyadMember]
  /** Every entry in which both take part, themselves or through who serves them. */
  readonly entries: readonly string[]
  /** First and last day on which something happened between them; null where nothing did or no day is known. */
  readonly from: string | null
  readonly to: string | null
  /** Contacts that happened. */
  readonly contacts: readonly string[]
  /** Those contacts by kind and by level. */
  readonly kinds: Readonly<Partial<Record<EventKind, number>>>
  readonly levels: Readonly<Partial<Record<ContactLevel, number>>>
  /** The highest level of a contact that happened; null without one. */
  readonly level: ContactLevel | null
  /** Agreements that were made. */
  readonly agreements: readonly string[]
  /** Planned, possible or invited, and still to come. */
  readonly pending: readonly string[]
  /** Planned or possible for a day that has passed by the last page, and never reported as done or denied. */
  readonly unreported: readonly string[]
  /** Months in which something happened, rising; entries whose date is wider than a month stand in none. */
  readonly months: readonly DyadMonth[]
  /** Sum of the months' intensity and that of contacts in no month. */
  readonly intensity: number
}

/** One document over all articles, and what was done with it. */
export interface DocumentRecord {
  readonly identity: string
  readonly name: string
  readonly nameEn: string
  readonly variants: Identity['variants']
  /** How many articles name it. */
  readonly articles: number
  /** Entries whose evidence names it (signed, adopted, ratified, left), by date, undated last. */
  readonly entries: readonly string[]
  /** The entry that made it: the first agreement or decision among them; null where none is known. */
  readonly madeBy: string | null
  readonly date: string | null
  readonly status: Status | null
  /** Who took part in making it. */
  readonly parties: readonly EntryParticipant[]
  /** What sources disagree about concerning it, as listed on its entries. */
  readonly disagreements: readonly string[]
}
