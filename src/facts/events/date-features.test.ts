import { expect, it } from 'vitest'
import { eventsOf, readingOf } from '../../../test/support/events.ts'
import { type Candidate, findCandidates } from './candidates.ts'
import { dateOptions } from './date-features.ts'
import type { Draft } from './event-draft.ts'

it('the year of a birth is the time of no act', () => {
  const events = eventsOf('Полиция Норвегии задержала Олафа Берга 1981 года рождения.')
  expect(events.map(({ kind, date }) => `${kind} ${date}`)).not.toContain('detention 1981')
})

it('a course of many strikes lends its time to what goes on, and to nothing that happened', () => {
  const reading = readingOf('Уругвай обстрелял порт Арики.')
  const candidate = findCandidates(reading).find(({ kind }) => kind === 'attack') as Candidate
  const course: Draft = {
    candidate,
    participants: [],
    status: 'ongoing',
    date: '2030-10/..',
    dateBasis: 'text',
    place: null,
  }
  const offered = (draft: Draft, status: Draft['status']): string[] =>
    dateOptions(candidate, reading, [draft], [], status).map(({ value }) => value)
  expect(offered(course, 'ongoing')).toContain('2030-10/..')
  expect(offered(course, 'happened')).not.toContain('2030-10/..')
  expect(offered({ ...course, date: '2031-05-10/..' }, 'happened')).toContain('2031-05-10/..')
})
