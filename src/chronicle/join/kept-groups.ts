import { packed, unpacked } from '../text/packed.ts'
import { keptBytes } from '../text/pool.ts'
import { emptyGrouped, type Group, type Grouped, type Grouping, type Member } from './grouping.ts'
import { Regrouping } from './groups.ts'
import type { KeptLists } from './key-lists.ts'

/** Some groups as plain data: items by numbers that whoever keeps them gives. */
interface KeptMembers {
  /** Group after group: its slot, how many items, and these in order. */
  readonly groups: Int32Array
  /** Of each item in that order. */
  readonly numbers: Int32Array
  readonly scores: Float64Array
  readonly seconds: Float64Array
  readonly rooms: Float64Array
  readonly slacks: Int32Array
  readonly steps: Float64Array
  readonly spares: Float64Array
  readonly walked: Int32Array
  readonly horizons: Float64Array
  readonly tied: Uint8Array
  /** Bytes of what each looked at, -1 for none; and these bytes. */
  readonly looked: Int32Array
  readonly bytes: Uint8Array
}

/**
 * A part of a grouping: how many slots and numbers were given, then its groups, then the lists of its keys, and of who hears
 * of what.
 */
export type KeptGroups =
  | { readonly slots: number; readonly numbers: number }
  | KeptMembers
  | KeptLists
  | { readonly hears: KeptLists }

// So many items make a part.
const PART = 5_000

const joined = (all: readonly (Uint8Array | null)[]): Uint8Array => {
  const bytes = new Uint8Array(all.reduce((sum, one) => sum + (one?.length ?? 0), 0))
  let at = 0
  for (const one of all) {
    if (one) bytes.set(one, at)
    at += one?.length ?? 0
  }
  return bytes
}

const lookedAt = <T, S>({ looked, come }: Member<T, S>): Uint8Array | null =>
  looked === null || come === null ? looked : packed([...new Set([...unpacked(looked), ...come])])

const keptMembers = <T, S>(groups: readonly Group<T, S>[], refOf: (item: T) => number): KeptMembers => {
  const members = groups.flatMap((group) => group.members)
  const looked = members.map(lookedAt)
  return {
    groups: Int32Array.from(
      groups.flatMap(({ slot, members: own }) => [slot, own.length, ...own.map(({ item }) => refOf(item))]),
    ),
    numbers: Int32Array.from(members, ({ number }) => number),
    scores: Float64Array.from(members, ({ score }) => score),
    seconds: Float64Array.from(members, ({ second }) => second),
    rooms: Float64Array.from(members, ({ room }) => room),
    slacks: Int32Array.from(members, ({ slack }) => slack),
    steps: Float64Array.from(members, ({ steps }) => steps),
    spares: Float64Array.from(members, ({ spare }) => spare),
    walked: Int32Array.from(members, ({ walked }) => walked),
    horizons: Float64Array.from(members, ({ horizon }) => horizon),
    tied: Uint8Array.from(members, ({ tied }) => Number(tied)),
    looked: Int32Array.from(looked, (bytes) => bytes?.length ?? -1),
    bytes: joined(looked),
  }
}

/**
 * What a grouping knows, part after part; `refOf` numbers its items. Who hears of what is found out for it where nobody was
 * told anything yet, so that whoever takes it up need not.
 */
export function* keptGroups<T, S>(
  rules: Grouping<T, S>,
  data: Grouped<T, S>,
  refOf: (item: T) => number,
): Generator<KeptGroups> {
  yield { slots: data.slots, numbers: data.numbered.length }
  let part: Group<T, S>[] = []
  let size = 0
  for (const member of data.members.values()) {
    const { group } = member
    if (group?.members[0] !== member) continue
    part.push(group)
    size += group.members.length
    if (size < PART) continue
    yield keptMembers(part, refOf)
    part = []
    size = 0
  }
  yield keptMembers(part, refOf)
  yield* data.keys.kept()
  if (data.members.size === 0) return
  new Regrouping(rules, data).listen()
  for (const hears of data.hears.kept()) yield { hears }
}

/** A grouping of what was kept of one: it is given the parts one after another. */
export class KeptGrouping<T, S> {
  readonly #rules: Grouping<T, S>
  readonly #itemOf: (ref: number) => T
  readonly #data = emptyGrouped<T, S>()

  constructor(rules: Grouping<T, S>, itemOf: (ref: number) => T) {
    this.#rules = rules
    this.#itemOf = itemOf
  }

  take(part: KeptGroups): void {
    if ('slots' in part) {
      this.#data.slots = part.slots
      // Filled in order, so that the engine does not take it for a sparse one.
      for (let number = 0; number < part.numbers; number++) this.#data.numbered.push(null)
    } else if ('keys' in part) this.#data.keys.take(part)
    else if ('hears' in part) {
      this.#data.listening = true
      this.#data.hears.take(part.hears)
    } else this.#takeMembers(part)
  }

  done(): Grouped<T, S> {
    this.#data.numbered.forEach((member, number) => {
      if (!member) this.#data.free.push(number)
    })
    return this.#data
  }

  #takeMembers(kept: KeptMembers): void {
    let [next, from] = [0, 0]
    for (let at = 0; at < kept.groups.length; ) {
      const [slot, length] = [kept.groups[at] as number, kept.groups[at + 1] as number]
      const group: Group<T, S> = { slot, members: [], state: null }
      for (const ref of kept.groups.subarray(at + 2, at + 2 + length)) {
        const bytes = kept.looked[next] as number
        const looked = bytes < 0 ? null : keptBytes(kept.bytes.subarray(from, from + bytes))
        this.#enter(group, kept, next, this.#itemOf(ref), looked)
        from += Math.max(0, bytes)
        next++
      }
      at += 2 + length
    }
  }

  #enter(group: Group<T, S>, kept: KeptMembers, at: number, item: T, looked: Uint8Array | null): void {
    const rules = this.#rules
    const member: Member<T, S> = {
      number: kept.numbers[at] as number,
      item,
      rank: rules.rank(item),
      group,
      score: kept.scores[at] as number,
      second: kept.seconds[at] as number,
      room: kept.rooms[at] as number,
      slack: kept.slacks[at] as number,
      steps: kept.steps[at] as number,
      spare: kept.spares[at] as number,
      looked,
      come: null,
      walked: kept.walked[at] as number,
      horizon: kept.horizons[at] as number,
      tied: kept.tied[at] === 1,
      queued: false,
      hits: null,
      told: 0,
      placed: true,
    }
    group.members.push(member)
    this.#data.members.set(item, member)
    this.#data.numbered[member.number] = member
    this.#data.columns.put(member.number, member.rank, group.slot)
    if (rules.keeps) group.state = group.state === null ? rules.start(item) : rules.grow(group.state, item)
  }
}
