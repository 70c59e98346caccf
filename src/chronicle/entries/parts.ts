import { enter, leave } from '../sets.ts'
import type { Draft } from './draft.ts'

const PARTS = new Set(['meeting', 'agreement', 'gathering', 'invitation'])

const people = (draft: Draft): number[] =>
  draft.actors.flatMap(({ sort, identity }) => (sort === 'person' ? [identity] : []))

/**
 * A visit holds what its visitor did on its days in the country visited. Events go by a handle `E`, which `inOrder` puts
 * into the order in which they were made.
 */
export class Visits<E> {
  readonly #inOrder: (a: E, b: E) => number
  readonly #known = new Map<E, Draft>()
  readonly #visits = new Map<number, Set<E>>()
  readonly #parts = new Map<number, Set<E>>()
  readonly #whole = new Map<E, E>()

  constructor(inOrder: (a: E, b: E) => number) {
    this.#inOrder = inOrder
  }

  /** The visit that an event was part of; null for most. */
  wholeOf(event: E): E | null {
    return this.#whole.get(event) ?? null
  }

  /** Takes in events with their drafts now, null for those that are gone; gives those that may be part of another visit. */
  change(events: ReadonlyMap<E, Draft | null>): Set<E> {
    const asked = new Set<E>()
    for (const event of events.keys()) this.#forget(event, asked)
    for (const [event, draft] of events) {
      if (draft === null || draft.fineness > 2 || (draft.kind !== 'visit' && !PARTS.has(draft.kind))) continue
      this.#known.set(event, draft)
      for (const person of new Set(draft.kind === 'visit' ? people(draft) : draft.actors.map((one) => one.identity)))
        enter(draft.kind === 'visit' ? this.#visits : this.#parts, person, event)
      if (draft.kind === 'visit') this.#ask(draft, asked)
      else asked.add(event)
    }
    for (const event of asked) this.#find(event)
    return asked
  }

  #ask(visit: Draft, asked: Set<E>): void {
    for (const person of people(visit))
      for (const part of this.#parts.get(person) ?? [])
        if (meets(visit, this.#known.get(part) as Draft)) asked.add(part)
  }

  #forget(event: E, asked: Set<E>): void {
    const draft = this.#known.get(event)
    asked.delete(event)
    if (!draft) return
    this.#known.delete(event)
    this.#whole.delete(event)
    const index = draft.kind === 'visit' ? this.#visits : this.#parts
    for (const { identity } of draft.actors) leave(index, identity, event)
    if (draft.kind === 'visit') this.#ask(draft, asked)
  }

  #find(event: E): void {
    const part = this.#known.get(event)
    if (!part) return
    const draftOf = (visit: E): Draft => this.#known.get(visit) as Draft
    const whole = [...new Set(part.actors.flatMap(({ identity }) => [...(this.#visits.get(identity) ?? [])]))]
      .filter((visit) => holds(draftOf(visit), part))
      .sort((a, b) => span(draftOf(a)) - span(draftOf(b)) || this.#inOrder(a, b))[0]
    if (whole === undefined) this.#whole.delete(event)
    else this.#whole.set(event, whole)
  }
}

const span = ({ window }: Draft): number => window.last - window.first

// The days meet, a visitor takes part, and it was where the visit led: at one of its places, or, where no other place is
// told, with people or bodies of a state visited. A visitor's own state is never the one visited.
const holds = (visit: Draft, part: Draft): boolean => {
  if (!meets(visit, part) || (isOnlyPlan(visit) && !isOnlyPlan(part))) return false
  const visitors = visit.actors.filter(({ sort, role }) => sort === 'person' && role !== 'host')
  const homes = new Set(visitors.map(({ country }) => country))
  const hosts = new Set(
    visit.actors
      .filter(({ role, sort, country }) => (role === 'host' || sort === 'state') && country >= 0 && !homes.has(country))
      .map(({ country }) => country),
  )
  const isVisitor = (identity: number): boolean => visitors.some((visitor) => visitor.identity === identity)
  if (!part.actors.some(({ identity }) => isVisitor(identity))) return false
  if (part.places.some((place) => visit.places.includes(place) || hosts.has(place))) return true
  return part.actors.some(({ country, identity }) => hosts.has(country) && !isVisitor(identity))
}

// A day that only publication tells may be a day late, which its window holds already.
const meets = ({ window: a }: Draft, { window: b }: Draft): boolean => a.first <= b.last && b.first <= a.last

const isOnlyPlan = ({ doneIn }: Draft): boolean => doneIn.size === 0
