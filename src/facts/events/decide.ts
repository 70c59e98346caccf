import type { EventFact, Participant, Status } from '../facts.ts'
import { STATUSES } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import { type DateOption, dateOptions } from './date-features.ts'
import type { Draft } from './event-draft.ts'
import type { Told } from './kin.ts'
import { bestOf, type JointWeights, probabilityOfFacets, scoreOf, scoreOfRemembered, type Weights } from './model.ts'
import { type PlaceOption, placeOptions } from './place-features.ts'
import { type Prospect, participantFacets, prospectsOf } from './prospects.ts'
import type { Reading } from './reading.ts'
import { roleOf } from './roles.ts'
import { statusFeatures } from './status-features.ts'

/** The learned weights of each decision about an event. */
export interface EventWeights {
  readonly trigger: Weights
  readonly participant: Weights
  /** One model for each of `STATUSES`, in its order. */
  readonly status: JointWeights
  readonly date: Weights
  readonly place: Weights
}

const MOST = 6
const DATE_LEAST = -0.2
const PLACE_LEAST = 0
const PARTICIPANT_THRESHOLD = 0.4
const TYPE_ORDER = new Map([
  ['person', 0],
  ['organization', 1],
  ['country', 2],
])

/** Those prospects that take part, persons before bodies before states, six at most. */
export const chooseParticipants = (
  candidate: Candidate,
  reading: Reading,
  earlier: readonly Draft[],
  salience: ReadonlyMap<string, number>,
  weights: Weights,
): { participants: readonly Participant[]; chosen: readonly Prospect[] } => {
  const scored = prospectsOf(candidate, reading, earlier)
    .map((prospect) => ({
      prospect,
      score: probabilityOfFacets(weights, participantFacets(candidate, prospect, reading, earlier, salience)),
    }))
    .filter(({ score }) => score > PARTICIPANT_THRESHOLD)
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

const bestOption = <T extends { readonly features: readonly string[] }>(
  options: readonly T[],
  scoreOf: (features: readonly string[]) => number,
  least: number,
): T | null => {
  let best: T | null = null
  let most = least
  for (const option of options) {
    const score = scoreOf(option.features)
    if (score > most) {
      most = score
      best = option
    }
  }
  return best
}

/** The date that most speaks for, null where none does. */
export const chooseDate = (
  candidate: Candidate,
  reading: Reading,
  earlier: readonly Draft[],
  participants: readonly Participant[],
  status: Status,
  weights: Weights,
): DateOption | null =>
  bestOption(
    dateOptions(candidate, reading, earlier, participants, status),
    (features) => scoreOfRemembered(weights, features),
    DATE_LEAST,
  )

/** The place that most speaks for, null where none does. */
export const choosePlace = (
  candidate: Candidate,
  reading: Reading,
  earlier: readonly Draft[],
  participants: readonly Participant[],
  status: Status,
  weights: Weights,
): PlaceOption | null =>
  bestOption(
    placeOptions(candidate, reading, earlier, participants, status),
    (features) => scoreOf(weights, features),
    PLACE_LEAST,
  )

/** A place as an event carries it. */
export const placeFact = (option: PlaceOption | null): EventFact['place'] =>
  option ? { name: option.name, ...(option.identity ? { identity: option.identity } : {}) } : null
