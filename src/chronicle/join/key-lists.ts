import { widened } from '../text/holders.ts'

const FEWEST = 2 ** 10
/** A list begins with room for so many numbers, and doubles. */
const ROOM = 2
/** So many places of the table are kept at a time. */
const PIECE = 2 ** 16

// The halves of a key, mixed as MurmurHash3 ends (A. Appleby, 2011).
const spread = (key: number): number => {
  let hash = (key | 0) ^ Math.imul((key / 2 ** 32) | 0, 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Some such lists as plain data: keys, how many numbers stand under each, and these, one list after another. */
export interface KeptLists {
  readonly keys: Float64Array
  readonly lengths: Int32Array
  readonly numbers: Int32Array
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
    this.#put(this.#placeFor(key), at, number)
  }

  /** Puts a number last into the list of a key. */
  append(key: number, number: number): void {
    const place = this.#placeFor(key)
    this.#put(place, this.lengthAt(place), number)
  }

  #put(place: number, at: number, number: number): void {
    const length = this.#lengths[place] as number
    if (length === this.#rooms[place]) this.#move(place, length * 2)
    const from = (this.#starts[place] as number) - 1
    if (at < length) this.#numbers.copyWithin(from + at + 1, from + at, from + length)
    this.#numbers[from + at] = number
    this.#lengths[place] = length + 1
    if (length >= this.#longest) this.#longest = length + 1
  }

  /** The lists as plain data, some megabytes at a time. */
  *kept(): Generator<KeptLists> {
    for (let from = 0; from < this.#starts.length; from += PIECE)
      yield this.#keptPiece(from, Math.min(from + PIECE, this.#starts.length))
  }

  #keptPiece(from: number, to: number): KeptLists {
    let [count, total] = [0, 0]
    for (let place = from; place < to; place++) {
      const length = this.#lengths[place] as number
      if (length > 0) count++
      total += length
    }
    const [keys, lengths, numbers] = [new Float64Array(count), new Int32Array(count), new Int32Array(total)]
    let [at, end] = [0, 0]
    for (let place = from; place < to; place++) {
      const length = this.#lengths[place] as number
      if (length === 0) continue
      const start = this.startAt(place)
      keys[at] = this.#keys[place] as number
      lengths[at++] = length
      numbers.set(this.#numbers.subarray(start, start + length), end)
      end += length
    }
    return { keys, lengths, numbers }
  }

  /** Takes lists in that were kept; none of their keys has one here. */
  take({ keys, lengths, numbers }: KeptLists): void {
    let from = 0
    for (let at = 0; at < keys.length; at++) {
      const length = lengths[at] as number
      let room = ROOM
      while (room < length) room *= 2
      const place = this.#placeFor(keys[at] as number, room)
      this.#numbers.set(numbers.subarray(from, from + length), this.startAt(place))
      this.#lengths[place] = length
      this.#longest = Math.max(this.#longest, length)
      from += length
    }
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

  #placeFor(key: number, room = ROOM): number {
    const known = this.find(key)
    if (known >= 0) return known
    if (this.#places * 3 >= this.#keys.length * 2) this.#widen()
    const place = this.#freePlace(key)
    this.#keys[place] = key
    this.#starts[place] = this.#take(room) + 1
    this.#rooms[place] = room
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
