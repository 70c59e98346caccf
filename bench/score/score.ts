import { overlap, type Span } from '../../src/core/index.ts'
import type { ArticleFacts } from '../../src/facts/index.ts'
import { type GoldPage, keyOf } from './gold.ts'
import { equalName, locate, pairUp, sameName } from './match.ts'

/** Found, wanted and right things of a sort. */
export interface Tally {
  gold: number
  found: number
  right: number
}

export const LISTS = ['times', 'statements', 'events', 'completeEvents', 'participants'] as const
export const FIELDS = [
  'speaker',
  'speakerExact',
  'via',
  'quoteKind',
  'stance',
  'status',
  'date',
  'place',
  'participantsExact',
] as const

export interface Score {
  readonly lists: Readonly<Record<(typeof LISTS)[number], Tally>>
  /** Of the statements and events that were found: how many have the field right. */
  readonly fields: Readonly<Record<(typeof FIELDS)[number], { n: number; right: number }>>
  /** What was wrong, a line each, for reading. */
  readonly errors: readonly string[]
  readonly missing: readonly string[]
}

export const f1 = ({ gold, found, right }: Tally): { p: number; r: number; f1: number } => {
  const p = found ? right / found : 0
  const r = gold ? right / gold : 0
  return { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 }
}

type Facts = Pick<ArticleFacts, 'id' | 'text' | 'times' | 'statements' | 'events'>

const iou = (a: Span, b: Span): number => overlap(a, b) / (Math.max(a.end, b.end) - Math.min(a.start, b.start))

const accepted = <T>(value: T, others: T | readonly T[] | undefined): readonly T[] => [
  value,
  ...(others === undefined ? [] : ([others].flat() as T[])),
]

class Scoring {
  readonly lists = Object.fromEntries(LISTS.map((name) => [name, { gold: 0, found: 0, right: 0 }])) as Score['lists']
  readonly fields = Object.fromEntries(FIELDS.map((name) => [name, { n: 0, right: 0 }])) as Score['fields']
  readonly errors: string[] = []

  private count(name: (typeof FIELDS)[number], right: boolean): void {
    this.fields[name].n++
    if (right) this.fields[name].right++
  }

  private list<Gold extends { optional?: boolean }, Found>(
    name: (typeof LISTS)[number],
    gold: readonly Gold[],
    found: readonly Found[],
    pairs: readonly (readonly [Gold, Found])[],
  ): void {
    const paired = new Set(pairs.map(([one]) => one))
    this.lists[name].gold += gold.filter((one) => !one.optional || paired.has(one)).length
    this.lists[name].found += found.length
    this.lists[name].right += pairs.length
  }

  page(gold: GoldPage, facts: Facts): void {
    const { text } = facts
    const say = (line: string): void => void this.errors.push(`${gold.id}: ${line}`)
    const at = (quote: string, nth?: number): Span => {
      const place = locate(text, quote, nth)
      if (!place) say(`the text does not hold "${quote}"`)
      return place ?? { start: -1, end: -1 }
    }

    const times = gold.times.map((one) => ({ ...one, ...at(one.quote, one.nth) }))
    const timePairs = pairUp(times, facts.times, (g, f) => (f.value === g.value && overlap(g, f) > 0 ? iou(g, f) : 0))
    this.list('times', times, facts.times, timePairs)
    unpaired(
      times,
      facts.times,
      timePairs,
      (g) => say(`time missed: ${g.quote} ${g.value}`),
      (f) => say(`time extra: ${text.slice(f.start, f.end)} ${f.value}`),
    )

    const told = gold.statements.map((one) => ({ ...one, ...at(one.quote, one.nth) }))
    const toldPairs = pairUp(told, facts.statements, (g, f) => (g.start >= 0 && iou(g, f) >= 0.5 ? iou(g, f) : 0))
    this.list('statements', told, facts.statements, toldPairs)
    unpaired(
      told,
      facts.statements,
      toldPairs,
      (g) => say(`statement missed: ${g.quote.slice(0, 80)}`),
      (f) => say(`statement extra: ${text.slice(f.start, f.end).slice(0, 80)}`),
    )
    for (const [g, f] of toldPairs) {
      const name = f.speaker?.name ?? null
      const speakers = accepted(g.speaker, g.speaker_alt)
      const right = speakers.some((one) => (one === null || name === null ? one === name : sameName(one, name)))
      if (!right) say(`speaker ${name}, gold ${g.speaker}: ${g.quote.slice(0, 60)}`)
      this.count('speaker', right)
      if (g.speaker !== null)
        this.count(
          'speakerExact',
          speakers.some((one) => one !== null && name !== null && equalName(one, name)),
        )
      const via = f.via.map((one) => one.name)
      const viaRight = via.length === g.via.length && g.via.every((one) => via.some((other) => sameName(one, other)))
      if (!viaRight) say(`via ${via.join(', ')}, gold ${g.via.join(', ')}: ${g.quote.slice(0, 60)}`)
      this.count('via', viaRight)
      this.count('quoteKind', accepted(g.kind, g.kind_alt).includes(f.kind))
      const stance = accepted(g.stance, g.stance_alt).includes(f.stance)
      if (!stance) say(`stance ${f.stance}, gold ${g.stance}: ${g.quote.slice(0, 60)}`)
      this.count('stance', stance)
    }

    this.events(gold, facts, say, at)
  }

