import type { StatementFact } from '../facts.ts'
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
    const named = this.#isNamed(speaker) ? speaker!.speaker : null
    for (const at of named ? this.#waiting : []) {
      const { name, identity } = named!
      facts[at] = { ...facts[at]!, speaker: identity === undefined ? { name } : { name, identity } }
    }
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

  #isNamed(party: Party | null): boolean {
    if (party?.type !== 'person' || party.speaker.identity === undefined) return false
    return /^\p{Lu}/u.test(this.#entities.get(party.speaker.identity)?.name ?? '')
  }
}
