import type { EventKind } from '../../facts/index.ts'
import { EVENT_KINDS } from '../../facts/index.ts'
import type { Grouping } from '../join/grouping.ts'
import { keyNumber } from '../join/keys.ts'
import { shares } from './apart.ts'
import { type Comparison, evidenceFor } from './compare.ts'
import { type Draft, inTextOrder, mergeDrafts } from './draft.ts'
import type { EventMention, Window } from './mention.ts'
import { PROFILES } from './profile.ts'

/** What it adds that two pages tell of one happening: the same word there means the same event. */
const SAME_STORY = 0.5

const acrossPages = (a: Draft, b: Draft, context: Comparison, floor: number): number | null => {
  const evidence = evidenceFor(a, b, context, floor - SAME_STORY)
  return evidence !== null && shares(a.stories, b.stories) ? evidence + SAME_STORY : evidence
}

const firstOf = (draft: Draft): EventMention => draft.mentions[0] as EventMention

/** The order in which drafts are joined: the finest dates first, then by day, then by their first mention. */
export const byFineness = (a: Draft, b: Draft): number =>
  a.fineness - b.fineness ||
  (a.fineness < 4 && a.window.first !== b.window.first ? a.window.first - b.window.first : 0) ||
  inTextOrder(firstOf(a), firstOf(b))

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

// Three bits of fineness, 21 of the first day, 26 of the minute of publication: till the year 2097.
const rankOf = (draft: Draft): number => {
  const day = draft.fineness < 4 ? within(draft.window.first, -(2 ** 20), 2 ** 20 - 1) : 0
  return (draft.fineness * 2 ** 21 + day + 2 ** 20) * 2 ** 26 + within(firstOf(draft).from.minute, 0, 2 ** 26 - 1)
}

// Of two events equally likely, the one nearer to the report's publication; of two as near, the earlier made.
const closer = (draft: Draft, a: Draft, b: Draft): boolean => {
  const at = draft.published?.last
  const distance = (event: Draft): number =>
    at === undefined ? 0 : Math.abs(at - (event.fineness < 4 ? event.window.last : (event.published?.last ?? at)))
  return distance(a) < distance(b)
}

/** Longest run of days that is indexed day by day; what is vaguer is found by its months. */
const FINE = 10
const MONTH = 30
/** Rare words by which a draft is found whatever its time. */
const RARE = 6
/** A draft is compared with at most so many others, those found first (the nearest keys are asked first). */
const MOST = 300
const BEYOND = 24

const month = (day: number): number => Math.floor(day / MONTH)

const NUMBER = new Map<EventKind, number>(EVENT_KINDS.map((kind, at) => [kind, at]))
const kindOf = ({ kind }: Draft): number => NUMBER.get(kind) as number

// Sorts of keys: whatever the time, and a time beside an actor or a place.
const STORY = 0
const PAIR = 1
const WORD = 2
const TIME = 3
// Sorts of times, each a key of its own beside an actor (even) or a place (odd).
const DAY = 4
const IN_MONTH = 6
const VAGUE_MONTH = 8
const PUBLISHED = 10
/** The time of what has none. */
const NEVER = 2 ** 20

/** An undated report is of what others told so many days before it was published, or after. */
const BEFORE = 10
const AFTER = 3

type Time = readonly [sort: number, at: number]

const isFine = ({ fineness, window }: Draft): boolean => fineness < 4 && window.last - window.first <= FINE

// Of what has no end, or is long, so many days are looked through.
const bounded = ({ first, last }: Window): Window => ({
  first: Math.max(first, last === Infinity ? first : last - 400),
  last: Math.min(last, first === -Infinity ? last : first + 400),
})

// Where a draft stands in time (adding), or where to look for what it may belong to.
const timesOf = (draft: Draft, adding: boolean): Time[] => {
  const { first, last } = draft.window
  const times: Time[] = []
  if (isFine(draft)) {
    const slack = adding ? 0 : PROFILES[draft.kind].lasts + 1
    for (let day = first - slack; day <= last + slack; day++) times.push([DAY, day])
    for (let at = month(first); at <= month(last); at++) times.push([adding ? IN_MONTH : VAGUE_MONTH, at])
  } else if (draft.fineness < 4) {
    const { first: from, last: to } = bounded(draft.window)
    for (let at = month(from); at <= month(to); at++) {
      times.push([VAGUE_MONTH, at])
      if (!adding) times.push([IN_MONTH, at])
    }
  }
  if (draft.fineness === 4 && draft.published) {
    const { first: from, last: to } = draft.published
    if (adding) times.push([PUBLISHED, from], [PUBLISHED, to])
    else {
      for (let day = to - BEFORE; day <= to + AFTER; day++) times.push([PUBLISHED, day])
      for (let day = to + AFTER; day >= to - 7; day--) times.push([DAY, day])
      times.push([VAGUE_MONTH, month(to)])
    }
  }
  if (draft.fineness === 4 && !draft.published) times.push([PUBLISHED, NEVER])
  return times
}

