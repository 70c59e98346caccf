import type { Candidate } from './candidates.ts'
import type { DateOption } from './own-dates.ts'
import { ancestors } from './paths.ts'
import { isAnniversary } from './russian/anniversaries.ts'

/** How many words an act hangs below the day that keeps its memory ("годовщину начала операции"). */
const DEPTH = 3

/**
 * The dates that an act may have, without the year in which its anniversary is told of: "в годовщину начала
 * операции, 24 февраля 2023 года" is no day of the operation.
 */
export const withoutAnniversaries = (
  { reading: { words }, at }: Candidate,
  options: readonly DateOption[],
  published: string | null,
): readonly DateOption[] => {
  if (published === null || !ancestors(words, at, DEPTH).some((step) => isAnniversary(words[step.at]!.lemma)))
    return options
  const year = published.slice(0, 4)
  return options.filter(({ value }) => value.slice(0, 4) < year)
}
