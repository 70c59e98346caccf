import { expect, it } from 'vitest'
import { eventsOf } from '../../../test/support/events.ts'

const acts = (text: string): string[] => eventsOf(text).map(({ kind, trigger }) => `${kind} ${trigger.lemma}`)

it.each([
  ['Норвегия присоединилась к санкциям Евросоюза против Перу.', 'sanction присоединиться'],
  ['Евросоюз на полгода продлил санкции против Перу.', 'sanction продлить'],
  ['Норвегия объявила о снятии санкций с Перу.', 'withdrawal снятие'],
])('names what is done to a sanction, once: %s', (text, act) => {
  expect(acts(text)).toEqual([act])
})

it('names a sanction that is imposed by itself', () => {
  expect(acts('Норвегия ввела новые санкции против Перу.')).toEqual(['sanction санкция'])
})
