import { expect, test } from 'vitest'
import { page, plainLanguage } from '../../../test/support/invented-facts.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import { buildChronicle } from '../build.ts'

const article = (id: string, headline: string, lead: string, published: string | null = null): ArticleFacts =>
  page({ id, headline, published }, [lead])

const named = (facts: ArticleFacts, ...days: readonly string[]): ArticleFacts => ({
  ...facts,
  times: days.map((value) => ({ start: 0, end: 1, value })),
})

/** For each page the number of its story, in the order of their first pages. */
const grouped = (...pages: readonly ArticleFacts[]): number[] => {
  const stories = buildChronicle(pages, plainLanguage).articles.map(({ id, story }) => story ?? id)
  return stories.map((story) => [...new Set(stories)].indexOf(story))
}

test('two outlets on one happening make a story, whatever its subject', () => {
  expect(
    grouped(
      article(
        'a',
        'Гребцы из Тромсё выиграли регату на озере Мьёса',
        'Команда из Тромсё опередила соперников в заплыве на озере Мьёса.',
      ),
      article('b', 'Регату на Мьёсе выиграла команда Тромсё', 'Первыми на озере Мьёса финишировали гребцы из Тромсё.'),
      article('c', 'В Осло открылась выставка часов', 'На выставке показали сто старинных часов.'),
    ),
  ).toEqual([0, 0, 1])
})

const forecast = (id: string, published: string | null, day: string): ArticleFacts =>
  named(article(id, 'Прогноз погоды для Тромсё', 'В Тромсё ожидается снег с дождём и сильный ветер.', published), day)

test('pages without a date of publication are parted by the days that they name', () => {
  expect(grouped(forecast('a', null, 'XXXX-11-08'), forecast('b', null, 'XXXX-11-16'))).toEqual([0, 1])
  expect(grouped(forecast('a', null, 'XXXX-11-08'), forecast('b', null, 'XXXX-11-08'))).toEqual([0, 0])
})

test('a happening that nobody wrote about for days is over; a story already told does not change as more arrive', () => {
  const pages = [
    forecast('a', '2031-11-08', '2031-11-08'),
    forecast('b', '2031-11-10', '2031-11-10'),
    forecast('c', '2031-12-20', '2031-12-20'),
  ]
  expect(grouped(...pages)).toEqual([0, 0, 1])
  expect(grouped(...pages.slice(0, 2))).toEqual([0, 0])
})

test('what two people say of one match is two news, and what one of them says is one', () => {
  const quoted = (id: string, speaker: string, rest: string): ArticleFacts => {
    const facts = article(id, `${speaker}: ${rest}`, 'Игра «Тромсё» и «Бергена» на озере Мьёса закончилась вничью.')
    const mention = { type: 'person' as const, name: speaker, identity: speaker, start: 0, end: speaker.length }
    return { ...facts, text: `${facts.headline}\n${facts.text}`, mentions: [mention] }
  }
  expect(
    grouped(
      quoted('a', 'Рохас', '«Тромсё» играл с «Бергеном» хорошо'),
      quoted('b', 'Лунд', '«Тромсё» играл с «Бергеном» плохо'),
      quoted('c', 'Анна Рохас', '«Тромсё» и «Берген» сыграли хорошо'),
    ),
  ).toEqual([0, 1, 0])
})

test('six rare names in common make one story of two pages that tell it in other words', () => {
  const crash = (id: string, headline: string, text: string): ArticleFacts => article(id, headline, text)
  // What fills the opening of a page, in words of its own.
  const filler = (words: string): string => `Как ${`${words} `.repeat(5).trim()}.`
  const first = crash(
    'a',
    'Пятеро погибли при столкновении грузовиков',
    `${filler('авария спасатели вторник')} Между Хёнефоссом и Лиллехаммером столкнулись Scania и Volvo, водитель Нурдаль из Эльверума погиб.`,
  )
  const second = crash(
    'b',
    'Трагедия на трассе: что известно',
    `${filler('следователь очевидец запись')} На дороге от Хёнефосса к Лиллехаммеру загорелись Scania и Volvo, за рулём был Нурдаль из Эльверума.`,
  )
  const other = crash(
    'c',
    'Трагедия на мосту: что известно',
    'Следователи ищут очевидцев случившегося. На мосту в Хёнефоссе упал автобус Volvo, за рулём был Берг из Тромсё.',
  )
  expect(grouped(first, second)).toEqual([0, 0])
  expect(grouped(first, other)).toEqual([0, 1])
})
