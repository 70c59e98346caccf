import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownText } from './own-text.ts'

test('a text of its own is the same text', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(40), (text, from) => {
      expect(ownText(text.slice(from))).toBe(text.slice(from))
    }),
  )
})
