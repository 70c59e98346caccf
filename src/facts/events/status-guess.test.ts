import { expect, it } from 'vitest'
import { candidateIn } from '../../../test/support/events.ts'
import { guessStatus } from './status-guess.ts'

it.each([
  ['Ларс Нильсен успел посетить Лиму до выборов.', 'happened'],
  ['Ларс Нильсен не успел посетить Лиму до выборов.', 'denied'],
  ['Ларс Нильсен может посетить Лиму до выборов.', 'possible'],
])('reads from the word that governs it whether somebody managed to do it: %s', (text, status) => {
  expect(guessStatus(candidateIn(text, 'посетить')).status).toBe(status)
})
