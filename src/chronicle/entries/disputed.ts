import type { Group } from '../join/grouping.ts'
import { enter, leave } from '../sets.ts'
import { relateActors } from './actors.ts'
import { byFineness } from './cluster.ts'
import { bestWords, type Comparison, placeRelation, planned } from './compare.ts'
import { type Draft, mergeDrafts, sealed } from './draft.ts'
import { PROFILES } from './profile.ts'

/** Days by which a plan may be moved and still be the same plan. */
const MOVED = 10
/** Days by which two reports of one event may disagree when one of them names no exact day. */
const VAGUE = 35
/** Days by which they may when both do. */
const EXACT = 4

/** Kinds that the same sides do not repeat within weeks: two near dates of one are more likely a disagreement. */
const ONCE = new Set(['agreement', 'appointment', 'gathering', 'visit', 'decision', 'detention'])

/** An event after its drafts were joined. */
type Event = Group<Draft, Draft>

interface Pair {
  readonly a: Event
  readonly b: Event
  readonly gap: number
}

/** What is known of disputed dates, by the slots of events. */
export interface KeptDisputes {
  readonly buckets: readonly (readonly [event: number, key: string])[]
  readonly pairs: readonly (readonly [a: number, b: number, gap: number])[]
  readonly partners: readonly (readonly [event: number, other: number])[]
}

const draftOf = (event: Event): Draft => event.state as Draft
const inOrder = (a: Event, b: Event): number =>
  a === b ? 0 : byFineness((a.members[0] as { item: Draft }).item, (b.members[0] as { item: Draft }).item)

/**
 * Joins events whose dates do not meet but which everything else holds for one: a plan that was moved, or a date that
 * sources give differently. No article may tell both, since that page holds them for two. Of each event the nearest other
 * one counts; only events of one kind and the same first two states are compared.
 */
export class Disputes {
  readonly #buckets = new Map<string, Set<Event>>()
  readonly #bucketOf = new Map<Event, string>()
  readonly #pairs = new Map<Event, Pair[]>()
  #partner = new Map<Event, Event>()

