import { expect, it } from 'vitest'
import { eventsOf } from '../../../test/support/events.ts'

const takingPart = (text: string, lemma: string): string[] | undefined =>
  eventsOf(text)
    .find(({ trigger }) => trigger.lemma === lemma)
    ?.participants.map(({ name }) => name)

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
