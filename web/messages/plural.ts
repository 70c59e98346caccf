/**
 * A number with its noun in the right form, by the rules of the language.
 *
 * @example plural('ru')(22, 'запись', 'записи', 'записей') // '22 записи'
 */
export const plural = (language: 'ru' | 'en') => {
  const rules = new Intl.PluralRules(language)
  const digits = new Intl.NumberFormat(language === 'ru' ? 'ru' : 'en-GB')
  return (n: number, one: string, few: string, many: string = few): string => {
    const form = rules.select(n)
    return `${digits.format(n)} ${form === 'one' ? one : form === 'few' ? few : many}`
  }
}
