import { expect, it } from 'vitest'
import { takingPart } from '../../../test/support/events.ts'

it.each([
  ['Анна Берг призвала к переговорам между Чили и Перу.', 'переговоры', ['Чили', 'Перу']],
  [
    'Анна Берг предложила встречу между Ларсом Нильсеном и Хуаном Торресом.',
    'встреча',
    ['Ларс Нильсен', 'Хуан Торрес'],
  ],
])('has talks between two be theirs alone: %s', (text, lemma, expected) => {
  expect(takingPart(text, lemma)).toEqual(expected)
})
