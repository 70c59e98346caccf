import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstNot, merged } from './sorted.ts'

const rising = fc.array(fc.integer({ min: -20, max: 20 })).map((all) => all.sort((a, b) => a - b))
const byNumber = (a: number, b: number): number => a - b

test('the place of a number in a rising list is that of the first one that is not smaller', () => {
  fc.assert(
    fc.property(rising, fc.integer({ min: -21, max: 21 }), (all, number) => {
      const found = all.findIndex((one) => one >= number)
      expect(firstNot(0, all.length, (at) => (all[at] as number) < number)).toBe(found < 0 ? all.length : found)
    }),
  )
})

test('two rising lists are one rising list of all', () => {
  fc.assert(
    fc.property(rising, rising, (a, b) => {
      expect(merged(a, b, byNumber)).toEqual([...a, ...b].sort(byNumber))
    }),
  )
})
