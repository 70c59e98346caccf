import { EVENT_KINDS } from '../../facts/index.ts'
import { keyNumber } from '../join/keys.ts'
import { enter, leave } from '../sets.ts'
import { affinityOf, type HeadlineAt, isKin, isPassing, isThin } from './beside.ts'
import type { Comparison } from './compare.ts'
import type { Draft } from './draft.ts'
import { type EventMention, isPlan } from './mention.ts'

/** What an event must at least have in common with a mention to take it in (see `affinityOf`). */
const LEAST = 0.7
/** What one page says in passing belongs to what at least so many pages tell, if so much speaks for it. */
const TOLD = 2
const PASSING = 3
/**
 * So much is enough for one of a kin kind where it is said to have been, or not to have been: what is to come stands for
 * itself more often.
 */
const PASSING_DEED = 2.25
/** So many events of a page or a story are looked at, the latest made. */
const MOST = 100

/** What its page tells, and what other pages of its story tell of its kind. */
const hostKeys = (draft: Draft): number[] => [
  ...[...draft.articles].map((article) => keyNumber(0, 0, article, 0)),
  ...[...draft.stories].map((story) => keyNumber(1, EVENT_KINDS.indexOf(draft.kind), story, 0)),
]

/** What settling decided, by numbers of events. */
export interface KeptSettling {
  readonly events: readonly (readonly [event: number, thin: boolean])[]
  /** With how much spoke for each host. */
  readonly hosts: readonly (readonly [event: number, host: number, most: number])[]
}

/** One event of the chronicle as far as settling knows it. */
interface Settled {
  readonly draft: Draft
  readonly keys: readonly number[]
  readonly thin: boolean
}

/** An event to which another goes, null for none, and how much speaks for it. */
interface Choice<E> {
  readonly host: E | null
  readonly most: number
}

/**
 * Gives mentions that tell neither who nor when nor where to the event that they are told beside: a chronicle lists
 * events, and "the meeting was long" is a line about one of them. They stand there as incidental evidence, which proves
 * no field. Where a page tells nothing else, they stay entries of their own: no mention is ever lost.
 *
 * Events go by a handle `E`, which `inOrder` puts into the order in which they were made.
 */
export class Settling<E> {
  readonly #inOrder: (a: E, b: E) => number
  readonly #known = new Map<E, Settled>()
  readonly #hosts = new Map<number, Set<E>>()
  readonly #thin = new Map<number, Set<E>>()
  readonly #hostOf = new Map<E, E>()
  readonly #guests = new Map<E, Set<E>>()
  /** How much spoke for the host of each. */
  readonly #bound = new Map<E, number>()

  constructor(inOrder: (a: E, b: E) => number) {
    this.#inOrder = inOrder
  }

  /** What was decided, by numbers of events. */
  kept(numberOf: (event: E) => number): KeptSettling {
    return {
      events: [...this.#known].map(([event, { thin }]) => [numberOf(event), thin]),
      hosts: [...this.#hostOf].map(([event, host]) => [
        numberOf(event),
        numberOf(host),
        this.#bound.get(event) as number,
      ]),
    }
  }

