import { expect, test } from 'vitest'
import { splitSentences } from './sentences.ts'
import { tokenize } from './tokens.ts'

const cut = (text: string): string => {
  const tokens = tokenize(text)
  return splitSentences(text, tokens)
    .map(([first, last]) => text.slice(tokens[first]!.start, tokens[last - 1]!.end))
    .join('|')
}

test.each([
  'Коты уехали.| Псы остались.',
  'А. С. Сомов приехал из г. Рыбинска.| Его встретили.',
  'В 2020 г.| Президент клуба уехал.',
  'Рыбы, птицы и т. д.| Все спали.',
  'Выросли рыбы (т.е. 3 из 10) и т. ч. Карпы спят.',
  'Продано 5 млн руб. за год.',
  '«Зачем? — спросил кот. — Не знаю».| Он ушел.',
  '«Придет ли весна?» — спросил он.',
  'Он сказал: «Пора!»| Все встали.',
  'Кот ушел...| Пес остался.',
  'кот ушел... и пришел',
  'Встреча прошла в 13.00 на ул. Садовой, д. 5.| Итоги не названы.',
  'Сомов И. П. и Дж. Рыбин спят.',
  'Он пришел с дочерью Пак Чжи О.| На площади их ждали.',
  'Заголовок без точки\n|Первая строка.',
  '1. Первый пункт\n|2. Второй пункт',
])('%s', (marked) => {
  expect(cut(marked.replaceAll('|', ''))).toBe(marked.replaceAll(/\n\|/g, '|').replaceAll('| ', '|'))
})
