import { expect, it } from 'vitest'
import { takingPart } from '../../../test/support/events.ts'

it.each([
  ['Анна Берг встретилась с Хуаном Торресом. Стороны обсудили положение в Перу и Боливии.', 'обсудить'],
  [
    'Анна Берг провела переговоры с Хуаном Торресом. В заявлении по итогам встречи министров сказано о Перу.',
    'встреча',
  ],
])('knows both sides of talks that only calls them together: %s', (text, lemma) => {
  expect(takingPart(text, lemma)).toEqual(['Анна Берг', 'Хуан Торрес'])
})

it('leaves talks alone that name their own', () => {
  const text =
    'Анна Берг встретилась с Хуаном Торресом. Позднее министры Ларс Нильсен и Мария Рохас встретились в Осло.'
  expect(takingPart(text, 'встретиться', 1)).toEqual(['Ларс Нильсен', 'Мария Рохас'])
})
