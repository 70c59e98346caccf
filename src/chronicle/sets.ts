/** Sets under keys: a key is there while its set is not empty. */

/** Puts a member into the set under a key. */
export const enter = <K, V>(index: Map<K, Set<V>>, key: K, member: V): void => {
  const members = index.get(key)
  if (members) members.add(member)
  else index.set(key, new Set([member]))
}

/** Takes a member out of the set under a key, and the key with its last member. */
export const leave = <K, V>(index: Map<K, Set<V>>, key: K, member: V): void => {
  const members = index.get(key)
  members?.delete(member)
  if (members?.size === 0) index.delete(key)
}

/** So many members are looked through one by one; more stand in a set. */
const MOST = 12

/** A set that mostly has one member or a few: a Set of one costs three times as much memory. */
export class Few<T> implements Iterable<T> {
  readonly #list: T[]
  #set: Set<T> | null = null

  constructor(members: Iterable<T>) {
    this.#list = [...members]
    if (this.#list.length > MOST) this.#set = new Set(this.#list)
  }

  get size(): number {
    return this.#list.length
  }

  has(member: T): boolean {
    return this.#set === null ? this.#list.includes(member) : this.#set.has(member)
  }

  add(member: T): void {
    if (this.has(member)) return
    this.#list.push(member)
    if (this.#set) this.#set.add(member)
    else if (this.#list.length > MOST) this.#set = new Set(this.#list)
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#list[Symbol.iterator]()
  }
}
