import { edtfBounds, edtfInside } from '../../core/index.ts'
import type { ParticipantRole, Status } from '../../facts/index.ts'
import type { Identities } from '../identities/identities.ts'
import { enter } from '../sets.ts'
import type { Texts } from '../text/vocabulary.ts'
import type { Actor } from './actors.ts'
import type { Draft } from './draft.ts'
import { type EventMention, partsOf } from './mention.ts'

/** How many participants an entry names at most. */
const MOST_PARTICIPANTS = 6

/** Roles in which a state is named for itself, whoever speaks for it. */
const RECEIVES = new Set<ParticipantRole>(['host', 'target', 'recipient', 'invitee'])

/** The preferred values of an entry, each chosen by how many independent origins support it. */
export interface Fields {
  readonly status: Status
  readonly date: string | null
  readonly dateBasis: 'text' | 'publication' | null
  /** Identity of the place; -1 for none. */
  readonly place: number
  readonly participants: readonly { readonly identity: number; readonly role: ParticipantRole }[]
}

/** `origins[at]` is the origin of `draft.mentions[at]`. */
export const fieldsOf = (draft: Draft, origins: readonly number[], identities: Identities, names: Texts): Fields => {
  const { date, basis } = preferredDate(draft.mentions, origins)
  return {
    status: preferredStatus(draft.mentions, origins),
    date,
    dateBasis: basis,
    place: preferredPlace(draft.mentions, origins, identities),
    participants: preferredParticipants(draft, origins, identities, names),
  }
}

const support = (
  mentions: readonly EventMention[],
  origins: readonly number[],
  holds: (mention: EventMention) => boolean,
): number =>
  supportOf(
    mentions.flatMap((mention, at) => (holds(mention) ? [at] : [])),
    mentions,
    origins,
  )

// Independent origins decide; where they are as many (one outlet tells it all), pages do.
const supportOf = (
  tellers: Iterable<number>,
  mentions: readonly EventMention[],
  origins: readonly number[],
): number => {
  const from = new Set<number>()
  const pages = new Set<number>()
  for (const at of tellers) {
    from.add(origins[at] as number)
    pages.add((mentions[at] as EventMention).article)
  }
  return from.size + pages.size / (pages.size + 1)
}

/**
 * The finest date among the best supported: a value is supported by every origin whose own value is the same or holds
 * it; a day that only publication tells gives way to one that a text names.
 */
export const preferredDate = (
  mentions: readonly EventMention[],
  origins: readonly number[],
): { readonly date: string | null; readonly basis: 'text' | 'publication' | null } => {
  const dated = mentions.filter((mention) => mention.date !== null && edtfBounds(mention.date) !== null)
  const values = [...new Set(dated.map((mention) => mention.date as string))]
  if (values.length === 0)
    return {
      date: mentions.find((mention) => mention.date !== null)?.date ?? null,
      basis: mentions.some((mention) => mention.date !== null) ? 'text' : null,
    }
  const scored = values.map((value) => {
    const own = dated.filter((mention) => mention.date === value)
    const bounds = edtfBounds(value) as { first: number; last: number }
    return {
      value,
      support: support(mentions, origins, (mention) => mention.date !== null && edtfInside(value, mention.date)),
      own: support(mentions, origins, (mention) => mention.date === value),
      days: bounds.last - bounds.first,
      text: own.some((mention) => mention.basis === 'text'),
      deed: own.some(({ status }) => status === 'happened' || status === 'ongoing'),
      open: value.startsWith('..') || value.endsWith('..'),
    }
  })
  const stay = daysOfStay(dated)
  if (stay) return { date: stay, basis: 'text' }
  const best = scored.sort(
    (a, b) =>
      Number(b.deed) - Number(a.deed) ||
      b.support - a.support ||
      Number(a.open) - Number(b.open) ||
      Number(b.text) - Number(a.text) ||
      a.days - b.days ||
      b.own - a.own ||
      (a.value < b.value ? -1 : 1),
  )[0]
  if (!best) return { date: null, basis: null }
  // The days that a text names hold the day on which it was told of them.
  const told = best.text ? undefined : scored.find((one) => isTold(one, best.value))
  return told ? { date: told.value, basis: 'text' } : { date: best.value, basis: best.text ? 'text' : 'publication' }
}

/** Longest event that is told by the first and the last day that a text names, in days. */
const FEW_DAYS = 7

const isTold = (one: { readonly value: string; readonly text: boolean; readonly days: number }, day: string): boolean =>
  one.text && one.days < FEW_DAYS && edtfInside(day, one.value)

/** Longest visit that is told by its first and last day, in days. */
const LONGEST_STAY = 10

// A visit of which several sentences name the first and the last day lasted from one to the other.
const daysOfStay = (dated: readonly EventMention[]): string | null => {
  if (dated[0]?.kind !== 'visit') return null
  const told = new Map<string, number>()
  for (const { date, fineness, status } of dated)
    if (date !== null && fineness === 0 && (status === 'happened' || status === 'ongoing'))
      told.set(date.slice(0, 10), (told.get(date.slice(0, 10)) ?? 0) + 1)
  const days = [...told]
    .filter(([, count]) => count > 1)
    .map(([day]) => day)
    .sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined || first === last) return null
  const bounds = edtfBounds(`${first}/${last}`)
  return bounds && bounds.last - bounds.first < LONGEST_STAY ? `${first}/${last}` : null
}

const RANK: Readonly<Record<Status, number>> = { possible: 0, planned: 1, denied: 2, ongoing: 3, happened: 4 }

