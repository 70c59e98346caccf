import { Columns } from './columns.ts'
import { KeyLists } from './key-lists.ts'

/**
 * Greedy grouping that can be changed later. Items come in an order of their own; each goes to the group that most speaks
 * for it among those that have earlier members under one of its keys, or starts one. An item that is added, or taken out,
 * anywhere in the order changes what later items see; only those are asked again, in order, and only while answers change
 * (self-adjusting computation; U. Acar, 2005). The groups are always those that one pass over all items would give.
 */
export interface Grouping<T, S> {
  /** A total order of items that depends on nothing but the items. */
  compare(a: T, b: T): number
  /** A number that rises with that order, as far as a number can tell it: most items are told apart by it alone. */
  rank(item: T): number
  /** Keys under which an item's group is found. */
  keys(item: T): readonly number[]
  /** Keys under which an item looks for groups, the nearest first. */
  asks(item: T): readonly number[]
  /** Coarse keys: an item hears of changes under `hears` that another tells under `tells`. They must hold `keys` and `asks`. */
  tells(item: T): readonly number[]
  hears(item: T): readonly number[]
  /** Whether an item looks as far back as another; what stands further back under the key is not looked at. Null: all do. */
  readonly reaches: ((item: T, other: T) => boolean) | null
  start(item: T): S
  /** The state with one item more; the state given may be changed in place. */
  grow(state: S, item: T): S
  /**
   * How much speaks for the item's being one with a group of this state; null when it cannot be. Where it is no more than
   * `floor`, any number from that to the floor will do, and null need not be found out.
   */
  score(item: T, state: S, floor: number): number | null
  /** What must at least speak for it. */
  need(item: T): number
  /** Of two groups for which as much speaks, whether the first is to be preferred though it is the later one. */
  closer(item: T, a: S, b: S): boolean
  /** Keys that an item and a group must share; groups looked at under one key, and in all. */
  readonly least: number
  readonly underKey: number
  readonly inAll: number
  /** So many groups more are looked at where that cuts a view off, for those that may come into it. */
  readonly beyond: number
  /** Whether states of groups are kept after a change; else they are made again from the members when asked for. */
  readonly keeps: boolean
}

/** An item where it stands. */
export interface Member<T, S> {
  /** What it goes by in the lists; given to another when it is taken out. */
  readonly number: number
  readonly item: T
  readonly rank: number
  group: Group<T, S> | null
  score: number
  /** No other group in view speaks more for it than that, of those that would do. */
  second: number
  /** So many groups more can come into its view, and one fewer than that leaves it whole; 0 where it was cut off. */
  room: number
  /** Where its view was cut off: so many groups more may come into it before its own may fall out. */
  slack: number
  /** So many items more may come under each key before its list is too long to be walked through. */
  steps: number
  /** Where it was cut off: so many groups may leave it before one comes into it that might speak more for it. */
  spare: number
  /** Where it was cut off: slots of the groups that were looked at, packed, and of those that may have come since. */
  looked: Uint8Array | null
  come: number[] | null
  /** How many keys were walked, and the rank of the last item that was looked at under the last of them. */
  walked: number
  horizon: number
  tied: boolean
  queued: boolean
  /** Groups that changed in its sight; null when it has to be asked anew. */
  hits: Set<Group<T, S>> | null
  /** How often it was told of a change since it was asked last. */
  told: number
  /** Whether it stands in the indexes. */
  placed: boolean
}

export interface Group<T, S> {
  readonly slot: number
  /** In order. */
  members: Member<T, S>[]
  /** Of all members; null while it is to be made again. */
  state: S | null
}

/** A grouping's data, without its rules. */
export interface Grouped<T, S> {
  readonly members: Map<T, Member<T, S>>
  /** Members by their numbers, and numbers that are free. */
  readonly numbered: (Member<T, S> | null)[]
  readonly free: number[]
  /** The same of members by their numbers that walks through lists ask of each: they read nothing else of most. */
  readonly columns: Columns
  /** Numbers of the members under a key, in order. */
  readonly keys: KeyLists
  readonly hears: KeyLists
  /** Whether `hears` is filled: nobody is told anything while a grouping is first made. */
  listening: boolean
  slots: number
}

export const emptyGrouped = <T, S>(): Grouped<T, S> => ({
  members: new Map(),
  numbered: [],
  free: [],
  columns: new Columns(),
  keys: new KeyLists(),
  hears: new KeyLists(),
  listening: false,
  slots: 0,
})
