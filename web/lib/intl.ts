export type Language = 'ru' | 'en'

export const localeOf = (language: Language): string => (language === 'ru' ? 'ru' : 'en-GB')

// Making a format takes a hundred times as long as using it.
const kept = new Map<string, Intl.NumberFormat>()

/** A format of numbers, made once for each language and set of options. */
export const numberFormat = (language: Language, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat => {
  const key = `${language} ${JSON.stringify(options)}`
  const format = kept.get(key) ?? new Intl.NumberFormat(localeOf(language), options)
  kept.set(key, format)
  return format
}
