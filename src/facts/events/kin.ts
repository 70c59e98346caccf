import { firstNot } from '../../core/index.ts'
import type { Status } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import type { Draft } from './event-draft.ts'
import { remembered } from './model.ts'
import { sameFamily } from './same-event.ts'
import { guessStatus, type StatusGuess } from './status-guess.ts'

/** What grammar says of each trigger of an article, in text order. */
export interface Told {
  readonly candidate: Candidate
  readonly guess: StatusGuess
}

// Guesses that rest on the noun's mere position, not on a word that speaks of the event itself.
const VAGUE = new Set(['default', 'during', 'after', 'future-during', 'future-after', 'future-other'])

/** Whether a guess rests on words that speak of the event itself ("состоятся", "предстоящий"). */
export const isExplicit = ({ by }: StatusGuess): boolean => !VAGUE.has(by)

/** Reads every trigger's own words once. */
export const tellAll = (triggers: readonly Candidate[]): readonly Told[] =>
  triggers.map((candidate) => ({ candidate, guess: guessStatus(candidate) }))

const NEAR = 40

// Triggers stand in text order, so the place of one is found by halving.
const positionOf = (told: readonly Told[], { reading, at }: Candidate): number => {
  return firstNot(0, told.length, (middle) => {
    const other = told[middle]!.candidate
    return other.reading.index < reading.index || (other.reading === reading && other.at < at)
  })
}

/** What other mentions of the same sort of event in the article say: a bare "переговоры" is as planned as the talks announced in the lead. */
export const kinFeatures = (
  candidate: Candidate,
  told: readonly Told[],
  earlier: readonly Draft[],
  own: StatusGuess,
): readonly string[] => {
  const by = isExplicit(own) ? 'explicit' : own.by
  const here = positionOf(told, candidate)
  let before: Status | null = null
  let after: Status | null = null
  let word: Status | null = null
  for (let i = Math.max(0, here - NEAR); i < Math.min(told.length, here + NEAR); i++) {
    const other = told[i]!
    if (other.candidate === candidate || !isExplicit(other.guess) || !sameFamily(other.candidate.kind, candidate.kind))
      continue
    if (i < here) before = other.guess.status
    else after ??= other.guess.status
    if (other.candidate.lemma === candidate.lemma) word ??= other.guess.status
  }
  const last = earlier.findLast((draft) => sameFamily(draft.candidate.kind, candidate.kind))
  const same = earlier.findLast((draft) => draft.candidate.lemma === candidate.lemma)
  return remembered(`kin|${by}|${before}|${after}|${word}|${last?.status}|${same?.status}`, () => {
    const found = [
      `kin:before:${before}`,
      `kin:after:${after}`,
      `kin:word:${word}`,
      `last:${last?.status ?? null}`,
      `same:${same?.status ?? null}`,
    ]
    return [...found, ...found.map((feature) => `${by}|${feature}`)]
  })
}
