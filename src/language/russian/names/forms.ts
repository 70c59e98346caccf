import {
  adjectiveForms,
  CASES,
  type Forms,
  isDeedNoun,
  looksAdjectival,
  masculineForms,
  placeForms,
  pluralForms,
} from './decline.ts'

/** Spellings of a phrase in each of the six cases. */
export type PhraseForms = readonly (readonly string[])[]

const isAdjectiveHere = (word: string, last: boolean): boolean =>
  looksAdjectival(word) && !isDeedNoun(word) && (!last || /(?:ая|яя|ое|ый|[сц]кий)$/.test(word))

const join = (parts: readonly (readonly string[])[]): readonly string[] =>
  parts.reduce<readonly string[]>(
    (made, spellings) => made.flatMap((head) => spellings.map((tail) => (head === '' ? tail : `${head} ${tail}`))),
    [''],
  )

const fixed = (word: string): PhraseForms => CASES.map(() => [word])
const single = (forms: Forms): PhraseForms => forms.map((form) => [form])

// In the plural, or with a genitive that the name does not tell.
const phraseByGenitive = (name: string, genitive: string): PhraseForms => {
  const own = genitive.split(' ')
  const words = name.split(' ').map((word, i): PhraseForms => {
    const gen = own[i] ?? word
    if (gen === word) return fixed(word)
    if (/[бвгджзйклмнпрстфхцчшщ]$/.test(word)) return single(masculineForms(word, gen))
    return single(/ых$|их$/.test(gen) && !/[ыи]$/.test(word) ? adjectiveForms(word) : pluralForms(word, gen))
  })
  return CASES.map((_, i) => join(words.map((word) => word[i]!)))
}

/**
 * All forms of a name as the tables write it: adjectives before the first noun and that noun are declined, what follows
 * it stands still; `&` (for "и") starts a second declined part; `!` keeps a word or the whole name as it is.
 *
 * @example phraseForms('Южная Корея')[1] // ['Южной Кореи']
 */
export const phraseForms = (written: string): PhraseForms => {
  const colon = written.indexOf(':')
  if (colon > 0) return phraseByGenitive(written.slice(0, colon), written.slice(colon + 1))
  if (written.endsWith('!')) return fixed(written.slice(0, -1))
  let declining = true
  const words = written.split(' ')
  const parts = words.map((word, i): PhraseForms => {
    if (word === '&') {
      declining = true
      return fixed('и')
    }
    if (/^[-—–]$/.test(word)) return fixed(word)
    if (word.endsWith('!')) return fixed(word.slice(0, -1))
    if (!declining) return fixed(word)
    const last = i === words.length - 1 || words[i + 1] === '&'
    if (isAdjectiveHere(word, last) && word !== word.toUpperCase()) return single(adjectiveForms(word))
    declining = false
    return placeForms(word)
  })
  return CASES.map((_, i) => join(parts.map((part) => part[i]!)))
}

/** The name itself, without the marks of the tables. */
export const plainName = (written: string): string =>
  written.replace(/:.*$/, '').replaceAll('!', '').replaceAll('~', '').replaceAll('&', 'и')
