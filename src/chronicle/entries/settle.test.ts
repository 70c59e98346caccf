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

const build = (...pages: readonly ArticleFacts[]): string[] =>
  buildChronicle(pages, plainLanguage)
    .entries.map(({ kind }) => kind)
    .sort((a, b) => (a < b ? 1 : -1))

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

test('what one page says in passing goes to what many pages tell of it', () => {
  const told3 = ['a', 'b', 'c'].map((id) =>
    page({ id, published: '2031-05-12', headline: `Удар по Арике, ${id}` }, [
      'Уругвай нанёс удар по городу Арика в Чили 12 мая, погибли моряки порта.',
      'attack happened удар | Уругвай:agent, Чили:target | 2031-05-12 | Арика',
    ]),
  )
  const passing = page(
    { id: 'd', published: '2031-05-13', headline: 'Море спокойно' },
    [`Погода над морем ${'ровная и тихая, '.repeat(20)}`, 'gathering happened Погода | Норвегия | 2031-05-13 | Осло'],
    [
      'Уругвай нанёс удар по городу Арика, погибли моряки порта.',
      'attack happened удар | Уругвай:agent, Чили:target | 2031-05-12 | Арика',
    ],
    ['Чили готовится к боям.', 'attack possible боям | Чили:agent, Норвегия:target | |'],
  )
  expect(build(...told3, passing)).toEqual(['gathering', 'attack'])
  expect(build(passing)).toEqual(['gathering', 'attack', 'attack'])
})

test('talks of which a page names one side alone go to those that its story tells in full', () => {
  const one = page({ id: 'a', published: '2031-05-12' }, TALKS, [
    'Переговоры Норвегии продолжаются.',
    'meeting ongoing Переговоры | Норвегия | 2031-05-10 |',
  ])
  expect(told(one)).toEqual([
    'meeting: Анна Берг провела переговоры с Марией Рохас в Осло. (Переговоры Норвегии продолжаются.)',
  ])
})

test('"the decision" without a word on what was decided goes to the act that it speaks of', () => {
  const one = page(
    { id: 'a', published: '2031-05-12' },
    [
      'Норвегия запретила ввоз рыбы из Чили.',
      'sanction happened запретила | Норвегия:agent, Чили:target | 2031-05-12 |',
    ],
    ['Решение Норвегии объяснили ростом цен.', 'decision happened Решение | Норвегия:agent | 2031-05-12 |'],
  )
  expect(build(one)).toEqual(['sanction'])
})

test('an act told in passing without a day goes to what its page tells of the same people, a plan stands for itself', () => {
  const lines = (status: string) =>
    [
      ['Уругвай нанёс удар по Чили.', 'attack happened удар | Уругвай:agent, Чили:target | 2031-05-12 | Арика'],
      [`Порт закрыт. ${'Погода ровная и тихая. '.repeat(20)}`],
      ['Уругвай атакует Чили.', `attack ${status} атакует | Уругвай:agent, Чили:target | |`],
    ] as const
  const before = { id: 'a', published: '2031-05-12' }
  expect(build(page(before, ...lines('ongoing')))).toEqual(['attack'])
  expect(build(page(before, ...lines('planned')))).toEqual(['attack', 'attack'])
})

test('an act told in passing does not go to one of quite another kind', () => {
  const one = page(
    { id: 'a', published: '2031-05-12' },
    ['Норвегия и Чили провели переговоры в Осло.', 'meeting happened переговоры | Норвегия, Чили | 2031-05-12 | Осло'],
    [`Порт закрыт. ${'Погода ровная и тихая. '.repeat(20)}`],
    ['Норвегия поставляет рыбу Чили.', 'aid ongoing поставляет | Норвегия:agent, Чили:recipient | |'],
  )
  expect(build(one)).toEqual(['meeting', 'aid'])
})

test('a vote beside elections is theirs, and a talk of two whom the page tells to have telephoned is that call', () => {
  const one = page(
    { id: 'a', published: '2031-05-12' },
    ['В Чили прошли выборы.', 'appointment happened выборы | Чили | 2031-05-12 | Чили'],
    ['Голосование на избирательных участках закончилось.', 'decision happened Голосование | Чили | 2031-05-12 | Чили'],
    ['Анна Берг позвонила Марии Рохас.', 'call happened позвонила | Анна Берг, Мария Рохас | 2031-05-12 |'],
    ['Берг и Рохас обсудили выборы.', 'meeting happened обсудили | Анна Берг, Мария Рохас | |'],
  )
  expect(build(one)).toEqual(['call', 'appointment'])
})
