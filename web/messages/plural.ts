import { type Language, wholeText } from '../lib/intl.ts'

const russian = (n: number): 0 | 1 | 2 => {
  const [tens, ones] = [Math.floor(n / 10) % 10, n % 10]
  if (tens === 1 || ones === 0 || ones > 4) return 2
  return ones === 1 ? 0 : 1
}
const english = (n: number): 0 | 1 => (n === 1 ? 0 : 1)

/**
 * A whole number with its noun in the right form, by the rules of the language (CLDR's, which `Intl.PluralRules` has).
 *
 * @example plural('ru')(22, 'запись', 'записи', 'записей') // '22 записи'
 */
export const plural = (language: Language) => {
  const formOf = language === 'ru' ? russian : english
  return (n: number, one: string, few: string, many: string = few): string =>
    `${wholeText(language, n)} ${[one, few, many][formOf(n)]}`
}
