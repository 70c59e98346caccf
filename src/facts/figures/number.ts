import type { Word } from '../../language/index.ts'
import { MULTIPLIERS, NUMERALS } from './russian/words.ts'

export interface NumberReading {
  readonly value: number
  /** Upper end of a range ("10–15 тысяч"). */
  readonly to?: number
  readonly next: number
  /** Written in digits. */
  readonly digits: boolean
}

const DIGITS = /^\d{1,15}(?:[.,]\d{1,6})?$/
const GROUPED = /^\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d{1,6})?$/
const RANGE = /^(\d{1,9}(?:[.,]\d{1,6})?)[-–—](\d{1,9}(?:[.,]\d{1,6})?)$/

const parse = (text: string): number => Number(text.replace(/[ \u00a0\u202f]/g, '').replace(',', '.'))

/** Digits that a narrow space splits into groups of three are one number, whether or not they came as one token. */
const digitsAt = (words: readonly Word[], at: number): { value: number; to?: number; next: number } | null => {
  const text = words[at]?.text ?? ''
  const first = text.charCodeAt(0)
  if (!(first >= 48 && first <= 57)) return null
  const range = RANGE.exec(text)
  if (range)
    return parse(range[2]!) > parse(range[1]!) ? { value: parse(range[1]!), to: parse(range[2]!), next: at + 1 } : null
  if (GROUPED.test(text)) return { value: parse(text), next: at + 1 }
  if (!DIGITS.test(text)) return null
  let digits = text
  let next = at + 1
  while (/^\d{1,3}$/.test(digits.slice(0, 3)) && !/[.,]/.test(digits) && text.length <= 3) {
    const group = words[next]
    if (!group || !/^\d{3}(?:[.,]\d+)?$/.test(group.text) || group.start - words[next - 1]!.end !== 1) break
    digits += group.text
    next++
  }
  return { value: parse(digits), next }
}

const numeralsAt = (words: readonly Word[], at: number): { value: number; next: number } | null => {
  let value = 0
  let next = at
  let last = Number.POSITIVE_INFINITY
  while (next < words.length && next < at + 4) {
    const numeral = NUMERALS.get(words[next]!.lemma)
    // "двадцать пять" falls; "два три" does not add up.
    if (
      numeral === undefined ||
      words[next]!.morph.pos === 'PRON' ||
      numeral >= last ||
      (last < 20 && last !== Number.POSITIVE_INFINITY)
    )
      break
    value += numeral
    last = numeral
    next++
  }
  return next > at ? { value, next } : null
}

const multiplierAt = (words: readonly Word[], at: number): { by: number; next: number } => {
  const word = words[at]
  const by = word ? (MULTIPLIERS.get(word.norm.replace(/\.$/, '')) ?? MULTIPLIERS.get(word.lemma)) : undefined
  if (by === undefined) return { by: 1, next: at }
  return { by, next: words[at + 1]?.text === '.' && words[at + 1]!.start === word!.end ? at + 2 : at + 1 }
}

const isDash = (word: Word | undefined): boolean => word !== undefined && /^[-–—]$/.test(word.text)

/** The number that begins at a word: digits, numerals or both, with thousands and millions; null when there is none. */
export const readNumber = (words: readonly Word[], at: number): NumberReading | null => {
  const digits = digitsAt(words, at)
  const first = digits ?? numeralsAt(words, at)
  if (!first) {
    // "тысячи военных" alone says no number.
    return null
  }
  let { value, next } = first
  let to = digits?.to
  if (to === undefined && isDash(words[next])) {
    const second = digitsAt(words, next + 1) ?? numeralsAt(words, next + 1)
    if (second && second.value > value) {
      to = second.value
      next = second.next
    }
  }
  const multiplier = multiplierAt(words, next)
  value *= multiplier.by
  return {
    value,
    ...(to === undefined ? {} : { to: to * multiplier.by }),
    next: multiplier.next,
    digits: digits !== null,
  }
}
