import { expect, it } from 'vitest'
import { inventedArticle, openRussian } from '../../../test/support/russian.ts'
import { findStatements } from '../statements/find-statements.ts'
import { findTimes } from '../times/find-times.ts'
import { type Candidate, findCandidates } from './candidates.ts'
import { dateOptions } from './date-features.ts'
import type { Draft } from './event-draft.ts'
import { findEvents } from './find-events.ts'
import { readArticle } from './reading.ts'

const russian = openRussian({ trees: true })

it('the year of a birth is the time of no act', () => {
  const analysis = russian.analyze(
    inventedArticle('Полиция Норвегии задержала Олафа Берга 1981 года рождения.', { headline: null }),
  )
  const times = findTimes(analysis)
  const statements = findStatements(analysis, times)
  expect(findEvents(analysis, times, statements).map(({ kind, date }) => `${kind} ${date}`)).not.toContain(
    'detention 1981',
  )
})

it('a course of many strikes lends its time to what goes on, and to nothing that happened', () => {
  const analysis = russian.analyze(inventedArticle('Уругвай обстрелял порт Арики.', { headline: null }))
  const times = findTimes(analysis)
  const reading = readArticle(analysis, times, findStatements(analysis, times))
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
