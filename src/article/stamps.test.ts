import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDateline } from './dateline.ts'
import { findStamps, isoStamp, relativeStamp, stampValue } from './stamps.ts'

const values = (line: string, fetched?: string) =>
  findStamps(line).map(
    (stamp) =>
      `${stampValue(stamp, fetched)}${stamp.role ? ` ${stamp.role}` : ''}${stamp.possible ? '' : ' impossible'}`,
  )

describe('stamps of a page', () => {
  test.each([
    ['17:47 03.09.2025 (обновлено: 17:54 03.09.2025)', ['2025-09-03T17:47', '2025-09-03T17:54 updated']],
    ['13 августа 2025 / 10:15', ['2025-08-13T10:15']],
    ['5 мая 2024, 14:02 МСК', ['2024-05-05T14:02+03:00']],
    ['15 мая 2023 г., 10:22', ['2023-05-15T10:22']],
    ['10:15, 5 мая 2022 (GMT+5)', ['2022-05-05T10:15']],
    ['2024-05-05T10:11:12+03:00', ['2024-05-05T10:11:12+03:00']],
    ['Опубликовано: 1 янв. 2020 в 7:05', ['2020-01-01T07:05 published']],
    ['03.09.25 10:20', ['2025-09-03T10:20']],
    ['31 февраля 2024', ['2024-02-31 impossible']],
    ['счет 3:0, 120.5 тыс.', []],
    ['3 дня спустя', []],
  ])('%s', (line, expected) => expect(values(line)).toEqual(expected))

  test('a year that the page leaves out comes from the day it was taken, never from nowhere', () => {
    expect(values('Политика, 29 сен, 02:16', '2025-09-30')).toEqual(['2025-09-29T02:16'])
    expect(values('31 декабря', '2025-01-02')).toEqual(['2024-12-31'])
    expect(values('29 февраля', '2026-05-01')).toEqual(['2024-02-29'])
    expect(values('Политика, 29 сен, 02:16')).toEqual(['XXXX-09-29'])
  })
  test('today and yesterday are days only when the day of taking is known', () => {
    expect(relativeStamp('Сегодня, 10:15', '2025-03-01')).toBe('2025-03-01T10:15')
    expect(relativeStamp('вчера в 9:05', '2025-03-01')).toBe('2025-02-28T09:05')
    expect(relativeStamp('Сегодня, 10:15', undefined)).toBeNull()
  })
  test("a machine's date is brought to one form; what is no date is none", () => {
    expect(isoStamp('2023-09-13T12:40:00+0300')).toBe('2023-09-13T12:40:00+03:00')
    expect(isoStamp('2023-09-13 12:40:00.123Z')).toBe('2023-09-13T12:40:00Z')
    for (const wrong of ['2023-02-31', '2023-13-01', '13.09.2023', '2023-09-13T25:00', ''])
      expect(isoStamp(wrong)).toBeNull()
  })
  test('no line throws or takes long', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.:/-, мая') }), (line) =>
        Array.isArray(findStamps(line)),
      ),
    )
    const started = performance.now()
    findStamps('12:00 12.12.'.repeat(40_000))
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

describe('datelines', () => {
  // The part before the bar is the dateline.
  test.each([
    'ТАШКЕНТ, 3 сентября — Вестник.| Президент провел встречу.',
    'МОСКВА, 13 сен — РИА Новости.| Президент провел встречу.',
    'Пекин. 5 мая. ИНТЕРФАКС -| Делегация прибыла.',
    'Нур-Султан. 12 августа. СтепТАГ -| Президент принял посла.',
    '/ТАСС/.| Глава ведомства прибыл.',
    'МОСКВА, 5 мая. /ТАСС/.| Глава ведомства прибыл.',
    'ВАШИНГТОН (Reuters) -| Власти объявили.',
    '5 мая, Минск /Корр. НЕМАН/.| Стороны подписали.',
    'АСТАНА. СТЕПИНФОРМ –| Президент принял посла.',
    'ДУШАНБЕ, 3 сен – Вестник, Анна Берг.| Глава ведомства прибыл.',
    'Москва. 12 мая. INTERFAX.RU -| Что известно.',
  ])('%s', (line) => {
    const bar = line.indexOf('|')
    const paragraph = line.replace('|', '')
    expect(findDateline(paragraph)).toMatchObject({ start: 0, end: bar })
  })
  test.each([
    'Сергей Лавров — Министр. Он прибыл.',
    'Россия, 5 мая 2020 года - День печати.',
    'Самолет (Superjet) — новый. Он прибыл.',
    'Страны БРИКС (Бразилия, Россия, Индия) — союз.',
    'Москва. Кремль. Утро.',
    'Иванов, 5 мая',
    '',
  ])('%j is none', (line) => expect(findDateline(line)).toBeNull())
})
