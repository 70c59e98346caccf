import { asWritten } from '../as-written.ts'
import { isAdjectival, isVerbal, LONGEST_PHRASE } from './phrase.ts'
import { SOMEBODYS } from './russian/speakers.ts'
import { canBe, isDash, isFiniteVerb, isNoun, type Unit, type UnitMention } from './unit.ts'

/** Genitive and accusative of persons look alike, and a reader of words may take one for the other. */
const isObject = (a: string, b: string): boolean => /^(?:Gen|Acc)$/.test(a) && /^(?:Gen|Acc)$/.test(b)

/**
 * "пресс-секретарь МИД ‹Насер Канани›": a first name that ends in a consonant is in no oblique case, however it was read,
 * for those end in a vowel or in "м".
 */
const isNamedPlainly = (unit: Unit, { from, to, mention }: UnitMention): boolean => {
  if (to - from < 2) return false
  if (/[бвгджзйклнпрстфцчшщь]$/u.test(unit.words[from]!.norm)) return true
  // "Претендент Догу Перинчек заявил": as it is written, right before its verb.
  const written = asWritten(unit.words.slice(from, to))
  return mention.name === written && unit.words[to]?.morph.number === 'Sing' && isFiniteVerb(unit.words[to]!)
}

/** The name that stands after a role in the same phrase ("министр транспорта ‹Бандула …›"), in the role's own case. */
export const nameAfterRole = (unit: Unit, head: number): UnitMention | null => {
  const { lemma, morph: own } = unit.words[head]!
  const wanted = own.case
  const last = Math.min(unit.words.length, head + LONGEST_PHRASE)
  for (let i = head + 1; i < last; ) {
    const mention = unit.mentions[i]
    if (unit.segment[i] !== unit.segment[head] && unit.segment[i] !== -1) return null
    if (unit.segment[i] === -1) return null
    if (isVerbal(unit, i) || isDash(unit.words[i])) return null
    if (mention && mention.mention.type === 'person' && !mention.mention.by) {
      const { morph } = unit.words[mention.head]!
      // "со слов отца ‹Лиры›" and not "отец ‹Лира›".
      if (SOMEBODYS.has(lemma) && morph.case !== 'Nom' && canBe(unit.words[mention.head]!, 'Gen')) return null
      if (morph.case === undefined || wanted === undefined || morph.case === wanted || isObject(morph.case, wanted))
        return mention
      if (wanted === 'Nom' && isNamedPlainly(unit, mention)) return mention
    }
    i = mention && mention.to > i ? mention.to : i + 1
  }
  return null
}

/** So many offices in a row are read before the name of their holder. */
const MOST_OFFICES = 3

/** "посол по делам рек, директор департамента ‹Олаф Дрейк›": the name that stands after the last of several offices. */
export const nameAfterOffices = (unit: Unit, head: number): UnitMention | null => {
  let at = head
  for (let n = 0; n < MOST_OFFICES; n++) {
    const { case: kase, number } = unit.words[at]!.morph
    if (number === 'Plur' || unit.segment[at]! < 0) return null
    const { to } = unit.segments[unit.segment[at]!]!
    if (to - at > LONGEST_PHRASE || unit.words[to]?.text !== ',') return null
    for (let i = at + 1; i < to; i++) if (isVerbal(unit, i)) return null
    let next = to + 1
    while (next < unit.words.length && next < to + 4 && isAdjectival(unit, next)) next++
    const noun = unit.words[next]
    if (!noun || !isNoun(noun) || noun.morph.animacy !== 'Anim' || noun.morph.case !== kase) return null
    if (noun.morph.number === 'Plur' || unit.segment[next] !== unit.segment[to + 1]) return null
    const named = nameAfterRole(unit, next)
    if (named) return named.to < unit.words.length && isVerbal(unit, named.to) ? null : named
    at = next
  }
  return null
}
