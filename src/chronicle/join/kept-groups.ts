import { keptBytes } from '../text/pool.ts'
import { emptyGrouped, type Group, type Grouped, type Grouping, type Member } from './grouping.ts'
import { Regrouping } from './groups.ts'
import { type KeptLists, KeyLists } from './key-lists.ts'

/** A grouping as plain data: items by numbers that whoever keeps them gives. */
export interface KeptGroups {
  readonly slots: number
  readonly listening: boolean
  /** Group after group: its slot, how many items, and these in order. */
  readonly groups: Int32Array
  /** Of each item in that order. */
  readonly numbers: Int32Array
  readonly scores: Float64Array
  readonly seconds: Float64Array
  readonly rooms: Float64Array
  readonly walked: Int32Array
  readonly horizons: Float64Array
  readonly tied: Uint8Array
  /** Bytes of what each looked at, -1 for none; and these bytes. */
  readonly looked: Int32Array
  readonly bytes: Uint8Array
  readonly keys: KeptLists
  readonly hears: KeptLists
}

const joined = (all: readonly (Uint8Array | null)[]): Uint8Array => {
  const bytes = new Uint8Array(all.reduce((sum, one) => sum + (one?.length ?? 0), 0))
  let at = 0
  for (const one of all) {
    if (one) bytes.set(one, at)
    at += one?.length ?? 0
  }
  return bytes
}

/** What a grouping knows; `refOf` numbers its items. */
export const keptGroups = <T, S>(
  data: Grouped<T, S>,
  rules: Grouping<T, S>,
  refOf: (item: T) => number,
): KeptGroups => {
  // Whoever takes it up is to change it.
  new Regrouping(rules, data).listen()
  const groups = new Set<Group<T, S>>()
  for (const { group } of data.members.values()) if (group) groups.add(group)
  const members = [...groups].flatMap((group) => group.members)
  return {
    slots: data.slots,
    listening: data.listening,
    groups: Int32Array.from(
      [...groups].flatMap((group) => [
        group.slot,
        group.members.length,
        ...group.members.map(({ item }) => refOf(item)),
      ]),
    ),
    numbers: Int32Array.from(members, ({ number }) => number),
    scores: Float64Array.from(members, ({ score }) => score),
    seconds: Float64Array.from(members, ({ second }) => second),
    rooms: Float64Array.from(members, ({ room }) => room),
    walked: Int32Array.from(members, ({ walked }) => walked),
    horizons: Float64Array.from(members, ({ horizon }) => horizon),
    tied: Uint8Array.from(members, ({ tied }) => Number(tied)),
    looked: Int32Array.from(members, ({ looked }) => looked?.length ?? -1),
    bytes: joined(members.map(({ looked }) => looked)),
    keys: data.keys.kept(),
    hears: data.hears.kept(),
  }
}

/** The grouping that was kept so. */
export const groupsFrom = <T, S>(
  kept: KeptGroups,
  rules: Grouping<T, S>,
  itemOf: (ref: number) => T,
): Grouped<T, S> => {
  const empty = emptyGrouped<T, S>()
  const data: Grouped<T, S> = { ...empty, keys: KeyLists.from(kept.keys), hears: KeyLists.from(kept.hears) }
  data.slots = kept.slots
  data.listening = kept.listening
  let next = 0
  let from = 0
  const member = (item: T, group: Group<T, S>): Member<T, S> => {
    const at = next++
    const length = kept.looked[at] as number
    const looked = length < 0 ? null : keptBytes(kept.bytes.subarray(from, from + length))
    from += Math.max(0, length)
    return {
      number: kept.numbers[at] as number,
      item,
      rank: rules.rank(item),
      group,
      score: kept.scores[at] as number,
      second: kept.seconds[at] as number,
      room: kept.rooms[at] as number,
      looked,
      walked: kept.walked[at] as number,
      horizon: kept.horizons[at] as number,
      tied: kept.tied[at] === 1,
      queued: false,
      hits: null,
      placed: true,
    }
  }
  for (let at = 0; at < kept.groups.length; ) {
    const [slot, length] = [kept.groups[at] as number, kept.groups[at + 1] as number]
    const group: Group<T, S> = { slot, members: [], state: null }
    group.members = Array.from(kept.groups.subarray(at + 2, at + 2 + length), (ref) => member(itemOf(ref), group))
    for (const one of group.members) {
      data.members.set(one.item, one)
      data.numbered[one.number] = one
      data.columns.put(one.number, one.rank, slot)
      if (rules.keeps) group.state = group.state === null ? rules.start(one.item) : rules.grow(group.state, one.item)
    }
    at += 2 + length
  }
  for (let number = 0; number < data.numbered.length; number++)
    if (!data.numbered[number]) {
      data.numbered[number] = null
      data.free.push(number)
    }
  return data
}
