import { settings } from './settings.svelte.ts'
import { unbroken } from './typography.ts'

/** A name in the interface's language: transliterated in English, as it is in Russian. */
export const nameText = ({ name, nameEn }: { readonly name: string; readonly nameEn?: string }): string =>
  unbroken(settings.language === 'en' && nameEn ? nameEn : name)

export const titleText = ({ title, titleEn }: { readonly title: string; readonly titleEn: string }): string =>
  unbroken(settings.language === 'en' && titleEn ? titleEn : title)
