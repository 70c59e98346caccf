import { expect, test } from 'vitest'
import { inventedArticle, openRussian } from '../../../test/support/russian.ts'
import { facilitiesIn, isTopic } from './facilities.ts'
import { readArticle } from './reading.ts'

const russian = openRussian({ trees: true })

const named = (text: string): string[] => {
  const reading = readArticle(russian.analyze(inventedArticle(text)), [], [])
  return reading.sentences.flatMap((_, index) => facilitiesIn(reading, index).map(({ mention }) => mention.name))
}

test('a station is one place under all its names', () => {
  expect(
    named('Миссия прибыла на Приозерскую атомную электростанцию. Потом ПАЭС обстреляли. Станция работает.'),
  ).toEqual(['Приозерская АЭС', 'Приозерская АЭС', 'Приозерская АЭС'])
})

test('bridges, ports and airports are places by their adjectives or by the names behind them', () => {
  expect(named('Они посетили Лесной мост и аэропорт «Заречье».')).toEqual(['Лесной мост', 'аэропорт «Заречье»'])
  expect(named('Взрыв прогремел в Заозерском морском порту.')).toEqual(['Заозерский морской порт'])
})

test('a bare word leads back to the one that the page names, and to none where another is told', () => {
  expect(named('На Приозерской ГЭС прошли учения. Плотина цела.')).toEqual(['Приозерская ГЭС', 'Приозерская ГЭС'])
  expect(named('На Приозерской ГЭС прошли учения. Железнодорожная станция закрыта.')).toEqual(['Приозерская ГЭС'])
  expect(named('Станция закрыта, аэропорт тоже.')).toEqual([])
})

test('what is said in quotation marks and a company of that name are no facilities', () => {
  expect(named('Он назвал мост «крайне ненадежным».')).toEqual([])
  expect(named('Предприятие «Приозерская АЭС» подало в суд.')).toEqual([])
})

test('the ground of a facility belongs to it', () => {
  const reading = readArticle(
    russian.analyze(inventedArticle('Делегация вошла на территорию Приозерской АЭС.')),
    [],
    [],
  )
  expect(facilitiesIn(reading, 0)[0]).toMatchObject({ preposition: 'на', mention: { name: 'Приозерская АЭС' } })
})

test('a union of states whose letters end like a station is none', () => {
  expect(named('В заседании ЕАЭС примет участие министр.')).toEqual([])
})

test('what talks are about is told from where they are held', () => {
  const topic = (text: string, trigger: string): boolean => {
    const reading = readArticle(russian.analyze(inventedArticle(text)), [], [])
    const sentence = reading.sentences[0]!
    const at = sentence.words.findIndex(({ text: word }) => word === trigger)
    return isTopic(sentence, facilitiesIn(reading, 0)[0]!, at)
  }
  expect(topic('Министры обсудили обстановку на Приозерской АЭС.', 'обсудили')).toBe(true)
  expect(topic('Министры продолжили переговоры по Приозерской АЭС.', 'переговоры')).toBe(true)
  expect(topic('Министры встретились на Приозерской АЭС.', 'встретились')).toBe(false)
})