  restore({ events, hosts }: KeptSettling, at: (number: number) => E, draftOf: (event: E) => Draft): void {
    for (const [number, thin] of events) this.#know(at(number), draftOf(at(number)), thin)
    for (const [number, host, most] of hosts) {
      this.#hostOf.set(at(number), at(host))
      this.#bound.set(at(number), most)
      enter(this.#guests, at(host), at(number))
    }
  }

  #know(event: E, draft: Draft, thin: boolean): readonly number[] {
    const keys = hostKeys(draft)
    this.#known.set(event, { draft, keys, thin })
    for (const key of keys) enter(thin ? this.#thin : this.#hosts, key, event)
    return keys
  }

  /** Whether an event has gone to another one. */
  isGuest(event: E): boolean {
    return this.#hostOf.has(event)
  }

  /** The draft of an event as it was last given; null when it is gone. */
  draftOf(event: E): Draft | null {
    return this.#known.get(event)?.draft ?? null
  }

  /** Mentions that were given to an event, in the order of the events that they made. */
  incidental(event: E): EventMention[] {
    const guests = [...(this.#guests.get(event) ?? [])].sort(this.#inOrder)
    return guests.flatMap((guest) => (this.#known.get(guest) as Settled).draft.mentions)
  }

  /** Takes in events with their drafts now, null for those that are gone; gives all whose mentions or place changed. */
  change(events: ReadonlyMap<E, Draft | null>, context: Comparison, headlineAt: HeadlineAt): Set<E> {
    const asked = new Map<E, Set<E> | null>()
    const anew = new Set(events.keys())
    for (const event of events.keys()) this.#forget(event, asked, anew)
    for (const [event, draft] of events) {
      if (draft === null) continue
      const thin = isThin(draft, headlineAt, context.identities) || isPassing(draft, headlineAt)
      const keys = this.#know(event, draft, thin)
      if (thin) asked.set(event, null)
      else this.#ask(event, keys, asked)
    }
    for (const [event, hosts] of asked) this.#settle(event, hosts, anew, context, headlineAt)
    return anew
  }

  /** Thin events that stand under a host's keys are to look at it again. */
  #ask(host: E, keys: readonly number[], asked: Map<E, Set<E> | null>): void {
    for (const key of keys)
      for (const other of this.#thin.get(key) ?? []) {
        const hosts = asked.get(other)
        if (hosts) hosts.add(host)
        else if (hosts === undefined) asked.set(other, new Set([host]))
      }
  }

  #forget(event: E, asked: Map<E, Set<E> | null>, anew: Set<E>): void {
    asked.delete(event)
    const before = this.#known.get(event)
    if (!before) return
    this.#known.delete(event)
    for (const key of before.keys) leave(before.thin ? this.#thin : this.#hosts, key, event)
    if (!before.thin) this.#ask(event, before.keys, asked)
    this.#leaveHost(event, anew)
  }

  #leaveHost(event: E, anew: Set<E>): void {
    const host = this.#hostOf.get(event)
    if (host === undefined) return
    this.#hostOf.delete(event)
    this.#bound.delete(event)
    leave(this.#guests, host, event)
    anew.add(host)
  }

  // `changed`: the hosts under its keys that are not what they were; null where it is itself another.
  #settle(event: E, changed: ReadonlySet<E> | null, anew: Set<E>, context: Comparison, headlineAt: HeadlineAt): void {
    const known = this.#known.get(event)
    if (!known?.thin) return
    const thin = isThin(known.draft, headlineAt, context.identities)
    const deed = known.draft.mentions.every((mention) => !isPlan(mention))
    const affinity = (host: E): number | null => {
      const other = (this.#known.get(host) as Settled).draft
      if (thin || (deed && isKin(known.draft.kind, other.kind))) return affinityOf(known.draft, other, context)
      const spoken = other.articles.size >= TOLD ? affinityOf(known.draft, other, context) : null
      return spoken !== null && spoken >= PASSING ? spoken : null
    }
    const least = thin ? LEAST : deed ? PASSING_DEED : PASSING
    const choice =
      (changed && this.#among(event, known, changed, affinity, least)) ?? this.#choose(known.keys, affinity, least)
    const { host } = choice
    if (host === (this.#hostOf.get(event) ?? null)) {
      // One whose mentions are others now has left its host, and comes to it anew.
      if (host !== null) this.#bound.set(event, choice.most)
      return
    }
    this.#leaveHost(event, anew)
    anew.add(event)
    if (host === null) return
    this.#hostOf.set(event, host)
    this.#bound.set(event, choice.most)
    enter(this.#guests, host, event)
    anew.add(host)
  }

  // The event that most speaks for it; the earlier made of equals.
  #choose(keys: readonly number[], affinity: (host: E) => number | null, least: number): Choice<E> {
    const asked = new Set<E>()
    let host: E | null = null
    let most = least
    for (const key of keys) {
      let here: E | null = null
      for (const one of this.#latest(key)) {
        if (asked.has(one)) continue
        asked.add(one)
        const spoken = affinity(one)
        if (spoken === null || spoken < most || (spoken === most && (here === null || this.#inOrder(one, here) > 0)))
          continue
        here = one
        most = spoken
      }
      host = here ?? host
    }
    return { host, most }
  }

  // Only where there are too many is it asked which came last.
  #latest(key: number): Iterable<E> {
    const hosts = this.#hosts.get(key)
    if (!hosts) return []
    return hosts.size <= MOST ? hosts : [...hosts].sort(this.#inOrder).slice(-MOST)
  }

  /**
   * The same where only some hosts are not what they were: all others spoke no more for it than the one it has. Null where
   * that does not tell.
   */
  #among(
    event: E,
    { keys }: Settled,
    changed: ReadonlySet<E>,
    affinity: (host: E) => number | null,
    least: number,
  ): Choice<E> | null {
    if (keys.some((key) => (this.#hosts.get(key)?.size ?? 0) + changed.size > MOST)) return null
    const isNear = (one: E): boolean => keys.some((key) => this.#hosts.get(key)?.has(one))
    let host: E | null = this.#hostOf.get(event) ?? null
    let most = host === null ? least : (this.#bound.get(event) as number)
    if (host !== null && changed.has(host)) {
      const spoken = isNear(host) ? affinity(host) : null
      if (spoken === null || spoken < most) return null
      most = spoken
    }
    const own = host
    for (const one of changed) {
      const spoken = one === own || !isNear(one) ? null : affinity(one)
      if (spoken === null || spoken < most || spoken <= least) continue
      if (spoken === most) return null
      host = one
      most = spoken
    }
    return { host, most }
  }
}
