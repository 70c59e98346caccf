import { foldLetters } from '../../../core/index.ts'
import type { Case, Gender, MentionType, Morph } from '../../analysis.ts'
import type { Entry, Lexicon } from '../lexicon.ts'
import {
  adjectiveForms,
  caseIndex,
  givenForms,
  looksAdjectival,
  looksPatronymic,
  nounForms,
  placeForms,
  surnameForms,
} from './decline.ts'
import { phraseForms } from './forms.ts'
import type { Gazetteer } from './gazetteer.ts'
import { capitalizeLike, formWith, spellLike } from './nominative.ts'
import { NAME_PARTICLES, type PersonGender } from './person-name.ts'

/** Nominative names in other cases, for titles that are composed. */

const isAnimateNoun = (morph: Morph): boolean => morph.pos === 'NOUN' || morph.pos === 'PROPN'

const nominatives = (lexicon: Lexicon, word: string): readonly Entry[] =>
  lexicon.lookup(foldLetters(word)).filter((entry) => entry.morph.case === 'Nom')

/** Men's given names in -а and -я that the dictionary lacks: Finnish, Japanese, Arabic, Turkish, South Slavic. */
const MEN_IN_A = new Set(
  (
    'юха юкка пекка эса миика микка мика веса илкка йорма калева акира мустафа муса иса яхья зия риза рза хамза муртаза ' +
    'абдалла ата коста сава неманья никола лука матия илия андрия пера стева джошуа эзра иона иошуа'
  ).split(' '),
)

const genderOf = (parts: readonly string[], lexicon: Lexicon): PersonGender | null => {
  for (const part of parts) {
    if (looksPatronymic(part)) return /а$/.test(part) ? 'Fem' : 'Masc'
    const given = nominatives(lexicon, part).find((entry) => entry.morph.name === 'Giv')
    if (given?.morph.gender === 'Masc' || given?.morph.gender === 'Fem') return given.morph.gender
  }
  const last = parts.at(-1) ?? ''
  if (parts.length > 1 && /(?:доттир|дохтир|доухтир)$/.test(last)) return 'Fem'
  // "Улла Йохансен": an unknown given name in -а is a woman's, but for those that men bear.
  if (parts.length > 1 && /[ая]$/.test(parts[0]!) && /[бвгджзклмнпрстфхцчшщйь]$/.test(last))
    return MEN_IN_A.has(foldLetters(parts[0]!)) ? 'Masc' : 'Fem'
  if (/(?:[оеё]ва|[иы]на|ская|цкая|доттир)$/.test(last)) return 'Fem'
  return /(?:[бвгджзклмнпрстфхцчшщйь])$/.test(last) ? 'Masc' : null
}

const isSyllable = (part: string): boolean => part.length <= 5 && (part.match(/[аеёиоуыэюя]/gi)?.length ?? 0) === 1

const declinePerson = (name: string, to: Case, lexicon: Lexicon): string | null => {
  const parts = name.split(' ')
  if (!/[а-яё]/i.test(name)) return name
  const gender = genderOf(parts, lexicon)
  if (gender === null) {
    // A name that neither sex declines is known without the sex.
    return /(?:[оиуэюе]|ко|[ыи]х)$/i.test(parts.at(-1) ?? '') && (parts.length === 1 || isSyllable(parts[0]!))
      ? name
      : null
  }
  const asian =
    parts.length > 1 &&
    isSyllable(parts[0]!) &&
    nominatives(lexicon, parts[0]!).every((entry) => entry.morph.name !== 'Giv' || parts.length > 2)
  return parts
    .map((part, i) => {
      const last = i === parts.length - 1
      if (NAME_PARTICLES.has(foldLetters(part)) || part.length === 1 || part.endsWith('.') || (asian && !last))
        return part
      if (last && asian) return nounForms(part, gender, true)[caseIndex(to)]!
      if (last && parts.length > 1 && !looksPatronymic(part)) return surnameForms(part, gender)[caseIndex(to)]!
      const known = nominatives(lexicon, part).find(
        (entry) => entry.morph.name !== undefined && entry.morph.gender === gender,
      )
      const form = known && formWith(lexicon, known, { case: to, number: 'Sing', gender })
      if (form) return capitalizeLike(spellLike(form, part), part)
      return parts.length === 1 ? surnameForms(part, gender)[caseIndex(to)]! : givenForms(part, gender)[caseIndex(to)]!
    })
    .join(' ')
}

