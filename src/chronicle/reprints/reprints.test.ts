import { expect, test } from 'vitest'
import { page } from '../../../test/support/invented-facts.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import { Copies, printsOf, type Reprint } from './reprints.ts'

/** Pages in their order, each under its place in it. */
const copiesIn = (pages: readonly ArticleFacts[]): Copies => {
  const copies = new Copies((a, b) => a - b)
  copies.change(
    [],
    pages.map((facts, at) => [at, printsOf(facts)]),
  )
  return copies
}

const findReprints = (pages: readonly ArticleFacts[]): (Reprint | null)[] => {
  const copies = copiesIn(pages)
  return pages.map((_, at) => copies.reprint(at))
}

const REPORT =
  'Вечером в порту Бергена открыли новый причал для паромов, которые будут ходить на острова дважды в день. Строители закончили работу на месяц раньше срока и передали причал городу без торжеств. Первый паром ушел на острова через час после открытия, на борту было около сорока жителей и две школьные экскурсии. В городской управе рассказали, что осенью рядом появится зал ожидания с кафе и камерой хранения.'
const OTHER =
  'Музей рыболовства в Тромсё получил в подарок парусную лодку, построенную сто лет назад на верфи соседнего поселка. Лодку нашла семья рыбака, когда разбирала старый сарай, и решила отдать ее музею вместе с веслами и сетями. Реставраторы говорят, что дерево сохранилось лучше, чем они ожидали, и показать находку смогут уже летом.'

const plain = (id: string, published: string | null, text: string, headline = `Заголовок ${id}`) =>
  page({ id, published, headline }, [text])

test('the later of two equal texts is a copy of the earlier one', () => {
  const found = findReprints([plain('a', '2031-05-12', REPORT), plain('b', '2031-05-13', REPORT)])
  expect(found[0]).toBeNull()
  expect(found[1]).toMatchObject({ source: 0, share: 1 })
})

test('a page that took over the larger part is a copy in part', () => {
  const [, found] = findReprints([plain('a', '2031-05-12', REPORT), plain('b', '2031-05-13', `${REPORT} ${OTHER}`)])
  expect(found?.share).toBeGreaterThan(0.35)
  expect(found?.share).toBeLessThan(0.8)
})

test('one headline, or one speech quoted by both, makes no copy', () => {
  expect(findReprints([plain('a', null, REPORT, 'Открыт причал'), plain('b', null, OTHER, 'Открыт причал')])).toEqual([
    null,
    null,
  ])
  const quoting = (own: string): string => `${own} «${REPORT}»`
  expect(
    findReprints([
      plain('a', null, quoting(OTHER)),
      plain('b', null, quoting('Глава порта выступил перед жителями в субботу.')),
    ]),
  ).toEqual([null, null])
})

test('a copy of a copy leads to the first', () => {
  const copies = copiesIn(['a', 'b', 'c'].map((id) => plain(id, '2031-05-12', REPORT)))
  expect([0, 1, 2].map((at) => copies.root(at))).toEqual([0, 0, 0])
})

test('two sentences among four own ones make a copy in part, and only they lead to their source', () => {
  const [first, second] = REPORT.split('. ')
  const later = plain(
    'b',
    '2031-05-13',
    `${first}. ${OTHER} ${second}. Музей открыт по будням, вход для школьников свободный.`,
  )
  const articles = [plain('a', '2031-05-12', REPORT), later]
  const found = findReprints(articles)
  expect(found[1]).toMatchObject({ source: 0, share: 0.33 })
  const copies = copiesIn(articles)
  const at = (words: string): { start: number; end: number } => {
    const start = later.text.indexOf(words)
    return { start, end: later.text.indexOf('.', start) + 1 }
  }
  expect(copies.rootOf(1, later.text, at('Вечером в порту'))).toBe(0)
  expect(copies.rootOf(1, later.text, at('Лодку нашла'))).toBe(1)
})

test('one sentence in common, or an outlet that repeats itself, makes no copy in part', () => {
  const [first, second] = REPORT.split('. ')
  const one = [plain('a', '2031-05-12', REPORT), plain('b', '2031-05-13', `${first}. ${OTHER}`)]
  expect(findReprints(one)).toEqual([null, null])
  const own = (id: string, text: string) => page({ id, published: null, outlet: 'Маяк', headline: null }, [text])
  expect(findReprints([own('a', REPORT), own('b', `${first}. ${second}. ${OTHER} ${OTHER}`)])[1]).toBeNull()
})

test('when the first of three copies is taken out, the second is the source of the third', () => {
  const copies = copiesIn(['a', 'b', 'c'].map((id) => plain(id, '2031-05-12', REPORT)))
  expect(copies.change([0], [])).toEqual(new Set([1, 2]))
  expect([1, 2].map((at) => copies.root(at))).toEqual([1, 1])
})
