import type { GroupStates } from './group-states.ts'
import type { Group, Grouped, Grouping, Member } from './grouping.ts'
import { Queue } from './queue.ts'
import type { Sight } from './sight.ts'
import type { Standing } from './standing.ts'

type Members<T, S> = readonly Member<T, S>[]

/** Who goes with one that leaves a group, and who takes their place. */
interface Followers<T, S> {
  readonly followers: Members<T, S>
  readonly others: Members<T, S>
}

const NOBODY = { followers: [], others: [] }

/** Takes members out of groups and puts them into others, and knows who has to look again because of it. */
export class Moves<T, S> {
  readonly #rules: Grouping<T, S>
  readonly #data: Grouped<T, S>
  readonly #standing: Standing<T, S>
  readonly #sight: Sight<T, S>
  readonly #states: GroupStates<T, S>
  readonly #queue = new Queue<Member<T, S>>((a, b) => this.#standing.compare(a, b))
  readonly #told = new Map<Group<T, S>, Member<T, S>>()
  readonly #lost = new Set<Group<T, S>>()

  constructor(
    rules: Grouping<T, S>,
    data: Grouped<T, S>,
    standing: Standing<T, S>,
    sight: Sight<T, S>,
    states: GroupStates<T, S>,
  ) {
    this.#rules = rules
    this.#data = data
    this.#standing = standing
    this.#sight = sight
    this.#states = states
  }

  /** Groups that changed, each with the earliest member by which it did. */
  get told(): ReadonlyMap<Group<T, S>, Member<T, S>> {
    return this.#told
  }

  /** Groups that lost a member. */
  get lost(): ReadonlySet<Group<T, S>> {
    return this.#lost
  }

  /** A member has to look at all groups. */
  push(member: Member<T, S>): void {
    member.queued = true
    this.#queue.push(member)
  }

  /** The earliest of those that have to look again. */
  pop(): Member<T, S> | undefined {
    const next = this.#queue.pop()
    if (next) next.queued = false
    return next
  }

  /** Takes a member out of its group, if it has one. */
  takeOut(member: Member<T, S>): void {
    if (member.group) this.#takeFrom(member.group, member)
  }

  /** Puts a member into another group; into one of its own where none is given. */
  move(member: Member<T, S>, to: Group<T, S> | null): void {
    const own = member.group
    const { followers, others } = to && own ? this.#follow(own, to, member) : NOBODY
    if (own) this.#takeFrom(own, member, others)
    if (to) this.#putInto(to, member, followers)
    else this.#found(member)
  }

  #takeFrom(group: Group<T, S>, member: Member<T, S>, come: Members<T, S> = []): void {
    this.#tell(group, member, come)
    this.#sight.miss(member)
    group.members.splice(this.#standing.placeIn(group.members, member), 1)
    group.state = null
    member.group = null
    this.#data.columns.slots[member.number] = -1
    this.#lost.add(group)
  }

  #putInto(group: Group<T, S>, member: Member<T, S>, come: Members<T, S> = []): void {
    const at = this.#standing.placeIn(group.members, member)
    if (at < group.members.length) {
      group.members.splice(at, 0, member)
      group.state = null
    } else {
      group.members.push(member)
      if (group.state !== null) group.state = this.#rules.grow(group.state, member.item)
    }
    member.group = group
    this.#data.columns.slots[member.number] = group.slot
    this.#tell(group, member, come)
  }

  #found(member: Member<T, S>): void {
    const group: Group<T, S> = { slot: this.#data.slots++, members: [], state: null }
    this.#putInto(group, member)
    this.#states.start(group, member.item)
  }

  /**
   * Whoever started a group goes to another one, and so will most of its followers: they are put there at once, and what
   * comes later of the other takes their place, where that is less. All of them look again in their turn.
   */
  #follow(own: Group<T, S>, best: Group<T, S>, member: Member<T, S>): Followers<T, S> {
    if (own.members[0] !== member) return NOBODY
    const at = this.#standing.placeIn(best.members, member)
    const followers = own.members.slice(1)
    const others = best.members.slice(at)
    if (followers.length <= others.length) return NOBODY
    own.members = [member, ...others]
    best.members = [...best.members.slice(0, at), ...followers]
    this.#states.forget(own)
    best.state = null
    // Who followed one that had lost somebody may see nobody of it here either.
    if (this.#lost.has(own)) this.#lost.add(best)
    this.#moveTo(best, followers, own)
    this.#moveTo(own, others, best)
    return { followers, others }
  }

  #moveTo(group: Group<T, S>, members: Members<T, S>, from: Group<T, S>): void {
    for (const one of members) {
      one.group = group
      this.#data.columns.slots[one.number] = group.slot
      this.#sight.stir(one)
      this.#sight.miss(one)
      this.#hit(one, from)
      this.#hit(one, group)
    }
  }

  /** Later items in whose sight the group is, or was by this member, have to look again; `come`: who came with it. */
  #tell(group: Group<T, S>, member: Member<T, S>, come: Members<T, S>): void {
    const before = this.#told.get(group)
    const earliest = before === undefined || this.#standing.compare(member, before) < 0
    if (earliest) this.#told.set(group, member)
    // While it is first made, whoever comes later has not looked yet.
    if (!this.#data.listening) return
    this.#sight.stir(member)
    const own = this.#rules.tells(member.item)
    const keys = new Set(own)
    for (const other of earliest ? group.members : come) for (const key of this.#rules.tells(other.item)) keys.add(key)
    for (const key of keys) {
      const { hears } = this.#data
      const place = hears.find(key)
      if (place < 0) continue
      for (let at = this.#standing.placeUnder(hears, place, member); at < hears.lengthAt(place); at++) {
        const later = this.#standing.at(hears, place, at)
        if (later !== member) this.#hit(later, group)
      }
    }
  }

  /** A member has to look at a group again. */
  #hit(member: Member<T, S>, group: Group<T, S>): void {
    if (!member.queued) {
      member.hits = new Set()
      this.push(member)
    }
    member.hits?.add(group)
    member.told++
  }
}
