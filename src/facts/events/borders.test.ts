import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import type { Article } from '../../article/index.ts'
import { type Language, loadRussian } from '../../language/index.ts'
import { bordersIn } from './borders.ts'
import { readArticle, type SentenceReading } from './reading.ts'

let russian: Language

beforeAll(() => {
  const bytes = (name: string) =>
    new Uint8Array(readFileSync(new URL(`../../../data/russian/${name}.bin`, import.meta.url)))
  russian = loadRussian({
    lexicon: bytes('lexicon'),
    names: bytes('names'),
    tagger: bytes('tagger'),
    parser: bytes('parser'),
  })
})

const read = (text: string): SentenceReading => {
  const article: Article = {
    kind: 'article',
    id: 'invented',
    input: 'invented',
    url: null,
    outlet: 'Вестник',
    language: 'ru',
    headline: null,
    published: '2031-05-14',
    publishedBasis: 'input',
    updated: null,
    text,
    parts: [],
    notes: [],
    datelines: [],
    credits: [],
  }
  return readArticle(russian.analyze(article), [], []).sentences[0]!
}

const borders = (text: string): string[] => bordersIn(read(text)).map(({ mention }) => mention.name)

test('a border of two states is a place, by one name whichever stands first', () => {
  expect(borders('Бои идут на границе Чили и Перу.')).toEqual(['граница Перу и Чили'])
  expect(borders('Бои идут на границе Перу и Чили.')).toEqual(['граница Перу и Чили'])
})

test('the border of one state, or with somebody, is not put into words of our own', () => {
  expect(borders('Войска стоят у границы Перу.')).toEqual([])
  expect(borders('Перу закрыла границу с Чили.')).toEqual([])
})
