import type { Entity } from '../../language/index.ts'
import type { Draft } from './event-draft.ts'
import { type Facet, FacetTable, numbering, probabilityOf } from './model.ts'
import { bit, FEW, frameNumber, kindNumber, partNumber, sortNumber, statusNumber } from './numbers.ts'
import { groupOf, sortOf } from './participant-features.ts'
import type { Prospect } from './prospects.ts'
import { agreement, sameFamily } from './same-event.ts'

/**
 * The second look at who takes part. The first one weighs each prospect by itself; this one sees them beside each other
 * and beside the other mentions of the event: two presidents who meet leave no part for their states, and whom three
 * mentions of an arrest name is meant by the fourth.
 */

/** A prospect with the log odds that the first look gave it. */
export interface Rated {
  readonly prospect: Prospect
  readonly score: number
}

/** What the first look made of a mention: its draft, and everybody who might take part in it. */
export interface Looked {
  readonly draft: Draft
  readonly rated: readonly Rated[]
  /** The log odds of `rated` by name. */
  readonly scores: ReadonlyMap<string, number>
}

/** Log odds by name. */
export const scoresOf = (rated: readonly Rated[]): ReadonlyMap<string, number> =>
  new Map(rated.map(({ prospect, score }) => [prospect.name, score]))

/** Somebody at the second look: the prospect, and what speaks for it. */
export interface Guest {
  readonly prospect: Prospect
  readonly facets: readonly Facet[]
}

/** Log odds above which somebody takes part, at either look. */
export const BAR = -0.4

const NEAR = 16
/** Rank of those whom the first look did not see, and their lead. */
const LAST = 9
const UNSEEN = 9

const LABELS = new FacetTable()
const BESIDES = new FacetTable()
const RANKS = new FacetTable()
const TOLD = new FacetTable()
const ODDS = new FacetTable()
const RIVALS = new FacetTable()

const labelNumber = numbering()
const shareNumber = numbering()
const clip = (n: number, most: number): number => Math.min(n, most)

const roundedScore = (score: number): number => Math.max(-4, Math.min(4, Math.round(score)))

const countryOf = ({ identity }: { readonly identity?: string | undefined }, entities: ReadonlyMap<string, Entity>) =>
  identity === undefined ? undefined : entities.get(identity)?.country

const kinOf = (all: readonly Looked[], at: number): readonly Looked[] => {
  const { candidate } = all[at]!.draft
  return all
    .slice(Math.max(0, at - NEAR), at + NEAR + 1)
    .filter((one) => one !== all[at] && sameFamily(one.draft.candidate.kind, candidate.kind))
}

/** How many kindred mentions have somebody take part, whether one of the same word does, and one with the same people. */
interface Telling {
  having: number
  word: boolean
  alike: boolean
}

const UNTOLD: Telling = { having: 0, word: false, alike: false }

const tellings = (own: Draft, kin: readonly Looked[]): ReadonlyMap<string, Telling> => {
  const found = new Map<string, Telling>()
  for (const { draft } of kin) {
    const word = draft.candidate.lemma === own.candidate.lemma
    const alike = agreement(draft.participants, own.participants) === 'all'
    for (const name of new Set(draft.participants.map((participant) => participant.name))) {
      const known = found.get(name) ?? { ...UNTOLD }
      known.having++
      known.word ||= word
      known.alike ||= alike
      found.set(name, known)
    }
  }
  return found
}

/** The best that the first look gave somebody in kindred mentions: of the same word, and of other words. */
interface Odds {
  readonly word: string
  readonly kind: string
}

const bestIn = (kin: readonly Looked[], name: string): string => {
  if (kin.length === 0) return 'none'
  let best = Number.NEGATIVE_INFINITY
  for (const { scores } of kin) {
    const score = scores.get(name)
    if (score !== undefined && score > best) best = score
  }
  return best === Number.NEGATIVE_INFINITY ? 'no' : String(roundedScore(best))
}

/** How a guest stands beside the others, and in the other mentions. */
interface Standing {
  /** What the first look gave: "s-1" … "s4", "lent" for whom it did not see. */
  readonly label: string
  readonly rank: number
  /** How many others take part, clipped. */
  readonly persons: number
  readonly states: number
  readonly bodies: number
  /** Whether somebody of the same state takes part: its official, or the official's state. */
  readonly home: boolean
  readonly kin: number
  readonly telling: Telling
  readonly odds: Odds
  /** How far the log odds are above those of the next best, or below those of the best; 9 for whom the first look did not see. */
  readonly lead: number
  /** How many others may be expected to take part, in halves, five at most. */
  readonly expected: number
}

const shareOf = ({ having }: Telling, kin: number): string =>
  having === 0 ? 'no' : having === kin ? 'all' : having * 2 >= kin ? 'most' : 'few'

