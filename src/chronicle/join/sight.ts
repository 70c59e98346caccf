import { enter } from '../sets.ts'
import { packed, unpacked } from '../text/packed.ts'
import type { Group, Grouped, Grouping, Member } from './grouping.ts'
import { Marks } from './marks.ts'
import type { Standing } from './standing.ts'

// A key's list is walked no further than this, however few groups stand in it.
export const STEPS = 1_500
// Keys that so many members ask are held at a time: the same are asked for several times of one.
const HELD = 20_000

/** Which groups members look at, and whether a change is in their sight. */
export class Sight<T, S> {
  readonly #rules: Grouping<T, S>
  readonly #data: Grouped<T, S>
  readonly #standing: Standing<T, S>
  readonly #marks = new Marks()
  /** Items that were added, taken out or put into another group, under each of their keys. */
  readonly #stirred = new Map<number, Set<Member<T, S>>>()
  /** Of these the ones that left a group: by them others may have come into view that did not change. */
  readonly #missed = new Map<number, Set<Member<T, S>>>()
  /** Groups that the member that chose last saw, in its view and beyond; null where it found the same as before. */
  #chosen: readonly Group<T, S>[] | null = null
  readonly #asks = new Map<Member<T, S>, readonly number[]>()

  constructor(rules: Grouping<T, S>, data: Grouped<T, S>, standing: Standing<T, S>) {
    this.#rules = rules
    this.#data = data
    this.#standing = standing
  }

  #asksOf(member: Member<T, S>): readonly number[] {
    const known = this.#asks.get(member)
    if (known) return known
    const asks = this.#rules.asks(member.item)
    if (this.#data.listening && this.#asks.size < HELD) this.#asks.set(member, asks)
    return asks
  }

