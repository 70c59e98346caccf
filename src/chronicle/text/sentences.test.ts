import { expect, test } from 'vitest'
import { sentenceAround } from './sentences.ts'

/** The text with the trigger in square brackets; the sentence found must be what stands between bars. */
test.each([
  'Тихо. |Посол [прибыл].| Все ушли.',
  '|Посол А. П. Лунд [прибыл] в г. Осло в 2031 г. на пароме.| Дальше тихо.',
  '«Мы ждем», — сказал он. |Посол [прибыл] к обеду…| Все ушли.',
  'Заголовок без точки\n\n|Посол [прибыл]|\nСледующая строка',
  'Это был третий день.|Страны [договорились] о пароме.| Конец.',
  '|Он спросил: «Кто [прибыл]?»| Никто не ответил.',
])('%s', (marked) => {
  const plain = marked.replace(/[[\]|]/g, '')
  const at = (mark: string, nth = 0): number => {
    let index = -1
    for (let i = 0; i <= nth; i++) index = marked.indexOf(mark, index + 1)
    return marked.slice(0, index).replace(/[[\]|]/g, '').length
  }
  const span = sentenceAround(plain, { start: at('['), end: at(']') })
  expect(plain.slice(span.start, span.end)).toBe(plain.slice(at('|'), at('|', 1)))
})

test('a sentence without end is cut at a space, and always holds its trigger', () => {
  const text = `${'слово '.repeat(5000)}прибыл ${'слово '.repeat(5000)}`
  const start = text.indexOf('прибыл')
  const span = sentenceAround(text, { start, end: start + 6 })
  expect(span.end - span.start).toBeLessThan(1500)
  expect(text.slice(span.start, span.end)).toMatch(/^слово .*прибыл.* слово$/)
})
