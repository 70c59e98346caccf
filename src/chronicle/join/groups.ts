import { GroupStates } from './group-states.ts'
import type { Group, Grouped, Grouping, Member } from './grouping.ts'
import { Moves } from './moves.ts'
import { Sight } from './sight.ts'
import { Standing } from './standing.ts'

// What speaks so much less for an item than its own group does is not found out exactly.
const MARGIN = 1

/** One change of a grouping: items taken out and items added. */
export class Regrouping<T, S> {
  readonly #rules: Grouping<T, S>
  readonly #data: Grouped<T, S>
  readonly #standing: Standing<T, S>
  readonly #sight: Sight<T, S>
  readonly #states: GroupStates<T, S>
  readonly #moves: Moves<T, S>

  constructor(rules: Grouping<T, S>, data: Grouped<T, S>) {
    this.#rules = rules
    this.#data = data
    this.#standing = new Standing(rules, data)
    this.#sight = new Sight(rules, data, this.#standing)
    this.#states = new GroupStates(rules, this.#standing)
    this.#moves = new Moves(rules, data, this.#standing, this.#sight, this.#states)
  }

  /** Gives the groups whose members changed; those without members are gone. */
  change(removed: readonly T[], added: readonly T[]): ReadonlySet<Group<T, S>> {
    if (this.#data.members.size > 0) this.listen()
    for (const item of removed) this.#remove(item)
    for (const item of [...added].sort(this.#rules.compare)) {
      const number = this.#data.free.pop() ?? this.#data.numbered.length
      const member: Member<T, S> = {
        number,
        item,
        rank: this.#rules.rank(item),
        group: null,
        score: 0,
        second: 0,
        room: 0,
        slack: 0,
        steps: 0,
        spare: 0,
        looked: null,
        come: null,
        walked: 0,
        horizon: 0,
        tied: false,
        queued: false,
        hits: null,
        told: 0,
        placed: false,
      }
      this.#data.members.set(item, member)
      this.#data.numbered[number] = member
      this.#data.columns.put(number, member.rank, -1)
      this.#moves.push(member)
    }
    for (let next = this.#moves.pop(); next; next = this.#moves.pop())
      // What was told to look again may have been taken out since.
      if (this.#data.members.get(next.item) === next) this.#decide(next)
    const told = new Set(this.#moves.told.keys())
    if (this.#rules.keeps) for (const group of told) this.#states.of(group)
    else this.#states.cool()
    return told
  }

  /** From now on items are told of changes. */
  listen(): void {
    if (this.#data.listening) return
    this.#data.listening = true
    this.#standing.fill(this.#data.hears, this.#rules.hears)
  }

  #index(member: Member<T, S>): void {
    if (member.placed) return
    member.placed = true
    for (const key of this.#rules.keys(member.item)) this.#standing.enter(this.#data.keys, key, member)
    if (!this.#data.listening) return
    for (const key of this.#rules.hears(member.item)) this.#standing.enter(this.#data.hears, key, member)
  }

  #remove(item: T): void {
    const member = this.#data.members.get(item)
    if (!member) return
    this.#data.members.delete(item)
    for (const key of this.#rules.keys(item)) this.#standing.leave(this.#data.keys, key, member)
    if (this.#data.listening)
      for (const key of this.#rules.hears(item)) this.#standing.leave(this.#data.hears, key, member)
    this.#data.numbered[member.number] = null
    this.#data.free.push(member.number)
    this.#moves.takeOut(member)
  }

  #decide(member: Member<T, S>): void {
    const { hits } = member
    member.hits = null
    this.#index(member)
    if (hits === null || member.group === null || !this.#stays(member, member.group, hits)) this.#choose(member)
    member.told = 0
  }

  /** Whether the groups that changed leave a member where it is; false also where that is not sure. */
  #stays(member: Member<T, S>, own: Group<T, S>, hits: ReadonlySet<Group<T, S>>): boolean {
    // Which of two it is may rest on what its own has become.
    if (member.tied && hits.has(own)) return false
    const started = own.members[0] === member
    const lost = hits.has(own) && this.#moves.lost.has(own)
    // It may have come to this group, and be the first of it only now.
    if (started && lost) return false
    if (hits.has(own) && !started) {
      const score = this.#scoreOf(member, own, Number.NEGATIVE_INFINITY)
      // All that did not change speaks no more for it than the second.
      if (score === null || (score < member.score && (score <= member.second || score < this.#rules.need(member.item))))
        return false
      member.score = score
    }
    const bar = started ? this.#rules.need(member.item) : member.score
    // Most of what changed speaks so little for it that it need not be known whether it is in view.
    const less = this.#isLess(member, own, hits, bar)
    if (less && (!lost || this.#sight.finds(member, own)) && this.#sight.holds(member, hits)) return true
    const asked = this.#sight.changed(member, started ? null : own, hits)
    if (asked === null || !this.#isLess(member, own, asked, bar)) return false
    this.#lookBeyond(member, bar)
    return true
  }

  /** Finds out how many groups may come into a view that was cut off without one among them that speaks as much. */
  #lookBeyond(member: Member<T, S>, bar: number): void {
    let spare = 0
    for (const group of this.#sight.beyond) {
      const score = this.#scoreOf(member, group, bar - MARGIN)
      if (score !== null && score >= bar) break
      if (score !== null && score > member.second) member.second = score
      spare++
    }
    this.#sight.keep(member, spare)
  }

  /** Whether less speaks for groups than that. */
  #isLess(member: Member<T, S>, own: Group<T, S>, groups: Iterable<Group<T, S>>, bar: number): boolean {
    for (const group of groups) {
      const score = group === own ? null : this.#scoreOf(member, group, bar - MARGIN)
      if (score === null) continue
      if (score >= bar) return false
      if (score > member.second) member.second = score
    }
    return true
  }

  #scoreOf(member: Member<T, S>, group: Group<T, S>, floor: number): number | null {
    const state = this.#states.before(group, member)
    return state === null ? null : this.#rules.score(member.item, state, floor)
  }

  #choose(member: Member<T, S>): void {
    const { item } = member
    member.tied = false
    let best: Group<T, S> | null = null
    let bestState: S | null = null
    let most = this.#rules.need(item)
    let second = Number.NEGATIVE_INFINITY
    const candidates = this.#sight.choice(member)
    for (const group of candidates) {
      const state = this.#states.before(group, member)
      const score = state === null ? null : this.#rules.score(item, state, most - MARGIN)
      if (state === null || score === null) continue
      if (score < most || best !== null) second = Math.max(second, Math.min(score, most))
      if (score < most) continue
      if (score === most && best !== null) member.tied = true
      if (score > most) member.tied = false
      if (score > most || best === null || this.#isNearer(item, group, state, best, bestState as S)) {
        best = group
        bestState = state
        most = score
      }
    }
    this.#sight.settle(member, candidates, best)
    member.score = most
    member.second = second
    this.#lookBeyond(member, most)
    const own = member.group
    if (best !== null && best === own) return
    if (best === null && own !== null && own.members[0] === member) return
    this.#moves.move(member, best)
  }

  // Of groups for which as much speaks the closer one, and of those the earlier made.
  #isNearer(item: T, a: Group<T, S>, state: S, b: Group<T, S>, other: S): boolean {
    if (this.#rules.closer(item, state, other)) return true
    if (this.#rules.closer(item, other, state)) return false
    return this.#standing.compare(a.members[0] as Member<T, S>, b.members[0] as Member<T, S>) < 0
  }
}
