import { type Language, numberFormat } from '../lib/intl.ts'

const rules = new Map<Language, Intl.PluralRules>()

/**
 * A number with its noun in the right form, by the rules of the language.
 *
 * @example plural('ru')(22, 'запись', 'записи', 'записей') // '22 записи'
 */
export const plural =
  (language: Language) =>
  (n: number, one: string, few: string, many: string = few): string => {
    const known = rules.get(language) ?? new Intl.PluralRules(language)
    rules.set(language, known)
    const form = known.select(n)
    return `${numberFormat(language).format(n)} ${form === 'one' ? one : form === 'few' ? few : many}`
  }