/** Share of the reports since it was first told as done that must tell it so. */
const BELIEVED = 0.3
/** So many reports of something still to come outweigh a single one that takes it for done. */
const MANY = 5

/**
 * The latest status by publication. What is reported as done stays so when later pages still call it planned, unless
 * nearly all that is told since speaks of it as still to come; a denial stands when nothing reports it as done, or when
 * more origins deny it than report it.
 */
export const preferredStatus = (mentions: readonly EventMention[], origins: readonly number[]): Status => {
  const count = (...statuses: readonly Status[]): number =>
    Math.floor(support(mentions, origins, ({ status }) => statuses.includes(status)))
  const deeds = mentions.filter(isDeed)
  const denials = count('denied')
  const more = count('happened', 'ongoing') - denials
  const denied = mentions.filter(({ status }) => status === 'denied').length
  if (deeds.length === 1 && mentions.length - denied > MANY) return latest(mentions.filter((one) => !isDeed(one)))
  if (deeds.length > 0 && (more > 0 || (more === 0 && deeds.length >= denied))) {
    const first = Math.min(...deeds.map(({ published }) => published ?? -Infinity))
    const since = mentions.filter(({ published }) => (published ?? -Infinity) >= first)
    if (deeds.length >= since.length * BELIEVED) return latest(deeds)
    return latest(mentions.filter((mention) => !isDeed(mention)))
  }
  return deeds.length > 0 ? 'denied' : latest(mentions)
}

const isDeed = ({ status }: EventMention): boolean => status === 'happened' || status === 'ongoing'

// Within the last day of publication the commonest status stands, of equals the furthest on its way.
const latest = (mentions: readonly EventMention[]): Status => {
  const last = Math.max(...mentions.map(({ published }) => published ?? -Infinity))
  const counts = new Map<Status, number>()
  for (const { published, status } of mentions)
    if ((published ?? -Infinity) === last) counts.set(status, (counts.get(status) ?? 0) + 1)
  return ([...counts].sort((a, b) => b[1] - a[1] || RANK[b[0]] - RANK[a[0]])[0] as [Status, number])[0]
}

const preferredPlace = (
  mentions: readonly EventMention[],
  origins: readonly number[],
  identities: Identities,
): number => {
  const told = new Map<number, Set<number>>()
  for (const [at, { place }] of mentions.entries()) if (place >= 0) enter(told, place, at)
  const scored = [...told].map(([place, tellers]) => ({
    place,
    isState: identities.list[place]?.type === 'country',
    votes: supportOf(tellers, mentions, origins),
    name: identities.list[place]?.name ?? '',
  }))
  scored.sort((a, b) => Number(a.isState) - Number(b.isState) || b.votes - a.votes || (a.name < b.name ? -1 : 1))
  return scored[0]?.place ?? -1
}

// Who is named by at least a third as many origins as the most named one, people first; a state that only stands
// beside its own people at the table is left out, as the reports do.
const preferredParticipants = (
  draft: Draft,
  origins: readonly number[],
  identities: Identities,
  names: Texts,
): Fields['participants'] => {
  const roles = rolesOf(draft, identities, names)
  // An entry may have a thousand mentions, of which each is asked once whom it names.
  const naming = new Map<number, Set<number>>()
  for (const [at, { actors }] of draft.mentions.entries())
    for (const { identity } of actors) enter(naming, identity, at)
  const scored = draft.actors.map((actor, at) => {
    const tellers = naming.get(actor.identity) ?? new Set()
    return { actor, at, votes: supportOf(tellers, draft.mentions, origins), times: tellers.size }
  })
  const most = Math.max(0, ...scored.map(({ votes }) => votes))
  const times = Math.max(0, ...scored.map(({ times: count }) => count))
  const kept = scored.filter(({ votes, times: count }) => votes * 3 >= most && count * 4 >= times)
  const roleOf = (identity: number): ParticipantRole => roles.get(identity) ?? 'side'
  // A person named by few does not stand for a state that all the others name.
  const spoken = (actor: Actor, count: number): boolean =>
    actor.sort === 'state' &&
    !RECEIVES.has(roleOf(actor.identity)) &&
    kept.some(
      ({ actor: other, times: named }) =>
        other.sort === 'person' &&
        other.country === actor.identity &&
        !RECEIVES.has(roleOf(other.identity)) &&
        named * 2 >= count,
    ) &&
    kept.filter(({ actor: other }) => other !== actor).length > 1
  const order = { person: 0, body: 1, state: 2 }
  return kept
    .filter(({ actor, times: count }) => !spoken(actor, count))
    .sort((a, b) => order[a.actor.sort] - order[b.actor.sort] || b.votes - a.votes || b.times - a.times || a.at - b.at)
    .slice(0, MOST_PARTICIPANTS)
    .map(({ actor }) => ({ identity: actor.identity, role: roles.get(actor.identity) ?? 'side' }))
}

// The commonest role with a direction, else side.
const rolesOf = (draft: Draft, identities: Identities, names: Texts): Map<number, ParticipantRole> => {
  const votes = new Map<number, Map<ParticipantRole, number>>()
  for (const mention of draft.mentions)
    for (const { key, role } of partsOf(mention, names)) {
      const identity = identities.slotOf(key)
      const counts = votes.get(identity) ?? new Map<ParticipantRole, number>()
      counts.set(role, (counts.get(role) ?? 0) + (role === 'side' ? 0.5 : 1))
      votes.set(identity, counts)
    }
  return new Map(
    [...votes].map(([identity, counts]) => [
      identity,
      ([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] as [ParticipantRole, number])[0],
    ]),
  )
}
