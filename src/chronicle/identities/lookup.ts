import { enter, leave } from '../sets.ts'
import type { NameRecord } from './records.ts'

/** Keys under which a name stands, and those under which it looks for others. */
export interface LookupKeys {
  readonly given: readonly string[]
  readonly asks: readonly string[]
}

/**
 * Names that stand under keys and names that look for others under them. Few of those that look ever find anybody: only
 * these need be gone through when names are joined.
 */
export class Lookup {
  readonly #keys = new Map<NameRecord, LookupKeys>()
  readonly #under = new Map<string, Set<NameRecord>>()
  readonly #asking = new Map<string, Set<NameRecord>>()
  readonly #finders = new Set<NameRecord>()
  #list: readonly NameRecord[] | null = null

  /** Names under a key. */
  under(key: string): ReadonlySet<NameRecord> | undefined {
    return this.#under.get(key)
  }

  /** Names that find others than themselves under a key that they ask, in the order of all names. */
  get finders(): readonly NameRecord[] {
    this.#list ??= [...this.#finders].sort((a, b) => a.at - b.at)
    return this.#list
  }

  /** Enters a name under other keys than before; under none when it is gone. */
  set(record: NameRecord, keys: LookupKeys | null): void {
    const before = this.#keys.get(record)
    const concerned = new Set([record])
    for (const key of before?.given ?? []) leave(this.#under, key, record)
    for (const key of before?.asks ?? []) leave(this.#asking, key, record)
    if (keys && keys.given.length + keys.asks.length > 0) this.#keys.set(record, keys)
    else this.#keys.delete(record)
    for (const key of keys?.given ?? []) enter(this.#under, key, record)
    for (const key of keys?.asks ?? []) enter(this.#asking, key, record)
    for (const given of [before?.given ?? [], keys?.given ?? []])
      for (const key of given) for (const other of this.#asking.get(key) ?? []) concerned.add(other)
    for (const one of concerned) this.#see(one)
  }

  #see(record: NameRecord): void {
    const finds = this.#keys.get(record)?.asks.some((key) => this.#isOther(record, key)) ?? false
    if (this.#finders.has(record) === finds) return
    if (finds) this.#finders.add(record)
    else this.#finders.delete(record)
    this.#list = null
  }

  #isOther(record: NameRecord, key: string): boolean {
    const members = this.#under.get(key)
    return members !== undefined && (members.size > 1 || !members.has(record))
  }
}
