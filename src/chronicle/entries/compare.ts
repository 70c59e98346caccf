import type { EventKind } from '../../facts/index.ts'
import type { Identity } from '../chronicle.ts'
import type { Identities } from '../identities/identities.ts'
import type { Vocabulary } from '../text/vocabulary.ts'
import { stemOf, wordsOf } from '../text/words.ts'
import { type Relation, relateActors } from './actors.ts'
import { otherGuest, otherPerson, shares, tellBoth } from './apart.ts'
import type { Draft } from './draft.ts'
import { ASIDE, commonSort, ECHO, isEcho, isSlip, known, OTHER, SLIPPED } from './echo.ts'
import { type EventMention, isPlan } from './mention.ts'
import { PROFILES, type Profile } from './profile.ts'
import { lasts } from './sorts.ts'

/** What comparing needs to know beside the drafts. */
export interface Comparison {
  readonly identities: Identities
  /** How much a shared stem tells, by its number. */
  readonly weights: readonly number[]
  /** Stems by number. */
  readonly stems: readonly string[]
  /** What comparing places needs of one, by its identity. */
  placeAt(identity: number): NamedPlace
}

/** A place as it is compared. */
interface NamedPlace {
  readonly identity: Identity | undefined
  readonly isState: boolean
  /** Beginnings of the words in its name that are long enough to tell it by. */
  readonly stems: readonly string[]
}

const placeStems = (name: string): readonly string[] =>
  wordsOf(name)
    .map((word) => stemOf(word).slice(0, 6))
    .filter((stem) => stem.length > 3)

export const comparison = (identities: Identities, { weights, stems }: Vocabulary): Comparison => {
  // By number, since looking thousands of times for a name costs more than comparing it; what is named otherwise is
  // another record.
  const places = new Map<number, NamedPlace>()
  return {
    identities,
    weights,
    stems,
    placeAt: (slot) => {
      const identity = identities.list[slot]
      const known = places.get(slot)
      if (known && known.identity === identity) return known
      const fresh = { identity, isState: identity?.type === 'country', stems: placeStems(identity?.name ?? '') }
      places.set(slot, fresh)
      return fresh
    },
  }
}

/** How many samples of a draft's sentences are compared: enough, and no more for a draft of a thousand mentions. */
const SAMPLES = 8
/** Few words prove little: a sentence counts as having at least this much weight, some six rare words. */
const LEAST = 21

/** Share of the weight of the shorter sentence's words that stand in the other too, 0 to 1. */
export const wordsInCommon = (a: EventMention, b: EventMention, { weights }: Comparison): number => {
  const [small, large] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words]
  let total = 0
  let shared = 0
  let at = 0
  for (const word of small) {
    const weight = weights[word] as number
    total += weight
    while (at < large.length && (large[at] as number) < word) at++
    if (large[at] === word) shared += weight
  }
  return shared / Math.max(total, LEAST)
}

export const bestWords = (a: Draft, b: Draft, context: Comparison): number => {
  let best = 0
  for (let i = 0; i < Math.min(SAMPLES, a.mentions.length); i++)
    for (let j = 0; j < Math.min(SAMPLES, b.mentions.length); j++)
      best = Math.max(best, wordsInCommon(a.mentions[i] as EventMention, b.mentions[j] as EventMention, context))
  return best
}

/** What days say that do not meet but are near, of an event that lasts. */
const APART = 1.75

/** What it takes that only one actor and only a month or a year agree. */
const VAGUE = 0.75

/** What it adds that nobody more is named on either side. */
const SAME_ACTORS = 1.25

const NEAR: readonly (readonly [days: number, rare: number, common: number])[] = [
  [0, 1.5, 1.5],
  [1, 1.25, 1.25],
  [3, 1.25, 1],
  [10, 1, 0.75],
  [30, 0.5, 0.25],
  [90, 0.25, 0],
]

/** What it says that an undated report was published so many days from the event, or from another report of it. */
const near = (gap: number, kind: EventKind): number => {
  for (const step of NEAR) if (gap <= step[0]) return PROFILES[kind].rare ? step[1] : step[2]
  return 0
}

const gapOf = (a: { first: number; last: number } | null, b: { first: number; last: number } | null): number =>
  a && b ? Math.max(0, a.first - b.last, b.first - a.last) : Number.POSITIVE_INFINITY

/** What the same place, the same word and like words add at most. */
const SAME_PLACE = 1.5
const SAME_WORD = 0.5
const WORDS = 3

/** What it says that a report published on one day may be of the day before, which another report names. */
const DAY_LATE = 1

// A window that only publication gives begins a day early: the day itself is its last.
const otherDay = (a: Draft, b: Draft): boolean => a.window.last !== b.window.last

/** Whether all that is told of it is a plan. */
export const planned = ({ mentions }: Draft): boolean => mentions.every(isPlan)

/** What it adds that both tell of a war, an aid or a build-up as a whole, between the same states. */
const WHOLE = 1.75

