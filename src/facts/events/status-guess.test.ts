import { expect, it } from 'vitest'
import { readingOf } from '../../../test/support/events.ts'
import { findCandidates } from './candidates.ts'
import { guessStatus } from './status-guess.ts'

const statusOf = (text: string, lemma: string): string | undefined => {
  const candidate = findCandidates(readingOf(text)).find((one) => one.lemma === lemma)
  return candidate && guessStatus(candidate).status
}

it.each([
  ['Ларс Нильсен успел посетить Лиму до выборов.', 'happened'],
  ['Ларс Нильсен не успел посетить Лиму до выборов.', 'denied'],
  ['Ларс Нильсен может посетить Лиму до выборов.', 'possible'],
])('reads from the word that governs it whether somebody managed to do it: %s', (text, status) => {
  expect(statusOf(text, 'посетить')).toBe(status)
})
