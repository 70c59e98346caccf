import { expect, test } from 'vitest'
import { type Line, listed, page, withStates } from '../../../test/support/invented-facts.ts'
import type { ArticleFacts } from '../../facts/index.ts'

/** A page whose later sentences tell of events, after one without any. */
const telling = (...lines: readonly Line[]): ArticleFacts =>
  withStates(page({ id: 'a', published: '2031-05-13', outlet: 'a' }, ['Порт Арики стоит с 12 мая.'], ...lines))

test('who did it, where two sides say it of each other, names both', () => {
  const shelled = 'attack happened обстреле | Чили, Норвегия | 2031-05-12 | Арика'
  const mutual = 'Чили и Норвегия обвинили друг друга в обстреле порта.'
  expect(listed(telling([mutual, shelled]))).toEqual([`participants claim: Чили: ${mutual} / Норвегия: ${mutual}`])
  expect(listed(telling(['Чили и Норвегия помогли друг другу при обстреле порта.', shelled]))).toEqual([])
})

test('what one side calls a wrong and another says is right is framing', () => {
  const drill = 'deployment happened учения | Чили | 2031-05-12 | Арика'
  const wrong = 'Норвегия назвала учения в Арике провокацией.'
  const right = 'В Чили заявили, что учения в Арике носят оборонительный характер.'
  const both = telling([wrong, drill], [right, drill])
  expect(listed(both)).toEqual([`words framing: ${wrong} / ${right}`])
  expect(listed(telling([wrong, drill], ['В Чили заявили, что учения в Арике завершены.', drill]))).toEqual([])
})

test('a denial that tells itself what it denies lists both', () => {
  const denied = 'Власти Чили опровергли сообщения об обстреле порта Арики войсками Норвегии.'
  const found = listed(telling([denied, 'attack denied обстреле | Норвегия, Чили | 2031-05-12 | Арика']))
  expect(found).toHaveLength(1)
  expect(found[0]).toContain('сообщения об обстреле порта Арики')
})

test('what is called untrue is told without the words that call it so', () => {
  const denied = 'Власти Чили назвали данные об обстреле порта Арики Норвегией «дезинформацией».'
  const found = listed(telling([denied, 'attack denied обстреле | Норвегия, Чили | 2031-05-12 | Арика']))
  expect(found).toEqual([`claim claim: данные об обстреле порта Арики Норвегией / ${denied}`])
})

test('one sentence may tell both, and a proposal that is called nonsense is no claim', () => {
  const both = 'Норвегия обвинила Чили в обстреле порта Арики; власти Чили все обвинения отрицали.'
  const found = listed(telling([both, 'attack happened обстреле | Чили, Норвегия | 2031-05-12 | Арика']))
  expect(found).toContain(
    'claim claim: Норвегия обвинила Чили в обстреле порта Арики / власти Чили все обвинения отрицали.',
  )
  const said = 'Олаф Лунд заявил, что порт Арики закрыт после обстрела города.'
  const proposed = 'Власти Чили назвали бредом предложение закрыть порт Арики для города.'
  expect(
    listed(
      telling(
        [said, 'attack happened обстрела | Чили | 2031-05-12 | Арика'],
        [proposed, 'decision happened закрыть | Чили | 2031-05-12 | Арика'],
      ),
    ),
  ).toEqual([])
})

test('what is denied in so many words is no other claim that stands near', () => {
  const claim = 'Министерство обороны Норвегии сообщило о начале учений на юге области.'
  const denied = 'Губернатор области опроверг данные о том, что войска взяли порт Арики на юге.'
  const found = listed(
    telling(
      [claim, 'deployment happened учений | Норвегия | 2031-05-12 | Арика'],
      [denied, 'attack denied взяли | Норвегия | 2031-05-12 | Арика'],
    ),
  )
  expect(found.filter((one) => one.includes('учений'))).toEqual([])
})
