/** Classes of UTF-16 code units, as the tokenizer sees them. */
export const OTHER = 0
export const LETTER = 1
export const DIGIT = 2
export const SPACE = 3
/** Combining marks, soft hyphens, joiners: they belong to the character before them. */
export const MARK = 4
export const PUNCT = 5
export const SURROGATE = 6

const letter = /\p{L}/u
const digit = /\p{Nd}/u
const mark = /\p{M}|[\u00ad\u200c\u2060]|\u200d/u
const space = /[\s\u0085\u200b\ufeff\u0000-\u001f\u007f-\u009f]/u
const punctuation = /[\p{P}№$+<=>^`|~]/u

const classify = (code: number): number => {
  if (code >= 0xd800 && code <= 0xdfff) return SURROGATE
  const char = String.fromCharCode(code)
  if (letter.test(char)) return LETTER
  if (digit.test(char)) return DIGIT
  if (mark.test(char)) return MARK
  if (space.test(char)) return SPACE
  return punctuation.test(char) ? PUNCT : OTHER
}

const UNKNOWN = 255
const table = new Uint8Array(0x10000).fill(UNKNOWN)

/** Class of a code unit; computed once for each. */
export const classOf = (code: number): number => {
  const known = table[code]!
  if (known !== UNKNOWN) return known
  const found = classify(code)
  table[code] = found
  return found
}

/** Whether a code unit is a Cyrillic letter. */
export const isCyrillic = (code: number): boolean => code >= 0x400 && code <= 0x52f

/** Whether a code unit is a letter of the Latin alphabet, with or without a diacritic. */
export const isLatin = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x24f && code !== 0xd7)

/** Whether a code unit is a dash or hyphen of any length. */
export const isDash = (code: number): boolean =>
  code === 0x2d || (code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0x2043

/** Whether the character at an index is an upper-case letter. */
export const isUpper = (text: string, at: number): boolean => {
  const char = text.charAt(at)
  return char !== char.toLowerCase()
}

/** Whether the character at an index is a lower-case letter. */
export const isLower = (text: string, at: number): boolean => {
  const char = text.charAt(at)
  return char !== char.toUpperCase()
}
