import type { Group, Grouping, Member } from './grouping.ts'
import type { Standing } from './standing.ts'

// So many states are held at a time where they are not kept.
const WARM = 2_000

/** States of groups: whole, and up to a place in the order. */
export class GroupStates<T, S> {
  readonly #rules: Grouping<T, S>
  readonly #standing: Standing<T, S>
  /** States of groups up to a place in the order, moved on as the pass goes on. */
  readonly #running = new Map<Group<T, S>, { count: number; state: S | null }>()
  /** Groups with a state, where states are not kept. */
  readonly #warm = new Set<Group<T, S>>()

  constructor(rules: Grouping<T, S>, standing: Standing<T, S>) {
    this.#rules = rules
    this.#standing = standing
  }

  /** The state of a whole group. */
  of(group: Group<T, S>): S | null {
    if (group.state === null && group.members.length > 0) this.#warmUp(group, this.#fold(group, group.members.length))
    return group.state
  }

  #warmUp(group: Group<T, S>, state: S): void {
    if (!this.#rules.keeps) {
      if (this.#warm.size >= WARM) this.cool()
      this.#warm.add(group)
    }
    group.state = state
  }

  /** Gives up all states where they are not kept. */
  cool(): void {
    for (const group of this.#warm) group.state = null
    this.#warm.clear()
    this.#running.clear()
  }

  #fold(group: Group<T, S>, count: number): S {
    let state = this.#rules.start((group.members[0] as Member<T, S>).item)
    for (let at = 1; at < count; at++) state = this.#rules.grow(state, (group.members[at] as Member<T, S>).item)
    return state
  }

  /** The state that a member finds: of the group's earlier members; null where there are none. */
  before(group: Group<T, S>, member: Member<T, S>): S | null {
    const { members } = group
    const last = members.at(-1)
    if (last === undefined) return null
    if (last !== member && this.#standing.compare(last, member) < 0) return this.of(group)
    const count = this.#standing.placeIn(members, member)
    if (count === 0) return null
    let run = this.#running.get(group)
    if (!run || run.count > count) {
      run = { count: 0, state: null }
      this.#running.set(group, run)
    }
    while (run.count < count) {
      const { item } = members[run.count] as Member<T, S>
      run.state = run.state === null ? this.#rules.start(item) : this.#rules.grow(run.state, item)
      run.count++
    }
    return run.state
  }

  /** A group of one item. */
  start(group: Group<T, S>, item: T): void {
    this.#warmUp(group, this.#rules.start(item))
  }

  /** Gives up what is known of a group, of whose members others are there now. */
  forget(group: Group<T, S>): void {
    group.state = null
    this.#running.delete(group)
  }
}
