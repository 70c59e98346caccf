export type Language = 'ru' | 'en'

const localeOf = (language: Language): string => (language === 'ru' ? 'ru' : 'en-GB')

/**
 * A whole number in groups of three. Written by hand, as are names of months and plural forms: the browser loads its tables of
 * languages when first asked, and that would take a tenth of the time in which the first rows come.
 *
 * @example wholeText('en', 6583) // '6,583'
 */
export const wholeText = (language: Language, value: number): string =>
  String(value).replace(/\B(?=(?:\d{3})+$)/g, language === 'ru' ? '\u00a0' : ',')

// Making a format takes a hundred times as long as using it.
const kept = new Map<string, Intl.NumberFormat>()

/** A format of numbers, made once for each language and set of options. */
export const numberFormat = (language: Language, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat => {
  const key = `${language} ${JSON.stringify(options)}`
  const format = kept.get(key) ?? new Intl.NumberFormat(localeOf(language), options)
  kept.set(key, format)
  return format
}
