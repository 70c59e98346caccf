import type { Article } from '../article/index.ts'
import type { Span } from '../core/index.ts'
import type { MentionType } from '../language/index.ts'

export const EVENT_KINDS = [
  'visit',
  'meeting',
  'call',
  'gathering',
  'agreement',
  'invitation',
  'aid',
  'cooperation',
  'deployment',
  'attack',
  'sanction',
  'detention',
  'withdrawal',
  'appointment',
  'decision',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export const STATUSES = ['possible', 'planned', 'ongoing', 'happened', 'denied'] as const
export type Status = (typeof STATUSES)[number]

export const STANCES = [
  'says',
  'confirms',
  'denies',
  'declines',
  'criticises',
  'warns',
  'demands',
  'promises',
  'supports',
  'invites',
  'expects',
] as const
export type Stance = (typeof STANCES)[number]

/** Which rule or model found a fact, and the words that it rests on, as [start, end] pairs. */
export interface Why {
  readonly rule: string
  readonly words: readonly (readonly [number, number])[]
}

export interface MentionFact extends Span {
  readonly type: MentionType
  /** The fullest nominative name that the article gives for this identity. */
  readonly name: string
  readonly role?: string
  readonly identity: string
  /** State that a person or body serves ("Россия"), where the article or the lexicon tells. */
  readonly country?: string
}

export interface TimeFact extends Span {
  /** EDTF (ISO 8601-2), levels 0 to 2. */
  readonly value: string
  /** TIMEX3, only where it says more: a part of the day (`2021-03-05TMO`), an hour with its zone (`2021-03-05T13:00+03:00`). */
  readonly timex?: string
  readonly note?: string
  readonly why?: Why
}

export interface Speaker {
  readonly name: string
  readonly identity?: string
  readonly start?: number
  readonly end?: number
}

export interface StatementFact extends Span {
  readonly kind: 'direct' | 'indirect'
  readonly stance: Stance
  /** Null when truly nobody is named. */
  readonly speaker: Speaker | null
  readonly via: readonly { readonly name: string; readonly identity?: string }[]
  readonly cue: { readonly start: number; readonly end: number; readonly lemma: string } | null
  /** Index of the statement that this one stands inside of. */
  readonly within?: number
  readonly why?: Why
}

export type ParticipantRole = 'agent' | 'target' | 'recipient' | 'visitor' | 'host' | 'inviter' | 'invitee' | 'side'

export interface Participant {
  readonly name: string
  readonly role: ParticipantRole
  readonly identity?: string
  readonly type?: MentionType
}

export interface EventFact {
  readonly kind: EventKind
  readonly status: Status
  readonly trigger: { readonly start: number; readonly end: number; readonly lemma: string }
  readonly participants: readonly Participant[]
  /** EDTF, or null where the text does not tell. */
  readonly date: string | null
  /** What the date rests on; null without a date. */
  readonly dateBasis: 'text' | 'publication' | null
  readonly place: { readonly name: string; readonly identity?: string } | null
  /** Indexes into `figures`. */
  readonly figures: readonly number[]
  /** Index of the statement that reports it; absent when the outlet says it itself. */
  readonly statement?: number
  readonly why?: Why
}

export interface FigureFact extends Span {
  /** The number; a range has `to` as well. */
  readonly value: number
  readonly to?: number
  readonly unit: string
  /** What it counts ("военных"), as written. */
  readonly of?: string
  readonly approximation?: 'about' | 'at-least' | 'at-most' | 'more-than' | 'less-than'
  readonly statement?: number
  /** The doubt that the text itself casts on it, in the text's words. */
  readonly doubt?: string
  readonly why?: Why
}

export interface DocumentFact extends Span {
  readonly name: string
  readonly identity?: string
  readonly why?: Why
}

/** What one article yields: the JSON of `letopis extract` (see docs/facts.md). Indexes refer to this record's own lists. */
export interface ArticleFacts
  extends Pick<
    Article,
    | 'id'
    | 'input'
    | 'url'
    | 'outlet'
    | 'language'
    | 'headline'
    | 'published'
    | 'publishedBasis'
    | 'updated'
    | 'text'
    | 'parts'
    | 'notes'
    | 'credits'
  > {
  readonly mentions: readonly MentionFact[]
  readonly times: readonly TimeFact[]
  readonly statements: readonly StatementFact[]
  readonly events: readonly EventFact[]
  readonly figures: readonly FigureFact[]
  readonly documents: readonly DocumentFact[]
}
