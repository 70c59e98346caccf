import type { Case } from '../../analysis.ts'

/**
 * Declension of names by their endings alone, for words that no dictionary has (and to make the forms that a gazetteer
 * is asked with). Rules: Zaliznyak's classes for first and second declension, the school rules for surnames and for
 * foreign names (feminine names in a consonant and names in -о -и -у -ы -э are not declined).
 */

/** Six forms of a word: nominative, genitive, dative, accusative, instrumental, locative. */
export type Forms = readonly [string, string, string, string, string, string]

export const CASES = ['Nom', 'Gen', 'Dat', 'Acc', 'Ins', 'Loc'] as const
const CASE_INDEX: Readonly<Record<Case, number>> = { Nom: 0, Gen: 1, Dat: 2, Acc: 3, Ins: 4, Loc: 5, Par: 1, Voc: 0 }

/** Place of a case among `Forms`. */
export const caseIndex = (of: Case): number => CASE_INDEX[of]

export type Sex = 'Masc' | 'Fem' | 'Neut'

const same = (word: string): Forms => [word, word, word, word, word, word]
const withEndings = (stem: string, endings: readonly string[]): Forms =>
  endings.map((ending) => stem + ending) as unknown as Forms

const isVowel = (char: string): boolean => /[аеёиоуыэюя]/i.test(char)
const isCyrillic = (word: string): boolean => /^[а-яё’'-]+$/i.test(word)
// After these letters ы is written и; after the hissing ones and ц an unstressed о is written е.
const VELAR_OR_HISSING = /[гкхжчшщ]$/i
const HISSING = /[жчшщц]$/i

// Names that end as adjectives do and are nouns.
const NOUNS = new Set([
  'маврикий',
  'ханой',
  'шанхай',
  'алтай',
  'валдай',
  'сарай',
  'бомбей',
  'тайбэй',
  'парагвай',
  'уругвай',
])

/** Whether a word ends as an adjective in the nominative does ("Южная", "Нижний"; "Соломоновы" does not). */
export const looksAdjectival = (word: string): boolean =>
  !NOUNS.has(word.toLowerCase()) && /(?:[ыи]й|ой|[ая]я|[ое]е|[ыи]е)$/i.test(word) && word.length > 4

const SOFT_ADJECTIVE = /(?:[нт]ий|[нт]яя|[нт]ее|н[еи]е|третий)$/i

/** Forms of an adjective given in any nominative (masculine, feminine, neuter, plural). */
export const adjectiveForms = (word: string, animate = false): Forms => {
  const stem = word.slice(0, -2)
  const ending = word.slice(-2).toLowerCase()
  const soft = SOFT_ADJECTIVE.test(word) && !/[гкхжчшщ][ая]я$/i.test(word)
  const i = soft || VELAR_OR_HISSING.test(stem) ? 'и' : 'ы'
  const o = soft || (HISSING.test(stem) && ending !== 'ой' && ending !== 'ое') ? 'е' : 'о'
  if (ending === 'ая' || ending === 'яя') {
    const u = ending === 'ая' ? 'ую' : 'юю'
    return withEndings(stem, [ending, `${o}й`, `${o}й`, u, `${o}й`, `${o}й`])
  }
  if (ending === 'ые' || ending === 'ие')
    return withEndings(stem, [ending, `${i}х`, `${i}м`, animate ? `${i}х` : ending, `${i}ми`, `${i}х`])
  const oblique = [`${o}го`, `${o}му`]
  const accusative = animate && ending !== 'ое' && ending !== 'ее' ? `${o}го` : ending
  return withEndings(stem, [ending, ...oblique, accusative, `${i}м`, `${o}м`])
}

const firstDeclension = (word: string): Forms => {
  const stem = word.slice(0, -1)
  if (word.endsWith('я') || word.endsWith('Я')) {
    if (/и$/i.test(stem)) return withEndings(stem, ['я', 'и', 'и', 'ю', 'ей', 'и'])
    return withEndings(stem, ['я', 'и', 'е', 'ю', 'ей', 'е'])
  }
  const y = VELAR_OR_HISSING.test(stem) ? 'и' : 'ы'
  return withEndings(stem, ['а', y, 'е', 'у', HISSING.test(stem) ? 'ей' : 'ой', 'е'])
}

// The vowel that the last syllable loses: -ец → -ца, -ок → -ка, only in native words of two syllables and more.
const fleeting = (word: string): string | null => {
  if (/[аеиоуыэюяё][бвгджзклмнпрстфхцчшщ]ец$/i.test(word))
    return `${word.slice(0, -2)}${/лец$/i.test(word) ? 'ь' : ''}ц`
  if (/[аеиоуыэюяё]ец$/i.test(word)) return `${word.slice(0, -2)}йц`
  return null
}

const masculine = (word: string, animate: boolean): Forms => {
  const last = word.at(-1)!.toLowerCase()
  if (last === 'й') {
    const stem = word.slice(0, -1)
    const loc = /и$/i.test(stem) && stem.length > 2 ? 'и' : 'е'
    return withEndings(stem, ['й', 'я', 'ю', animate ? 'я' : 'й', 'ем', loc])
  }
  if (last === 'ь') return withEndings(word.slice(0, -1), ['ь', 'я', 'ю', animate ? 'я' : 'ь', 'ем', 'е'])
  const stem = fleeting(word) ?? word
  const ins = HISSING.test(word) ? 'ем' : 'ом'
  return [word, `${stem}а`, `${stem}у`, animate ? `${stem}а` : word, `${stem}${ins}`, `${stem}е`]
}

/** Forms of a noun in the singular by its ending; `gender` settles words in -ь and names of people. */
export const nounForms = (word: string, gender?: Sex, animate = false): Forms => {
  const last = word.at(-1)?.toLowerCase() ?? ''
  if (word.length < 2 || !isCyrillic(word)) return same(word)
  // An abbreviation in capitals is declined only where it reads as a word, which its letters do not tell.
  if (word.length <= 5 && word === word.toUpperCase()) return same(word)
  if (last === 'а' || last === 'я') return /[уое]а$/i.test(word) && animate ? same(word) : firstDeclension(word)
  if (last === 'ь' && gender !== 'Masc') return withEndings(word.slice(0, -1), ['ь', 'и', 'и', 'ь', 'ью', 'и'])
  if (/(?:ств|ани|ени|ети|яти|стви)[ое]$/i.test(word)) return neuter(word)
  if (isVowel(last)) return same(word)
  if (gender === 'Fem' && animate) return same(word)
  return masculine(word, animate)
}

/** «собрание», «объединение», «развитие»: nouns that end as adjectives in the plural do. */
export const isDeedNoun = (word: string): boolean => /(?:[аяе]ние|[яыи]тие|ствие)$/i.test(word)

/**
 * The genitive of a name of common words in the nominative singular: its adjectives and its first noun are declined, what
 * follows stays. Abbreviations and foreign letters stand still; null where the form cannot be told from the ending.
 *
 * @example genitiveOfPhrase('Следственный комитет России') // 'Следственного комитета России'
 */
export const genitiveOfPhrase = (name: string): string | null => {
  const words = name.split(' ')
  const at = caseIndex('Gen')
  const made: string[] = []
  for (const [i, word] of words.entries()) {
    if (!/[а-яё]$/.test(word) || !isCyrillic(word)) return name
    if (i + 1 < words.length && looksAdjectival(word) && !isDeedNoun(word)) {
      if (/[ыи]е$/.test(word)) return null
      made.push(adjectiveForms(word)[at]!)
      continue
    }
    // "Минобороны" has its genitive inside; a plural and a noun in -ь have more than one.
    const still = /(?:обороны|энерго)$/.test(word)
    if (!still && /[ыиь]$/.test(word)) return null
    return [...made, still ? word : nounForms(word)[at]!, ...words.slice(i + 1)].join(' ')
  }
  return null
}

const neuter = (word: string): Forms => {
  const stem = word.slice(0, -1)
  if (/ие$/i.test(word)) return withEndings(stem, ['е', 'я', 'ю', 'е', 'ем', 'и'])
  return withEndings(stem, ['о', 'а', 'у', 'о', 'ом', 'е'])
}

/** Forms of a plural noun whose genitive is known ("Штаты", "Штатов"). */
export const pluralForms = (word: string, genitive: string): Forms => {
  const soft = /[ия]$/i.test(word.slice(-1)) && !VELAR_OR_HISSING.test(word.slice(0, -1)) ? 'я' : 'а'
  const stem = word.slice(0, -1)
  return [word, genitive, `${stem}${soft}м`, word, `${stem}${soft}ми`, `${stem}${soft}х`]
}

/** Forms of a singular noun of the second declension whose genitive cannot be told from it ("Египет", "Египта"). */
export const masculineForms = (word: string, genitive: string): Forms => {
  const stem = genitive.slice(0, -1)
  if (genitive.endsWith('я'))
    return [word, genitive, `${stem}ю`, word, `${stem}ем`, `${stem}${/и$/.test(stem) ? 'и' : 'е'}`]
  return [word, genitive, `${stem}у`, word, `${stem}ом`, `${stem}е`]
}

const POSSESSIVE_MASC = /(?:[оеё]в|[иы]н)$/i
const POSSESSIVE_FEM = /(?:[оеё]в|[иы]н)а$/i

/** Forms of a surname of the pattern -ов -ев -ин ("Песков", "Захарова"), or null when it is none. */
const possessiveSurname = (word: string, gender: Sex): Forms | null => {
  if (gender === 'Masc' && POSSESSIVE_MASC.test(word) && word.length > 3)
    return [word, `${word}а`, `${word}у`, `${word}а`, `${word}ым`, `${word}е`]
  if (gender === 'Fem' && POSSESSIVE_FEM.test(word) && word.length > 4)
    return withEndings(word.slice(0, -1), ['а', 'ой', 'ой', 'у', 'ой', 'ой'])
  return null
}

/**
 * Forms of a surname in the singular for a man or a woman.
 *
 * @example surnameForms('Захарова', 'Fem') // Захарова, Захаровой, Захаровой, Захарову, Захаровой, Захаровой
 */
export const surnameForms = (word: string, gender: Sex): Forms => {
  if (!isCyrillic(word)) return same(word)
  const hyphen = word.lastIndexOf('-')
  if (hyphen > 0) return hyphenForms(word, hyphen, (part) => surnameForms(part, gender))
  if (/(?:[ыи]х|аго|яго|ово|ко)$/i.test(word)) return same(word)
  const possessive = possessiveSurname(word, gender)
  if (possessive) return possessive
  if (gender === 'Masc' && /(?:[сц]кий|[нржвлм]ый|ной|ский|той)$/i.test(word)) return adjectiveForms(word, true)
  if (gender === 'Fem' && /(?:ая|яя)$/i.test(word)) return adjectiveForms(word, true)
  if (/иа$/i.test(word)) return same(word)
  return nounForms(word, gender, true)
}

const PATRONYMIC = /(?:ович|евич|ьич|мич|нич)$/i
const PATRONYMIC_FEM = /(?:овна|евна|ична|инична)$/i

/** Whether the ending is a patronymic's. */
export const looksPatronymic = (word: string): boolean => PATRONYMIC.test(word) || PATRONYMIC_FEM.test(word)

// Both halves of a hyphenated name are declined when the first half looks declinable; the first of "Нью-Йорк" is not.
const hyphenForms = (word: string, at: number, of: (part: string) => Forms): Forms => {
  const first = word.slice(0, at)
  const firstDeclined = POSSESSIVE_MASC.test(first) || POSSESSIVE_FEM.test(first) || /[сц]к(?:ий|ая)$/i.test(first)
  const head = firstDeclined ? of(first) : same(first)
  const tail = of(word.slice(at + 1))
  return head.map((form, i) => `${form}-${tail[i]}`) as unknown as Forms
}

/** Forms of a given name. @example givenForms('Дональд', 'Masc')[4] // 'Дональдом' */
export const givenForms = (word: string, gender: Sex): Forms => {
  const hyphen = word.lastIndexOf('-')
  if (hyphen > 0) return hyphenForms(word, hyphen, (part) => givenForms(part, gender))
  if (/(?:ко|[ыи]х)$/i.test(word)) return same(word)
  return nounForms(word, gender, true)
}

/** Forms of a place's name of one word, each case with all spellings that are written. */
export const placeForms = (word: string, gender?: Sex): readonly (readonly string[])[] => {
  const hyphen = word.lastIndexOf('-')
  const tail = hyphen > 0 ? word.slice(hyphen + 1) : word
  const head = hyphen > 0 ? word.slice(0, hyphen + 1) : ''
  const made: Forms[] = [same(tail)]
  if (/(?:[оеё]в|[иы]н)о$/i.test(tail)) made.push(withEndings(tail.slice(0, -1), ['о', 'а', 'у', 'о', 'ом', 'е']))
  else if (looksAdjectival(tail) && !isDeedNoun(tail) && !/^[А-ЯЁ]+$/.test(tail)) made.push(adjectiveForms(tail))
  // "Приднестровье" is declined, "Скопье" is not; the ending tells no more.
  else if (/[^аеёиоуыэюя]ье$/i.test(tail))
    made.push(withEndings(tail.slice(0, -1), ['е', 'я', 'ю', 'е', 'ем', 'е']), same(tail))
  else if (/ь$/i.test(tail) && gender === undefined) made.push(nounForms(tail, 'Masc'), nounForms(tail, 'Fem'))
  else made.push(nounForms(tail, gender))
  const declined = made.length > 1 ? made.slice(1) : made
  return CASES.map((_, i) => [...new Set(declined.map((forms) => head + forms[i]!))])
}
