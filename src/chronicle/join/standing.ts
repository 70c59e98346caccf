import { firstNot } from '../../core/index.ts'
import type { Grouped, Grouping, Member } from './grouping.ts'
import type { KeyLists } from './key-lists.ts'

/** Members in their order: in groups, and in the lists of their keys. */
export class Standing<T, S> {
  readonly #rules: Grouping<T, S>
  readonly #data: Grouped<T, S>

  constructor(rules: Grouping<T, S>, data: Grouped<T, S>) {
    this.#rules = rules
    this.#data = data
  }

  compare(a: Member<T, S>, b: Member<T, S>): number {
    return a.rank === b.rank ? this.#rules.compare(a.item, b.item) : a.rank - b.rank
  }

  /** Place of the first one in a list that is not before a member. */
  placeIn(list: readonly Member<T, S>[], member: Member<T, S>): number {
    const last = list.at(-1)
    if (last === undefined || this.compare(last, member) < 0) return list.length
    return firstNot(0, list.length, (at) => this.compare(list[at] as Member<T, S>, member) < 0)
  }

  at(lists: KeyLists, place: number, at: number): Member<T, S> {
    return this.#data.numbered[lists.numberAt(place, at)] as Member<T, S>
  }

  /** The place in the list at a place of all lists of the first one that is not before a member. */
  placeUnder(lists: KeyLists, place: number, member: Member<T, S>): number {
    const { numbers } = lists
    const { ranks } = this.#data.columns
    const start = lists.startAt(place)
    const { rank, item } = member
    let low = 0
    let high = lists.lengthAt(place)
    // Most come last.
    let middle = high - 1
    while (low < high) {
      const number = numbers[start + middle] as number
      const other = ranks[number] as number
      const before =
        other === rank
          ? this.#rules.compare((this.#data.numbered[number] as Member<T, S>).item, item) < 0
          : other < rank
      if (before) low = middle + 1
      else high = middle
      middle = (low + high) >> 1
    }
    return low
  }

  enter(lists: KeyLists, key: number, member: Member<T, S>): void {
    const place = lists.find(key)
    const at = place < 0 ? 0 : this.placeUnder(lists, place, member)
    if (place < 0 || at === lists.lengthAt(place) || lists.numberAt(place, at) !== member.number)
      lists.insert(key, at, member.number)
  }

  /** Fills lists that are empty with all members under some keys of each. */
  fill(lists: KeyLists, keysOf: (item: T) => readonly number[]): void {
    // In order, so that each comes last in its lists.
    const members = [...this.#data.members.values()].sort((a, b) => this.compare(a, b))
    for (const { item, number } of members) for (const key of new Set(keysOf(item))) lists.append(key, number)
  }

  leave(lists: KeyLists, key: number, member: Member<T, S>): void {
    const place = lists.find(key)
    if (place < 0) return
    const at = this.placeUnder(lists, place, member)
    if (at < lists.lengthAt(place) && lists.numberAt(place, at) === member.number) lists.removeAt(place, at)
  }
}
