import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fineTokens } from './fine-tokens.ts'
import { splitSentences } from './sentences.ts'
import { tokenize } from './tokens.ts'

const cut = (text: string): string =>
  tokenize(text)
    .map(({ start, end }) => text.slice(start, end))
    .join('|')

test.each([
  ['Цена — 2,5 млн руб.', 'Цена|—|2,5|млн|руб|.'],
  ['В Нью-Йорк улетел 20-летний кот.', 'В|Нью-Йорк|улетел|20-летний|кот|.'],
  ['В 13:00 03.09.2025 взлетел Су-57.', 'В|13:00|03.09.2025|взлетел|Су-57|.'],
  ['2020–2022 и 1/2', '2020–2022|и|1/2'],
  ['Кот-д’Ивуар и О’Нил', 'Кот-д’Ивуар|и|О’Нил'],
  ['Что?! Да...', 'Что|?!|Да|...'],
  ['Почта кот@example.ru, сайт https://example.ru/a?b=1.', 'Почта|кот|@example|.|ru|,|сайт|https://example.ru/a?b=1|.'],
  ['Почта kot@example.ru, ria.ru', 'Почта|kot@example.ru|,|ria.ru'],
  ['#рыба и @kot 👍🏽 ❤️', '#рыба|и|@kot|👍🏽|❤️'],
  ['5%, №7 и $300', '5|%|,|№|7|и|$|300'],
])('%s', (text, marked) => {
  expect(cut(text)).toBe(marked)
})

test.each([
  ['В 13:00 на G20', 'В|13|:|00|на|G|20'],
  ['a@b.ru и Кот-д’Ивуар', 'a|@|b|.|ru|и|Кот-д|’|Ивуар'],
  ['2,5 км² ?! :)', '2,5|км²|?!|:)'],
])('in the finer style: %s', (text, marked) => {
  const cutFine = fineTokens(text).map(({ start, end }) => text.slice(start, end))
  expect(cutFine.join('|')).toBe(marked)
})

test('a flag is one sign, as an emoji with all its parts is', () => {
  const words = (text: string) => tokenize(text).map(({ start, end }) => text.slice(start, end))
  expect(words('Ура🇫🇮🇳🇴 👩‍👩‍👧')).toEqual(['Ура', '🇫🇮', '🇳🇴', '👩‍👩‍👧'])
})

test('a stress mark and a soft hyphen stay inside their word', () => {
  expect(cut('за́мок и пере\u00adнос')).toBe('за́мок|и|пере\u00adнос')
})

const gaps = (text: string): string => {
  let at = 0
  let rebuilt = ''
  for (const { start, end } of tokenize(text)) {
    rebuilt += text.slice(at, start) + text.slice(start, end)
    at = end
  }
  return rebuilt + text.slice(at)
}

test('tokens and the gaps between them give back any text, and the gaps are white space', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(gaps(text)).toBe(text)
      let at = 0
      for (const { start, end } of tokenize(text)) {
        expect(end).toBeGreaterThan(start)
        expect(start).toBeGreaterThanOrEqual(at)
        at = end
      }
    }),
  )
})

test('a million characters without a space take linear time', () => {
  for (const piece of ['а', 'а-', '1', '1,', 'a.', ':', '(', '😀', 'a@']) {
    const text = piece.repeat((piece === 'а' ? 1_000_000 : 200_000) / piece.length)
    const from = performance.now()
    splitSentences(text, tokenize(text))
    fineTokens(text.slice(0, 100_000))
    expect(performance.now() - from, piece).toBeLessThan(5000)
  }
})
