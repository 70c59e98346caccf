import type { Speaker, StatementFact } from '../facts.ts'
import type { Draft } from './draft.ts'
import { SOURCE_NOUNS } from './russian/speakers.ts'
import type { Entities, Party } from './speaker.ts'
import type { Unit } from './unit.ts'

/** The lead stands in the first units after the headline; "об этом заявил …" may come in the one behind it. */
const LEAD = 2

/**
 * Who speaks in a headline that only tells his calling ("Кандидат в президенты пообещал …"): the person whom the lead names
 * as the speaker of what the headline announces. The news are written so that the first sentence tells the headline again.
 */
export class HeadlineSpeaker {
  readonly #entities: Entities
  /** Places of the headline's statements whose speaker has no name. */
  #waiting: number[] = []
  #units = 0

  constructor(entities: Entities) {
    this.#entities = entities
  }

  /** Takes note of a statement that was put at the end of `facts`; names the headline's speaker where it is known now. */
  heard(unit: Unit, { speaker }: Draft, facts: StatementFact[]): void {
    if (unit.part === 'headline') {
      if (speaker && this.#isCalling(unit, speaker)) this.#waiting.push(facts.length - 1)
      return
    }
    if (this.#waiting.length === 0) return
    const named = this.#personOf(speaker)
    if (named) for (const at of this.#waiting) facts[at] = { ...facts[at]!, speaker: named }
    this.#waiting = []
  }

  /** Takes note that a unit is read. */
  passed(unit: Unit): void {
    if (unit.part !== 'headline' && ++this.#units >= LEAD) this.#waiting = []
  }

  #isCalling(unit: Unit, { speaker, medium, head, type }: Party): boolean {
    const word = unit.words[head]!
    if (medium || (type !== undefined && type !== 'person') || !/^\p{Ll}/u.test(speaker.name)) return false
    return word.morph.animacy === 'Anim' && word.morph.number !== 'Plur' && !SOURCE_NOUNS.has(word.lemma)
  }

  // A person with a name of his own; where it stands in the lead says nothing of the headline.
  #personOf(party: Party | null): Speaker | null {
    const { name, identity } = party?.speaker ?? {}
    if (party?.type !== 'person' || name === undefined || identity === undefined) return null
    return /^\p{Lu}/u.test(this.#entities.get(identity)?.name ?? '') ? { name, identity } : null
  }
}
