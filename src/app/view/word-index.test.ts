import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Lexicon, searchOf } from './word-index.ts'
import { haystack, matcher } from './words.ts'

const WORDS = [
  'переговоры',
  'Переговорам',
  'перевал',
  'Осло',
  'ОСЛО',
  'осёл',
  'Осел',
  'G20',
  '20',
  'İzmir',
  'а',
  '«',
  '—',
  'Ёлка-ель',
]
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((words) => words.join(' '))

test('a search by words finds what looking through every text finds', () => {
  fc.assert(
    fc.property(fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 8 }), text, text, (records, query, other) => {
      const lexicon = new Lexicon()
      const numbers = records.map((texts) => lexicon.numbers(texts))
      const search = searchOf(numbers, lexicon)
      lexicon.numbers(['Осло перевалка'])
      for (const asked of [query, other, 'осл', 'п']) {
        const marks = search(asked)
        const holds = matcher(asked)
        expect(records.map((_, at) => marks === null || marks[at] === 1)).toEqual(
          records.map((texts) => holds(haystack(texts))),
        )
      }
    }),
  )
})