  private events(
    gold: GoldPage,
    facts: Facts,
    say: (line: string) => void,
    at: (quote: string, nth?: number) => Span,
  ): void {
    const events = gold.events.map((one) => {
      const { start } = at(one.quote, one.nth)
      return { ...one, start: start < 0 ? -1 : start + one.from, end: start < 0 ? -1 : start + one.from + one.length }
    })
    const pairs = pairUp(events, facts.events, (g, { kind, trigger }) =>
      g.start >= 0 && accepted(g.kind, g.kind_alt).includes(kind) && overlap(g, trigger) > 0 ? 1 + iou(g, trigger) : 0,
    )
    this.list('events', events, facts.events, pairs)
    const complete = pairs.filter(([g, f]) => this.event(g, f, say)).length
    const { gold: wanted, found } = this.lists.events
    Object.assign(this.lists.completeEvents, { gold: wanted, found })
    this.lists.completeEvents.right += complete
    unpaired(
      events,
      facts.events,
      pairs,
      (g) => say(`event missed: ${g.kind} "${g.quote.slice(g.from, g.from + g.length)}"`),
      (f) => say(`event extra: ${f.kind} "${facts.text.slice(f.trigger.start, f.trigger.end)}"`),
    )
  }

  /** Counts the fields of one event; whether all are right. */
  private event(g: GoldPage['events'][number], f: Facts['events'][number], say: (line: string) => void): boolean {
    const names = f.participants.map(({ name }) => name)
    const score = (a: string, b: string): number => (equalName(a, b) ? 2 : sameName(a, b) ? 1 : 0)
    const matched = pairUp(g.participants, names, score).length
    for (const name of g.participants)
      this.count(
        'participantsExact',
        names.some((other) => equalName(other, name)),
      )
    this.lists.participants.gold += g.participants.length
    this.lists.participants.found += names.length
    this.lists.participants.right += matched
    const status = accepted(g.status, g.status_alt).includes(f.status)
    const date = accepted(g.date, g.date_alt).includes(f.date)
    const place = accepted(g.place, g.place_alt).some((one) =>
      one === null || f.place === null ? one === f.place : sameName(one, f.place.name),
    )
    this.count('status', status)
    this.count('date', date)
    this.count('place', place)
    const complete = status && date && matched === g.participants.length && matched === names.length
    if (!complete || !place) {
      const told = [f.status, f.date, f.place?.name, names.join(', ')].join(' · ')
      say(
        `event ${g.kind} "${g.quote.slice(0, 50)}": ${told}; gold ${[g.status, g.date, g.place, g.participants.join(', ')].join(' · ')}`,
      )
    }
    return complete
  }
}

const unpaired = <Gold extends { optional?: boolean }, Found>(
  gold: readonly Gold[],
  found: readonly Found[],
  pairs: readonly (readonly [Gold, Found])[],
  missed: (one: Gold) => void,
  extra: (one: Found) => void,
): void => {
  const paired = new Set<unknown>(pairs.flat())
  for (const one of gold) if (!paired.has(one) && !one.optional) missed(one)
  for (const one of found) if (!paired.has(one)) extra(one)
}

/**
 * Facts against what readers annotated, matched as docs/annotation.md says: times by overlap and equal value, statements
 * by contents that overlap by half of their union, events by kind and overlapping triggers; fields are counted on what
 * was matched, names agree when the words of one stand in the other. A page without facts counts as nothing found.
 */
export const scoreFacts = (gold: readonly GoldPage[], facts: readonly Facts[]): Score => {
  const byKey = new Map(facts.map((one) => [keyOf(one.id), one]))
  const scoring = new Scoring()
  const missing: string[] = []
  for (const page of gold) {
    const own = byKey.get(keyOf(page.id))
    if (!own) missing.push(page.id)
    scoring.page(page, own ?? { id: page.id, text: '', times: [], statements: [], events: [] })
  }
  return { lists: scoring.lists, fields: scoring.fields, errors: scoring.errors, missing }
}
