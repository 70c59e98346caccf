import { test } from 'vitest'
import { killAgainAndAgain } from './support/kills.ts'

test(
  'killed in the middle of adding, a chronicle keeps every page that was reported',
  () => killAgainAndAgain(3),
  300_000,
)
