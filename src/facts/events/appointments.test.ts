import { expect, it } from 'vitest'
import { eventsOf } from '../../../test/support/events.ts'

it('parts two appointments of a sentence, one of which is only the time of the other', () => {
  const events = eventsOf(
    'Новый премьер-министр Норвегии Ларс Нильсен вступил в должность 6 мая после отставки Олафа Берга.',
  )
  const people = events.map(({ trigger, participants }) => [
    trigger.lemma,
    participants.filter(({ type }) => type === 'person').map(({ name }) => name),
  ])
  expect(people).toContainEqual(['вступить', ['Ларс Нильсен']])
  expect(people).toContainEqual(['отставка', ['Олаф Берг']])
})

it('keeps who signs an order to appoint', () => {
  const events = eventsOf('Президент Чили Олаф Берг назначил Ларса Нильсена министром.')
  expect(events[0]?.participants.map(({ name }) => name)).toEqual(['Олаф Берг', 'Ларс Нильсен'])
})
