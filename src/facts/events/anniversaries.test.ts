import { expect, it } from 'vitest'
import { eventsOf } from '../../../test/support/events.ts'

const dateIn = (text: string, lemma: string): string | null | undefined =>
  eventsOf(text).find(({ trigger }) => trigger.lemma === lemma)?.date

it('takes an anniversary for no day of the act that it keeps', () => {
  expect(dateIn('В годовщину обстрела Лимы, 2 марта 2031 года, президент Перу посетил Осло.', 'обстрел')).toBeNull()
})

it('leaves the act the day of its own year', () => {
  expect(dateIn('Перу отметило годовщину обстрела Лимы 2 марта 1995 года.', 'обстрел')).toBe('1995-03-02')
})

it('leaves the day to what takes place on it', () => {
  const text = 'Взрыв произошёл 2 марта 2031 года, в годовщину гибели короля Перу, во время траурного шествия в Лиме.'
  expect(dateIn(text, 'взрыв')).toBe('2031-03-02')
  expect(dateIn(text, 'шествие')).toBe('2031-03-02')
})
