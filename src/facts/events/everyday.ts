import type { Candidate } from './candidates.ts'
import type { Reading } from './reading.ts'
import {
  ARMED,
  ARRIVES,
  BLOWS,
  BREAKS,
  BURSTS,
  BUSINESS,
  CONCLUDES,
  CONTESTS,
  CONTRACTS,
  DUES,
  ELEMENTS,
  EVACUATES,
  FIGURATIVE,
  FIRES,
  FIRMS,
  FORCE,
  FREES,
  HOUSEHOLD,
  ILLNESS,
  ISSUES,
  KILLS,
  KIN,
  LEAVES,
  MARKETS,
  MEASURES,
  OF_GATHERINGS,
  OFFICES,
  PAPERS,
  PIPES,
  PLACES,
  POISONED,
  POISONS,
  PUBLIC,
  SELLERS,
  SPACE,
  SPORTS,
  STARTS,
  STATES,
  STOPS,
  STRUCK,
  STUDENTS,
  SURGERY,
  TEACHES,
  TEXTS,
  VESSELS,
  WORKS,
} from './russian/everyday.ts'
import { someIn, within } from './stretch.ts'

const NEAR = 4
const FAR = 10
const FROM = new Set(['от'])

/** What a page tells of besides politics. */
export interface Everyday {
  /** Something burst in a house or a works, and nobody attacks. */
  readonly accident: boolean
  /** Something burns, and nobody attacks. */
  readonly fire: boolean
  /** Somebody fell ill of what he ate, and nobody attacks. */
  readonly illness: boolean
}

/** Finds out what a page tells of besides politics. */
export const everydayOf = ({ sentences }: Reading): Everyday => {
  const tells = (set: ReadonlySet<string>): boolean =>
    sentences.some(({ words }) => within(words, 0, words.length, set))
  const calm = !tells(FORCE)
  return { accident: calm && tells(HOUSEHOLD), fire: calm && tells(FIRES), illness: calm && tells(ILLNESS) }
}

// Whoever held an office of state a sentence ago is no mere man of business.
const tellsOfStates = ({ reading: { index } }: Candidate, { sentences }: Reading): boolean =>
  [sentences[index - 1], sentences[index]].some(
    (told) => told !== undefined && within(told.words, 0, told.words.length, STATES),
  )

/**
 * Whether a word that may name an act of politics tells of everyday life there: a gas bottle that bursts, a flood that
 * destroys, the head of a firm who leaves, a brand that goes from a market, a husband who kills, an operation of
 * doctors, a burst pipe, a document that is placed on a site, a blow to a reputation, a house that is left because it burns,
 * a game, a reactor that is started, a flight that arrives.
 */
export const isEveryday = (candidate: Candidate, page: Reading, { accident, fire, illness }: Everyday): boolean => {
  const { at, lemma, kind } = candidate
  const { words } = candidate.reading
  const near = (set: ReadonlySet<string>): boolean => within(words, at - NEAR, at + 1 + NEAR, set)
  const far = (set: ReadonlySet<string>): boolean => within(words, at - FAR, at + 1 + FAR, set)
  const next = (set: ReadonlySet<string>): boolean => within(words, at + 1, at + 1 + NEAR, set)
  const tells = (set: ReadonlySet<string>): boolean => within(words, 0, words.length, set)
  if (FREES.has(lemma)) return within(words, at + 1, at + 1 + NEAR, FROM) && next(DUES)
  if (kind === 'detention' && CONCLUDES.has(lemma)) return near(CONTRACTS)
  if (EVACUATES.has(lemma)) return fire
  if (CONTESTS.has(lemma) && far(SPORTS)) return true
  if (kind === 'attack') {
    if (accident && BURSTS.has(lemma)) return true
    if (BREAKS.has(lemma)) return near(ELEMENTS)
    if (KILLS.has(lemma)) return far(KIN) && !far(PUBLIC)
    if (BLOWS.has(lemma))
      return FIGURATIVE.has(words[at - 1]?.lemma ?? '') || (words[at + 1]?.norm === 'по' && next(STRUCK))
    if (POISONED.has(lemma)) return illness || near(POISONS)
    if (lemma === 'операция') return far(SURGERY) && !far(FORCE) && !far(PUBLIC)
    return lemma === 'прорыв' && next(PIPES)
  }
  if (kind === 'appointment' && OFFICES.has(lemma) && far(FIRMS)) return !tellsOfStates(candidate, page)
  if (kind === 'gathering' && lemma === 'мероприятие') {
    const before = words[at - 1]
    return (
      MEASURES.has(before?.lemma ?? '') || (OF_GATHERINGS.has(before?.lemma ?? '') && words[at]!.morph.case === 'Gen')
    )
  }
  if (STARTS.has(lemma)) return (near(WORKS) || far(SPACE)) && !far(ARMED)
  if (kind === 'aid' && TEACHES.has(lemma)) return far(STUDENTS)
  if (ISSUES.has(lemma)) return next(PAPERS)
  if (ARRIVES.has(lemma))
    return someIn(words, 0, words.length, (word) => word.head === at && word.rel === 'nsubj' && VESSELS.has(word.lemma))
  if (kind === 'deployment' && PLACES.has(lemma)) return near(TEXTS)
  if (LEAVES.has(lemma) && next(MARKETS)) return true
  return STOPS.has(lemma) && next(BUSINESS) && tells(SELLERS) && !tells(STATES)
}
