import type { Word } from '../../language/index.ts'
import type { Candidate } from './candidates.ts'
import type { DateOption } from './own-dates.ts'
import { ancestors, prepositionOn } from './paths.ts'
import { isAnniversary } from './russian/anniversaries.ts'

/** How many words an act hangs below the day that keeps its memory ("годовщину начала операции"). */
const DEPTH = 4

// By genitives alone: "в годовщину гибели, во время шествия" tells of a march on that very day.
const isKept = (words: readonly Word[], at: number): boolean => {
  for (const step of ancestors(words, at, DEPTH)) {
    if (isAnniversary(words[step.at]!.lemma)) return step.at !== at
    if (step.rel !== 'nmod' || prepositionOn(words, step.at) !== '') return false
  }
  return false
}

/**
 * The dates that an act may have, without the year in which its anniversary is told of: "в годовщину начала
 * операции, 24 февраля 2023 года" is no day of the operation.
 */
export const withoutAnniversaries = (
  { reading: { words }, at }: Candidate,
  options: readonly DateOption[],
  published: string | null,
): readonly DateOption[] => {
  if (published === null || !isKept(words, at)) return options
  const year = published.slice(0, 4)
  return options.filter(({ value }) => value.slice(0, 4) < year)
}
