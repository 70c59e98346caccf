import type { EventKind } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import { isCue } from './cues.ts'
import { facilitiesIn, isInFacility, isTopic } from './facilities.ts'
import { functionOf } from './function-of.ts'
import { type Facet, FacetTable, numbering } from './model.ts'
import { distanceLabel, partiesNear } from './near.ts'
import {
  bit,
  byNumber,
  FEW,
  kindNumber,
  pathNumber,
  prepositionNumber,
  reachNumber,
  roleNumber,
  typeNumber,
} from './numbers.ts'
import { nameOf, type Party } from './parties.ts'
import { pathBetween } from './paths.ts'
import type { Reading, SentenceReading } from './reading.ts'
import { isVoice } from './strange-ground.ts'

/** Where an option comes from. */
export const SOURCES = ['party', 'earlier', 'later', 'any', 'topic', 'host', 'home', 'seat', 'story'] as const
export type Source = (typeof SOURCES)[number]

/** A place before it is compared with the others. */
export interface Offer {
  readonly name: string
  readonly identity: string | undefined
  readonly source: Source
  /** Whether it stands in the event's own clause, and whether it is no state there. */
  readonly near: boolean
  readonly fine: boolean
  readonly facets: readonly Facet[]
  readonly span: readonly [number, number] | null
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

/** How an act stands to the ground on which it happens. */
export const groundOf = (kind: EventKind): string => GROUNDS[kind] ?? 'other'

const caseNumber = numbering()
const whereNumber = numbering()

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
    name: nameOf(party),
    identity: mention.identity,
    source: 'party',
    near: clause,
    fine: clause && type === 'place',
    facets,
    span: [mention.start, mention.end],
  }
}

const BORDERS = new FacetTable()

// A border has no identity of its own in a page: it is where it is named.
const borderOffer = (candidate: Candidate, sentence: SentenceReading, party: Party): Offer => {
  const offer = partyOffer(candidate, sentence, party)
  const { name, source, near, fine, facets, span } = offer
  const { kind } = candidate
  const border = BORDERS.facet(kindNumber(kind), () => ['border', `border:${kind}`])
  return { name, identity: undefined, source, near, fine, facets: [...facets, border], span }
}

/** Mentions that may be places of events. */
export const LOCATIVE: ReadonlySet<string> = new Set(['place', 'country'])

// Talks that are about a facility are held elsewhere.
const TALKS: ReadonlySet<EventKind> = new Set(['meeting', 'call', 'gathering'])

const partyOffers = new WeakMap<Candidate, readonly Offer[]>()

/** What an event's own sentence and the one before offer; both looks ask for the same. */
export const partyOffersOf = (candidate: Candidate, reading: Reading): readonly Offer[] => {
  const known = partyOffers.get(candidate)
  if (known) return known
  const own = candidate.reading
  const offers: Offer[] = []
  for (const sentence of [own, reading.sentences[own.index - 1]]) {
    if (!sentence || (sentence !== own && sentence.sentence.part === 'headline')) continue
    for (const party of partiesNear(sentence, sentence === own ? candidate.at : sentence.words.length))
      if (LOCATIVE.has(party.mention.type) && !isInFacility(reading, party.mention) && !isVoice(sentence, party))
        offers.push(partyOffer(candidate, sentence, party))
    for (const facility of facilitiesIn(reading, sentence.index))
      if (!TALKS.has(candidate.kind) || !isTopic(sentence, facility, sentence === own ? candidate.at : -1))
        offers.push(partyOffer(candidate, sentence, facility))
    for (const border of sentence.borders) offers.push(borderOffer(candidate, sentence, border))
  }
  partyOffers.set(candidate, offers)
  return offers
}
