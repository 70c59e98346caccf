import { firstNot, merged } from '../../core/index.ts'
import type { MentionType } from '../../language/index.ts'
import { enter, leave } from '../sets.ts'
import { widened } from '../text/holders.ts'
import type { NameUses } from './collect.ts'
import type { Group } from './group.ts'

/** One spelling-independent name over all articles, before names are joined to identities. */
export interface NameRecord {
  readonly key: string
  readonly type: MentionType
  /** The parts of its key. */
  readonly tokens: readonly string[]
  /** Names as given in the nominative, with how often each stands. */
  readonly names: Map<string, number>
  readonly articles: Set<number>
  /** Roles with the articles that give them. */
  readonly roles: Map<string, Set<number>>
  /** States that it is said to serve, with how often. */
  readonly countries: Map<string, number>
  /** What it goes by for as long as any article gives it. */
  readonly number: number
  /** Place in the order of all keys. */
  at: number
  group: Group | null
  /** Under what others look it up, and what it looks up itself (join.ts). */
  entered: Entered | null
}

/** Keys of a name as it was entered among those that may join it. */
export interface Entered {
  readonly roles: readonly string[]
  readonly shorts: readonly string[]
  readonly asks: readonly string[]
  readonly office: string | null
}

const recordOf = (key: string, number: number): NameRecord => {
  const bar = key.indexOf('|')
  return {
    key,
    type: key.slice(0, bar) as MentionType,
    tokens: key.slice(bar + 1).split(' '),
    names: new Map(),
    articles: new Set(),
    roles: new Map(),
    countries: new Map(),
    number,
    at: -1,
    group: null,
    entered: null,
  }
}

const count = (counts: Map<string, number>, name: string, by: number): void => {
  const now = (counts.get(name) ?? 0) + by
  if (now > 0) counts.set(name, now)
  else counts.delete(name)
}

/** All names, by key and in the order of their keys. */
export class NameRecords {
  readonly byKey = new Map<string, NameRecord>()
  sorted: NameRecord[] = []
  /** Their numbers in that order: to look at them all, without reading each record. */
  numbers = new Int32Array(0)
  #count = 0

  /** How many numbers were given. */
  get count(): number {
    return this.#count
  }

  add(article: number, uses: Iterable<NameUses>, touched: Set<NameRecord>): void {
    for (const { key, names, roles, countries } of uses) {
      let record = this.byKey.get(key)
      if (!record) {
        record = recordOf(key, this.#count++)
        this.byKey.set(key, record)
      }
      touched.add(record)
      record.articles.add(article)
      for (const [name, times] of names) count(record.names, name, times)
      for (const [name, times] of countries) count(record.countries, name, times)
      for (const role of roles) enter(record.roles, role, article)
    }
  }

  take(article: number, uses: Iterable<NameUses>, touched: Set<NameRecord>): void {
    for (const { key, names, roles, countries } of uses) {
      const record = this.byKey.get(key)
      if (!record?.articles.delete(article)) continue
      touched.add(record)
      for (const [name, times] of names) count(record.names, name, -times)
      for (const [name, times] of countries) count(record.countries, name, -times)
      for (const role of roles) leave(record.roles, role, article)
    }
  }

  /** Puts new records into the order and takes those out that no article names any more; gives these. */
  arrange(touched: ReadonlySet<NameRecord>): readonly NameRecord[] {
    const gone = [...touched].filter(({ articles }) => articles.size === 0)
    for (const { key } of gone) this.byKey.delete(key)
    const fresh = [...touched].filter(({ at, articles }) => at < 0 && articles.size > 0)
    if (gone.length > 0 || fresh.length > 0) this.#place(gone, fresh.sort(byKey))
    return gone
  }

  #place(gone: readonly NameRecord[], fresh: readonly NameRecord[]): void {
    const before = this.sorted
    const leaving = gone.map(({ at }) => at).sort((a, b) => a - b)
    const left = leaving.length === 0 ? before : before.filter(({ articles }) => articles.size > 0)
    this.sorted = merged(left, fresh, byKey)
    const [earliest] = fresh
    const entering = earliest && firstNot(0, before.length, (at) => byKey(before[at] as NameRecord, earliest) < 0)
    const first = Math.min(leaving[0] ?? this.sorted.length, entering ?? this.sorted.length)
    if (this.numbers.length < this.sorted.length) this.numbers = widened(this.numbers, (this.sorted.length * 5) >> 2)
    for (let at = first; at < this.sorted.length; at++) {
      const record = this.sorted[at] as NameRecord
      record.at = at
      this.numbers[at] = record.number
    }
  }
}

const byKey = (a: NameRecord, b: NameRecord): number => (a.key < b.key ? -1 : 1)
