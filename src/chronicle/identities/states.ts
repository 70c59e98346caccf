import type { Language } from '../../language/index.ts'
import { changedNames, type StateNames, stateNames, stateOf } from './countries.ts'
import type { Group } from './group.ts'

/** Which states there are, and whom each is served by. */
export class States {
  readonly #language: Language
  #names: StateNames = new Map()
  /** States, under the name that they had when `#names` was made. */
  readonly #countries = new Map<Group, string>()

  constructor(language: Language) {
    this.#language = language
  }

  kept(): readonly (readonly [slot: number, name: string])[] {
    return [...this.#countries].map(([{ slot }, name]) => [slot, name])
  }

  restore(countries: readonly (readonly [slot: number, name: string])[], groupAt: (slot: number) => Group): void {
    for (const [slot, name] of countries) this.#countries.set(groupAt(slot), name)
    this.#names = stateNames(this.#countries.keys(), this.#language)
  }

  /** The state that a person or body serves; a state itself. */
  servedBy(group: Group): Group | null {
    const { type } = group.identity
    if (type === 'country') return group
    return type === 'person' || type === 'organization' ? stateOf(group, this.#names) : null
  }

  /** Takes in groups that were described anew and those that are gone; gives all whose texts name a state that changed. */
  change(described: ReadonlySet<Group>, gone: ReadonlySet<Group>, all: readonly (Group | undefined)[]): Group[] {
    if (!this.#enter(described, gone)) return []
    const names = stateNames(this.#countries.keys(), this.#language)
    const changed = changedNames(this.#names, names)
    this.#names = names
    if (changed.length === 0) return []
    return all.filter(
      (group): group is Group => group !== undefined && changed.some((name) => group.texts.includes(name)),
    )
  }

  // Whether a state has come, gone or been renamed.
  #enter(described: ReadonlySet<Group>, gone: ReadonlySet<Group>): boolean {
    let concerned = false
    for (const group of gone) if (this.#countries.delete(group)) concerned = true
    for (const group of described) {
      const name = group.identity.type === 'country' ? group.identity.name : undefined
      if (this.#countries.get(group) === name) continue
      concerned = true
      if (name === undefined) this.#countries.delete(group)
      else this.#countries.set(group, name)
    }
    return concerned
  }
}
