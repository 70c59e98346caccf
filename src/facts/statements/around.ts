import { sentenceAround } from './content.ts'
import type { Cue } from './cues.ts'
import { type Entities, type Party, partyAt } from './speaker.ts'
import { type Around, lookAround } from './subject.ts'
import { isFiniteVerb, type Unit } from './unit.ts'

/** For a converb: the subject of the sentence's own verb. */
export const mainSubject = (unit: Unit, cue: Cue, entities: Entities): Party | null => {
  const { from, to } = sentenceAround(unit, cue.at)
  for (let i = cue.at; i >= Math.max(from, cue.at - 60); i--) {
    if (!isFiniteVerb(unit.words[i]!) || unit.quotes[i] || unit.bracketed[i]) continue
    return lookAround(unit, { ...cue, at: i, from: i, to: i + 1, form: 'finite' }, entities).subject
  }
  for (let i = cue.at; i < Math.min(to, cue.at + 60); i++) {
    if (!isFiniteVerb(unit.words[i]!) || unit.quotes[i] || unit.bracketed[i]) continue
    return lookAround(unit, { ...cue, at: i, from: i, to: i + 1, form: 'finite' }, entities).subject
  }
  return null
}

/** "заявление Лаврова о том, что": the genitive after the noun, else the subject of the sentence. */
export const ownerAround = (unit: Unit, cue: Cue, entities: Entities): Around => {
  const at = unit.mentions[cue.to]
  const head = at ? at.head : cue.to
  const word = unit.words[head]
  const owner =
    word && (word.morph.case === 'Gen' || word.morph.case === undefined) ? partyAt(unit, head, entities) : null
  return {
    subject: owner ?? mainSubject(unit, cue, entities),
    anaphoric: false,
    order: owner ? 'after' : 'none',
    media: [],
  }
}

/** Who stands around a verb; "говорится", "отмечается" have no subject that could speak. */
export const aroundOf = (unit: Unit, cue: Cue, entities: Entities): Around => {
  const around = lookAround(unit, cue, entities)
  if (cue.form !== 'passive' || around.order !== 'before') return around
  return { ...around, subject: null, anaphoric: true, order: 'none' }
}

/** Who "пишет" or "передает" is an outlet, whatever the names say of it. */
export const writes = (cue: Cue, party: Party): Party =>
  party.type === 'organization' && /^(?:писать|передавать|цитировать)$/.test(cue.lemma)
    ? { ...party, medium: true }
    : party

/** The sentence of a cue, as the token range in which its source may be named. */
export const range = (unit: Unit, cue: Cue): [number, number] => {
  const { from, to } = sentenceAround(unit, cue.at)
  return [Math.max(from, cue.at - 40), Math.min(to, cue.at + 40)]
}
