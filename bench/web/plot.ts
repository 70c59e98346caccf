import type { EventKind, Status } from '../../src/facts/index.ts'
import type { Chance } from '../chance.ts'
import type { Person, State } from './world.ts'
import { OUTLETS, statesOf, TOPICS } from './world.ts'

/** Something that happens in the invented world, told by one or several outlets. */
export interface Happening {
  readonly kind: EventKind
  /** Day number since 1970. */
  readonly day: number
  readonly sides: readonly [Person, Person]
  readonly place: State
  readonly topic: string
  readonly hours: number
  /** Never came about: planned, and then denied or forgotten. */
  readonly fails: boolean
}

/** What one article says of a happening. */
export interface Report {
  readonly about: Happening
  readonly status: Status
  /** As this outlet has it: now and then other than the rest. */
  readonly day: number
  readonly hours: number
  /** How exact the day is told. */
  readonly exact: 'day' | 'month'
}

export interface Draft {
  readonly number: number
  readonly outlet: string
  /** Minutes since 1970. */
  readonly published: number
  readonly main: Report
  /** Earlier or coming happenings of the same pair. */
  readonly beside: readonly Report[]
  /** Number of the draft that it copies. */
  readonly copyOf: number | null
}

const KINDS: readonly EventKind[] = [
  'visit',
  'meeting',
  'meeting',
  'call',
  'call',
  'agreement',
  'aid',
  'cooperation',
  'sanction',
  'invitation',
  'decision',
  'gathering',
]
export const FIRST_DAY = 22_280 // 2031-01-01
const DAYS = 1_000
const REPORTS = 3.3

const happeningsOf = (chance: Chance, count: number): Happening[] => {
  const states = statesOf(chance)
  const list = Array.from({ length: count }, (): Happening => {
    // Some pairs are at the centre of the story: half of what happens is theirs.
    const few = chance.is(0.5)
    const a = chance.whole(0, few ? 3 : states.length - 1)
    const b = (a + 1 + chance.whole(0, few ? 2 : states.length - 2)) % states.length
    const [one, two] = [states[a]!, states[b]!]
    return {
      kind: chance.pick(KINDS),
      // News come in waves.
      day: FIRST_DAY + Math.floor(DAYS * (chance.is(0.3) ? 0.55 + 0.2 * chance.next() * chance.next() : chance.next())),
      sides: [chance.pick(one.people), chance.pick(two.people)],
      place: chance.is(0.85) ? chance.pick([one, two]) : chance.pick(states),
      topic: chance.pick(TOPICS),
      hours: chance.whole(1, 6),
      fails: chance.is(0.06),
    }
  })
  return list.sort((x, y) => x.day - y.day)
}

const reportOf = (chance: Chance, about: Happening, on: number): Report => {
  const coming = about.day > on
  const status: Status = about.fails
    ? coming
      ? 'planned'
      : 'denied'
    : coming
      ? chance.pick(['planned', 'planned', 'possible'])
      : 'happened'
  const other = !coming && !about.fails && chance.is(0.06)
  return {
    about,
    status,
    day: other ? about.day - 1 : about.day,
    hours: chance.is(0.2) ? about.hours + chance.whole(1, 2) : about.hours,
    exact: coming && about.day - on > 20 ? 'month' : 'day',
  }
}

const MINUTES = 1_440
const outletOf = (chance: Chance): string => OUTLETS[Math.floor(OUTLETS.length * chance.next() * chance.next())]!

/** What every article of the generated chronicle tells, in order of publication. */
export const draftsOf = (chance: Chance, articles: number): readonly Draft[] => {
  const happenings = happeningsOf(chance, Math.ceil(articles / REPORTS))
  const byPair = new Map<string, Happening[]>()
  const pairOf = ({ sides }: Happening): string =>
    sides
      .map(({ state }) => state.id)
      .sort()
      .join(' ')
  for (const each of happenings) byPair.set(pairOf(each), [...(byPair.get(pairOf(each)) ?? []), each])
  const drafts: Draft[] = []
  while (drafts.length < articles) {
    const about = chance.pick(happenings)
    const day = about.day + (chance.is(0.15) ? -chance.whole(2, 30) : chance.is(0.8) ? 0 : chance.whole(1, 4))
    const published = day * MINUTES + chance.whole(7 * 60, 22 * 60)
    const pair = byPair.get(pairOf(about)) ?? []
    const at = pair.indexOf(about)
    const near = [pair[at - 1], chance.is(0.4) ? pair[at + 1] : undefined].filter((each) => each !== undefined)
    const main = reportOf(chance, about, day)
    const beside = near.map((each) => reportOf(chance, each, day))
    const number = drafts.length
    drafts.push({ number, outlet: outletOf(chance), published, main, beside, copyOf: null })
    const copies = chance.is(0.18) ? chance.whole(1, 3) : 0
    for (let i = 0; i < copies && drafts.length < articles; i++) {
      const later = published + chance.whole(15, 600)
      drafts.push({ number: drafts.length, outlet: outletOf(chance), published: later, main, beside, copyOf: number })
    }
  }
  return drafts
}
