import type { Gender, MentionType } from '../../analysis.ts'
import type { Person } from './people.ts'

/** One identity while the article is read. */
export interface EntityDraft {
  readonly type: MentionType
  readonly key: string
  /** Set for people: their name is known only when all mentions are read. */
  readonly person?: Person
  name: string
  readonly variants: Map<string, number>
  readonly roles: Map<string, number>
  gender?: Gender
  country?: string
  /** The name that the press mostly gives an international body. */
  usual?: string
}

export interface MentionDraft {
  readonly start: number
  readonly end: number
  readonly type: MentionType
  name: string
  role?: string
  entity: EntityDraft
  readonly sentence: number
  readonly from: number
  readonly to: number
  readonly head: number
  readonly by?: 'pronoun' | 'role' | 'adjective'
  /** Heads of the offices that are told with the name: they stand for nobody else. */
  readonly own?: readonly number[]
}

/** The identities of one article by key. */
export class Entities {
  private readonly byKey = new Map<string, EntityDraft>()

  get(type: MentionType, key: string, name: string): EntityDraft {
    const full = `${type}:${key}`
    let entity = this.byKey.get(full)
    if (!entity) {
      entity = { type, key, name, variants: new Map(), roles: new Map() }
      this.byKey.set(full, entity)
    }
    return entity
  }

  ofPerson(person: Person): EntityDraft {
    const known = this.people.get(person)
    if (known) return known
    const entity: EntityDraft = {
      type: 'person',
      key: `person-${this.people.size}`,
      person,
      name: '',
      variants: new Map(),
      roles: new Map(),
    }
    this.people.set(person, entity)
    return entity
  }

  private readonly people = new Map<Person, EntityDraft>()
}

/** Counts one more use of a name or role. */
export const count = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
