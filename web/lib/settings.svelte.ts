import { en } from '../messages/en.ts'
import { type Messages, ru } from '../messages/ru.ts'
import type { Language } from './intl.ts'

export type Theme = 'auto' | 'light' | 'dark'

const KEY = 'letopis.'
const read = (name: string): string | null => {
  try {
    return localStorage.getItem(KEY + name)
  } catch {
    return null
  }
}
const write = (name: string, value: string): void => {
  try {
    localStorage.setItem(KEY + name, value)
  } catch {
    // A browser that keeps nothing still works: the choice holds until the page is closed.
  }
}

const oneOf = <T extends string>(value: string | null, values: readonly T[], otherwise: T): T =>
  values.find((each) => each === value) ?? otherwise

const spoken = (): Language => (navigator.language.startsWith('ru') ? 'ru' : 'en')

/** What the reader has chosen for this browser; the address may say another language. */
class Settings {
  language = $state<Language>(oneOf(read('language'), ['ru', 'en'], spoken()))
  theme = $state<Theme>(oneOf(read('theme'), ['auto', 'light', 'dark'], 'auto'))
  dense = $state(read('dense') === 'yes')
  /** Whose name stands under corrections made here. */
  author = $state(read('author') ?? '')
  singleKeys = $state(read('keys') !== 'no')

  get words(): Messages {
    return this.language === 'ru' ? ru : en
  }

  chooseLanguage(language: Language): void {
    this.language = language
    write('language', language)
  }

  chooseTheme(theme: Theme): void {
    this.theme = theme
    write('theme', theme)
  }

  /** From what is seen now to the other one. */
  turnTheme(): void {
    const dark = this.theme === 'dark' || (this.theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
    this.chooseTheme(dark ? 'light' : 'dark')
  }

  turnDensity(): void {
    this.dense = !this.dense
    write('dense', this.dense ? 'yes' : 'no')
  }

  chooseAuthor(author: string): void {
    this.author = author
    write('author', author)
  }

  turnKeys(): void {
    this.singleKeys = !this.singleKeys
    write('keys', this.singleKeys ? 'yes' : 'no')
  }
}

export const settings = new Settings()
