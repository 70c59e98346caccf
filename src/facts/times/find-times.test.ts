import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyzed } from '../../../test/support/events.ts'
import type { Analysis } from '../../language/index.ts'
import { findTimes } from './find-times.ts'

/** An analysis with one sentence a line and no words: times are read from the letters alone, so no lexicon is needed. */
const analysisOf = (text: string, published: string | null): Analysis => {
  let start = 0
  const sentences = text.split('\n').map((line) => {
    const sentence = { start, end: start + line.length, words: [], part: 'body' as const }
    start += line.length + 1
    return sentence
  })
  return {
    kind: 'analysis',
    article: { text, published },
    sentences,
    mentions: [],
    entities: [],
  } as unknown as Analysis
}

/** Writes each time found into the text: "в [среду=2025-07-09]". */
const marked = (text: string, published: string | null): string => {
  let out = ''
  let at = 0
  for (const time of findTimes(analysisOf(text, published))) {
    out += `${text.slice(at, time.start)}[${text.slice(time.start, time.end)}=${time.value}]`
    at = time.end
  }
  return out + text.slice(at)
}

const reads = (published: string | null, ...lines: string[]): void => {
  for (const line of lines) expect(marked(line.replace(/\[([^=\]]*)=[^\]]*\]/g, '$1'), published)).toBe(line)
}

test('a day to come is of the year that the page tells elsewhere', () => {
  const lines = ['Суд продлил арест до [26 января=2024-01-26]', 'Он пробудет там до [26 января 2024=2024-01-26] года']
  const text = lines.join('\n')
  const found = marked(text.replace(/\[([^=\]]*)=[^\]]*\]/g, '$1'), '2023-11-28')
  expect(found).toContain('../2024-01-26]')
  expect(found).not.toContain('2023-01-26')
})

test('what was prolonged ends in time to come', () => {
  expect(findTimes(analyzed('Суд продлил арест Ларсена до 30 августа.')).map(({ value }) => value)).toEqual([
    '../2031-08-30',
  ])
})

test('whole dates', () => {
  reads(
    null,
    'Договор подписан [19 июня 2024 года=2024-06-19].',
    'Встреча [3.09.2025=2025-09-03] и [2025-09-04=2025-09-04].',
    'Он родился [9 января 1947г.=1947-01-09] в городе.',
    'В [1999-м=1999] и в [марте 2001 г.=2001-03] тоже.',
    'Это было в [1990-х годах=199X], в [начале 2023 года=2023].',
  )
})

test('relative to publication', () => {
  reads(
    '2025-07-12',
    'Об этом заявили в [среду=2025-07-09].',
    '[Накануне=2025-07-11] стороны встретились.',
    'Он приезжал [месяц назад=2025-06], в [прошлом году=2024], в [июле прошлого года=2024-07].',
    'На [прошлой неделе=2025-06-30/2025-07-06] и [три дня назад=2025-07-09].',
    'На [июньской=2025-06] встрече говорили о [сегодняшних=2025-07-12] переговорах.',
    '[Этой весной=2025-21] и [осенью 2024 года=2024-23].',
    'За [первый квартал=2025-01/2025-03] выросло.',
  )
})

test('ranges, open periods and lists', () => {
  reads(
    '2023-05-08',
    'Визит пройдет с [8 по 9 мая=2023-05-08/2023-05-09].',
    'Поездка [26–29 марта=2023-03-26/2023-03-29].',
    'Режим действует с [2015 года=2015/..] и до [марта 2024 года=../2024-03].',
    'В [2014–2015 годах=2014/2015] и с [2020 по 2022 год=2020/2022].',
    'Рейды прошли [5 и 6 мая=2023-05-05/2023-05-06], затем [2, 3 и 4 июня=2023-06-02/2023-06-04].',
    'Рейды прошли [3=2023-05-03] и [6 мая=2023-05-06], вечером [1=2023-05-01] и утром [2 мая=2023-05-02].',
    'Сборы шли в [2021 и 2022 годах=2021/2022], выборы в [2018=2018] и [2022 годах=2022].',
    'По сравнению с [2021 годом=2021] выше.',
    'С [декабря 2022 года по март 2023 года=2022-12/2023-03].',
  )
})

test('hours that the text gives', () => {
  reads(
    '2023-03-21',
    '[20 марта=2023-03-20]. Около [13:00 мск=2023-03-20T13:00] самолет сел.',
    'Движение закроют с [14:00 до 19:00 21 марта=2023-03-21T14:00/2023-03-21T19:00].',
    'Счет 2:1, рост 12.30 процента.',
  )
})

test('a time that leans on the one before it', () => {
  reads(
    '2023-11-01',
    'Съезд открылся [12 мая 2010 года=2010-05-12]. В [тот же день=2010-05-12] его закрыли.',
    'Год [2013=…]'.replace('[2013=…]', '2013 ничего не значит.'),
  )
})

test('what is no time', () => {
  reads(
    '2023-03-21',
    'Ему 65 лет, он шел два часа.',
    'В партийной среде говорят об этом.',
    'Площадь Октябрьская и 31 человек.',
    'Встреча 31 февраля 2023 года.',
  )
})

test('without a publication date nothing relative is guessed', () => {
  reads(
    null,
    'В среду и накануне.',
    'Это было [13 июня=XXXX-06-13].',
    '[25 сентября 2017 года=2017-09-25], затем [7 августа=2017-08-07].',
  )
})

test('any text: spans lie in it, in order, and values are EDTF', () => {
  const pieces = fc.constantFrom(
    'с ',
    'по ',
    'до ',
    '5 ',
    '31 ',
    'мая ',
    'года ',
    '2023 ',
    '– ',
    'в ',
    'среду',
    ' и ',
    ', ',
    '13:00 ',
    'прошлом ',
    'году',
    '-го ',
    'назад',
    '\n',
    'конца ',
    '😀',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (list) => {
      const text = list.join('')
      let end = 0
      for (const time of findTimes(analysisOf(text, '2023-05-08'))) {
        expect(time.start).toBeGreaterThanOrEqual(end)
        expect(time.end).toBeGreaterThan(time.start)
        end = time.end
        expect(end).toBeLessThanOrEqual(text.length)
        expect(time.value).toMatch(/^(?:\.\.|[\dX]{4})/)
      }
    }),
  )
})

test('TIMEX3 where it says more, and a weekday that the date contradicts', () => {
  const found = (text: string) =>
    findTimes(analysisOf(text, '2021-03-08')).map(({ value, timex, note }) => [value, timex ?? null, note ?? null])
  expect(found('Утром 5 марта в 13:00 мск.')).toEqual([['2021-03-05T13:00', '2021-03-05T13:00+03:00', null]])
  expect(found('Он приехал утром 5 марта.')).toEqual([['2021-03-05', '2021-03-05TMO', null]])
  expect(found('Он приехал в пятницу вечером.')).toEqual([['2021-03-05', '2021-03-05TEV', null]])
  expect(found('Он приехал в пятницу, 5 марта.')).toEqual([
    ['2021-03-05', null, null],
    ['2021-03-05', null, null],
  ])
  expect(found('Он приехал в среду, 5 марта.')).toEqual([
    ['2021-03-05', null, 'the date is a Friday'],
    ['2021-03-05', null, 'the date is a Friday'],
  ])
  expect(found('Он приехал 5 марта.')).toEqual([['2021-03-05', null, null]])
})