  /** Takes note of an item that was added, taken out or put into another group. */
  stir(member: Member<T, S>): void {
    for (const key of this.#rules.keys(member.item)) enter(this.#stirred, key, member)
  }

  /** Takes note of an item that left its group. */
  miss(member: Member<T, S>): void {
    if (!this.#data.listening) return
    for (const key of this.#rules.keys(member.item)) enter(this.#missed, key, member)
  }

  /** Takes note of what a member chose among the groups in its view; null for a group of its own. */
  settle(member: Member<T, S>, groups: readonly Group<T, S>[], own: Group<T, S> | null): void {
    const { least, underKey, inAll } = this.#rules
    // Only a view that is cut off by the number of all groups loses one for each that comes.
    const cut = groups.length === inAll && least < 2 && underKey === Number.POSITIVE_INFINITY
    member.slack = !cut ? 0 : own === null ? inAll : inAll - 1 - groups.indexOf(own)
  }

  /** Groups that a member is to choose from; what it has seen of them is to be kept with it. */
  choice(member: Member<T, S>): readonly Group<T, S>[] {
    const { inAll } = this.#rules
    const groups = this.#candidates(member)
    this.#chosen = groups
    return groups.length > inAll ? groups.slice(0, inAll) : groups
  }

  /** Groups that were looked at beyond those of the last choice; none where it found the same as before. */
  get beyond(): readonly Group<T, S>[] {
    return this.#chosen?.slice(this.#rules.inAll) ?? []
  }

  /** Keeps what a member saw when it chose last: the first so many beyond its view speak less for it than its own. */
  keep(member: Member<T, S>, beyond: number): void {
    const { inAll, beyond: most } = this.#rules
    const groups = this.#chosen
    if (groups === null) return
    member.come = null
    member.looked = member.room > 0 ? null : packed(groups.slice(0, inAll + beyond).map(({ slot }) => slot))
    member.spare = groups.length === inAll + beyond && beyond < most ? Number.POSITIVE_INFINITY : beyond
  }

  /** Whether a member sees its own group as before, and nothing new but what changed, for all that was told to it. */
  holds(member: Member<T, S>, hits: ReadonlySet<Group<T, S>>): boolean {
    if (member.steps < member.told) return false
    if (member.room > 0) {
      if (member.room <= hits.size) return false
      member.room -= hits.size
    } else {
      // Each of these may have come into a view that is cut off, and another group have fallen out for it, but not its own.
      if (member.slack <= hits.size || member.looked === null) return false
      const left = this.#countIn(member, this.#missed, member.spare)
      if (left > member.spare) return false
      member.spare -= left
      member.slack -= hits.size
      member.come ??= []
      for (const { slot } of hits) if (!member.come.includes(slot)) member.come.push(slot)
    }
    member.steps -= member.told
    return true
  }

  /**
   * Whether a member whose view was whole finds a group still, of which others left; false also where that is not sure. It
   * is looked for until it is found, where the view would be put together anew.
   */
  finds(member: Member<T, S>, group: Group<T, S>): boolean {
    const { least, underKey, reaches } = this.#rules
    if (member.room === 0 || least > 1 || underKey !== Number.POSITIVE_INFINITY || reaches !== null) return false
    const { keys } = this.#data
    const { slots } = this.#data.columns
    const { numbers } = keys
    for (const key of this.#asksOf(member)) {
      const place = keys.find(key)
      if (place < 0) continue
      const start = keys.startAt(place)
      const from = this.#standing.placeUnder(keys, place, member) - 1
      for (let at = from; at >= 0 && at > from - STEPS; at--)
        if (slots[numbers[start + at] as number] === group.slot && numbers[start + at] !== member.number) return true
    }
    return false
  }

  /**
   * Of the groups in a member's view those that are not what they were when it chose, among `hits`, which changed near it;
   * perhaps some more that are not in view. Null where its own is no longer in view.
   */
  changed(member: Member<T, S>, own: Group<T, S> | null, hits: ReadonlySet<Group<T, S>>): Iterable<Group<T, S>> | null {
    const { room, looked, come } = member
    this.#chosen = null
    // Whose view was whole has thought of all that did not change; to another's eyes some of these may have come but now.
    const slots = room > 0 || looked === null ? null : new Set([...unpacked(looked), ...(come ?? [])])
    // Where nothing changed that it looked at, it would find the same groups again.
    if (slots && this.#countIn(member, this.#stirred, 0) === 0) return [...hits].filter(({ slot }) => slots.has(slot))
    const now = this.choice(member)
    if (own !== null && !now.includes(own)) return null
    this.settle(member, now, own)
    return now.filter((group) => hits.has(group) || (slots !== null && !slots.has(group.slot)))
  }

  /** How many of some items, under their keys, stand where a member looked for groups; one more than `most` for more. */
  #countIn(member: Member<T, S>, items: ReadonlyMap<number, ReadonlySet<Member<T, S>>>, most: number): number {
    if (items.size === 0 || most === Number.POSITIVE_INFINITY) return 0
    const asks = this.#asksOf(member)
    const found = new Set<Member<T, S>>()
    for (let n = 0; n < member.walked && found.size <= most; n++)
      for (const other of items.get(asks[n] as number) ?? [])
        if ((n < member.walked - 1 || other.rank >= member.horizon) && this.#standing.compare(other, member) < 0) {
          found.add(other)
          if (found.size > most) break
        }
    return found.size
  }

  /** Groups under the keys that a member asks, each once. */
  #candidates(member: Member<T, S>): readonly Group<T, S>[] {
    const { least, underKey, inAll, beyond, reaches } = this.#rules
    const limit = inAll + beyond
    const { keys, numbered } = this.#data
    const { slots, ranks } = this.#data.columns
    const { numbers } = keys
    const marks = this.#marks
    marks.begin(this.#data.slots)
    const found: Group<T, S>[] = []
    const asks = this.#asksOf(member)
    member.walked = asks.length
    let room = Number.POSITIVE_INFINITY
    let steps = Number.POSITIVE_INFINITY
    for (let n = 0; n < asks.length && found.length < limit; n++) {
      member.horizon = Number.NEGATIVE_INFINITY
      const place = keys.find(asks[n] as number)
      if (place < 0) continue
      marks.beginKey()
      let here = 0
      const start = keys.startAt(place)
      const from = this.#standing.placeUnder(keys, place, member) - 1
      for (let at = from; at >= 0 && at > from - STEPS; at--) {
        const number = numbers[start + at] as number
        if (number === member.number) continue
        const far = reaches !== null && !reaches(member.item, (numbered[number] as Member<T, S>).item)
        if (far || here >= underKey || found.length >= limit) {
          member.horizon = ranks[number] as number
          break
        }
        const slot = slots[number] as number
        if (slot < 0 || !marks.underKey(slot)) continue
        here++
        if (marks.count(slot) === 1) found.push((numbered[number] as Member<T, S>).group as Group<T, S>)
      }
      room = Math.min(room, from >= STEPS ? 0 : underKey - here)
      steps = Math.min(steps, STEPS - 1 - from)
      if (found.length >= limit) member.walked = n + 1
    }
    member.room = Math.max(0, Math.min(room, inAll - found.length))
    member.steps = steps
    return least < 2 ? found : found.filter(({ slot }) => marks.countOf(slot) >= least)
  }
}
