import type { EventFact, Participant, Status } from '../facts.ts'
import { STATUSES } from '../facts.ts'
import { bestOf, type JointWeights, type Weights } from '../linear.ts'
import { withoutAnniversaries } from './anniversaries.ts'
import type { Candidate } from './candidates.ts'
import { BAR, guestsOf, type Looked, type Rated } from './company.ts'
import { dateOptions } from './date-features.ts'
import type { Draft } from './event-draft.ts'
import type { Told } from './kin.ts'
import { scoreOfFacets } from './model.ts'
import { placelessFacets, undatedFacets } from './none-features.ts'
import type { DateOption } from './own-dates.ts'
import { participantFacets } from './participant-features.ts'
import { type PlaceOption, placeOptions } from './place-features.ts'
import { type Prospect, prospectsOf } from './prospects.ts'
import type { Reading } from './reading.ts'
import { roleOf } from './roles.ts'
import { statusFeatures } from './status-features.ts'

/** The learned weights of each decision about an event. */
export interface EventWeights {
  readonly trigger: Weights
  readonly participant: Weights
  readonly company: Weights
  /** One model for each of `STATUSES`, in its order. */
  readonly status: JointWeights
  readonly date: Weights
  readonly place: Weights
}

const MOST = 6
const TYPE_ORDER = new Map([
  ['person', 0],
  ['organization', 1],
  ['country', 2],
])

/** Everybody who might take part in an event, with the log odds that the first look gives. */
export const rateProspects = (
  candidate: Candidate,
  reading: Reading,
  earlier: readonly Draft[],
  salience: ReadonlyMap<string, number>,
  weights: Weights,
): readonly Rated[] =>
  prospectsOf(candidate, reading, earlier).map((prospect) => ({
    prospect,
    score: scoreOfFacets(weights, participantFacets(candidate, prospect, reading, earlier, salience)),
  }))

/** Those that take part, persons before bodies before states, six at most. */
export const takingPart = (
  candidate: Candidate,
  rated: readonly Rated[],
): { participants: readonly Participant[]; chosen: readonly Prospect[] } => {
  const scored = rated
    .filter(({ score }) => score > BAR)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
  const order = (prospect: Prospect): number => TYPE_ORDER.get(prospect.type) ?? 3
  const chosen = scored.map(({ prospect }) => prospect)
  chosen.sort((a, b) => order(a) - order(b) || (a.party?.mention.start ?? 1e9) - (b.party?.mention.start ?? 1e9))
  const participants = chosen.map((prospect) => ({
    name: prospect.name,
    role: roleOf(candidate, prospect),
    ...(prospect.identity ? { identity: prospect.identity } : {}),
    type: prospect.type,
  }))
  return { participants, chosen }
}

/** The second look at everybody who might take part in the mention `at`. */
export const rateGuests = (all: readonly Looked[], at: number, reading: Reading, weights: Weights): readonly Rated[] =>
  guestsOf(all, at, reading.entities).map(({ prospect, facets }) => ({
    prospect,
    score: scoreOfFacets(weights, facets),
  }))

/** The most probable status. */
export const chooseStatus = (
  candidate: Candidate,
  reading: Reading,
  told: readonly Told[],
  earlier: readonly Draft[],
  weights: JointWeights,
): Status => {
  const features = statusFeatures(candidate, reading.statements, reading.analysis.article.published, told, earlier)
  return STATUSES[bestOf(weights, features, STATUSES.length)]!
}

/**
 * The value that most speaks for, among all that were offered and none at all (conditional logit): options of one value
 * add up. Null where "none" wins; else the option that speaks most for the value.
 */
const chosenOption = <T>(
  options: readonly T[],
  keyOf: (option: T) => string,
  scoreOf: (option: T) => number,
  none: number,
): T | null => {
  const sums = new Map<string, { sum: number; best: T; most: number }>()
  for (const option of options) {
    const score = scoreOf(option)
    const value = keyOf(option)
    const known = sums.get(value)
    if (!known) sums.set(value, { sum: Math.exp(score), best: option, most: score })
    else {
      known.sum += Math.exp(score)
      if (score > known.most) {
        known.most = score
        known.best = option
      }
    }
  }
  let most = Math.exp(none)
  let found: T | null = null
  for (const { sum, best } of sums.values()) {
    if (sum <= most) continue
    most = sum
    found = best
  }
  return found
}

/** The date that most speaks for, null where none does. */
export const chooseDate = (
  candidate: Candidate,
  reading: Reading,
  earlier: readonly Draft[],
  participants: readonly Participant[],
  status: Status,
  weights: Weights,
  later: readonly Draft[] = [],
): DateOption | null =>
  chosenOption(
    withoutAnniversaries(
      candidate,
      dateOptions(candidate, reading, earlier, participants, status, later),
      reading.analysis.article.published,
    ),
    ({ value }) => value,
    ({ facets }) => scoreOfFacets(weights, facets),
    scoreOfFacets(weights, undatedFacets(candidate, reading, status)),
  )

/** The place that most speaks for, null where none does. */
export const choosePlace = (
  candidate: Candidate,
  reading: Reading,
  earlier: readonly Draft[],
  participants: readonly Participant[],
  status: Status,
  weights: Weights,
  later: readonly Draft[] = [],
): PlaceOption | null =>
  chosenOption(
    placeOptions(candidate, reading, earlier, participants, status, later),
    ({ name }) => name,
    ({ facets }) => scoreOfFacets(weights, facets),
    scoreOfFacets(weights, placelessFacets(candidate, status, reading)),
  )

/** When and where as an event carries them. */
export const fieldsOf = (
  date: DateOption | null,
  place: PlaceOption | null,
): Pick<EventFact, 'date' | 'dateBasis' | 'place'> => ({
  date: date?.value ?? null,
  dateBasis: date?.basis ?? null,
  place: place ? { name: place.name, ...(place.identity ? { identity: place.identity } : {}) } : null,
})
