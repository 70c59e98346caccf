import { firstNot } from '../../core/index.ts'
import type { Party } from './parties.ts'
import type { SentenceReading, TimeAt } from './reading.ts'

const PARTIES = 20
const TIMES = 6

/** The parties that stand nearest to a word, at most twenty on either side: sentences may be of any length. */
export const partiesNear = ({ parties }: SentenceReading, at: number): readonly Party[] => {
  if (parties.length <= 2 * PARTIES) return parties
  const middle = firstNot(0, parties.length, (index) => parties[index]!.mention.from < at)
  return parties.slice(Math.max(0, middle - PARTIES), middle + PARTIES)
}

/** The times that stand nearest to a word, at most six on either side. */
export const timesNear = ({ times }: SentenceReading, at: number): readonly TimeAt[] => {
  if (times.length <= 2 * TIMES) return times
  const middle = firstNot(0, times.length, (index) => times[index]!.from < at)
  return times.slice(Math.max(0, middle - TIMES), middle + TIMES)
}

/** How far two words stand apart, as features name it. */
export const distanceLabel = (words: number): string =>
  words <= 2 ? '2' : words <= 5 ? '5' : words <= 10 ? '10' : 'far'
