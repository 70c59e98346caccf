import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WordMap, WordSet } from './words.ts'

const word = fc.oneof(fc.string({ maxLength: 3 }), fc.string({ unit: fc.constantFrom('а', 'б', 'в'), maxLength: 6 }))

test('a set of words answers as a set does, also for words that are added and taken away later', () => {
  fc.assert(
    fc.property(fc.array(word), fc.array(word), fc.array(word), (listed, more, asked) => {
      const plain = new Set(listed)
      const words = new WordSet(listed)
      for (const one of more) {
        plain.add(one)
        words.add(one)
      }
      for (const one of listed.slice(0, 2)) {
        plain.delete(one)
        words.delete(one)
      }
      for (const one of [...asked, ...listed, ...more]) expect(words.has(one)).toBe(plain.has(one))
      expect([...words]).toEqual([...plain])
    }),
  )
})

test('a map by words answers as a map does', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(word, fc.nat())), fc.array(word), (entries, asked) => {
      const plain = new Map(entries)
      const words = new WordMap(entries)
      for (const one of [...asked, ...plain.keys()]) {
        expect(words.get(one)).toBe(plain.get(one))
        expect(words.has(one)).toBe(plain.has(one))
      }
      words.set('новое', -1)
      expect(words.get('новое')).toBe(-1)
    }),
  )
})