/** Who may be looked for at a time: actors and the states they serve, and places where hardly anybody is named. */
const whoOf = (draft: Draft): { readonly actors: readonly number[]; readonly places: readonly number[] } => {
  const actors: number[] = []
  for (const { identity, country } of draft.actors) {
    if (!actors.includes(identity)) actors.push(identity)
    if (country >= 0 && !actors.includes(country)) actors.push(country)
  }
  return { actors, places: draft.actors.length < 2 ? draft.places : [] }
}

const timeKeys = (draft: Draft, times: readonly Time[]): number[] => {
  const { actors, places } = whoOf(draft)
  const kind = kindOf(draft)
  const keys: number[] = []
  for (const actor of actors) for (const [sort, at] of times) keys.push(keyNumber(sort, kind, actor, at))
  for (const place of places) for (const [sort, at] of times) keys.push(keyNumber(sort + 1, kind, place, at))
  return keys
}

// First and last month of these times.
const monthsOf = (draft: Draft, adding: boolean): readonly [first: number, last: number] => {
  const { window, published } = draft
  if (draft.fineness === 4) {
    if (!published) return [NEVER, NEVER]
    return adding
      ? [month(published.first), month(published.last)]
      : [month(published.last - BEFORE), month(published.last + AFTER)]
  }
  const slack = !adding && isFine(draft) ? PROFILES[draft.kind].lasts + 1 : 0
  const { first, last } = bounded(window)
  return [month(first - slack), month(last + slack)]
}

// The same by months alone.
const months = (draft: Draft, adding: boolean): number[] => {
  const { actors, places } = whoOf(draft)
  const kind = kindOf(draft)
  const [from, to] = monthsOf(draft, adding)
  const keys: number[] = []
  for (const actor of actors) for (let at = from; at <= to; at++) keys.push(keyNumber(TIME, kind, actor, at))
  for (const place of places) for (let at = from; at <= to; at++) keys.push(keyNumber(PUBLISHED + 2, kind, place, at))
  return keys
}

// Asked for several times of each draft.
const exact = new WeakMap<Draft, readonly number[]>()

const exactKeys = (draft: Draft, context: Comparison): readonly number[] => {
  const known = exact.get(draft)
  if (known) return known
  const keys = exactKeysOf(draft, context)
  exact.set(draft, keys)
  return keys
}

// Whatever the time: stories, pairs of people in a contact, and rare words beside an actor.
const exactKeysOf = (draft: Draft, { weights, stems }: Comparison): number[] => {
  const kind = kindOf(draft)
  const keys = [...draft.stories].slice(0, 3).map((story) => keyNumber(STORY, kind, story, 0))
  if (PROFILES[draft.kind].contact || draft.kind === 'agreement') {
    const actors = draft.actors.slice(0, 6)
    actors.forEach((a, at) => {
      for (const b of actors.slice(at + 1))
        if (a.sort !== 'state' || b.sort !== 'state' || draft.kind === 'agreement')
          keys.push(keyNumber(PAIR, kind, Math.min(a.identity, b.identity), Math.max(a.identity, b.identity) - 2 ** 21))
    })
  }
  const words = new Set<number>()
  for (const mention of draft.mentions.slice(0, 4)) for (const word of mention.words) words.add(word)
  const rare = [...words].sort(
    (a, b) => (weights[b] as number) - (weights[a] as number) || ((stems[a] as string) < (stems[b] as string) ? -1 : 1),
  )
  for (const word of rare.slice(0, RARE)) keys.push(keyNumber(WORD, kind, word, 0))
  return keys
}

/**
 * How the drafts of all articles are joined to events: each goes to the event that most speaks for it, or starts one.
 * Only drafts that share a kind, an actor or a rare word, and a time are compared, so that the cost grows with the drafts
 * and not with their pairs.
 */
export const eventGrouping = (context: Comparison): Grouping<Draft, Draft> => ({
  compare: byFineness,
  rank: rankOf,
  keys: (draft) => [...new Set([...exactKeys(draft, context), ...timeKeys(draft, timesOf(draft, true))])],
  asks: (draft) => [...timeKeys(draft, timesOf(draft, false)), ...exactKeys(draft, context)],
  tells: (draft) => [...exactKeys(draft, context), ...months(draft, true)],
  hears: (draft) => [...new Set([...exactKeys(draft, context), ...months(draft, false), ...months(draft, true)])],
  reaches: null,
  start: (draft) => draft,
  grow: mergeDrafts,
  score: (draft, event, floor) => acrossPages(draft, event, context, floor),
  need: ({ kind }) => PROFILES[kind].need,
  closer,
  least: 1,
  underKey: Infinity,
  inAll: MOST,
  beyond: BEYOND,
  keeps: true,
})
