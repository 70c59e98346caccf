import type { Mention } from '../../language/index.ts'
import type { Reading } from './reading.ts'

/** A town, a region or a site as the page names it. */
export interface PagePlace {
  readonly name: string
  readonly identity: string
}

/** The place that a page is about: how often it is named, four more where the first sentences name it. */
export interface StoryPlace extends PagePlace {
  readonly weight: number
  /** Index of the sentence that names it first. */
  readonly at: number
}

/** What a page as a whole says of places. */
export interface PagePlaces {
  /** The place in the name of a body, by the body's identity: "Басманный суд Москвы" sits in Moscow. */
  readonly seats: ReadonlyMap<string, PagePlace>
  readonly story: StoryPlace | null
}

const MOST = 3
/** Sentences that say in short what a page tells, and what they weigh. */
const OPENING = 1
const OPENING_WEIGHT = 2

interface Counted extends PagePlace {
  readonly at: number
  count: number
}

const isOpening = ({ at }: Counted): boolean => at <= OPENING

const heavier = (one: Counted, other: Counted): boolean =>
  one.count + (isOpening(one) ? OPENING_WEIGHT : 0) > other.count + (isOpening(other) ? OPENING_WEIGHT : 0)

const bodyAround = ({ inside }: Mention, mentions: readonly Mention[]): Mention | undefined => {
  const outer = inside === undefined ? undefined : mentions[inside]
  return outer?.type === 'organization' ? outer : undefined
}

const known = new WeakMap<Reading, PagePlaces>()

/** Reads the places of a page once; states are left out, for they are parties as often as ground. */
export const pagePlacesOf = (reading: Reading): PagePlaces => {
  const before = known.get(reading)
  if (before) return before
  const { mentions } = reading.analysis
  const seats = new Map<string, PagePlace>()
  const counted = new Map<string, Counted>()
  for (const mention of mentions) {
    if (mention.type !== 'place') continue
    const { identity, sentence } = mention
    const one = counted.get(identity)
    const name = one?.name ?? reading.entities.get(identity)?.name ?? mention.name
    const body = bodyAround(mention, mentions)
    if (body && !seats.has(body.identity)) seats.set(body.identity, { name, identity })
    if (one) one.count++
    else counted.set(identity, { name, identity, at: sentence, count: 1 })
  }
  let first: Counted | null = null
  for (const one of counted.values()) if (!first || heavier(one, first)) first = one
  const story = first && {
    name: first.name,
    identity: first.identity,
    at: first.at,
    weight: Math.min(MOST, first.count) + (isOpening(first) ? MOST + 1 : 0),
  }
  const made = { seats, story }
  known.set(reading, made)
  return made
}
