import { settings } from './settings.svelte.ts'
import { unbroken } from './typography.ts'

/** A name in the interface's language: transliterated in English, as it is in Russian. */
export const nameText = ({ name, nameEn }: { readonly name: string; readonly nameEn?: string }): string =>
  unbroken(settings.language === 'en' && nameEn ? nameEn : name)

export const titleText = ({ title, titleEn }: { readonly title: string; readonly titleEn: string }): string =>
  unbroken(settings.language === 'en' && titleEn ? titleEn : title)

const regions = new Map<string, Intl.DisplayNames>()
/** Name of a state by its ISO 3166 alpha-2 code; empty where the browser knows none. */
export const nameOfState = (iso: string): string => {
  if (iso === '') return ''
  const { language } = settings
  const names = regions.get(language) ?? new Intl.DisplayNames(language, { type: 'region', style: 'short' })
  regions.set(language, names)
  return names.of(iso) ?? ''
}
