import type { Candidate } from './candidates.ts'
import type { Reading } from './reading.ts'
import {
  ARRIVES,
  type Beside,
  BLOWS,
  DUES,
  FIGURATIVE,
  FIRMS,
  FORCE,
  FREES,
  MATTERS,
  type Matter,
  MEASURES,
  OF_GATHERINGS,
  OFFICES,
  SENSES,
  type Sense,
  STATES,
  STRUCK,
  VESSELS,
} from './russian/everyday.ts'
import { someIn, within } from './stretch.ts'

const NEAR = 4
const FAR = 10
const FROM = new Set(['от'])

/** What a page tells of besides politics. */
export type Everyday = ReadonlySet<Matter>

/** Finds out what a page tells of besides politics: nothing where somebody attacks. */
export const everydayOf = ({ sentences }: Reading): Everyday => {
  const tells = (set: ReadonlySet<string>): boolean =>
    sentences.some(({ words }) => within(words, 0, words.length, set))
  return new Set(tells(FORCE) ? [] : MATTERS.flatMap(([matter, words]) => (tells(words) ? [matter] : [])))
}

const stands = ({ at, reading: { words } }: Candidate, [reach, set]: Beside): boolean => {
  switch (reach) {
    case 'near':
      return within(words, at - NEAR, at + 1 + NEAR, set)
    case 'far':
      return within(words, at - FAR, at + 1 + FAR, set)
    case 'next':
      return within(words, at + 1, at + 1 + NEAR, set)
    case 'sentence':
      return within(words, 0, words.length, set)
  }
}

const isMeant = (candidate: Candidate, everyday: Everyday, sense: Sense): boolean => {
  const { kind, not, matter, beside = [], unless = [] } = sense
  if (!sense.lemmas.has(candidate.lemma) || candidate.kind === not) return false
  if (kind !== undefined && candidate.kind !== kind) return false
  if (matter !== undefined && !everyday.has(matter)) return false
  return beside.every((one) => stands(candidate, one)) && !unless.some((one) => stands(candidate, one))
}

// Whoever held an office of state a sentence ago is no mere man of business.
const isOfficeOfFirm = (candidate: Candidate, { sentences }: Reading): boolean => {
  const { index } = candidate.reading
  if (candidate.kind !== 'appointment' || !OFFICES.has(candidate.lemma) || !stands(candidate, ['far', FIRMS]))
    return false
  return ![sentences[index - 1], sentences[index]].some(
    (told) => told !== undefined && within(told.words, 0, told.words.length, STATES),
  )
}

// "Санкционный удар", "удар по репутации".
const isFigure = (candidate: Candidate): boolean => {
  const { at, lemma, kind, reading } = candidate
  if (kind !== 'attack' || !BLOWS.has(lemma)) return false
  const [before, next] = [reading.words[at - 1], reading.words[at + 1]]
  return FIGURATIVE.has(before?.lemma ?? '') || (next?.norm === 'по' && stands(candidate, ['next', STRUCK]))
}

// "Следственные мероприятия", "организатор мероприятия".
const gathersNobody = ({ at, lemma, kind, reading: { words } }: Candidate): boolean => {
  const before = words[at - 1]?.lemma ?? ''
  if (kind !== 'gathering' || lemma !== 'мероприятие') return false
  return MEASURES.has(before) || (OF_GATHERINGS.has(before) && words[at]!.morph.case === 'Gen')
}

const isFreedOfDues = (candidate: Candidate): boolean =>
  FREES.has(candidate.lemma) && stands(candidate, ['next', FROM]) && stands(candidate, ['next', DUES])

const isArrivalOfVessel = ({ at, lemma, kind, reading: { words } }: Candidate): boolean =>
  kind !== 'attack' &&
  ARRIVES.has(lemma) &&
  someIn(words, 0, words.length, (word) => word.head === at && word.rel === 'nsubj' && VESSELS.has(word.lemma))

/**
 * Whether a word that may name an act of politics tells of everyday life there: a gas bottle that bursts, a flood that
 * destroys, the head of a firm who leaves, a brand that goes from a market, a husband who kills, an operation of
 * doctors, a burst pipe, a document that is placed on a site, a blow to a reputation, a house that is left because it burns,
 * a game, a reactor that is started, a flight that arrives.
 */
export const isEveryday = (candidate: Candidate, page: Reading, everyday: Everyday): boolean =>
  SENSES.some((sense) => isMeant(candidate, everyday, sense)) ||
  isOfficeOfFirm(candidate, page) ||
  isFigure(candidate) ||
  gathersNobody(candidate) ||
  isFreedOfDues(candidate) ||
  isArrivalOfVessel(candidate)
