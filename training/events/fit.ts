import { type Candidate, findCandidates } from '../../src/facts/events/candidates.ts'
import { dateOptions } from '../../src/facts/events/date-features.ts'
import {
  chooseDate,
  chooseParticipants,
  choosePlace,
  chooseStatus,
  type EventWeights,
  placeFact,
} from '../../src/facts/events/decide.ts'
import type { Draft } from '../../src/facts/events/event-draft.ts'
import { tellAll } from '../../src/facts/events/kin.ts'
import { type Facet, joinWeights } from '../../src/facts/events/model.ts'
import { placeOptions } from '../../src/facts/events/place-features.ts'
import { participantFacets, prospectsOf, salienceOf } from '../../src/facts/events/prospects.ts'
import { type Reading, readArticle } from '../../src/facts/events/reading.ts'
import { statusFeatures } from '../../src/facts/events/status-features.ts'
import { topicOf, triggerFacets } from '../../src/facts/events/trigger-features.ts'
import { STATUSES, type Status } from '../../src/facts/facts.ts'
import type { GoldEvent, GoldPage } from './corpus.ts'
import { type Example, fitClasses, fitLogistic, type Row } from './logistic.ts'

const fold = (name: string): string =>
  name
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[«»"“”„'’]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
const words = (name: string): string[] =>
  fold(name)
    .split(/[\s,-]+/)
    .filter((word) => word.length > 1 || /\d/.test(word))

/** Two names agree when every word of the shorter stands in the longer: the scorer's own test. */
export const sameName = (a: string, b: string): boolean => {
  if (fold(a) === fold(b)) return true
  const [short = [], long = []] = [words(a), words(b)].sort((x, y) => x.length - y.length)
  return short.length > 0 && short.every((word) => long.includes(word))
}

const goldOf = (page: GoldPage, candidate: Candidate): GoldEvent | undefined => {
  const word = candidate.reading.words[candidate.at]!
  return page.events.find(
    (event) => event.kinds.includes(candidate.kind) && event.start < word.end && word.start < event.end,
  )
}

/** A page made ready for fitting. */
export interface Lesson {
  /** Annotated in haste: it teaches which words name events and their status, not who, when and where. */
  readonly quick: boolean
  readonly page: GoldPage
  readonly reading: Reading
  readonly candidates: readonly Candidate[]
}

export const lessonOf = (page: GoldPage, quick = false): Lesson => {
  const reading = readArticle(page.analysis, page.times, page.statements)
  return { quick, page, reading, candidates: findCandidates(reading) }
}

const featuresOf = (facets: readonly Facet[]): string[] => facets.flatMap((facet) => facet.features())

const triggerExamples = (lesson: Lesson): Example[] => {
  const { page, reading, candidates } = lesson
  const topic = topicOf(reading)
  return candidates.flatMap((candidate) => {
    const gold = goldOf(page, candidate)
    if (gold?.optional) return []
    const features = featuresOf(triggerFacets(candidate, topic, page.statements))
    return [{ features, label: gold ? 1 : 0, article: page.id }]
  })
}

interface Sets {
  readonly trigger: Example[]
  readonly participant: Example[]
  readonly status: Row[]
  readonly statuses: Status[]
  readonly date: Example[]
  readonly place: Example[]
}

const empty = (): Sets => ({
  trigger: [],
  participant: [],
  status: [],
  statuses: [],
  date: [],
  place: [],
})

// Earlier events lend a later one what the models (of the round before) made of them, as they will when they are used.
const eventExamples = (lesson: Lesson, weights: EventWeights | null, sets: Sets): void => {
  const { quick, page, reading, candidates } = lesson
  const article = page.id
  const published = page.analysis.article.published
  const salience = salienceOf(reading)
  const drafts: Draft[] = []
  const matched = candidates.filter((candidate) => goldOf(page, candidate))
  const told = tellAll(matched)
  for (const candidate of matched) {
    const gold = goldOf(page, candidate)!
    const earlier = drafts.slice(-24)
    const prospects = prospectsOf(candidate, reading, earlier)
    for (const prospect of quick ? [] : prospects) {
      const label = gold.participants.some((name) => sameName(name, prospect.name)) ? 1 : 0
      sets.participant.push({
        features: featuresOf(participantFacets(candidate, prospect, reading, earlier, salience)),
        label,
        article,
      })
    }
    const features = statusFeatures(candidate, page.statements, published, told, earlier)
    sets.status.push({ features, article })
    sets.statuses.push(gold.statuses[0]!)
    const guess = weights
      ? chooseParticipants(candidate, reading, earlier, salience, weights.participant).participants
      : []
    const status = weights ? chooseStatus(candidate, reading, told, earlier, weights.status) : gold.statuses[0]!
    for (const option of quick ? [] : dateOptions(candidate, reading, earlier, guess, status))
      sets.date.push({
        features: option.features,
        label: gold.dates.includes(option.value) ? 1 : 0,
        article,
      })
    for (const option of quick ? [] : placeOptions(candidate, reading, earlier, guess, status)) {
      const label = gold.places.some((place) => place !== null && sameName(place, option.name)) ? 1 : 0
      sets.place.push({ features: option.features, label, article })
    }
    const date = weights ? chooseDate(candidate, reading, earlier, guess, status, weights.date) : null
    const place = weights ? choosePlace(candidate, reading, earlier, guess, status, weights.place) : null
    drafts.push({
      candidate,
      participants: guess,
      status,
      date: date?.value ?? null,
      dateBasis: date?.basis ?? null,
      place: placeFact(place),
    })
  }
}

/** Strength of the pull to zero, and least number of articles of a feature, by model. */
const FIT = {
  trigger: { l2: 4, articles: 3 },
  participant: { l2: 8, articles: 5 },
  status: { l2: 2, articles: 3 },
  date: { l2: 3, articles: 5 },
  place: { l2: 1, articles: 3 },
}

const ROUNDS = 150

/** Fits all models on the lessons, in two rounds: what earlier events lend is known from the second one on. */
export const fitEvents = (lessons: readonly Lesson[]): EventWeights => {
  let weights: EventWeights | null = null
  const trigger = fitLogistic(lessons.flatMap(triggerExamples), { ...FIT.trigger, rounds: ROUNDS })
  for (let round = 0; round < 2; round++) {
    const sets = empty()
    for (const lesson of lessons) eventExamples(lesson, weights, sets)
    weights = {
      trigger,
      participant: fitLogistic(sets.participant, { ...FIT.participant, rounds: ROUNDS }),
      status: joinWeights(fitClasses(sets.status, sets.statuses, STATUSES, { ...FIT.status, rounds: ROUNDS })),
      date: fitLogistic(sets.date, { ...FIT.date, rounds: ROUNDS }),
      place: fitLogistic(sets.place, { ...FIT.place, rounds: ROUNDS }),
    }
  }
  return weights!
}
