import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Article } from '../../article/index.ts'
import { loadRussian } from '../../language/index.ts'
import { findTimes } from '../times/find-times.ts'
import { findFigures } from './find-figures.ts'

const russian = loadRussian({ lexicon: new Uint8Array(readFileSync('data/russian/lexicon.bin')) })

const articleOf = (text: string): Article => ({
  kind: 'article',
  id: 'a',
  input: 'a',
  url: null,
  outlet: null,
  language: 'ru',
  headline: null,
  published: '2024-05-15',
  publishedBasis: 'input',
  updated: null,
  text,
  parts: [{ kind: 'body', text, start: 0, end: text.length }],
  notes: [],
  datelines: [],
  credits: [],
})

/** What is found in a line: "[около 90 кв. км: 90 кв. км about]". */
const read = (text: string): string[] => {
  const analysis = russian.analyze(articleOf(text))
  return findFigures(analysis, findTimes(analysis), []).map((figure) =>
    [
      `${text.slice(figure.start, figure.end)}:`,
      figure.value,
      ...(figure.to === undefined ? [] : [`to ${figure.to}`]),
      figure.unit,
      ...(figure.of ? [`of ${figure.of}`] : []),
      ...(figure.approximation ? [figure.approximation] : []),
      ...(figure.doubt ? [`(${figure.doubt})`] : []),
    ].join(' '),
  )
}

test('counts, measures and money, with how exact they are', () => {
  expect(read('В колонне шли 6 000 музыкантов.')).toEqual(['6 000 музыкантов: 6000 человек of музыкантов'])
  expect(read('Площадь озера — около 90 кв. км.')).toEqual(['около 90 кв. км: 90 кв. км about'])
  expect(read('Добыто 10 млрд куб. м газа.')).toEqual(['10 млрд куб. м: 10000000000 куб. м'])
  expect(read('Ветер дул со скоростью 28 м/с.')).toEqual(['28 м/с: 28 м/с'])
  expect(read('Дело возбудили по ч. 3 ст. 286 кодекса.')).toEqual([])
  expect(read('Товарооборот вырос до $25 млн.')).toEqual(['до $25 млн: 25000000 доллар at-most'])
  expect(read('Построили не менее 120 школ и 10–15 мостов.')).toEqual([
    'не менее 120 школ: 120 единица of школ at-least',
    '10–15 мостов: 10 to 15 единица of мостов',
  ])
  expect(read('Выделено 7,5 млрд швейцарских франков.')).toEqual([
    '7,5 млрд швейцарских франков: 7500000000 швейцарский франк',
  ])
})

test('durations, also without a number of their own', () => {
  expect(read('Беседа длилась чуть больше 2,5 часов.')).toEqual(['чуть больше 2,5 часов: 2.5 час more-than'])
  expect(read('Встреча продолжалась более часа.')).toEqual(['более часа: 1 час more-than'])
  expect(read('Он прибыл с трехдневным визитом.')).toEqual(['трехдневным визитом: 3 день of визитом'])
})

test('what counts nothing: times, articles of a law, the two parties', () => {
  expect(read('Переговоры двух стран прошли 15 мая 2024 года.')).toEqual([])
  expect(read('Он ссылается на статью 57 и 159 УК.')).toEqual([])
})

test('the doubt of the text itself stands with the figure', () => {
  expect(read('На площади было 40 тысяч зрителей. Редакция не смогла проверить эти данные.')[0]).toContain(
    '(Редакция не смогла проверить эти данные)',
  )
})

test('counters give way to what they count, machines are no people, hours of the day no figures', () => {
  expect(read('Пожар тушат 24 единицы техники.')).toEqual(['24 единицы техники: 24 единица of техники'])
  expect(read('Речь идет о двух дронах.')).toEqual(['двух дронах: 2 единица of дронах'])
  expect(read('Площадь пожара — под 80 гектаров.')).toEqual(['под 80 гектаров: 80 га about'])
  expect(read('Уровень упал более чем на 3,5 м.')).toEqual(['более чем на 3,5 м: 3.5 м more-than'])
  expect(read('Он приехал около 9 часов утра.')).toEqual([])
})
