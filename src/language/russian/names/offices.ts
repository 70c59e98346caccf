import type { EntityDraft } from './drafts.ts'
import { elsewhere, type Office, sameOffice } from './roles.ts'

/** Who is said to hold which office, in one article. */
export class Offices {
  private readonly byHolder = new Map<EntityDraft, Office[]>()
  private readonly byState = new Map<string, EntityDraft[]>()
  /** By the words that tell a body or a field. */
  private readonly byWord = new Map<string, EntityDraft[]>()

  last(entity: EntityDraft): Office | undefined {
    return this.byHolder.get(entity)?.at(-1)
  }

  add(entity: EntityDraft, office: Office): void {
    const own = this.byHolder.get(entity) ?? []
    if (own.length < MAX_OFFICES && !own.some((one) => equal(one, office))) own.push(office)
    this.byHolder.set(entity, own)
    for (const word of office.rest) note(this.byWord, word, entity)
    const state = office.states[0]
    if (state === undefined) return
    note(this.byState, state, entity)
    if (!office.former) entity.country ??= state
  }

  /** "Президент Киргизии" that was found to be somebody known by "президент страны" tells that person's state. */
  learn(entity: EntityDraft, office: Office): void {
    const own = this.byHolder.get(entity)
    if (!own || office.states.length === 0) return
    if (!own.some((one) => one.states.length > 0 && one.group === office.group)) this.add(entity, office)
  }

  /** Whether somebody can be meant by an office; whoever holds it in another state is somebody else. */
  holds(entity: EntityDraft, office: Office): boolean {
    const own = this.byHolder.get(entity)
    if (!own) return false
    return own.some((one) => sameOffice(one, office)) && !own.some((one) => elsewhere(one, office))
  }

  /** Somebody who holds an office of a state, wherever the article names them. */
  holderOf(office: Office): EntityDraft | null {
    for (const state of office.states) {
      const found = this.byState.get(state)?.find((entity) => this.holds(entity, office))
      if (found) return found
    }
    return office.states.length === 0 ? this.headOf(office) : null
  }

  /** The only one who is said to lead a body that an office names whole ("глава МАГАТЭ", its director named further on). */
  private headOf(office: Office): EntityDraft | null {
    const known = this.byWord.get(office.rest[0] ?? '') ?? []
    // Of so many that not all were noted nobody can be said to be the only one.
    if (known.length === MAX_HOLDERS) return null
    const fit = known.filter((entity) =>
      this.byHolder
        .get(entity)
        ?.some((one) => sameOffice(one, office) && office.rest.every((item) => one.rest.includes(item))),
    )
    return fit.length === 1 ? fit[0]! : null
  }
}

const MAX_OFFICES = 12
const MAX_HOLDERS = 60

const note = (holders: Map<string, EntityDraft[]>, key: string, entity: EntityDraft): void => {
  const known = holders.get(key) ?? []
  if (known.length < MAX_HOLDERS && !known.includes(entity)) known.push(entity)
  holders.set(key, known)
}

const equal = (a: Office, b: Office): boolean =>
  a.group === b.group && a.former === b.former && a.states.join() === b.states.join() && a.rest.join() === b.rest.join()
