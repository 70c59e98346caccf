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
