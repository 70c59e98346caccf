import type { EventKind, Participant, Status } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import type { Draft } from './event-draft.ts'
import { type Facet, FacetTable, numbering } from './model.ts'
import {
  bit,
  FEW,
  kindNumber,
  partNumber,
  roleNumber,
  ruleNumber,
  sharedNumber,
  statusNumber,
  typeNumber,
} from './numbers.ts'
import { groundOf, LOCATIVE, type Offer, partyOffersOf, SOURCES, type Source } from './own-places.ts'
import { pagePlacesOf } from './page-places.ts'
import type { Reading } from './reading.ts'
import { agreement, isHost, sameFamily } from './same-event.ts'

/** A place that an event may have, and what speaks for it: what the other options say of it included. */
export interface PlaceOption {
  readonly name: string
  readonly identity: string | undefined
  readonly facets: readonly Facet[]
  readonly span: readonly [number, number] | null
}

const shareNumber = numbering()
const groundNumber = numbering()

const COMPARED = new FacetTable()

const namesOf = (options: readonly Offer[], which: 'near' | 'fine'): ReadonlySet<string> =>
  new Set(options.filter((option) => option[which]).map(({ name }) => name))

const holdsOther = (names: ReadonlySet<string>, name: string): boolean => names.size > (names.has(name) ? 1 : 0)

// What the other options say of one: that the same place is named in other ways, that a finer or nearer one is there.
const compared = (options: readonly Offer[], participants: readonly Participant[], kind: EventKind): PlaceOption[] => {
  // Sets of sources as bits: those that name a place, and those that name it twice.
  const named = new Map<string, number>()
  const twice = new Map<string, number>()
  for (const { name, source } of options) {
    const own = 1 << SOURCES.indexOf(source)
    const known = named.get(name) ?? 0
    if ((known & own) !== 0) twice.set(name, (twice.get(name) ?? 0) | own)
    named.set(name, known | own)
  }
  const near = namesOf(options, 'near')
  const fine = namesOf(options, 'fine')
  const taking = new Set(participants.map(({ name }) => name))
  const ground = groundOf(kind)
  const rivals = Math.min(3, named.size - 1)
  return options.map(({ name, identity, source, facets, span }) => {
    const from = SOURCES.indexOf(source)
    const own = 1 << from
    const also = (named.get(name)! & ~own) | ((twice.get(name) ?? 0) & own)
    const part = taking.has(name)
    const finer = holdsOther(fine, name)
    const nearer = holdsOther(near, name)
    const beside = COMPARED.facet(
      (((from * 512 + also) * 4 + rivals) * 8 + 4 * bit(finer) + 2 * bit(nearer) + bit(part)) * FEW +
        groundNumber(ground),
      () => [
        ...SOURCES.filter((_, at) => (also & (1 << at)) !== 0).flatMap((other) => [
          `also:${other}`,
          `${source}:also:${other}`,
        ]),
        `${source}:rivals:${rivals}`,
        `${source}:finer:${finer}`,
        `${source}:nearer:${nearer}`,
        `${source}:part:${part}`,
        `${source}:part:${part}:${ground}`,
        `${ground}:part:${part}:only:${rivals === 0}`,
      ],
    )
    return { name, identity, facets: [...facets, beside], span }
  })
}

const topics = new WeakMap<Reading, { readonly name: string; readonly share: string } | null>()

// The country that an article names most: mentions of its towns count for it.
const topicCountry = (reading: Reading): { readonly name: string; readonly share: string } | null => {
  const known = topics.get(reading)
  if (known !== undefined) return known
  const counts = new Map<string, number>()
  let all = 0
  for (const { type, identity } of reading.analysis.mentions) {
    if (!LOCATIVE.has(type)) continue
    const entity = reading.entities.get(identity)
    const name = type === 'country' ? entity?.name : entity?.country
    if (!name) continue
    all++
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1])
  const share = first ? first[1] / all : 0
  const made = first ? { name: first[0], share: share > 0.66 ? 'most' : share > 0.4 ? 'many' : 'few' } : null
  topics.set(reading, made)
  return made
}

const EARLIER = new FacetTable()
const LATER = new FacetTable()
const ANY = new FacetTable()
const TOPIC = new FacetTable()
const HOST = new FacetTable()
const HOME = new FacetTable()
const SEAT = new FacetTable()
const STORY = new FacetTable()

/**
 * Every place that an event may have: places and states of its sentence and the one before, other events, its
 * participants' states and the towns in their names, the place that the page is about.
 */
