import { expect, test } from 'vitest'
import { page, plainLanguage } from '../../../test/support/invented-facts.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import { buildChronicle } from '../build.ts'

/** One line an entry: its kind, and the sentences of its evidence; what is told in passing stands in brackets. */
const told = (...pages: readonly ArticleFacts[]): string[] =>
  buildChronicle(pages, plainLanguage).entries.map(
    ({ kind, evidence }) =>
      `${kind}: ${evidence.map(({ quote, incidental }) => (incidental ? `(${quote})` : quote)).join(' ')}`,
  )

const TALKS = [
  'Анна Берг провела переговоры с Марией Рохас в Осло.',
  'meeting happened переговоры | Анна Берг, Мария Рохас | 2031-05-12 | Осло',
] as const

test('a mention that tells neither who nor when nor where goes to the event that it is told beside, and proves nothing', () => {
  const one = page({ id: 'a', published: '2031-05-12' }, TALKS, [
    'Решение далось нелегко.',
    'decision denied Решение | | |',
  ])
  expect(told(one)).toEqual(['meeting: Анна Берг провела переговоры с Марией Рохас в Осло. (Решение далось нелегко.)'])
  const [entry] = buildChronicle([one], plainLanguage).entries
  expect(entry?.status).toBe('happened')
  expect(entry?.history.map(({ status }) => status)).toEqual(['happened'])
})

test('it stays an entry where its page tells nothing else', () => {
  const one = page({ id: 'a', published: '2031-05-12' }, ['Решение далось нелегко.', 'decision happened Решение | | |'])
  expect(told(one)).toEqual(['decision: Решение далось нелегко.'])
})

test('what has its own day and place is an event of its own, whoever took part', () => {
  const one = page({ id: 'a', published: '2031-05-12' }, TALKS, [
    'Накануне в Бергене прошёл митинг.',
    'gathering happened митинг | | 2031-05-11 | Берген',
  ])
  expect(told(one)).toHaveLength(2)
})

test('another person than those of the event does not go to it from afar', () => {
  const far = ['Текст о погоде. '.repeat(120), 'decision happened погоде | Олаф Лунд | |'] as const
  expect(told(page({ id: 'a', published: '2031-05-12' }, TALKS, far))).toHaveLength(2)
})
