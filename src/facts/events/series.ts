import type { EventKind } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import type { Rated } from './company.ts'
import type { Party } from './parties.ts'
import type { SentenceReading } from './reading.ts'

// The first of the series that a name stands in; itself where it stands alone.
const firstOf = ({ parties }: SentenceReading, party: Party): Party => parties[party.joinedTo] ?? party

/** What goes on between two: "отношения между Чили и Перу" say nothing of who visits whom. */
const MUTUAL: ReadonlySet<EventKind> = new Set([
  'meeting',
  'call',
  'gathering',
  'agreement',
  'cooperation',
  'attack',
  'withdrawal',
  'deployment',
])

const isNamed = ({ prospect: { party, byPlace } }: Rated): boolean =>
  party !== null && party.mention.by === undefined && !byPlace

// Halfway between the mean and the best: one of a series whom grammar shows acting says more than another whom it leaves open.
const shareOf = (all: readonly Rated[]): number => {
  const scores = all.map(({ score }) => score)
  return (scores.reduce((sum, score) => sum + score, 0) / scores.length + Math.max(...scores)) / 2
}

/**
 * Everybody who might take part, where those who stand in one series of the event's sentence share their log odds: who is joined by
 * "и" or a comma plays one part, and what speaks for one speaks for all.
 *
 * @example 'Чили, Перу и Боливия ввели пошлины': all three, though only "Чили" begins the sentence
 */
export const evenInSeries = (rated: readonly Rated[], { kind, reading: own }: Candidate): readonly Rated[] => {
  const series = new Map<Party, Rated[]>()
  for (const one of rated) {
    const { party, sentence } = one.prospect
    if (!party || sentence !== own || !isNamed(one) || (party.preposition === 'между' && !MUTUAL.has(kind))) continue
    const first = firstOf(own, party)
    const known = series.get(first)
    if (!known) series.set(first, [one])
    else if (known[0]!.prospect.type === one.prospect.type) known.push(one)
  }
  const shared = new Map<Rated, number>()
  for (const all of series.values()) {
    if (all.length < 2) continue
    const share = shareOf(all)
    for (const one of all) shared.set(one, share)
  }
  return shared.size === 0
    ? rated
    : rated.map((one) => ({ prospect: one.prospect, score: shared.get(one) ?? one.score }))
}
