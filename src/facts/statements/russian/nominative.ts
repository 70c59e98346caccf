import type { GrammaticalNumber, Word } from '../../../language/index.ts'
import { asWritten } from '../../as-written.ts'

const HUSHING = /[гкхжшщч]$/u

/** Plurals that the common pattern does not give, for nouns that speak. */
const IRREGULAR_PLURALS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    человек: 'люди',
    сосед: 'соседи',
    друг: 'друзья',
    брат: 'братья',
    профессор: 'профессора',
    доктор: 'доктора',
    директор: 'директора',
    учитель: 'учителя',
    министерство: 'министерства',
    страна: 'страны',
    сми: 'сми',
    мать: 'матери',
    отец: 'отцы',
    власть: 'власти',
    орган: 'органы',
    житель: 'жители',
    господин: 'господа',
    родственник: 'родственники',
    слово: 'слова',
    данные: 'данные',
  }),
)

/** Nominative plural of a noun from its dictionary form. @example plural('эксперт') // 'эксперты' */
export const plural = (lemma: string): string => {
  const known = IRREGULAR_PLURALS.get(lemma)
  if (known) return known
  const stem = lemma.slice(0, -1)
  if (/анин$|янин$/u.test(lemma)) return `${lemma.slice(0, -2)}е`
  if (/[аеиоуыэюя]ец$/u.test(lemma)) return `${lemma.slice(0, -2)}йцы`
  if (/ец$/u.test(lemma)) return `${lemma.slice(0, -2)}цы`
  if (/[бвгджзклмнпрстфхцчшщ]ок$/u.test(lemma)) return `${lemma.slice(0, -2)}ки`
  // Nouns that decline as adjectives do: "полицейский", "военнослужащий", "обвиняемый".
  if (/(?:[сц]к|щ|ш)ий$/u.test(lemma)) return `${lemma.slice(0, -2)}ие`
  if (/[мнт]ый$/u.test(lemma)) return `${lemma.slice(0, -2)}ые`
  if (/[ьй]$/u.test(lemma)) return `${stem}и`
  if (/ие$/u.test(lemma)) return `${stem}я`
  if (/о$/u.test(lemma)) return `${stem}а`
  if (/я$/u.test(lemma)) return `${stem}и`
  if (/а$/u.test(lemma)) return `${stem}${HUSHING.test(stem) ? 'и' : 'ы'}`
  if (/[еиую]$/u.test(lemma)) return lemma
  return `${lemma}${HUSHING.test(lemma) ? 'и' : 'ы'}`
}

/** Nominative of an adjective that stands with a noun of that gender and number. @example 'западный', Plur → 'западные' */
export const adjective = (lemma: string, gender: string | undefined, number: GrammaticalNumber | undefined): string => {
  const match = /^(.*)(ый|ий|ой)$/u.exec(lemma)
  if (!match) return lemma
  const stem = match[1]!
  const soft = match[2] === 'ий' && !HUSHING.test(stem)
  if (number === 'Plur') return stem + (soft || HUSHING.test(stem) ? 'ие' : 'ые')
  if (gender === 'Fem') return stem + (soft ? 'яя' : 'ая')
  if (gender === 'Neut') return stem + (soft ? 'ее' : 'ое')
  return lemma
}

const isModifier = (word: Word): boolean =>
  word.morph.pos === 'ADJ' || word.morph.pos === 'DET' || (word.morph.pos === 'VERB' && word.morph.verbForm === 'Part')

/**
 * A noun phrase in the nominative: its adjectives and its head noun are put in the nominative, what follows the head
 * stays as written. `head` is the index of the head noun in `words`. A phrase already in the nominative comes back as
 * written, with a small first letter unless it begins with a name; null when a form cannot be known.
 *
 * @example "западных чиновников" → "западные чиновники"; "источника в министерстве" → "источник в министерстве"
 */
export const nominativePhrase = (words: readonly Word[], head: number, subject = false): string | null => {
  const noun = words[head]
  if (!noun) return null
  const lead = words.slice(0, head).filter((word) => !/^(?:сво|его|ее|их)/u.test(word.norm))
  if (lead.some((word) => word.morph.pos === 'NUM'))
    return /^(?:Nom|Acc)$/.test(lead[0]?.morph.case ?? 'Nom') ? uncapitalized(words) : null
  const tail = words.slice(head + 1)
  const nominative = subject || noun.morph.case === 'Nom' || noun.morph.case === undefined
  if (nominative) return uncapitalized([...lead, noun, ...tail])
  if (!noun.known && noun.morph.number === 'Plur') return null
  const { number, gender } = noun.morph
  const headForm = /^\p{Lu}{2}/u.test(noun.text)
    ? noun.text
    : number === 'Plur' && noun.lemma !== noun.norm
      ? plural(noun.lemma)
      : noun.lemma
  const parts = lead.map((word) => (isModifier(word) ? adjective(word.lemma, gender, number) : word.text))
  const proper = /^\p{Lu}/u.test(noun.text) && !/^\p{Lu}{2}/u.test(noun.text) && noun.morph.pos === 'PROPN'
  const cap = proper ? headForm[0]!.toUpperCase() + headForm.slice(1) : headForm
  const rest = asWritten(tail)
  return [...parts, cap, ...(rest ? [rest] : [])].join(' ')
}

/** The words as written, the first letter small unless the first word is a name or an abbreviation. */
const uncapitalized = (words: readonly Word[]): string => {
  const text = asWritten(words)
  const first = words[0]!
  const keep = first.morph.pos === 'PROPN' || /^(\p{Lu}{2}|\P{L})/u.test(first.text) || first.text.length < 2
  return keep ? text : text[0]!.toLowerCase() + text.slice(1)
}
