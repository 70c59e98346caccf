import type { EventKind, Participant, Status } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import { isCue } from './cues.ts'
import type { Draft } from './event-draft.ts'
import { functionOf } from './function-of.ts'
import { type Facet, FacetTable, numbering } from './model.ts'
import { distanceLabel, partiesNear } from './near.ts'
import {
  bit,
  FEW,
  kindNumber,
  partNumber,
  pathNumber,
  prepositionNumber,
  reachNumber,
  sharedNumber,
  statusNumber,
  typeNumber,
} from './numbers.ts'
import type { Party } from './parties.ts'
import { pathBetween } from './paths.ts'
import type { Reading, SentenceReading } from './reading.ts'
import { agreement, isHost, sameFamily } from './same-event.ts'

/** Where an option comes from. */
const SOURCES = ['party', 'earlier', 'later', 'any', 'topic', 'host', 'home'] as const
type Source = (typeof SOURCES)[number]

/** A place before it is compared with the others. */
interface Offer {
  readonly name: string
  readonly identity?: string
  readonly source: Source
  /** Whether it stands in the event's own clause, and whether it is no state there. */
  readonly near: boolean
  readonly fine: boolean
  readonly facets: readonly Facet[]
  readonly span: readonly [number, number] | null
}

/** A place that an event may have, and what speaks for it: what the other options say of it included. */
export interface PlaceOption {
  readonly name: string
  readonly identity?: string
  readonly facets: readonly Facet[]
  readonly span: readonly [number, number] | null
}

const caseNumber = numbering()
const whereNumber = numbering()
const byNumber = numbering()
const roleNumber = numbering()
const ruleNumber = numbering()
const shareNumber = numbering()
const groundNumber = numbering()

const FRAMES = new FacetTable()
const SORTS = new FacetTable()
const PATHS = new FacetTable()
const SIDES = new FacetTable()
const ATTACHED = new FacetTable()
const NEXT = new FacetTable()
const ROLES = new FacetTable()

const partyOffer = (candidate: Candidate, sentence: SentenceReading, party: Party): Offer => {
  const { at, kind } = candidate
  const { mention } = party
  const { type } = mention
  const kase = party.case ?? '-'
  const own = sentence === candidate.reading
  const clause = own && sentence.clauseOf[mention.head] === sentence.clauseOf[at]
  const where = clause ? 'clause' : own ? 'sentence' : 'previous'
  const direct = sentence.words[mention.from - 1]
  const preposition = direct?.morph.pos === 'ADP' ? direct.norm : party.preposition ? `${party.preposition}~` : ''
  const verb = own ? sentence.words[sentence.clauses[sentence.clauseOf[mention.head]!]!.predicate] : undefined
  const reported = own && !clause && verb !== undefined && isCue(verb.lemma, 'report')
  const inside = mention.inside !== undefined
  const by = mention.by ?? ''
  const [kindAt, caseAt, typeAt, whereAt] = [kindNumber(kind), caseNumber(kase), typeNumber(type), whereNumber(where)]
  const facets = [
    FRAMES.facet(((prepositionNumber(preposition) * FEW + caseAt) * FEW + kindAt) * 4 + whereAt, () => {
      const frame = `${preposition}:${kase}`
      return [
        `frame:${frame}`,
        `frame:${frame}:${where}`,
        `${kind}:frame:${frame}`,
        `preposition:${preposition}:${where}`,
        `${kind}:preposition:${preposition}`,
      ]
    }),
    SORTS.facet(
      (((typeAt * FEW + kindAt) * 4 + whereAt) * 8 + byNumber(by)) * 4 + 2 * bit(reported) + bit(inside),
      () => [
        'party',
        `type:${type}`,
        `where:${where}`,
        `${kind}:${type}:${where}`,
        `by:${by}`,
        `${where}:${type}`,
        ...(reported ? ['of-report', `of-report:${type}`] : []),
        ...(inside ? ['inside'] : []),
      ],
    ),
  ]
  if (own) {
    const gap = mention.head - at
    const reach = distanceLabel(Math.abs(gap))
    const path = `${pathBetween(sentence.words, mention.head, at)}:${preposition}`
    const role = functionOf(candidate, sentence, party)
    facets.push(
      PATHS.facet((pathNumber(path) * FEW + kindAt) * FEW + caseAt, () => [
        `path:${path}`,
        `${kind}:path:${path}`,
        `path:${path}:${kase}`,
      ]),
      SIDES.facet((reachNumber(reach) * 4 + whereAt) * 2 + bit(gap < 0), () => {
        const side = gap < 0 ? 'left' : 'right'
        return [`${side}:${reach}`, `${side}:${where}`]
      }),
      ROLES.facet((roleNumber(role) * FEW + kindAt) * FEW + typeAt, () => [
        `role:${role}`,
        `${kind}:role:${role}`,
        `${groundOf(kind)}:role:${role}:${type}`,
      ]),
    )
    if (mention.from === at + 2 && direct?.morph.pos === 'ADP')
      facets.push(
        ATTACHED.facet(prepositionNumber(preposition) * FEW + kindAt, () => [
          `attached:${preposition}`,
          `${kind}:attached:${preposition}`,
        ]),
      )
    if (mention.from === at + 1) facets.push(NEXT.facet(caseAt, () => [`next:${kase}`]))
  }
  return {
    name: party.entity?.name ?? mention.name,
    identity: mention.identity,
    source: 'party',
    near: clause,
    fine: clause && type === 'place',
    facets,
    span: [mention.start, mention.end],
  }
}

// Kinds of act that stand alike to the ground on which they happen.
const GROUNDS: Readonly<Partial<Record<EventKind, string>>> = {
  visit: 'travel',
  meeting: 'contact',
  gathering: 'contact',
  agreement: 'contact',
  attack: 'force',
  deployment: 'force',
  withdrawal: 'force',
}

const groundOf = (kind: EventKind): string => GROUNDS[kind] ?? 'other'

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
      (((from * 128 + also) * 4 + rivals) * 8 + 4 * bit(finer) + 2 * bit(nearer) + bit(part)) * FEW +
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
    return { name, ...(identity === undefined ? {} : { identity }), facets: [...facets, beside], span }
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

/** Mentions that may be places of events. */
export const LOCATIVE: ReadonlySet<string> = new Set(['place', 'country'])

const partyOffers = new WeakMap<Candidate, readonly Offer[]>()

// Both looks ask for the same.
const partyOffersOf = (candidate: Candidate, reading: Reading): readonly Offer[] => {
  const known = partyOffers.get(candidate)
  if (known) return known
  const own = candidate.reading
  const offers: Offer[] = []
  for (const sentence of [own, reading.sentences[own.index - 1]]) {
    if (!sentence || (sentence !== own && sentence.sentence.part === 'headline')) continue
    for (const party of partiesNear(sentence, sentence === own ? candidate.at : sentence.words.length))
      if (LOCATIVE.has(party.mention.type)) offers.push(partyOffer(candidate, sentence, party))
  }
  partyOffers.set(candidate, offers)
  return offers
}

const EARLIER = new FacetTable()
const LATER = new FacetTable()
const ANY = new FacetTable()
const TOPIC = new FacetTable()
const HOST = new FacetTable()
const HOME = new FacetTable()

/** Every place that an event may have: places and states of its sentence and the one before, earlier events, its participants' states. */
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
    options.push({ ...place, source, near: false, fine: false, facets: [facet], span: null })
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
  return compared(options, participants, kind)
}
