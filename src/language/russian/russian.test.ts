import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Word } from '../analysis.ts'
import { featsOf } from './morph.ts'
import { loadRussian } from './russian.ts'

const file = (name: string): Uint8Array => new Uint8Array(readFileSync(`data/russian/${name}.bin`))
const russian = loadRussian({ lexicon: file('lexicon'), tagger: file('tagger'), parser: file('parser') })

const read = (text: string): Word[] => russian.analyzeText(text).sentences.flatMap(({ words }) => words)
const shown = (text: string): string =>
  read(text)
    .map(({ lemma, morph }) => `${lemma}/${morph.pos}${morph.case ? `:${morph.case}` : ''}`)
    .join(' ')

test.each([
  ['Лист сделан из стали.', 'сталь'],
  ['Они стали ждать весны.', 'стать'],
])('a reading is chosen by its neighbours: %s', (text, lemma) => {
  const word = read(text).find((each) => each.text === 'стали')!
  expect(word.lemma).toBe(lemma)
  expect(word.readings.map((reading) => reading.lemma)).toEqual(expect.arrayContaining(['стать', 'сталь']))
})

test('cases, names and prepositions are told in a plain sentence', () => {
  expect(shown('Министр культуры Норвегии прибыл в Прагу на открытие музея.')).toBe(
    'министр/NOUN:Nom культура/NOUN:Gen норвегия/PROPN:Gen прибыть/VERB в/ADP прага/PROPN:Acc на/ADP открытие/NOUN:Acc музей/NOUN:Gen ./PUNCT',
  )
})

test('the subject, the object and the place hang on the verb', () => {
  const words = read('Садовник передал соседке письмо и уехал в город.')
  const arcs = words.map(({ text, head, rel }) => `${text} ${rel} ${words[head]?.text ?? 'ROOT'}`)
  expect(arcs).toEqual([
    'Садовник nsubj передал',
    'передал root ROOT',
    'соседке iobj передал',
    'письмо obj передал',
    'и cc уехал',
    'уехал conj передал',
    'в case город',
    'город obl уехал',
    '. punct передал',
  ])
})

test('initials are names', () => {
  const words = read('А. С. Сомов и Рыбина В. И. спят.')
  expect(words.filter(({ text }) => text.length === 1 && /\p{Lu}/u.test(text)).map(({ morph }) => morph.pos)).toEqual([
    'PROPN',
    'PROPN',
    'PROPN',
    'PROPN',
  ])
})

test('a participle has the infinitive as its lemma, and says what it is', () => {
  const word = read('Письмо, подписанное мэром, лежит на столе.')[2]!
  expect(word.lemma).toBe('подписать')
  expect(featsOf(word.morph)).toContain('VerbForm=Part|Voice=Pass')
})

test.each([
  ['Pоссия', 'россия'],
  ['за́мок', 'замок'],
  ['пере\u00adговоры', 'переговоры'],
  ['ЕЩЁ', 'еще'],
])('%s is looked up as %s', (written, norm) => {
  const [word] = read(written)
  expect(word).toMatchObject({ text: written, norm, known: true })
})

test('unknown surnames are read by their make, in their case', () => {
  const word = read('Письмо вручили Анне Дуртысовской.')[3]!
  expect(word).toMatchObject({ known: false, lemma: 'дуртысовский', morph: { pos: 'PROPN', case: 'Dat', name: 'Sur' } })
  expect(russian.morphology.inflect(word.readings[0]!, { case: 'Nom' })).toBe('дуртысовская')
})

test('other forms of a word come from its paradigm', () => {
  const form = (word: string, wanted: Parameters<typeof russian.morphology.inflect>[1]): string | null =>
    russian.morphology.inflect(russian.morphology.read(word).readings[0]!, wanted)
  expect(form('агентством', { case: 'Nom' })).toBe('агентство')
  expect(form('российский', { case: 'Gen', gender: 'Fem' })).toBe('российской')
  expect(form('метро', { case: 'Dat' })).toBe('метро')
  expect(form('и', { case: 'Dat' })).toBeNull()
})

test('any text is read: offsets are exact, every head is a word of its sentence, each sentence has one root', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc
      .array(fc.constantFrom('Кот', 'г.', '«', '»', '—', '2,5', '😀', 'а́', 'NATO', '.', '\n', 'сказал', 'что'))
      .map((a) => a.join(' ')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      for (const sentence of russian.analyzeText(text).sentences) {
        for (const word of sentence.words) {
          expect(text.slice(word.start, word.end)).toBe(word.text)
          expect(word.head).toBeLessThan(sentence.words.length)
          expect(word.readings.some((reading) => reading.morph === word.morph && reading.lemma === word.lemma)).toBe(
            true,
          )
        }
        expect(sentence.words.filter(({ head }) => head === -1)).toHaveLength(1)
      }
    }),
    { numRuns: 60 },
  )
})

test('straight quotation marks are read as «» are', () => {
  const text = 'Газета «Новый причал» пишет, что завод «Заря» отдал «соседнему» цеху станки.'
  for (const marks of ['""', '“”', '„“']) {
    const other = text.replaceAll('«', marks.charAt(0)).replaceAll('»', marks.charAt(1))
    const tags = (line: string): string[] => read(line).map(({ morph }) => `${morph.pos} ${featsOf(morph)}`)
    expect(tags(other)).toEqual(tags(text))
  }
})

test('government goes on past a quotation mark', () => {
  expect(shown('Отряд подошел к "северной" деревне.')).toContain(
    'к/ADP "/PUNCT северный/ADJ:Dat "/PUNCT деревня/NOUN:Dat',
  )
})
