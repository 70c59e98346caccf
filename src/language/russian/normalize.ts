import { isCyrillic, isLatin } from './chars.ts'

/** Latin letters (and digits read as letters) that look like Cyrillic ones. */
const HOMOGLYPHS: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'ь',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  r: 'г',
  t: 'т',
  u: 'и',
  x: 'х',
  y: 'у',
  i: 'і',
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
  I: 'І',
  ë: 'ё',
  Ë: 'Ё',
}

const STRESS = /[\u00ad\u200c\u2060]|\ufe0e|\ufe0f|\u0300|\u0301|\u200d/g

/** Cyrillic letters in place of Latin ones that pose as them; a word wholly in Latin letters stays as it is. */
const unmaskPart = (word: string): string => {
  let cyrillic = 0
  let latin = 0
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (isCyrillic(code)) cyrillic++
    else if (isLatin(code)) latin++
  }
  if (latin === 0 || cyrillic === 0) return word
  let result = ''
  for (const char of word) {
    const twin = HOMOGLYPHS[char]
    // One Latin letter without a Cyrillic twin: a word of two alphabets ("IT-компания", "Zоложка"), left as it is.
    if (twin === undefined && isLatin(char.charCodeAt(0))) return word
    result += twin ?? char
  }
  return result
}

const unmask = (word: string): string =>
  word.includes('-') ? word.split('-').map(unmaskPart).join('-') : unmaskPart(word)

const PLAIN = /^[а-яё]+$/

/**
 * What the dictionary is asked with: lower case, no stress marks, no soft hyphens, Cyrillic letters where Latin ones
 * pose as them; ё is kept. Time is linear in the word.
 *
 * @example fold('МОСКВА́') // 'москва'
 */
export const fold = (word: string): string => {
  if (PLAIN.test(word)) return word
  const bare = word.normalize('NFC').replace(STRESS, '')
  return unmask(bare)
    .toLowerCase()
    .replace(/[\u2010\u2011]/g, '-')
}

/** `fold`, and ё written as е: the `norm` of a word. */
export const normOf = (word: string): string => {
  const folded = fold(word)
  return folded.includes('ё') ? folded.replaceAll('ё', 'е') : folded
}
