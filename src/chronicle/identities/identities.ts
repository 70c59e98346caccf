import type { Language } from '../../language/index.ts'
import type { Identity } from '../chronicle.ts'
import { rankOf } from '../entries/level.ts'
import { piecesOf, type Restoring } from '../join/parts.ts'
import { widened } from '../text/holders.ts'
import { keyOf, type LocalNames, type NameRef, type NameUses } from './collect.ts'
import { type Group, identityOf, type RoleArticle, textsOf } from './group.ts'
import { NameJoins } from './join.ts'
import { PlaceNames } from './places.ts'
import { type NameRecord, NameRecords } from './records.ts'
import { States } from './states.ts'

/** All identities of the chronicle; inside it they go by their slot, a number without an order. */
export interface Identities {
  /** By slot; slots may be empty. */
  readonly list: readonly (Identity | undefined)[]
  readonly byId: ReadonlyMap<string, Identity>
  /** Slot of the state that a person or body serves; -1 where unknown; a state serves itself. */
  country(identity: number): number
  /** Whether an identity is a place, or one word taken for a person that is a place's name in this chronicle. */
  isPlace(identity: number): boolean
  /** Which identity a name in an article means. */
  of(article: number, ref: NameRef): number
  /** The identity behind a name's key; -1 when no article names it. */
  slotOf(key: string): number
}

/** Names that an article gives or gave. */
export interface ArticleNames {
  readonly slot: number
  readonly names: Iterable<NameUses>
}

type KeptGroup = Omit<Group, 'members' | 'state'> & {
  readonly members: readonly number[]
  readonly state: number
}

/** A part of the identities as plain data: names by their place in the order of all keys, states by their slot. */
export type KeptIdentities =
  | { readonly groups: readonly KeptGroup[] }
  | { readonly slots: number; readonly countries: readonly (readonly [slot: number, name: string])[] }

// So many identities make a part.
const PART = 2_000

/** What a change of names leads to. */
export interface IdentityChange {
  /** Identities that are to be written anew, and those that are gone, by slot. */
  readonly changed: ReadonlySet<number>
  readonly gone: ReadonlySet<number>
  /** Articles whose mentions may mean somebody else, or somebody who is compared otherwise. */
  readonly joined: ReadonlySet<number>
  /** Articles whose mentions are to be shown otherwise. */
  readonly shown: ReadonlySet<number>
}

/**
 * One identity for each person, body, state, place, document and outlet, over all articles: variants, initials,
 * contractions and acronyms joined, same surnames with different given names apart. Kept while articles come and go.
 *
 * @example "МИД РФ" of one page and "Министерство иностранных дел России" of another are one identity
 */
export class IdentityBook implements Identities {
  readonly #language: Language
  readonly #records = new NameRecords()
  readonly #joins = new NameJoins()
  readonly #groups: (Group | undefined)[] = []
  readonly list: (Identity | undefined)[] = []
  readonly byId = new Map<string, Identity>()
  readonly #states: States
  readonly #places = new PlaceNames()
  #leads = new Int32Array(0)
  #locals: (article: number) => LocalNames = () => ({ byIdentity: new Map(), byName: new Map() })

  constructor(language: Language) {
    this.#language = language
    this.#states = new States(language)
  }

