import type { EventKind, ParticipantRole, Status } from '../../facts/index.ts'
import type { Language } from '../../language/index.ts'
import type { EntryParticipant } from '../chronicle.ts'
import { englishTitle } from './english.ts'
import { russianTitle } from './russian.ts'
import { subtypeOf } from './subtypes.ts'

/** What a title is composed from. */
export interface TitleParts {
  readonly kind: EventKind
  readonly status: Status
  readonly participants: readonly EntryParticipant[]
  readonly place: { readonly name: string; readonly nameEn: string } | null
  /** Stems of the words that name the event in its mentions, the commonest first. */
  readonly lemmas: readonly string[]
  /** Name of the document that the event made, where just one is named. */
  readonly document: string | null
}

/** Participants of a title sorted by what they do. */
export interface Cast {
  readonly all: readonly EntryParticipant[]
  readonly from: readonly EntryParticipant[]
  readonly to: readonly EntryParticipant[]
}

const FROM = new Set<ParticipantRole>(['agent', 'visitor', 'inviter'])
const TO = new Set<ParticipantRole>(['target', 'recipient', 'host', 'invitee'])

/** Who acts and who is acted upon; where no role tells, a visit is made by people to states. */
export const castOf = ({ kind, participants }: TitleParts): Cast => {
  const from = participants.filter(({ role }) => FROM.has(role))
  const to = participants.filter(({ role }) => TO.has(role))
  const plain = participants.filter(({ role }) => role === 'side')
  if (kind === 'visit' && plain.length > 0) {
    const states = plain.filter(({ type }) => type === 'country')
    const guests = plain.filter(({ type }) => type !== 'country')
    return {
      all: participants,
      from: from.length > 0 ? from : guests,
      to: to.length > 0 ? to : guests.length > 0 || from.length > 0 ? states : [],
    }
  }
  return { all: participants, from, to }
}

/**
 * A title in plain neutral words, composed from an entry's fields and never copied from a page, in Russian and in
 * English. What happened carries no mark; a plan, a possibility and a denial say so.
 *
 * @example { title: 'Переговоры Анны Берг и Олега Кравцова, Осло', titleEn: 'Talks of Anna Berg and Oleg Kravtsov, Oslo' }
 */
export const composeTitle = (
  parts: TitleParts,
  language: Language,
): { readonly title: string; readonly titleEn: string } => {
  const subtype = subtypeOf(parts.kind, parts.lemmas)
  const cast = castOf(parts)
  return { title: russianTitle(parts, subtype, cast, language), titleEn: englishTitle(parts, subtype, cast, language) }
}
