import { edtfBounds } from '../../core/index.ts'
import type { TimeFact } from '../facts.ts'
import type { SentenceReading, TimeAt } from './reading.ts'

/** Where a time lies as seen from the day of publication. */
export const whenIs = (
  time: Pick<TimeFact, 'value'>,
  published: string | null,
): 'past' | 'same' | 'around' | 'future' | 'unknown' => {
  const bounds = edtfBounds(time.value)
  const today = published === null ? null : edtfBounds(published.slice(0, 10))
  if (!bounds || !today) return 'unknown'
  if (bounds.last < today.first) return 'past'
  if (bounds.first > today.first) return 'future'
  return bounds.first === today.first && bounds.last === today.last ? 'same' : 'around'
}

/** How fine a value is: a day, a month, a year, an interval. */
export const grainOf = (value: string): string =>
  value.includes('/') ? 'interval' : value.length >= 10 ? 'day' : value.length === 7 ? 'month' : 'year'

/** "Житель 1981 года рождения", "родился в 1981 году": the time of a birth, and of no act. */
export const isBirth = ({ words }: SentenceReading, { from, to }: TimeAt): boolean =>
  /^(?:рождения|г\.?р\.?)$/.test(words[to]?.norm ?? '') ||
  words.slice(Math.max(0, from - 3), from).some(({ lemma }) => lemma === 'родиться')
