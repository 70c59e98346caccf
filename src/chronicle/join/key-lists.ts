import { widened } from '../text/holders.ts'

const FEWEST = 2 ** 10
/** A list begins with room for so many numbers, and doubles. */
const ROOM = 2

// The halves of a key, mixed as MurmurHash3 ends (A. Appleby, 2011).
const spread = (key: number): number => {
  let hash = (key | 0) ^ Math.imul((key / 2 ** 32) | 0, 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Such lists as plain data: keys that have a list, where it begins from 1, its numbers and its room. */
export interface KeptLists {
  readonly keys: Float64Array
  readonly starts: Int32Array
  readonly lengths: Int32Array
  readonly rooms: Int32Array
  readonly numbers: Int32Array
  readonly free: readonly (readonly [room: number, at: readonly number[]])[]
}

/**
 * Lists of whole numbers under keys, millions of them and most of one or two numbers: open addressing and one stretch of
 * memory for all lists. A list that outgrows its room moves; the room left behind serves others.
 */
export class KeyLists {
  #keys = new Float64Array(FEWEST)
  /** Where a key's list begins, from 1; 0 where the place is free. */
  #starts = new Int32Array(FEWEST)
  #lengths = new Int32Array(FEWEST)
  #rooms = new Int32Array(FEWEST)
  #places = 0
  #numbers = new Int32Array(FEWEST * ROOM)
  #end = 0
  #longest = 0
  readonly #free = new Map<number, number[]>()

  kept(): KeptLists {
    const places = new Int32Array(this.#places)
    let count = 0
    for (let place = 0; place < this.#starts.length; place++) if (this.#starts[place] !== 0) places[count++] = place
    const taken = (of: Int32Array): Int32Array => places.map((place) => of[place] as number)
    return {
      keys: Float64Array.from(places, (place) => this.#keys[place] as number),
      starts: taken(this.#starts),
      lengths: taken(this.#lengths),
      rooms: taken(this.#rooms),
      numbers: this.#numbers.subarray(0, this.#end),
      free: [...this.#free],
    }
  }

  static from({ keys, starts, lengths, rooms, numbers, free }: KeptLists): KeyLists {
    const lists = new KeyLists()
    let room = FEWEST
    while (keys.length * 3 >= room * 2) room *= 2
    lists.#keys = new Float64Array(room)
    lists.#starts = new Int32Array(room)
    lists.#lengths = new Int32Array(room)
    lists.#rooms = new Int32Array(room)
    lists.#numbers = new Int32Array(numbers)
    lists.#end = numbers.length
    lists.#places = keys.length
    for (let at = 0; at < keys.length; at++) {
      const place = lists.#freePlace(keys[at] as number)
      lists.#keys[place] = keys[at] as number
      lists.#starts[place] = starts[at] as number
      lists.#lengths[place] = lengths[at] as number
      lists.#rooms[place] = rooms[at] as number
      lists.#longest = Math.max(lists.#longest, lengths[at] as number)
    }
    for (const [room, at] of free) lists.#free.set(room, [...at])
    return lists
  }

  /** The place of a key's list; -1 when it has none. It holds until something is put in. */
  find(key: number): number {
    const mask = this.#keys.length - 1
    for (let at = spread(key) & mask; this.#starts[at] !== 0; at = (at + 1) & mask)
      if (this.#keys[at] === key) return at
    return -1
  }

  /** Length of the longest list that there has been. */
  get longest(): number {
    return this.#longest
  }

  /** How many numbers stand under a key. */
  lengthOf(key: number): number {
    const place = this.find(key)
    return place < 0 ? 0 : this.lengthAt(place)
  }

  /** How many numbers stand in the list at a place. */
  lengthAt(place: number): number {
    return this.#lengths[place] as number
  }

  /** One number of the list at a place. */
  numberAt(place: number, at: number): number {
    return this.#numbers[(this.#starts[place] as number) - 1 + at] as number
  }

  /** All numbers of all lists, for a walk through one: its first stands at `startAt`. They hold until something is put in. */
  get numbers(): Int32Array {
    return this.#numbers
  }

  /** Where the list at a place begins among all numbers. */
  startAt(place: number): number {
    return (this.#starts[place] as number) - 1
  }

  /** Puts a number into the list of a key, before the one that stands at `at`. */
  insert(key: number, at: number, number: number): void {
    const place = this.#placeFor(key)
    const length = this.#lengths[place] as number
    if (length === this.#rooms[place]) this.#move(place, length * 2)
    const from = (this.#starts[place] as number) - 1
    if (at < length) this.#numbers.copyWithin(from + at + 1, from + at, from + length)
    this.#numbers[from + at] = number
    this.#lengths[place] = length + 1
    if (length >= this.#longest) this.#longest = length + 1
  }

  /** Takes the number at `at` out of the list at a place. */
  removeAt(place: number, at: number): void {
    const from = (this.#starts[place] as number) - 1
    const length = this.#lengths[place] as number
    this.#numbers.copyWithin(from + at, from + at + 1, from + length)
    this.#lengths[place] = length - 1
  }

  #move(place: number, room: number): void {
    const [start, length] = [this.#starts[place] as number, this.#lengths[place] as number]
    const before = this.#rooms[place] as number
    const to = this.#take(room)
    this.#numbers.copyWithin(to, start - 1, start - 1 + length)
    this.#starts[place] = to + 1
    this.#rooms[place] = room
    this.#leave(start - 1, before)
  }

  #leave(at: number, room: number): void {
    const left = this.#free.get(room)
    if (left) left.push(at)
    else this.#free.set(room, [at])
  }

  #take(room: number): number {
    const left = this.#free.get(room)?.pop()
    if (left !== undefined) return left
    if (this.#end + room > this.#numbers.length)
      this.#numbers = widened(this.#numbers, Math.max(this.#numbers.length * 1.5, this.#end + room + FEWEST) | 0)
    const at = this.#end
    this.#end += room
    return at
  }

  #placeFor(key: number): number {
    const known = this.find(key)
    if (known >= 0) return known
    if (this.#places * 3 >= this.#keys.length * 2) this.#widen()
    const place = this.#freePlace(key)
    this.#keys[place] = key
    this.#starts[place] = this.#take(ROOM) + 1
    this.#rooms[place] = ROOM
    this.#lengths[place] = 0
    this.#places++
    return place
  }

  #freePlace(key: number): number {
    const mask = this.#keys.length - 1
    let at = spread(key) & mask
    while (this.#starts[at] !== 0) at = (at + 1) & mask
    return at
  }

  // Keys whose lists are empty are left behind.
  #widen(): void {
    const [keys, starts, lengths, rooms] = [this.#keys, this.#starts, this.#lengths, this.#rooms]
    const length = keys.length * 2
    this.#keys = new Float64Array(length)
    this.#starts = new Int32Array(length)
    this.#lengths = new Int32Array(length)
    this.#rooms = new Int32Array(length)
    for (let from = 0; from < keys.length; from++) {
      if (starts[from] === 0) continue
      if (lengths[from] === 0) {
        this.#leave((starts[from] as number) - 1, rooms[from] as number)
        this.#places--
        continue
      }
      const place = this.#freePlace(keys[from] as number)
      this.#keys[place] = keys[from] as number
      this.#starts[place] = starts[from] as number
      this.#lengths[place] = lengths[from] as number
      this.#rooms[place] = rooms[from] as number
    }
  }
}
