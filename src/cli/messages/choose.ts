import { english } from './en.ts'
import type { InterfaceLanguage, Messages } from './messages.ts'
import { russian } from './ru.ts'

/** The interface language of the system: Russian where the locale says so, English elsewhere. */
export const localeLanguage = (env: NodeJS.ProcessEnv): InterfaceLanguage => {
  const locale =
    env.LC_ALL ||
    env.LC_MESSAGES ||
    env.LANG ||
    (process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : '')
  return /^ru\b/i.test(locale.replace('_', '-')) ? 'ru' : 'en'
}

export const messagesIn = (language: InterfaceLanguage): Messages => (language === 'ru' ? russian : english)
