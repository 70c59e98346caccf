import { expect, test } from 'vitest'
import { mayBeEdited, meanGap, nextInterval, nextRereading, retryDelay } from './plan.ts'

const MINUTE = 60_000
const quiet = { fresh: 0, gap: null, asked: null }

test('a feed is read about as often as it changes', () => {
  const dates = ['2026-01-05T10:00:00Z', '2026-01-05T09:30:00Z', null, '2026-01-05T09:00:00Z', 'вчера']
  const gap = meanGap(dates)
  expect(gap).toBe(30 * MINUTE)
  expect(nextInterval(null, { fresh: 3, gap, asked: null })).toBe(30 * MINUTE)
  expect(meanGap(['2026-01-05'])).toBeNull()
})

test('one that brings nothing is left alone longer and longer, up to half a day; one that wakes is read often again', () => {
  let interval = nextInterval(null, { fresh: 0, gap: null, asked: null })
  expect(interval).toBe(15 * MINUTE)
  const steps: number[] = []
  for (let i = 0; i < 12; i++) {
    interval = nextInterval(interval, quiet)
    steps.push(interval)
  }
  expect(steps).toEqual([...steps].sort((a, b) => a - b))
  expect(interval).toBe(12 * 60 * MINUTE)
  for (let i = 0; i < 12; i++) interval = nextInterval(interval, { fresh: 5, gap: MINUTE, asked: null })
  expect(interval).toBe(5 * MINUTE)
})

test('what the feed asks for is kept, up to an hour', () => {
  expect(nextInterval(null, { fresh: 1, gap: MINUTE, asked: 30 })).toBe(30 * MINUTE)
  expect(nextInterval(null, { fresh: 1, gap: MINUTE, asked: 10_080 })).toBe(60 * MINUTE)
})

test('a page is read again for three days, and failures wait longer and longer', () => {
  const hours = (done: number) => (nextRereading(0, done) ?? 0) / MINUTE / 60
  expect([0, 1, 2, 3, 4, 5].map(hours)).toEqual([1, 4, 12, 24, 48, 72])
  expect(nextRereading(0, 6)).toBeNull()
  const now = Date.parse('2026-01-05T10:00:00Z')
  expect([mayBeEdited('2026-01-03', now), mayBeEdited('2026-01-01', now), mayBeEdited(null, now)]).toEqual([
    true,
    false,
    true,
  ])
  expect([1, 2, 3, 99].map((n) => retryDelay(n) / MINUTE)).toEqual([5, 10, 20, 1440])
})
