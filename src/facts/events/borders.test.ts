import { expect, test } from 'vitest'
import { inventedArticle, openRussian } from '../../../test/support/russian.ts'
import { bordersIn } from './borders.ts'
import { readArticle, type SentenceReading } from './reading.ts'

const russian = openRussian({ trees: true })

const read = (text: string): SentenceReading =>
  readArticle(russian.analyze(inventedArticle(text)), [], []).sentences[0]!

const borders = (text: string): string[] => bordersIn(read(text)).map(({ mention }) => mention.name)

test('a border of two states is a place, by one name whichever stands first', () => {
  expect(borders('Бои идут на границе Чили и Перу.')).toEqual(['граница Перу и Чили'])
  expect(borders('Бои идут на границе Перу и Чили.')).toEqual(['граница Перу и Чили'])
})

test('the border of one state, or with somebody, is not put into words of our own', () => {
  expect(borders('Войска стоят у границы Перу.')).toEqual([])
  expect(borders('Перу закрыла границу с Чили.')).toEqual([])
})
