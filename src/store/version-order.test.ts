import { expect, test } from 'vitest'
import { addressOf, distinctTexts, momentOf, rankOf, takenAgain } from './version-order.ts'

test.each([
  ['https://www.port.example/2031/05/talks/?utm_source=tg#top', 'port.example/2031/05/talks'],
  ['http://port.example/2031/05/talks', 'port.example/2031/05/talks'],
  ['https://port.example/read?b=2&a=1&ysclid=x', 'port.example/read?a=1&b=2'],
  ['https://port.example/#/talks', 'port.example#/talks'],
  ['https://port.example/', null],
  ['не адрес', null],
])('the address %s names %s', (url, named) => {
  expect(addressOf(url)).toBe(named)
})

test.each([
  ['2031-05-14T10:30+03:00', '2031-05-14T07:30:00'],
  ['2031-05-14T10:30:05Z', '2031-05-14T10:30:05'],
  ['2031-05-14T10:30', '2031-05-14T10:30:00'],
  ['2031-05-14', '2031-05-14'],
  ['XXXX-05-14', ''],
  ['вчера', ''],
])('%s is the moment %s', (stamp, moment) => {
  expect(momentOf(stamp)).toBe(moment)
})

test('the later version is told by its own change, then by when it was taken, never by arrival', () => {
  const version = (published: string | null, updated: string | null, fetched: string | null, content = 'a') =>
    rankOf({ published, updated, fetched, content })
  expect(version('2031-05-14', '2031-05-15T09:00', null) > version('2031-05-14', null, null)).toBe(true)
  expect(version('2031-05-14', null, '2031-05-16') > version('2031-05-14', null, '2031-05-15T20:00')).toBe(true)
  expect(version(null, null, null, 'b') > version(null, null, null, 'a')).toBe(true)
  // 08:00 in Moscow is before 06:00 in Greenwich.
  expect(version('2031-05-14T06:00Z', null, null) > version('2031-05-14T08:00+03:00', null, null)).toBe(true)
})

test('of several takings of one text the last moment counts and the first input by name, whichever came first', () => {
  const taken = (fetched: string | null, input = 'i') => ({ fetched, input })
  expect(takenAgain(taken('2031-05-14'), taken('2031-05-15', 'z'))).toEqual(taken('2031-05-15', 'i'))
  expect(takenAgain(taken('2031-05-14'), taken(null, 'a'))).toEqual(taken('2031-05-14', 'a'))
  expect(takenAgain(taken('2031-05-14'), taken('2031-05-13', 'z'))).toBeNull()
})

test('a text that came back counts once, where it stands last', () => {
  expect(distinctTexts(['А', 'Б', 'А'], (text) => text)).toEqual(['Б', 'А'])
})