// No day, no place but a state, and states alone: not one strike of many, but all of them.
const isWhole = (draft: Draft, context: Comparison): boolean =>
  draft.fineness >= 3 &&
  draft.actors.length > 1 &&
  draft.actors.every(({ sort }) => sort === 'state') &&
  draft.places.every((place) => context.placeAt(place).isState)

// A third state named on one side stands beside the war, and is not another one.
const sameActors = ({ states, leftOver, rightOver }: Relation): boolean =>
  states > 1 && (leftOver === 0 || rightOver === 0)

/** What two drafts' dates say for their being one event; null when they cannot be. */
export const dateEvidence = (a: Draft, b: Draft): number | null => {
  const gap = gapOf(a.window, b.window)
  if (a.fineness < 4 && b.fineness < 4) {
    const lasts = Math.max(a.fineness, b.fineness) <= 1 ? PROFILES[a.kind].lasts : 0
    if (gap > lasts) return null
    if (gap > 0) return APART
    const coarser = Math.max(a.fineness, b.fineness)
    if (coarser === 1 && otherDay(a, b)) return DAY_LATE
    return coarser === 0 ? 3 : coarser === 1 ? 2 : coarser === 2 ? 1.5 : 1
  }
  if (gap > 0) return null
  const [vague, other] = a.fineness === 4 ? [a, b] : [b, a]
  const apart = gapOf(vague.published, other.fineness < 4 ? other.window : other.published)
  return apart > 30 && planned(vague) ? -1.5 : near(apart, a.kind)
}

/** What two drafts' places say: the same, one in the other as far as names show, or different. */
export const placeRelation = (a: Draft, b: Draft, context: Comparison): 'same' | 'loose' | 'none' | 'different' => {
  if (a.places.length === 0 || b.places.length === 0) return 'none'
  let loose = false
  for (const x of a.places) {
    const { isState, stems } = context.placeAt(x)
    if (!isState && b.places.includes(x)) return 'same'
    for (const y of b.places) {
      if (x === y) {
        loose = true
        continue
      }
      const other = context.placeAt(y)
      if (isState !== other.isState) loose = true
      for (const stem of stems) if (other.stems.includes(stem)) return 'same'
    }
  }
  return loose ? 'loose' : 'different'
}

const placeEvidence = (a: Draft, b: Draft, relation: Relation, context: Comparison): number | null => {
  const place = placeRelation(a, b, context)
  if (place === 'same') return SAME_PLACE
  if (place === 'loose') return 0.25
  if (place === 'none') return 0
  if (PROFILES[a.kind].frequent) return isRetold(a, b, relation) ? -0.5 : null
  return Math.max(a.fineness, b.fineness) <= 1 ? -0.5 : -1.5
}

/** Letters by which words of one root are told. */
const ROOT = 6

/** Whether words of one root name both ("развернуть", "развёртывание"). */
const sameRoot = (a: Draft, b: Draft): boolean =>
  [...a.lemmas].some((lemma) => [...b.lemmas].some((other) => lemma.slice(0, ROOT) === other.slice(0, ROOT)))

// A headline and the sentence after it tell one deed twice: the same word, the same actors, the day of
// publication. Two places in one sentence are two deeds all the same.
const isRetold = (a: Draft, b: Draft, { leftOver, rightOver }: Relation): boolean => {
  if (a.fineness !== 1 || b.fineness !== 1 || leftOver + rightOver > 0 || a.actors.length === 0) return false
  if (a.articles.size > 1 || b.articles.size > 1 || !shares(a.articles, b.articles)) return false
  const opens = (draft: Draft): boolean => draft.mentions.some(({ sentence }) => sentence.start === 0)
  if (opens(a) === opens(b)) return false
  const told = new Set(a.mentions.map(({ sentence }) => sentence.start))
  if (b.mentions.some(({ sentence }) => told.has(sentence.start))) return false
  return sameRoot(a, b)
}

// Nobody pays two visits to one place on one day: who else is named (hosts, whom the visitor stands for) parts nothing,
// and where one report turns host and visitor round it has slipped.
const isSameVisit = (a: Draft, b: Draft, { people }: Relation): boolean =>
  a.kind === 'visit' &&
  people > 0 &&
  Math.max(a.fineness, b.fineness) === 0 &&
  gapOf(a.window, b.window) === 0 &&
  a.places.some((place) => b.places.includes(place)) &&
  a.actors.some(
    ({ sort, identity, role }) =>
      sort === 'person' &&
      b.actors.some((other) => other.identity === identity && (role === 'visitor' || other.role === 'visitor')),
  )

const actorEvidence = (relation: Relation, { contact }: Profile, echo: boolean, sameVisit: boolean): number | null => {
  const { people, bodies, states, leftOver, rightOver, directed } = relation
  const reversed = echo || sameVisit ? 0 : relation.reversed
  // Who acts and who is acted upon changed places throughout: the answer to an act, not the act.
  if (reversed >= 2 && reversed === directed) return null
  const matched = people + bodies + states
  if (contact && leftOver > 0 && rightOver > 0 && people < 2 && !sameVisit) return null
  const base = matched >= 2 ? (people + bodies > 0 ? 3 : 2) : people + bodies === 1 ? 2 : states === 1 ? 0.75 : 0
  const odd = contact ? Math.min(leftOver, rightOver) : 0.5 * (leftOver + rightOver)
  const same = matched > 0 && leftOver === 0 && rightOver === 0 ? SAME_ACTORS : 0
  return base + same - Math.min(echo ? ASIDE : 1.5, odd) - 0.5 * reversed
}

