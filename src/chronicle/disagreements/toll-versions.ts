import type { Disagreement } from '../chronicle.ts'
import { type EventMention, isPlan } from '../entries/mention.ts'
import type { Fate } from './fates.ts'
import { pagesOf } from './tellings.ts'
import { type Toll, tollsIn } from './tolls.ts'
import { type Case, meets } from './values.ts'
import { disagreementOf, type Told, versionsOf } from './versions.ts'

/** Kinds of which anybody is counted (tolls.ts). */
const KINDS = new Set(['attack', 'gathering', 'detention', 'withdrawal'])
/** Pages of an entry whose tolls are read. */
const MOST = 200
/** Tolls of one sort that are compared with each other. */
const COMPARED = 60
/** Numbers further apart than this are of different things. */
const APART = 5
/** Where some say "people" and others "soldiers", numbers further apart than this are of the whole and a part. */
const CLOSE = 1.7
/** Characters within which one page tells two numbers of one thing. */
const BESIDE = 500

interface Counted {
  readonly toll: Toll
  readonly mention: EventMention
  readonly told: Told
  /** Its page says that this was told before. */
  readonly former: boolean
}

/** By these a page gives what was told before it. */
const FORMER = /ранее|накануне|до этого|изначально|первоначальн|сначала|сообщал|говорил[аио]? о|заявлял|называл/i
/** What a number without a noun counts. */
const NOUN: Readonly<Record<Exclude<Fate, ''>, string>> = {
  killed: 'погибших',
  hurt: 'пострадавших',
  hospitalised: 'госпитализированных',
  missing: 'пропавших',
  detained: 'задержанных',
  evacuated: 'эвакуированных',
  freed: 'освобождённых',
  held: 'удерживаемых',
}

/**
 * How many were killed, hurt, detained … : a conflict where pages or sources give numbers that do not meet of the same
 * people, also where the number grew. Whose people they are, of what sort and where must agree as far as pages tell it.
 */
export const tollVersions = (one: Case): Disagreement[] => {
  if (!KINDS.has(one.mentions[0]?.kind ?? '')) return []
  const groups = new Map<string, Counted[]>()
  for (const counted of tollsOf(one)) {
    const { fate, daily } = counted.toll
    const key = `${fate} ${daily}`
    const group = groups.get(key)
    if (group) group.push(counted)
    else groups.set(key, [counted])
  }
  return [...groups.values()].flatMap((group) => disputed(one, group.slice(0, COMPARED)))
}

const tollsOf = (one: Case): Counted[] =>
  [...pagesOf(one, MOST)].flatMap(([article, { at, events }]) => {
    const facts = one.articles[article] as Case['articles'][number]
    return tollsIn(facts).flatMap((toll): Counted[] => {
      if (!events.has(toll.event)) return []
      const { span, sentence, fate } = toll
      const own = one.mentions.find((other) => other.article === article && other.event === toll.event)
      const written = facts.text.slice(span.start, span.end)
      const value = /\p{L}/u.test(written.replace(/тыс|млн/, ''))
        ? written
        : `${written} ${NOUN[fate as Exclude<Fate, ''>]}`
      const told = {
        key: `${toll.range.low} ${toll.range.high}`,
        value,
        article,
        span: sentence,
        origin: one.origins[at] as number,
      }
      const former = FORMER.test(facts.text.slice(sentence.start, span.start))
      return [{ toll, mention: own as EventMention, told, former }]
    })
  })

const disputed = (one: Case, counts: readonly Counted[]): Disagreement[] => {
  const sides = new Set(counts.flatMap(({ toll: { side } }) => (side === null || side === 'both' ? [] : [side])))
  // Those of whom nobody tells whose they are, are of the only side that is named.
  const sole = sides.size === 1 ? ([...sides][0] as string) : null
  const groups = new Map<string, Counted[]>()
  for (const counted of counts) {
    const key = counted.toll.side ?? sole ?? ''
    const group = groups.get(key)
    if (group) group.push(counted)
    else groups.set(key, [counted])
  }
  return [...groups].flatMap(([side, group]) =>
    [...new Set(group.map(({ toll }) => sortOf(toll)))].flatMap((sort) => {
      const rivals = rivalsAmong(group.filter(({ toll }) => sortOf(toll) === sort))
      const versions = versionsOf(
        rivals.map(({ told }) => told),
        one.articles,
      )
      if (versions.length < 2) return []
      const matter = [(group[0] as Counted).toll.fate, side, sort]
      return [disagreementOf(one.entry, 'count', isVague(rivals) ? 'tension' : 'conflict', versions, matter)]
    }),
  )
}

/** Sorts of people that are only some of those whom something befell. */
const SOME = new Set(['children', 'women', 'civilians', 'medics'])

// Where soldiers die, some pages say "people".
const sortOf = ({ whom }: Toll): string => (SOME.has(whom) ? whom : '')

/** Numbers of which one is no exact one and which lie nearer than this only strain each other. */
const VAGUE = 1.35

const isVague = (rivals: readonly Counted[]): boolean => {
  const exact = rivals.filter(({ toll: { range } }) => range.low === range.high).map(({ toll }) => toll.range.low)
  const middles = rivals.map(({ toll: { range } }) => (range.low + range.high) / 2)
  return new Set(exact).size < 2 && Math.max(...middles) <= Math.min(...middles) * VAGUE
}

const rivalsAmong = (counts: readonly Counted[]): Counted[] => {
  const rivals = new Set<Counted>()
  counts.forEach((a, at) => {
    for (const b of counts.slice(at + 1))
      if (isComparable(a, b) && (a.told.article === b.told.article ? isOwnRivalry(a, b) : isRivalry(a, b, counts)))
        rivals.add(a).add(b)
  })
  return counts.filter((counted) => rivals.has(counted))
}

/** Days between pages that tell of one toll; who is detained or let go is counted day by day. */
const DAYS = 30
const DAILY = 3
const BY_DAY: ReadonlySet<Fate> = new Set(['detained', 'freed', 'held', 'evacuated'])

const isComparable = ({ toll: a, mention: x }: Counted, { toll: b, mention: y }: Counted): boolean => {
  if (meets(a.range, b.range) || isPlan(x) !== isPlan(y)) return false
  const [small, large] = [Math.min(a.range.high, b.range.high), Math.max(a.range.low, b.range.low)]
  const named = a.side !== null && a.side === b.side && (a.whom === '' || b.whom === '')
  if (large > small * (a.whom === b.whom ? APART : named ? CLOSE : 1)) return false
  // What is counted of one night is compared with what is told of it on its day.
  const days = a.daily ? 0 : BY_DAY.has(a.fate) ? DAILY : DAYS
  if (x.published !== null && y.published !== null && Math.abs(x.published - y.published) > days) return false
  if (a.places.size > 0 && b.places.size > 0) return [...a.places].some((place) => b.places.has(place))
  return true
}

// A page that knows the other number too, and not as an earlier one, tells of a whole and its parts.
const isRivalry = (a: Counted, b: Counted, counts: readonly Counted[]): boolean =>
  !counts.some(
    (other) =>
      !other.former &&
      ((other.told.article === a.told.article && meets(other.toll.range, b.toll.range)) ||
        (other.told.article === b.told.article && meets(other.toll.range, a.toll.range))),
  )

// One page that gives two numbers by two sources, or corrects what it told, tells of their disagreement itself.
const isOwnRivalry = ({ toll: a }: Counted, { toll: b }: Counted): boolean =>
  a.source !== null &&
  b.source !== null &&
  a.source !== b.source &&
  a.whom === b.whom &&
  Math.abs(a.span.start - b.span.start) <= BESIDE
