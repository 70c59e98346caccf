import { expect, it } from 'vitest'
import { takingPart } from '../../../test/support/events.ts'

it.each([
  [
    'Генпрокурор провела обыск у Ларса Нильсена и его заместителей Олафа Берга и Петра Торреса.',
    'обыск',
    ['Ларс Нильсен', 'Олаф Берг', 'Петр Торрес'],
  ],
  ['Санкции против Перу ввели Чили, Норвегия и Канада.', 'санкция', ['Чили', 'Норвегия', 'Канада', 'Перу']],
])('has all of a series take part: %s', (text, lemma, expected) => {
  expect(takingPart(text, lemma)).toEqual(expect.arrayContaining(expected))
})

it('leaves out a series that only speaks of the act', () => {
  const text = 'Чили, Норвегия и Канада осудили удар Перу по Боливии.'
  expect(takingPart(text, 'удар')).toEqual(['Перу', 'Боливия'])
})

it('does not take both sides of something between them for visitors', () => {
  const text = 'Отношения между Чили и Перу испортились после визита в Перу Анны Берг.'
  expect(takingPart(text, 'визит')).not.toContain('Чили')
})
