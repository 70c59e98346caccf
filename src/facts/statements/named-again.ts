import { genitiveOfPhrase } from '../../language/index.ts'
import type { Holder } from './holders.ts'
import { OF_SEATS, POINTS_BACK } from './russian/bodies.ts'
import { nominativePhrase } from './russian/nominative.ts'
import { SELF_SPEAKING } from './russian/nouns.ts'
import type { Entities, Party } from './speaker.ts'
import { isNoun, type Unit } from './unit.ts'

/** Somebody who is named a second time in other words: by whom he speaks for, by a part of his name, by his document. */

const SPEAKS_FOR = /^(?:представитель|представительница|пресс-секретарь|спикер)$/u
const SPOKESPERSON = /(?:^|\s)(?:пресс-секретарь|представитель|представительница|пресс-атташе)(?:\s|$)/iu
const OF_HEAD = /(?:президент|лидер|премьер|канцлер|корол|губернатор|мэр|главы|кремл|бел\p{L}+ дом)/iu

/**
 * Whether "представитель Эрдогана", "представитель Кремля" is the spokesperson who has just spoken: one whom the article
 * makes the spokesperson of a head of state or government.
 */
export const speaksForHead = (unit: Unit, party: Party, last: Party, entities: Entities): boolean => {
  if (!SPEAKS_FOR.test(unit.words[party.head]!.lemma)) return false
  const whose = unit.mentions[party.head + 1]
  const rest = unit.words.slice(party.head + 1, party.to).map(({ norm }) => norm)
  const isHead = whose?.to === party.to && whose.from === party.head + 1 && whose.mention.type === 'person'
  if (!isHead && !OF_SEATS.test(rest.join(' '))) return false
  const roles = entities.get(last.speaker.identity ?? '')?.roles ?? []
  return roles.some((role) => SPOKESPERSON.test(role) && OF_HEAD.test(role))
}

/** "Посольство" of "пресс-служба посольства Перу": the body that a part of it names in full; null for another name. */
export const bodyInside = (noun: string, name: string): string | null => {
  const words = name.split(' ')
  const stem = noun.replace(/(?:ия|ие|[аяоеь])$/u, '')
  const at = words.findIndex(
    (word, i) => i > 0 && word !== noun && word.startsWith(stem) && word.length - stem.length < 4,
  )
  // "Пресс-служба областной прокуратуры" tells no more than its noun.
  if (at <= 0 || at === words.length - 1 || /(?:ой|ого|его|ых|их)$/u.test(words[at - 1]!)) return null
  return [noun, ...words.slice(at + 1)].join(' ')
}

/** Where "‹пресс-служба› ведомства" names its owner by a noun that points back; -1 for other phrases and for persons. */
export const pointingOwner = (unit: Unit, { from, to, head, type }: Party): number => {
  const owner = unit.words[to - 1]!
  const { morph } = unit.words[head]!
  const fits = type === undefined && to - 1 > head && morph.animacy !== 'Anim'
  return fits && to - from <= 4 && POINTS_BACK.test(owner.lemma) && owner.morph.case === 'Gen' ? to - 1 : -1
}

/** "Пресс-служба ведомства" with the body that is meant: "пресс-служба Минздрава"; null where it cannot be declined. */
export const withOwner = (party: Party, owner: string, body: string): Party | null => {
  const head = party.speaker.name.replace(/\s\S+$/u, '')
  if (body.toLowerCase().startsWith(`${head} `)) return null
  // The names of firms stand in quotation marks and stay as they are.
  const isFirm = /^(?:организации|компании)$/u.test(owner) && /^\p{Script=Cyrillic}[\p{Ll}-]+$/u.test(body)
  const declined = isFirm ? `«${body}»` : genitiveOfPhrase(body)
  return declined === null ? null : { ...party, speaker: { ...party.speaker, name: `${head} ${declined}` } }
}

/** The document that sentences name, the nearest first: by its title, or by its kind where it is their subject. */
export const documentNamed = (units: readonly Unit[], entities: Entities): Holder | null => {
  for (const unit of units)
    for (let i = unit.words.length - 1; i >= 0; i--) {
      const at = unit.mentions[i]
      const word = unit.words[i]!
      if (at?.mention.type === 'document' && at.from === i) {
        const { identity, start, end, name } = at.mention
        return { medium: false, speaker: { name: entities.get(identity)?.name ?? name, identity, start, end } }
      }
      if (!at && SELF_SPEAKING.test(word.lemma) && word.morph.case === 'Nom' && !unit.quotes[i])
        return documentItself(unit, i)
    }
  return null
}

const nounParty = (unit: Unit, at: number, to: number, name: string): Party => ({
  speaker: { name, start: unit.words[at]!.start, end: unit.words[to - 1]!.end },
  medium: false,
  from: at,
  to,
  head: at,
})

/** A document by its dictionary form: "закон", "документ". */
export const documentItself = (unit: Unit, at: number): Party => nounParty(unit, at, at + 1, unit.words[at]!.lemma)

/** A document or poll by its own noun, in the nominative, with whose it is: "документы Пентагона", "опросы". */
export const byItsNoun = (unit: Unit, at: number, to: number): Party | null => {
  const name = isNoun(unit.words[at]!) ? nominativePhrase(unit.words.slice(at, to), 0) : null
  return name === null ? null : nounParty(unit, at, to, name)
}
