import type { EventKind, ParticipantRole, Status } from '../../facts/index.ts'
import type { Language } from '../../language/index.ts'
import type { EntryParticipant } from '../chronicle.ts'
import { englishTitle } from './english.ts'
import type { TitlePlace } from './place.ts'
import { russianTitle } from './russian.ts'
import { type CountedStems, subtypeOf } from './subtypes.ts'

/** What a title is composed from. */
export interface TitleParts {
  readonly kind: EventKind
  readonly status: Status
  readonly participants: readonly EntryParticipant[]
  readonly place: TitlePlace | null
  readonly lemmas: CountedStems
  /** Name of the document that the event made, where just one is named. */
  readonly document: string | null
  /** Identity of the state that a participant serves, where known. */
  readonly home?: (participant: EntryParticipant) => string | null
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
export const castOf = (parts: TitleParts): Cast => {
  const { kind, participants } = parts
  const from = participants.filter(({ role }) => FROM.has(role))
  const to = participants.filter(({ role }) => TO.has(role))
  return kind === 'visit' ? visitCast(parts, ...visitSides(parts, from, to)) : { all: participants, from, to }
}

// Who is called a host and does not serve a state visited is none, and came to it where no visitor is named; a state
// travels only where nobody is named.
const visitSides = (
  { home }: TitleParts,
  from: readonly EntryParticipant[],
  to: readonly EntryParticipant[],
): [from: readonly EntryParticipant[], to: readonly EntryParticipant[]] => {
  const states = new Set(to.flatMap(({ type, identity }) => (type === 'country' ? [identity] : [])))
  const strangers = to.filter((one) => {
    const own = one.type === 'person' && states.size > 0 ? (home?.(one) ?? null) : null
    return own !== null && !states.has(own)
  })
  const visitors = from.some(({ type }) => type === 'person') ? from : [...from, ...strangers]
  const people = visitors.filter(({ type }) => type === 'person')
  return [
    people.length > 0 ? visitors.filter(({ type }) => type !== 'country') : visitors,
    to.filter((one) => !strangers.includes(one)),
  ]
}

// A visit leads to one place, the one where it was if that is among its hosts; who serves the state visited is at home
// there and no visitor.
const visitCast = (
  { participants, place, home }: TitleParts,
  from: readonly EntryParticipant[],
  to: readonly EntryParticipant[],
): Cast => {
  const plain = participants.filter(({ role }) => role === 'side')
  const guests = plain.filter(({ type }) => type !== 'country' && type !== 'place')
  const goals = to.length > 0 || (guests.length === 0 && from.length === 0) ? to : plain.filter(isPlaceOrState)
  const visitors = (from.length > 0 ? from : guests).filter(({ type }) => type !== 'place')
  const homes = new Set(visitors.map((visitor) => home?.(visitor) ?? null))
  const goal = goals.find(({ name }) => name === place?.name) ?? soleGoal(goals, homes, place !== null)
  if (!goal) return { all: participants, from: visitors, to: [] }
  const strangers = visitors.filter(
    (visitor) => visitor.identity !== goal.identity && home?.(visitor) !== goal.identity,
  )
  return { all: [...strangers, goal], from: strangers, to: [goal] }
}

// Of several states, one that is nobody's own; none where a town is named that could be in any of them.
const soleGoal = (
  goals: readonly EntryParticipant[],
  homes: ReadonlySet<string | null>,
  placed: boolean,
): EntryParticipant | undefined =>
  goals.length > 1 && placed ? undefined : (goals.find(({ identity }) => !homes.has(identity)) ?? goals[0])

const isPlaceOrState = ({ type }: EntryParticipant): boolean => type === 'country' || type === 'place'

/** What states do, whoever signs for them. */
const OF_STATES = new Set<EventKind>([
  'agreement',
  'cooperation',
  'aid',
  'sanction',
  'deployment',
  'withdrawal',
  'attack',
])

/** What people and bodies do: their state beside them says nothing more. */
const OF_PEOPLE = new Set<EventKind>(['decision', 'gathering', 'meeting', 'call'])

// A side is named once: by its state in what states do, by its person or body in what people do.
const sidesOf = ({ kind, participants, home }: TitleParts): readonly EntryParticipant[] => {
  const named = new Set(participants.map(({ identity }) => identity))
  const isOwn = (one: EntryParticipant): boolean => one.type !== 'country' && named.has(home?.(one) ?? '')
  if (OF_STATES.has(kind)) return participants.filter((one) => !isOwn(one))
  if (kind === 'invitation') return withoutServed(participants, ({ type }) => type === 'person', home)
  if (!OF_PEOPLE.has(kind)) return participants
  const left = withoutServed(participants, ({ type }) => type !== 'country', home)
  // With one side alone left, a contact would lose whom it was with.
  return left.length >= (kind === 'meeting' || kind === 'call' ? 2 : 1) ? left : participants
}

// "Решение Олега Берга", not "Олега Берга и Чили": without the states that some of the others serve.
const withoutServed = (
  participants: TitleParts['participants'],
  serves: (one: EntryParticipant) => boolean,
  home: TitleParts['home'],
): TitleParts['participants'] => {
  const served = new Set(participants.filter(serves).map((one) => home?.(one) ?? ''))
  return participants.filter(({ type, identity }) => type !== 'country' || !served.has(identity))
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
  const told = { ...parts, participants: sidesOf(parts) }
  const cast = castOf(told)
  return { title: russianTitle(told, subtype, cast, language), titleEn: englishTitle(told, subtype, cast, language) }
}