export const placeOptions = (
  candidate: Candidate,
  reading: Reading,
  earlier: readonly Draft[],
  participants: readonly Participant[],
  status: Status,
  later: readonly Draft[] = [],
): PlaceOption[] => {
  const options: Offer[] = [...partyOffersOf(candidate, reading)]
  const offer = (source: Source, place: { readonly name: string; readonly identity?: string }, facet: Facet): void => {
    const { name, identity } = place
    options.push({ name, identity, source, near: false, fine: false, facets: [facet], span: null })
  }
  const { kind, lemma, reading: own } = candidate
  const kindAt = kindNumber(kind)
  const family = earlier.filter((draft) => draft.place !== null && sameFamily(draft.candidate.kind, kind)).slice(-4)
  family.forEach((draft, at) => {
    const shared = agreement(draft.participants, participants)
    const word = draft.candidate.lemma === lemma
    const last = at === family.length - 1
    const same = draft.status === status
    const gap = Math.min(3, own.index - draft.candidate.reading.index)
    const key = ((kindAt * FEW + sharedNumber(shared)) * 4 + gap) * 8 + 4 * bit(word) + 2 * bit(last) + bit(same)
    const features = (): readonly string[] => [
      'earlier',
      `earlier:${word ? 'word' : 'kind'}:${shared}`,
      `earlier:last:${last}`,
      `earlier:${kind}`,
      `earlier:status:${same}`,
      `earlier:gap:${gap}`,
    ]
    offer('earlier', draft.place!, EARLIER.facet(key, features))
  })
  later
    .filter((draft) => draft.place !== null && sameFamily(draft.candidate.kind, kind))
    .slice(0, 3)
    .forEach((draft, at) => {
      const shared = agreement(draft.participants, participants)
      const word = draft.candidate.lemma === lemma
      const same = draft.status === status
      const gap = Math.min(3, draft.candidate.reading.index - own.index)
      const { part } = own.sentence
      const key =
        (((partNumber(part) * FEW + kindAt) * FEW + sharedNumber(shared)) * 4 + gap) * 8 +
        4 * bit(word) +
        2 * bit(at === 0) +
        bit(same)
      const features = (): readonly string[] => [
        'later',
        `later:${word ? 'word' : 'kind'}:${shared}`,
        `later:next:${at === 0}`,
        `later:${kind}`,
        `later:status:${same}`,
        `later:gap:${gap}`,
        `later:in:${part}`,
      ]
      offer('later', draft.place!, LATER.facet(key, features))
    })
  const any = earlier.findLast(({ place }) => place !== null) ?? later.find(({ place }) => place !== null)
  if (any && !sameFamily(any.candidate.kind, kind)) {
    const other = any.candidate.kind
    const gap = Math.min(3, Math.abs(own.index - any.candidate.reading.index))
    const shared = agreement(any.participants, participants)
    const key = ((kindAt * FEW + kindNumber(other)) * FEW + sharedNumber(shared)) * 4 + gap
    const features = (): readonly string[] => [
      'any',
      `any:${kind}`,
      `any:${kind}:${other}`,
      `any:gap:${gap}`,
      `any:${shared}`,
    ]
    offer('any', any.place!, ANY.facet(key, features))
  }
  const topic = topicCountry(reading)
  if (topic) {
    const { share } = topic
    const { name } = candidate.rule
    const key = ((ruleNumber(name) * FEW + kindAt) * FEW + shareNumber(share)) * 8 + statusNumber(status)
    const features = (): readonly string[] => [
      'topic',
      `topic:${kind}`,
      `topic:${kind}:${status}`,
      `topic:share:${share}`,
      `topic:${kind}:share:${share}`,
      `topic:rule:${name}`,
    ]
    offer('topic', { name: topic.name }, TOPIC.facet(key, features))
  }
  const host = earlier.findLast((draft) => draft.place !== null && isHost(draft, candidate))
  if (host) {
    const shared = agreement(host.participants, participants)
    const gap = Math.min(3, own.index - host.candidate.reading.index)
    const hosting = host.candidate.kind
    const same = host.status === status
    const key = (((kindNumber(hosting) * FEW + kindAt) * FEW + sharedNumber(shared)) * 4 + gap) * 2 + bit(same)
    const features = (): readonly string[] => [
      'host',
      `host:${hosting}:${kind}`,
      `host:${shared}:${gap}`,
      `host:gap:${gap}`,
      `host:status:${same}`,
    ]
    offer('host', host.place!, HOST.facet(key, features))
  }
  for (const { identity, type, role } of participants) {
    const name = identity ? reading.entities.get(identity)?.country : undefined
    if (!name) continue
    const count = participants.length
    const key = ((roleNumber(role) * FEW + kindAt) * FEW + typeNumber(String(type))) * 8 + count
    const features = (): readonly string[] => [
      'home',
      `home:${kind}`,
      `home:${type}`,
      `home:${role}`,
      `home:count:${count}`,
    ]
    offer('home', { name }, HOME.facet(key, features))
  }
  const { seats, story } = pagePlacesOf(reading)
  for (const { identity, role } of participants) {
    const seat = identity === undefined ? undefined : seats.get(identity)
    if (!seat) continue
    const key = (roleNumber(role) * FEW + kindAt) * 8 + statusNumber(status)
    offer(
      'seat',
      seat,
      SEAT.facet(key, () => ['seat', `seat:${kind}`, `seat:${role}`, `seat:${status}`]),
    )
  }
  if (story) {
    const { weight } = story
    const gap = Math.min(3, Math.max(0, own.index - story.at))
    const key = ((kindAt * 8 + statusNumber(status)) * 8 + weight) * 4 + gap
    const features = (): readonly string[] => [
      'story',
      `story:${kind}`,
      `story:${kind}:${weight}`,
      `story:weight:${weight}`,
      `story:gap:${gap}`,
      `story:${status}`,
    ]
    offer('story', story, STORY.facet(key, features))
  }
  return compared(options, participants, kind)
}
