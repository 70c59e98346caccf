import type { Entity } from '../../language/index.ts'
import { STATUSES } from '../facts.ts'
import type { Draft } from './event-draft.ts'
import { type Facet, FacetTable, numbering } from './model.ts'
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
}

/** Somebody at the second look: the prospect, and what speaks for it. */
export interface Guest {
  readonly prospect: Prospect
  readonly facets: readonly Facet[]
}

const NEAR = 16

const LABELS = new FacetTable()
const BESIDES = new FacetTable()
const RANKS = new FacetTable()
const TOLD = new FacetTable()

// How many values a field may have, with room.
const FEW = 32
const kindNumber = numbering()
const groupNumber = numbering()
const sortNumber = numbering()
const frameNumber = numbering()
const labelNumber = numbering()
const partNumber = numbering()
const shareNumber = numbering()
const clip = (n: number, most: number): number => Math.min(n, most)

const scoreLabel = (score: number): string => String(Math.max(-4, Math.min(4, Math.round(score))))

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

/** Everybody who might take part in a mention, its own prospects and those whom only later mentions of its sort name. */
export const guestsOf = (
  all: readonly Looked[],
  at: number,
  entities: ReadonlyMap<string, Entity>,
  bar: number,
): Guest[] => {
  const { draft, rated } = all[at]!
  const { candidate } = draft
  const { kind, rule } = candidate
  const group = groupOf(kind)
  const kin = kinOf(all, at)
  const told = tellings(draft, kin)
  const own = new Set(rated.map(({ prospect }) => prospect.name))
  const lent = new Map<string, Rated>()
  for (const { rated: others } of kin)
    for (const one of others)
      if (one.score > bar && !own.has(one.prospect.name) && !lent.has(one.prospect.name))
        lent.set(one.prospect.name, one)
  const taking = rated.filter(({ score }) => score > bar).map(({ prospect }) => prospect)
  const counts = new Map<string, number>()
  for (const { type } of taking) counts.set(type, (counts.get(type) ?? 0) + 1)
  const order = [...rated].sort((a, b) => b.score - a.score)
  const rankOf = new Map(order.map(({ prospect }, rank) => [prospect.name, rank]))
  const guest = ({ prospect, score }: Rated, mine: boolean): Guest => {
    const { name } = prospect
    const sort = sortOf(prospect)
    const within = taking.some((one) => one.name === name)
    const others = (type: string, most: number): number =>
      clip((counts.get(type) ?? 0) - (within && prospect.type === type ? 1 : 0), most)
    const persons = others('person', 3)
    const states = others('country', 3)
    const bodies = others('organization', 2)
    const home =
      prospect.type === 'country'
        ? taking.some((one) => one.name !== name && one.type !== 'country' && countryOf(one, entities) === name)
        : taking.some(
            (one) => one.name !== name && one.type === 'country' && countryOf(prospect, entities) === one.name,
          )
    const { having, word, alike } = told.get(name) ?? UNTOLD
    const share = having === 0 ? 'no' : having === kin.length ? 'all' : having * 2 >= kin.length ? 'most' : 'few'
    const label = mine ? `s${scoreLabel(score)}` : 'lent'
    const rank = mine ? clip(rankOf.get(name) ?? 9, 4) : 9
    const where = draft.place?.name === name
    const [kindAt, groupAt, sortAt] = [kindNumber(kind), groupNumber(group), sortNumber(sort)]
    const { nearness, frame } = prospect
    const facets = [
      LABELS.facet(
        (((((labelNumber(label) * FEW + sortAt) * FEW + kindAt) * FEW + frameNumber(frame)) * 8 + nearness) * 2 +
          (alike ? 1 : 0)) *
          4 +
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
      BESIDES.facet(((((sortAt * FEW + kindAt) * 4 + persons) * 4 + states) * 4 + bodies) * 2 + (home ? 1 : 0), () => [
        `${sort}|${persons}${states}${bodies}`,
        `${group}|${sort}|${persons}${states}`,
        `${kind}|${sort}|${persons}`,
        `${kind}|${sort}|${states}`,
        `home:${home}:${sort}`,
        `${kind}|home:${home}:${sort}`,
        `home:${home}:${sort}:${persons}${states}`,
      ]),
      RANKS.facet(
        ((((rank * FEW + sortAt) * FEW + groupAt) * FEW + kindAt) * 8 + STATUSES.indexOf(draft.status)) * 2 +
          (where ? 1 : 0),
        () => [
          `rank:${rank}`,
          `rank:${rank}:${sort}`,
          `${group}|rank:${rank}`,
          `where:${where}:${sort}`,
          `${kind}|where:${where}:${sort}`,
          `status:${draft.status}:${sort}`,
        ],
      ),
      TOLD.facet(
        (((labelNumber(label) * FEW + sortAt) * 4 + clip(kin.length, 3)) * 4 + shareNumber(share)) * 2 + (word ? 1 : 0),
        () => [
          `kin:${clip(kin.length, 3)}:${share}`,
          `kin:${share}:${word}`,
          `kin:${share}:${word}:${sort}`,
          `${label}:kin:${share}`,
          `${label}:kin:${share}:${word}`,
        ],
      ),
    ]
    return { prospect, facets }
  }
  return [
    ...rated.map((one) => guest(one, true)),
    ...[...lent.values()].map((one) =>
      guest({ ...one, prospect: { ...one.prospect, party: null, sentence: null } }, false),
    ),
  ]
}
