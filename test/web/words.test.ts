import { expect, test } from 'vitest'
import { wholeText } from '../../web/lib/intl.ts'
import { en } from '../../web/messages/en.ts'
import { plural } from '../../web/messages/plural.ts'
import { ru } from '../../web/messages/ru.ts'

const LANGUAGES = [
  ['ru', 'ru', ru],
  ['en', 'en-GB', en],
] as const

test.each(LANGUAGES)(
  'numbers, plural forms and names of days are what the language has: %s',
  (language, locale, words) => {
    const digits = new Intl.NumberFormat(locale)
    const rules = new Intl.PluralRules(locale)
    const forms = { one: 'one', few: 'few', many: 'many', other: language === 'ru' ? 'many' : 'few' } as const
    for (const n of [...Array(1_300).keys(), 9_999, 10_000, 123_456, 1_234_567, 12_345_678]) {
      expect(wholeText(language, n)).toBe(digits.format(n))
      const form = forms[rules.select(n) as keyof typeof forms]
      expect(plural(language)(n, 'one', 'few', 'many').split(' ').at(-1)).toBe(form)
    }
    const part = (options: Intl.DateTimeFormatOptions, day: Date) =>
      new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
        .formatToParts(day)
        .find(({ type }) => type in options && type !== 'day')?.value
    for (let i = 0; i < 12; i++) {
      const day = new Date(Date.UTC(2031, i, 1))
      expect(words.time.months[i]).toBe(part({ month: 'long' }, day))
      expect(words.time.monthsOf[i]).toBe(part({ day: 'numeric', month: 'long' }, day))
      expect(words.time.weekdays[day.getUTCDay()]).toBe(part({ weekday: 'long' }, day))
    }
  },
)