const isAttribute = ({ morph }: Entry): boolean =>
  morph.pos === 'ADJ' || morph.verbForm === 'Part' || morph.pos === 'DET'

/** Declines adjectives and the first noun of a phrase that stands in the nominative; null when no head is known. */
const declinePhrase = (name: string, to: Case, lexicon: Lexicon): string | null => {
  const words = name.split(' ')
  // "Пологовский район": an adjective that the dictionary lacks, before a noun that it has.
  if (words.length > 1 && looksAdjectival(words[0]!) && nominatives(lexicon, words[0]!).length === 0) {
    const rest = declinePhrase(words.slice(1).join(' '), to, lexicon)
    const known = nominatives(lexicon, words[1]!).some((entry) => isAnimateNoun(entry.morph))
    return rest !== null && known ? `${adjectiveForms(words[0]!)[caseIndex(to)]} ${rest}` : null
  }
  const attributes: Entry[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (/^[A-Za-z0-9]/.test(word) || (word.length <= 5 && word === word.toUpperCase())) return i === 0 ? name : null
    const entries = nominatives(lexicon, word.replace(/[«»",]/g, ''))
    const noun = entries.find((entry) => isAnimateNoun(entry.morph))
    const attribute = entries.find(isAttribute)
    if (attribute && (!noun || i + 1 < words.length) && nominatives(lexicon, words[i + 1] ?? '').length > 0) {
      attributes.push(attribute)
      continue
    }
    if (word.startsWith('«')) return name
    const number = noun?.morph.number ?? 'Sing'
    const gender: Gender | undefined = noun?.morph.gender
    // "В Грозный": what is no person is not animate, though the dictionary knows the word as somebody's name.
    const stays = to === 'Acc' && gender === 'Masc'
    const made = noun
      ? formWith(lexicon, noun, { case: stays ? 'Nom' : to, number })
      : placeForms(word)[caseIndex(to)]![0]!
    if (!made) return null
    const before = attributes.map((entry, k) => {
      const wanted =
        to === 'Acc'
          ? { case: number === 'Plur' || gender !== 'Fem' ? ('Nom' as const) : to, number, gender }
          : { case: to, number, gender }
      return capitalizeLike(formWith(lexicon, entry, wanted) ?? words[k]!, words[k]!)
    })
    const head = noun ? capitalizeLike(spellLike(made, word), word) : made
    return [...before, head, ...words.slice(i + 1)].join(' ')
  }
  if (words.length === 1 && looksAdjectival(name)) return adjectiveForms(name)[caseIndex(to)]!
  return null
}

const isKnown = (form: string, wanted: Case, lexicon: Lexicon): boolean =>
  form
    .split(' ')
    .every((word, i) => lexicon.lookup(foldLetters(word)).some(({ morph }) => i > 0 || morph.case === wanted))

/**
 * A nominative name in another case; unchanged when it is not declined, null when its form cannot be known.
 *
 * @example declineName('Владимир Путин', 'person', 'Gen', lexicon, gazetteer) // 'Владимира Путина'
 */
export const declineName = (
  name: string,
  type: MentionType,
  to: Case,
  lexicon: Lexicon,
  gazetteer: Gazetteer,
): string | null => {
  if (to === 'Nom' || to === 'Voc' || name === '') return name
  if (type === 'person') return declinePerson(name, to, lexicon)
  const written = gazetteer.written(name)
  if (written && (type === 'country' || type === 'place' || type === 'media' || type === 'organization')) {
    const forms = phraseForms(written)[caseIndex(to)]!
    // "Египта" rather than "Египета": of several spellings the one that the dictionary has.
    return forms.find((form) => isKnown(form, to, lexicon)) ?? forms[0] ?? null
  }
  return declinePhrase(name, to, lexicon)
}
