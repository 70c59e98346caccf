import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, dayString, edtfBounds, edtfInside, edtfMeet, isEdtf } from './edtf.ts'

const days = (value: string): string => {
  const bounds = edtfBounds(value)
  const show = (day: number): string => (Number.isFinite(day) ? dayString(day) : '..')
  return bounds ? `${show(bounds.first)} to ${show(bounds.last)}` : 'none'
}

test('the days that a value can mean', () => {
  expect(days('2023-09-13')).toBe('2023-09-13 to 2023-09-13')
  expect(days('2024-02')).toBe('2024-02-01 to 2024-02-29')
  expect(days('2023')).toBe('2023-01-01 to 2023-12-31')
  expect(days('2023-22')).toBe('2023-06-01 to 2023-08-31')
  expect(days('2023-24')).toBe('2023-12-01 to 2024-02-29')
  expect(days('199X')).toBe('1990-01-01 to 1999-12-31')
  expect(days('2023-09-12/2023-09-17')).toBe('2023-09-12 to 2023-09-17')
  expect(days('2020/..')).toBe('2020-01-01 to ..')
  expect(days('../2023-09')).toBe('.. to 2023-09-30')
  expect(days('2023-09-13T13:00')).toBe('2023-09-13 to 2023-09-13')
})

test('what the calendar does not have, or no EDTF says, means nothing', () => {
  for (const value of ['2023-02-31', '2023-13', '', '13.09.2023', '2023-09-17/2023-09-12', 'XXXX-06-13', '2023-9-1'])
    expect(days(value)).toBe('none')
  expect(isEdtf('XXXX-06-13')).toBe(true)
  expect(isEdtf('XXXX-02-31')).toBe(false)
})

test('a coarser value meets a finer one and holds it', () => {
  expect(edtfMeet('2023-09', '2023-09-13')).toBe(true)
  expect(edtfInside('2023-09-13', '2023-09')).toBe(true)
  expect(edtfInside('2023-09', '2023-09-13')).toBe(false)
  expect(edtfMeet('2024-06', '2024-07')).toBe(false)
})

test('a day is its own number, and its number is the day', () => {
  fc.assert(
    fc.property(fc.integer({ min: -300_000, max: 300_000 }), (day) => {
      const [y = 0, m = 0, d = 0] = dayString(day).split('-').map(Number)
      expect(dayNumber(y, m, d)).toBe(day)
    }),
  )
})

test('meeting is the same both ways, and inside is meeting', () => {
  const value = fc.oneof(
    fc.constantFrom('2023', '2023-09', '2023-22', '202X', '2022/..', '../2023-05', '2023-05/2023-10'),
    fc.integer({ min: 19_000, max: 19_800 }).map(dayString),
  )
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(edtfMeet(a, b)).toBe(edtfMeet(b, a))
      if (edtfInside(a, b)) expect(edtfMeet(a, b)).toBe(true)
    }),
  )
})