  /** The identities as plain data, part after part. */
  *kept(): Generator<KeptIdentities> {
    const groups = this.#groups.filter((group) => group !== undefined)
    for (const piece of piecesOf(groups, PART))
      yield {
        groups: piece.map((group) => ({
          ...group,
          members: group.members.map(({ at }) => at),
          state: group.state?.slot ?? -1,
        })),
      }
    yield { slots: this.#groups.length, countries: this.#states.kept() }
  }

  /** Takes up what was kept of these articles' names. */
  restoring(articles: readonly ArticleNames[]): Restoring<KeptIdentities> {
    const touched = new Set<NameRecord>()
    for (const { slot, names } of articles) this.#records.add(slot, names, touched)
    this.#joins.change(touched, this.#records.arrange(touched), this.#records.sorted.length)
    const serving: (readonly [slot: number, state: number])[] = []
    const take = (part: KeptIdentities): void => {
      if ('groups' in part)
        for (const kept of part.groups) {
          this.#restoreGroup(kept)
          serving.push([kept.slot, kept.state])
        }
      else {
        this.#groups.length = part.slots
        this.list.length = part.slots
        this.#states.restore(part.countries, (slot) => this.#groups[slot] as Group)
      }
    }
    const done = (): void => {
      for (const [slot, state] of serving) (this.#groups[slot] as Group).state = this.#groups[state] ?? null
    }
    return { take, done }
  }

  #restoreGroup({ slot, members: places, identity, texts, shape, face }: KeptGroup): void {
    const members = places.map((at) => this.#records.sorted[at] as NameRecord)
    const group: Group = { slot, members, identity, state: null, texts, shape, face }
    for (const record of members) record.group = group
    this.#lead(group, members)
    this.#groups[slot] = group
    this.list[slot] = identity
    this.byId.set(identity.id, identity)
    this.#places.enter(group, 1, new Set())
  }

  /** Where names of articles are looked up from now on. */
  readLocals(locals: (article: number) => LocalNames): void {
    this.#locals = locals
  }

  country(identity: number): number {
    return this.#groups[identity]?.state?.slot ?? -1
  }

  isPlace(identity: number): boolean {
    const group = this.#groups[identity]
    return group !== undefined && this.#places.holds(group.identity)
  }

  of(article: number, ref: NameRef): number {
    return this.slotOf(keyOf(this.#locals(article), ref))
  }

  slotOf(key: string): number {
    return this.#records.byKey.get(key)?.group?.slot ?? -1
  }

  change(
    removed: readonly ArticleNames[],
    added: readonly ArticleNames[],
    articleAt: (article: number) => RoleArticle,
  ): IdentityChange {
    const touched = new Set<NameRecord>()
    for (const { slot, names } of removed) this.#records.take(slot, names, touched)
    for (const { slot, names } of added) this.#records.add(slot, names, touched)
    const gone = this.#records.arrange(touched)
    const { sorted } = this.#records
    const union = this.#joins.change(touched, gone, sorted.length)
    const joined = new Set<number>()
    const lost = new Set<Group>()
    const dirty = this.#regroup(touched, gone, union, joined, lost)
    return this.#describe(dirty, lost, joined, articleAt)
  }

  /** Puts names into groups as they are joined now; gives the groups that have to be described anew. */
  #regroup(
    touched: ReadonlySet<NameRecord>,
    gone: readonly NameRecord[],
    union: { find(at: number): number },
    joined: Set<number>,
    lost: Set<Group>,
  ): Group[] {
    const { sorted } = this.#records
    const roots = new Set<number>()
    const disturb = (group: Group | null): void => {
      if (group === null || lost.has(group)) return
      lost.add(group)
      for (const { at, articles } of group.members) if (articles.size > 0) roots.add(union.find(at))
    }
    for (const record of gone) disturb(record.group)
    for (const record of touched)
      if (record.articles.size > 0) {
        disturb(record.group)
        roots.add(union.find(record.at))
      }
    // Names that are joined otherwise though nothing was said of them: a third name has come between.
    const { numbers } = this.#records
    const leads = this.#leadsOf(this.#records.count)
    for (let at = 0; at < sorted.length; at++) {
      if (leads[numbers[at] as number] === numbers[union.find(at)]) continue
      const record = sorted[at] as NameRecord
      const root = sorted[union.find(at)] as NameRecord
      disturb(record.group)
      disturb(root.group)
      roots.add(root.at)
    }
    const members = new Map<number, NameRecord[]>()
    for (let at = 0; at < sorted.length; at++) {
      const root = union.find(at)
      if (!roots.has(root)) continue
      const known = members.get(root)
      if (known) known.push(sorted[at] as NameRecord)
      else members.set(root, [sorted[at] as NameRecord])
    }
    return [...members.values()].map((names) => this.#groupOf(names, joined, lost))
  }

  /** Numbers of the first names of the groups that names are in, by their own numbers; -1 for what is in none. */
  #leadsOf(count: number): Int32Array {
    if (this.#leads.length < count) {
      const known = this.#leads.length
      this.#leads = widened(this.#leads, count + (count >> 2)).fill(-1, known)
    }
    return this.#leads
  }

  #lead(group: Group, names: readonly NameRecord[]): void {
    group.members = names
    const leads = this.#leadsOf(this.#records.count)
    for (const { number } of names) leads[number] = (names[0] as NameRecord).number
  }

  // The slot of most of its names goes on: what is written under it need not be looked at again.
  #groupOf(names: readonly NameRecord[], joined: Set<number>, lost: Set<Group>): Group {
    const before = [...names]
      .sort((a, b) => b.articles.size - a.articles.size)
      .find(({ group }) => group && lost.has(group))
    let group = before?.group ?? null
    if (group) lost.delete(group)
    else {
      const slot = this.#groups.length
      group = { slot, members: [], identity: NOBODY, state: null, texts: '', shape: '', face: '' }
      this.#groups.push(group)
    }
    this.#lead(group, names)
    for (const record of names) {
      if (record.group === group) continue
      record.group = group
      for (const article of record.articles) joined.add(article)
    }
    return group
  }

  #describe(
    dirty: readonly Group[],
    lost: ReadonlySet<Group>,
    joined: Set<number>,
    articleAt: (article: number) => RoleArticle,
  ): IdentityChange {
    const asked = new Set(dirty)
    const flipped = new Set<string>()
    for (const group of lost) {
      this.#places.enter(group, -1, flipped)
      this.byId.delete(group.identity.id)
      this.list[group.slot] = undefined
      this.#groups[group.slot] = undefined
    }
    for (const group of dirty) {
      if (group.identity !== NOBODY) {
        this.#places.enter(group, -1, flipped)
        this.byId.delete(group.identity.id)
      }
      const draft = identityOf(group.members, articleAt, this.#language, group.identity)
      const { id, type, name, nameEn, variants, roles, articles } = draft
      group.identity = { id, type, name, nameEn, country: null, variants, roles, articles }
      group.texts = textsOf(draft, group.members)
      this.#places.enter(group, 1, flipped)
    }
    for (const group of this.#states.change(asked, lost, this.#groups)) asked.add(group)
    for (const name of flipped) for (const group of this.#places.loners(name)) asked.add(group)
    for (const group of asked) group.state = this.#states.servedBy(group)
    const shown = new Set<number>()
    const changed = new Set<number>()
    for (const group of asked) {
      this.#settle(group)
      changed.add(group.slot)
      this.#compare(group, joined, shown)
    }
    return { changed, gone: new Set([...lost].map(({ slot }) => slot)), joined, shown }
  }

  #settle(group: Group): void {
    const { state, slot } = group
    const country = state === null || state === group ? null : state.identity.id
    if (group.identity.country !== country) group.identity = { ...group.identity, country }
    this.list[slot] = group.identity
    this.byId.set(group.identity.id, group.identity)
  }

  #compare(group: Group, joined: Set<number>, shown: Set<number>): void {
    const { id, type, name, nameEn, country } = group.identity
    const place = this.#places.holds(group.identity)
    const shape = `${type}|${group.state?.slot ?? ''}|${place}|${type === 'person' ? '' : name}`
    const face = [id, type, name, nameEn, country, place, rankOf(group.identity)].join('|')
    const articles = function* (): Generator<number> {
      for (const record of group.members) yield* record.articles
    }
    if (group.shape !== shape && group.shape !== '') for (const article of articles()) joined.add(article)
    if (group.face !== face && group.face !== '') for (const article of articles()) shown.add(article)
    group.shape = shape
    group.face = face
  }
}

const NOBODY: Identity = {
  id: '',
  type: 'person',
  name: '',
  nameEn: '',
  country: null,
  variants: [],
  roles: [{ role: '', from: null, to: null, articles: [] }],
  articles: 0,
}