const facetsOf = ({ candidate, status, place }: Draft, prospect: Prospect, standing: Standing): readonly Facet[] => {
  const { kind, rule } = candidate
  const { label, rank, persons, states, bodies, home, telling, odds, lead, expected } = standing
  const { word, alike } = telling
  const { nearness, frame } = prospect
  const group = groupOf(kind)
  const sort = sortOf(prospect)
  const share = shareOf(telling, standing.kin)
  const kin = clip(standing.kin, 3)
  const where = place?.name === prospect.name
  const [labelAt, kindAt, sortAt] = [labelNumber(label), kindNumber(kind), sortNumber(sort)]
  return [
    LABELS.facet(
      (((((labelAt * FEW + sortAt) * FEW + kindAt) * FEW + frameNumber(frame)) * 8 + nearness) * 2 + bit(alike)) * FEW +
        partNumber(rule.part),
      () => [
        label,
        `${label}:${sort}`,
        `${label}:${kind}`,
        `alike:${alike}:${label}`,
        `near:${nearness}:${label}`,
        `frame:${frame}:${label}`,
        `${rule.part}|${label}`,
      ],
    ),
    BESIDES.facet(((((sortAt * FEW + kindAt) * 4 + persons) * 4 + states) * 4 + bodies) * 2 + bit(home), () => [
      `${sort}|${persons}${states}${bodies}`,
      `${group}|${sort}|${persons}${states}`,
      `${kind}|${sort}|${persons}`,
      `${kind}|${sort}|${states}`,
      `home:${home}:${sort}`,
      `${kind}|home:${home}:${sort}`,
      `home:${home}:${sort}:${persons}${states}`,
    ]),
    RANKS.facet((((rank * FEW + sortAt) * FEW + kindAt) * 8 + statusNumber(status)) * 2 + bit(where), () => [
      `rank:${rank}`,
      `rank:${rank}:${sort}`,
      `${group}|rank:${rank}`,
      `where:${where}:${sort}`,
      `${kind}|where:${where}:${sort}`,
      `status:${status}:${sort}`,
    ]),
    TOLD.facet((((labelAt * FEW + sortAt) * 4 + kin) * 4 + shareNumber(share)) * 2 + bit(word), () => [
      `kin:${kin}:${share}`,
      `kin:${share}:${word}`,
      `kin:${share}:${word}:${sort}`,
      `${label}:kin:${share}`,
      `${label}:kin:${share}:${word}`,
    ]),
    ODDS.facet((labelAt * FEW + labelNumber(odds.word)) * FEW + labelNumber(odds.kind), () => [
      `odds:word:${odds.word}`,
      `odds:word:${odds.word}:${label}`,
      `odds:kind:${odds.kind}`,
      `odds:kind:${odds.kind}:${label}`,
    ]),
    RIVALS.facet(((labelAt * FEW + kindAt) * 16 + lead + 4) * 8 + expected, () =>
      lead === UNSEEN
        ? []
        : [
            `lead:${lead}`,
            `lead:${lead}:${label}`,
            `${kind}|lead:${lead}`,
            `expected:${expected}`,
            `expected:${expected}:${label}`,
            `${kind}|expected:${expected}`,
          ],
    ),
  ]
}

/** Whether somebody else of a prospect's state takes part; for a state, one of its people or bodies. */
const hasHome = (prospect: Prospect, taking: readonly Prospect[], entities: ReadonlyMap<string, Entity>): boolean => {
  const { name, type } = prospect
  const country = countryOf(prospect, entities)
  return taking.some(
    (one) =>
      one.name !== name &&
      (type === 'country'
        ? one.type !== 'country' && countryOf(one, entities) === name
        : one.type === 'country' && country === one.name),
  )
}

/** Everybody who might take part in a mention: its own prospects, and those whom only other mentions of its sort name. */
export const guestsOf = (all: readonly Looked[], at: number, entities: ReadonlyMap<string, Entity>): Guest[] => {
  const { draft, rated } = all[at]!
  const kin = kinOf(all, at)
  const told = tellings(draft, kin)
  const taking = rated.filter(({ score }) => score > BAR).map(({ prospect }) => prospect)
  const counts = new Map<string, number>()
  for (const { type } of taking) counts.set(type, (counts.get(type) ?? 0) + 1)
  const taken = new Set(taking.map(({ name }) => name))
  const order = [...rated].sort((a, b) => b.score - a.score)
  const rankOf = new Map(order.map(({ prospect }, rank) => [prospect.name, rank]))
  const isWord = (one: Looked): boolean => one.draft.candidate.lemma === draft.candidate.lemma
  const sameWord = kin.filter(isWord)
  const otherWord = kin.filter((one) => !isWord(one))
  const hoped = rated.reduce((sum, { score }) => sum + probabilityOf(score), 0)
  const best = order[0]?.score ?? 0
  const second = order[1]?.score ?? Number.NEGATIVE_INFINITY
  const guest = (prospect: Prospect, score: number | null, rank: number): Guest => {
    const others = (type: string, most: number): number =>
      clip((counts.get(type) ?? 0) - (prospect.type === type && taken.has(prospect.name) ? 1 : 0), most)
    const { name } = prospect
    const facets = facetsOf(draft, prospect, {
      label: score === null ? 'lent' : `s${roundedScore(score)}`,
      rank: score === null ? LAST : clip(rank, 4),
      persons: others('person', 3),
      states: others('country', 3),
      bodies: others('organization', 2),
      home: hasHome(prospect, taking, entities),
      kin: kin.length,
      telling: told.get(name) ?? UNTOLD,
      odds: { word: bestIn(sameWord, name), kind: bestIn(otherWord, name) },
      lead: score === null ? UNSEEN : roundedScore(score - (rank === 0 ? second : best)),
      expected: score === null ? 0 : clip(Math.round(2 * (hoped - probabilityOf(score))), 5),
    })
    return { prospect, facets }
  }
  const guests = rated.map(({ prospect, score }) => guest(prospect, score, rankOf.get(prospect.name) ?? LAST))
  const seen = new Set(rated.map(({ prospect }) => prospect.name))
  for (const { rated: others } of kin)
    for (const { prospect, score } of others) {
      if (score <= BAR || seen.has(prospect.name)) continue
      seen.add(prospect.name)
      guests.push(guest({ ...prospect, party: null, sentence: null }, null, LAST))
    }
  return guests
}
