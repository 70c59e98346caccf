/** Word forms by the plural rules of the language: `{ one: 'страница', few: 'страницы', many: 'страниц' }`. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

/**
 * A number with its word in the right form.
 *
 * @example counter('ru')(22, { one: 'страница', few: 'страницы', many: 'страниц', other: 'страницы' }) // '22 страницы'
 */
export const counter = (language: string): ((count: number, forms: Forms) => string) => {
  // To open a language's rules takes tens of milliseconds, and most commands have nothing to count at their start.
  let rules: Intl.PluralRules | undefined
  let numbers: Intl.NumberFormat | undefined
  return (count, forms) => {
    rules ??= new Intl.PluralRules(language)
    numbers ??= new Intl.NumberFormat(language)
    return `${numbers.format(count)} ${forms[rules.select(count)] ?? forms.other}`
  }
}