  /** What was found out, by the slots of events. */
  kept(): KeptDisputes {
    return {
      buckets: [...this.#bucketOf].map(([{ slot }, key]) => [slot, key]),
      pairs: [...this.#pairs].flatMap(([event, pairs]) =>
        pairs.flatMap(({ a, b, gap }) => (a === event ? [[a.slot, b.slot, gap] as const] : [])),
      ),
      partners: [...this.#partner].map(([event, other]) => [event.slot, other.slot]),
    }
  }

  restore({ buckets, pairs, partners }: KeptDisputes, at: (slot: number) => Event): void {
    for (const [slot, key] of buckets) {
      enter(this.#buckets, key, at(slot))
      this.#bucketOf.set(at(slot), key)
    }
    for (const [a, b, gap] of pairs) this.#pair({ a: at(a), b: at(b), gap })
    this.#partner = new Map(partners.map(([event, other]) => [at(event), at(other)]))
  }

  /** Whether an event stands in its pair's place, or for itself. */
  leads(event: Event): boolean {
    const other = this.#partner.get(event)
    return other === undefined || inOrder(event, other) < 0
  }

  /** The draft of an event, or of a pair by its first. */
  draft(event: Event): Draft {
    const other = this.#partner.get(event)
    if (!other) return draftOf(event)
    const [x, y] = isEarlier(event, other) ? [event, other] : [other, event]
    return sealed(mergeDrafts(sealed(draftOf(x)), draftOf(y)))
  }

  /**
   * Takes in events that changed, and those whose actors may go by another id now; gives those whose draft or partner is
   * another now.
   */
  change(changed: ReadonlySet<Event>, shown: Iterable<Event>, context: Comparison): ReadonlySet<Event> {
    const due = new Set(changed)
    for (const event of shown)
      if (!due.has(event) && (this.#bucketOf.get(event) ?? null) !== bucketOf(draftOf(event), context)) due.add(event)
    for (const event of due) this.#forget(event)
    const alive = [...due].filter(({ members }) => members.length > 0)
    for (const event of alive) {
      const key = bucketOf(draftOf(event), context)
      if (key === null) continue
      enter(this.#buckets, key, event)
      this.#bucketOf.set(event, key)
    }
    const done = new Set<Event>()
    for (const event of alive) {
      done.add(event)
      for (const other of this.#buckets.get(this.#bucketOf.get(event) ?? '') ?? [])
        if (!done.has(other)) this.#compare(event, other, context)
    }
    return this.#match(changed)
  }

  #forget(event: Event): void {
    const key = this.#bucketOf.get(event)
    if (key !== undefined) {
      leave(this.#buckets, key, event)
      this.#bucketOf.delete(event)
    }
    for (const pair of this.#pairs.get(event) ?? []) {
      const other = pair.a === event ? pair.b : pair.a
      const left = (this.#pairs.get(other) ?? []).filter((one) => one !== pair)
      if (left.length > 0) this.#pairs.set(other, left)
      else this.#pairs.delete(other)
    }
    this.#pairs.delete(event)
  }

  #compare(one: Event, other: Event, context: Comparison): void {
    const [a, b] = isEarlier(one, other) ? [one, other] : [other, one]
    const gap = draftOf(b).window.first - draftOf(a).window.last
    if (gap <= 0 || gap > VAGUE || !disputed(draftOf(a), draftOf(b), gap, context)) return
    this.#pair({ a, b, gap })
  }

  #pair(pair: Pair): void {
    for (const event of [pair.a, pair.b]) {
      const known = this.#pairs.get(event)
      if (known) known.push(pair)
      else this.#pairs.set(event, [pair])
    }
  }

  #match(changed: ReadonlySet<Event>): ReadonlySet<Event> {
    const before = this.#partner
    const now = new Map<Event, Event>()
    const all = [...this.#pairs].flatMap(([event, pairs]) => pairs.filter(({ a }) => a === event))
    for (const { a, b } of all.sort((x, y) => x.gap - y.gap || inOrder(x.a, y.a) || inOrder(x.b, y.b))) {
      if (now.has(a) || now.has(b)) continue
      now.set(a, b)
      now.set(b, a)
    }
    this.#partner = now
    const anew = new Set(changed)
    for (const event of changed) for (const other of [before.get(event), now.get(event)]) if (other) anew.add(other)
    for (const [event, other] of before) if (now.get(event) !== other) anew.add(event)
    for (const [event, other] of now) if (before.get(event) !== other) anew.add(event)
    return anew
  }
}

const isEarlier = (a: Event, b: Event): boolean =>
  draftOf(a).window.first === draftOf(b).window.first
    ? inOrder(a, b) < 0
    : draftOf(a).window.first < draftOf(b).window.first

// Dated events of one kind and the same first two actors; null for what is never moved.
const bucketOf = (event: Draft, { identities }: Comparison): string | null => {
  if (event.fineness > 2 || PROFILES[event.kind].frequent || event.actors.length === 0) return null
  const states = event.actors.map(
    ({ country, identity }) => identities.list[country < 0 ? identity : country]?.id ?? '',
  )
  return `${event.kind} ${[...new Set(states)].sort().slice(0, 2).join(' ')}`
}

const isDeed = (draft: Draft): boolean =>
  draft.mentions.some(({ status }) => status === 'happened' || status === 'ongoing')

const disputed = (a: Draft, b: Draft, gap: number, context: Comparison): boolean => {
  if ([...a.articles].some((article) => b.articles.has(article))) return false
  const { people, bodies, states, leftOver, rightOver, reversed } = relateActors(a.actors, b.actors)
  if (reversed > 0 || people + bodies + states < 2 || (leftOver > 0 && rightOver > 0)) return false
  if (placeRelation(a, b, context) === 'different') return false
  const [plan, deed] = planned(a) ? [a, b] : [b, a]
  if (planned(plan) && isDeed(deed) && gap <= MOVED)
    return plan.published !== null && plan.published.last <= deed.window.last
  if (!ONCE.has(a.kind) || planned(a) !== planned(b)) return false
  const vague = a.fineness === 2 || b.fineness === 2
  const sameWord = [...a.lemmas].some((lemma) => [...b.lemmas].some((other) => lemma.slice(0, 6) === other.slice(0, 6)))
  const words = bestWords(a, b, context)
  return vague ? gap <= VAGUE && (words >= 0.3 || (sameWord && a.kind === 'agreement')) : gap <= EXACT && words >= 0.4
}
