import type { Candidate } from './candidates.ts'
import type { Reading } from './reading.ts'
import {
  BLOWS,
  BREAKS,
  BURSTS,
  BUSINESS,
  DUES,
  ELEMENTS,
  FIGURATIVE,
  FIRMS,
  FORCE,
  FREES,
  HOUSEHOLD,
  KILLS,
  KIN,
  LEAVES,
  MARKETS,
  MEASURES,
  OF_GATHERINGS,
  OFFICES,
  PIPES,
  PLACES,
  PUBLIC,
  SELLERS,
  STATES,
  STOPS,
  STRUCK,
  SURGERY,
  TEXTS,
} from './russian/everyday.ts'
import { someIn, within } from './stretch.ts'

const NEAR = 4
const FAR = 10
const FROM = new Set(['от'])

/** Whether a page tells of something that burst in a house or a works, and of nobody who attacks. */
export const isAccident = ({ sentences }: Reading): boolean => {
  let household = false
  for (const { words } of sentences) {
    if (someIn(words, 0, words.length, ({ lemma }) => FORCE.has(lemma))) return false
    household ||= someIn(words, 0, words.length, ({ lemma }) => HOUSEHOLD.has(lemma))
  }
  return household
}

// Whoever held an office of state a sentence ago is no mere man of business.
const tellsOfStates = ({ reading: { index } }: Candidate, { sentences }: Reading): boolean =>
  [sentences[index - 1], sentences[index]].some(
    (told) => told !== undefined && within(told.words, 0, told.words.length, STATES),
  )

/**
 * Whether a word that may name an act of politics tells of everyday life there: a gas bottle that bursts, a flood that
 * destroys, the head of a firm who leaves, a brand that goes from a market, a husband who kills, an operation of
 * doctors, a burst pipe, a document that is placed on a site, a blow to a reputation.
 */
export const isEveryday = (candidate: Candidate, page: Reading, accident: boolean): boolean => {
  const { at, lemma, kind } = candidate
  const { words } = candidate.reading
  const near = (set: ReadonlySet<string>): boolean => within(words, at - NEAR, at + 1 + NEAR, set)
  const far = (set: ReadonlySet<string>): boolean => within(words, at - FAR, at + 1 + FAR, set)
  const next = (set: ReadonlySet<string>): boolean => within(words, at + 1, at + 1 + NEAR, set)
  if (FREES.has(lemma)) return within(words, at + 1, at + 1 + NEAR, FROM) && next(DUES)
  if (kind === 'attack') {
    if (accident && BURSTS.has(lemma)) return true
    if (BREAKS.has(lemma)) return near(ELEMENTS)
    if (KILLS.has(lemma)) return far(KIN) && !far(PUBLIC)
    if (BLOWS.has(lemma))
      return FIGURATIVE.has(words[at - 1]?.lemma ?? '') || (words[at + 1]?.norm === 'по' && next(STRUCK))
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
  if (kind === 'deployment' && PLACES.has(lemma)) return near(TEXTS)
  if (LEAVES.has(lemma) && next(MARKETS)) return true
  return STOPS.has(lemma) && next(BUSINESS) && far(SELLERS) && !far(STATES)
}
