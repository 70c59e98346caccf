import { EVENT_KINDS, type EventKind } from '../../facts/index.ts'
import type { Identities } from '../identities/identities.ts'
import { keyNumber } from '../join/keys.ts'
import { enter, leave } from '../sets.ts'
import { relateActors } from './actors.ts'
import { bestWords, type Comparison, placeRelation } from './compare.ts'
import type { Draft } from './draft.ts'
import type { EventMention } from './mention.ts'
import { PROFILES } from './profile.ts'

/** What an event needs to stand for itself: who, when, where, or more than one page (see `substanceOf`). */
const SUBSTANCE = 2
/** A bare sentence stands on so many pages at most, as copies of one. */
const COPIED = 3
/** Within so many characters of the headline's beginning or the text's a page tells its news. */
const LEAD = 250
/** Distances in characters within which a mention is told beside an event. */
const BESIDE = 400
const NEAR = 1200
/** What an event must at least have in common with a mention to take it in (see `affinityOf`). */
const LEAST = 0.7
/** What one page says in passing belongs to what at least so many pages tell, if so much speaks for it. */
const TOLD = 3
const PASSING = 2.75
/** Sentences that say more than that in passing. */
const FEW = 2
/** So many events of a page or a story are looked at, the latest made. */
const MOST = 100

/** Kinds under which one happening is told with different words. */
const FAMILIES: readonly (readonly EventKind[])[] = [
  ['visit', 'meeting', 'call', 'gathering', 'invitation'],
  ['agreement', 'decision', 'cooperation'],
  ['attack', 'deployment', 'withdrawal'],
  ['sanction', 'withdrawal', 'detention', 'decision'],
  ['appointment', 'decision'],
  ['aid', 'cooperation', 'deployment'],
]

const isKin = (a: EventKind, b: EventKind): boolean =>
  FAMILIES.some((family) => family.includes(a) && family.includes(b))

/** What its page tells, and what other pages of its story tell of its kind. */
const hostKeys = (draft: Draft): number[] => [
  ...[...draft.articles].map((article) => keyNumber(0, 0, article, 0)),
  ...[...draft.stories].map((story) => keyNumber(1, EVENT_KINDS.indexOf(draft.kind), story, 0)),
]

/** Characters of an article's headline. */
type HeadlineAt = (article: number) => number

/** What settling decided, by numbers of events. */
export interface KeptSettling {
  readonly events: readonly (readonly [event: number, thin: boolean])[]
  readonly hosts: readonly (readonly [event: number, host: number])[]
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
  /** How much spoke for the host of each, where that was found out by this process. */
  readonly #bound = new Map<E, number>()

  constructor(inOrder: (a: E, b: E) => number) {
    this.#inOrder = inOrder
  }

  /** What was decided, by numbers of events. */
  kept(numberOf: (event: E) => number): KeptSettling {
    return {
      events: [...this.#known].map(([event, { thin }]) => [numberOf(event), thin]),
      hosts: [...this.#hostOf].map(([event, host]) => [numberOf(event), numberOf(host)]),
    }
  }

  restore({ events, hosts }: KeptSettling, at: (number: number) => E, draftOf: (event: E) => Draft): void {
    for (const [number, thin] of events) this.#know(at(number), draftOf(at(number)), thin)
    for (const [number, host] of hosts) {
      this.#hostOf.set(at(number), at(host))
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
    const affinity = (host: E): number | null => {
      const other = (this.#known.get(host) as Settled).draft
      return thin || other.articles.size >= TOLD ? affinityOf(known.draft, other, context) : null
    }
    const least = thin ? LEAST : PASSING
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
    let most = host === null ? least : this.#bound.get(event)
    if (most === undefined) return null
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

// One page's word for an act without a day, beside its news: of what many pages tell it is a part or an echo.
const isPassing = (draft: Draft, headlineAt: HeadlineAt): boolean =>
  !PROFILES[draft.kind].contact &&
  draft.fineness === 4 &&
  draft.articles.size === 1 &&
  draft.mentions.length <= FEW &&
  !inLead(draft, headlineAt)

const inLead = ({ mentions }: Draft, headlineAt: HeadlineAt): boolean =>
  mentions.some(({ article, trigger }) => trigger.start < LEAD + headlineAt(article))

const isThin = (draft: Draft, headlineAt: HeadlineAt, identities: Identities): boolean =>
  draft.articles.size <= (draft.actors.length === 0 ? COPIED : 1) &&
  substanceOf(draft, headlineAt, identities) < SUBSTANCE

/** Actors count one each up to two, a date that the text tells and a place one, the day of publication and the lead half. */
const substanceOf = (draft: Draft, headlineAt: HeadlineAt, identities: Identities): number => {
  const placed = draft.places.some((place) => draft.kind === 'visit' || identities.list[place]?.type !== 'country')
  const dated = draft.mentions.some(({ basis, date }) => basis === 'text' && date !== null)
  return (
    Math.min(2, draft.actors.length) +
    (dated ? 1 : draft.fineness === 1 ? 0.5 : 0) +
    (placed ? 1 : 0) +
    (inLead(draft, headlineAt) ? 0.5 : 0)
  )
}

const NONE: readonly EventMention[] = []
// Of an event that hundreds of pages tell the mentions are looked up; those of a few are looked through.
const MANY = 24
const byArticle = new WeakMap<Draft, ReadonlyMap<number, readonly EventMention[]>>()

const mentionsIn = (draft: Draft, article: number): readonly EventMention[] => {
  if (!draft.articles.has(article)) return NONE
  if (draft.mentions.length < MANY) return draft.mentions.filter((mention) => mention.article === article)
  let known = byArticle.get(draft)
  if (!known) {
    const lists = new Map<number, EventMention[]>()
    for (const mention of draft.mentions) {
      const list = lists.get(mention.article)
      if (list) list.push(mention)
      else lists.set(mention.article, [mention])
    }
    known = lists
    byArticle.set(draft, known)
  }
  return known.get(article) ?? NONE
}

const affinityOf = (draft: Draft, host: Draft, context: Comparison): number => {
  const { people, bodies, states, leftOver } = relateActors(draft.actors, host.actors)
  const shared = people + bodies + states
  const kin = draft.kind === host.kind ? 2 : isKin(draft.kind, host.kind) ? 1 : 0
  let beside = 0
  for (const own of draft.mentions)
    for (const mention of mentionsIn(host, own.article)) {
      const sentence = own.sentence.start === mention.sentence.start
      const distance = Math.abs(own.trigger.start - mention.trigger.start)
      beside = Math.max(beside, sentence ? 1.5 : distance <= BESIDE ? 1 : distance <= NEAR ? 0.5 : 0)
    }
  const words = bestWords(draft, host, context)
  const apart =
    draft.fineness < 4 &&
    host.fineness < 4 &&
    (draft.window.first > host.window.last || host.window.first > draft.window.last)
  const elsewhere = beside === 0 && shared === 0 && words < 0.2 ? 2 : 0
  const place = placeRelation(draft, host, context) === 'different' ? 1.5 : 0
  return 0.25 + kin + Math.min(1, shared) + beside + words - leftOver - elsewhere - place - (apart ? 1.5 : 0)
}