// "They met … they will meet again": a plan told beside what happened is another event, unless a day joins them, or it
// lasts and is still going on ("the visit began … it will end with a dinner").
const planBesideDeed = (a: Draft, b: Draft): boolean => {
  if (Math.max(a.fineness, b.fineness) < 4 || !PROFILES[a.kind].single) return false
  if (!tellBoth(a, b) && !tellBoth(b, a)) return false
  const [vague, other] = a.fineness === 4 ? [a, b] : [b, a]
  // What was announced before the deed was its plan.
  const { first } = vague.window
  if (Number.isFinite(first) && vague.published && first < Math.min(vague.published.first, other.window.first))
    return false
  const lasts = PROFILES[a.kind].lasts
  return lasts === 0 || other.fineness > 1 || gapOf(vague.published, other.window) > lasts
}

// Talks with one and the same man in one month: too many have both.
const vagueness = (a: Draft, b: Draft, { people, bodies, states, leftOver, rightOver }: Relation): number => {
  const dated = a.fineness < 4 && b.fineness < 4 && Math.max(a.fineness, b.fineness) >= 2
  return PROFILES[a.kind].contact && dated && people + bodies + states < 2 && leftOver + rightOver > 0 ? VAGUE : 0
}

/** What words must say for two deeds of the same states, or of one person alone, to be of one matter; less where such deeds are rare. */
const MATTER = 1
const RARE_MATTER = 0.4
/** The same of two deeds of one body or state alone. */
const SOLE_MATTER = 2

// A state, a court or a president does something every day: where neither several persons, nor one with a state or a body
// beside him, nor one happening tells which deed is meant, the words of the sentences must.
const matterOf = (a: Draft, b: Draft, { people, bodies, states }: Relation): number => {
  if (!PROFILES[a.kind].manifold || people > 1 || shares(a.stories, b.stories) || shares(a.articles, b.articles))
    return 0
  if (people + bodies + states < 2) return people > 0 ? MATTER : SOLE_MATTER
  if (people > 0) return 0
  return Math.max(a.fineness, b.fineness) < 3 ? 0 : PROFILES[a.kind].rare ? RARE_MATTER : MATTER
}

/**
 * Evidence that two drafts of one kind are one event, in the units of `Profile.need`; null when they cannot be: their
 * days, sides or places exclude each other. Actors count up to 4.25, days up to 3, the place 1.5, words up to 3. Where
 * that is no more than `floor`, it may be what it can be at most, and null need not be found out.
 */
export const evidenceFor = (
  a: Draft,
  b: Draft,
  context: Comparison,
  floor = Number.NEGATIVE_INFINITY,
): number | null => {
  const sort = commonSort(a, b)
  const date = dateEvidence(a, b) ?? (sort !== null && isSlip(gapOf(a.window, b.window), sort) ? SLIPPED : null)
  if (date === null) return null
  const relation = relateActors(a.actors, b.actors)
  const echo = sort !== null && lasts(sort) && isEcho(a, b, date, relation)
  const profile = PROFILES[a.kind]
  const { need, frequent } = profile
  const actors = actorEvidence(relation, profile, echo, isSameVisit(a, b, relation))
  if (actors === null) return null
  const atMost = date + actors + SAME_PLACE + SAME_WORD + WORDS + (frequent ? WHOLE : 0)
  if (!echo && atMost <= floor) return atMost
  const place = placeEvidence(a, b, relation, context)
  if (place === null || planBesideDeed(a, b)) return null
  if (a.kind === 'visit' && otherGuest(a, b, relation, place)) return null
  if (otherPerson(a, b, relation)) return null
  const { people, bodies, states } = relation
  // One man alone sits at many tables, unless they are called alike.
  if (date === APART && people + states + bodies < 2 && (people === 0 || !sort)) return null
  const whole = frequent && sameActors(relation) && isWhole(a, context) && isWhole(b, context) ? WHOLE : 0
  const sameWord = shares(a.lemmas, b.lemmas) ? SAME_WORD : 0
  const soFar =
    date +
    actors +
    place +
    sameWord +
    whole +
    (echo ? need - ECHO + known(b) : sort === null ? -OTHER : 0) -
    (place < 1 ? vagueness(a, b, relation) : 0)
  // Words are the dearest to compare and add at most three: they are asked only when they can decide.
  if (soFar + WORDS <= floor) return soFar + WORDS
  const matter = echo ? 0 : matterOf(a, b, relation)
  if (matter > 0) {
    const words = WORDS * bestWords(a, b, context)
    return words < matter ? null : soFar + words
  }
  return soFar >= need + 1 || soFar < need - WORDS ? soFar : soFar + WORDS * bestWords(a, b, context)
}
