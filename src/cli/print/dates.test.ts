import { expect, test } from 'vitest'
import { russian } from '../messages/ru.ts'
import { readableDate } from './dates.ts'

test.each([
  ['2023-23/..', 'с осени 2023'],
  ['2024-05/..', 'с мая 2024'],
  ['../2024-05', 'до мая 2024'],
  ['2024-05', 'май 2024'],
  ['2023-09-12/2023-09-17', '12–17 сен 2023'],
])('%s', (value, expected) => {
  expect(readableDate(value, russian.chronicle)).toBe(expected)
})
