import type { Identity } from '../chronicle.ts'
import { enter, leave } from '../sets.ts'
import { foldText } from '../text/words.ts'
import type { Group } from './group.ts'

/** Names of places, and persons known by nothing but one word, which may be such a name. */
export class PlaceNames {
  /** How many identities are places of a name. */
  readonly #places = new Map<string, number>()
  readonly #loners = new Map<string, Set<Group>>()

  /** Whether an identity is a place, or one word taken for a person that is a place's name. */
  holds(identity: Identity): boolean {
    if (identity.type !== 'person') return identity.type === 'place'
    return isLoner(identity) && this.#places.has(foldText(identity.name))
  }

  /** Persons known by nothing but this name. */
  loners(name: string): Iterable<Group> {
    return this.#loners.get(name) ?? []
  }

  /** Enters a group or takes it out; `flipped` is given its name where that has become a place's, or is one no more. */
  enter(group: Group, by: 1 | -1, flipped: Set<string>): void {
    const { identity } = group
    const name = foldText(identity.name)
    if (identity.type === 'place') this.#count(name, by, flipped)
    if (!isLoner(identity)) return
    if (by > 0) enter(this.#loners, name, group)
    else leave(this.#loners, name, group)
  }

  #count(name: string, by: 1 | -1, flipped: Set<string>): void {
    const before = this.#places.get(name) ?? 0
    if (before + by > 0) this.#places.set(name, before + by)
    else this.#places.delete(name)
    if (before === 0 || before + by === 0) flipped.add(name)
  }
}

const isLoner = ({ type, roles, name }: Identity): boolean =>
  type === 'person' && roles.length === 0 && !name.includes(' ')
