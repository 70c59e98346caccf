import { expect, test } from 'vitest'
import { stretchesOf } from '../../web/lib/differ.ts'

const own = (text: string, ...others: string[]): string =>
  stretchesOf(text, others)
    .map((each) => (each.own ? `[${each.text}]` : each.text))
    .join('')

test('words that no other version has are set apart', () => {
  expect(own('договор о дружбе', 'Договор о помощи')).toBe('договор о [дружбе]')
  expect(own('около трёх часов', 'около двух часов', 'чуть больше часа')).toBe('около [трёх] часов')
})

test('nothing is set apart where versions share no word, or say the same', () => {
  expect(own('военный пакт', 'соглашение')).toBe('военный пакт')
  expect(own('1,5 часа', '1,5 часа')).toBe('1,5 часа')
})
