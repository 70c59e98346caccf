import { expect, test } from 'vitest'
import { writtenDuration } from './durations.ts'

test.each([
  [{ value: 2, unit: 'час' }, '2 часа'],
  [{ value: 2, unit: 'час', approximation: 'more-than' }, 'более 2 часов'],
  [{ value: 1.5, unit: 'час', approximation: 'about' }, 'около 1,5 часа'],
  [{ value: 1, unit: 'час', approximation: 'more-than' }, 'более часа'],
  [{ value: 2, to: 3, unit: 'день' }, '2–3 дня'],
  [{ value: 11, unit: 'минута' }, '11 минут'],
  [{ value: 21, unit: 'минута', approximation: 'at-least' }, 'не менее 21 минуты'],
] as const)('%o', (figure, expected) => {
  expect(writtenDuration(figure)).toBe(expected)
})
