import { expect, it } from 'vitest'
import { takingPart } from '../../../test/support/events.ts'

it.each([
  ['Норвегия осуждает военную помощь Перу.', 'помощь', 'Норвегия'],
  ['Правительство Норвегии выступило против поставок оружия Перу.', 'поставка', 'Норвегия'],
  ['Президент Чили Олаф Берг поздравил Ларса Нильсена с избранием на пост премьера.', 'избрание', 'Олаф Берг'],
])('leaves out who only judges what others do: %s', (text, lemma, judge) => {
  const names = takingPart(text, lemma)
  expect(names?.length).toBeGreaterThan(0)
  expect(names).not.toContain(judge)
})

it('keeps who does it', () => {
  expect(takingPart('Норвегия поставила оружие Перу.', 'поставить')).toContain('Норвегия')
})

it('takes a body or its state, not both', () => {
  expect(takingPart('Парламент Чили запретил ввоз зерна из Перу.', 'запретить')).toEqual(['Парламент Чили', 'Перу'])
})
