import { foldLetters } from '../../src/core/index.ts'
import { type Candidate, findCandidates } from '../../src/facts/events/candidates.ts'
import { chooseTriggers } from '../../src/facts/events/choose-triggers.ts'
import { guestsOf } from '../../src/facts/events/company.ts'
import { dateOptions } from '../../src/facts/events/date-features.ts'
import {
  chooseDate,
  choosePlace,
  chooseStatus,
  type EventWeights,
  fieldsOf,
  rateProspects,
  takingPart,
} from '../../src/facts/events/decide.ts'
import type { Draft } from '../../src/facts/events/event-draft.ts'
import { EARLIER, fillInOrder, LATER, TRIGGER_THRESHOLD } from '../../src/facts/events/find-events.ts'
import { tellAll } from '../../src/facts/events/kin.ts'
import { type Facet, probabilityOf, scoreOfFacets } from '../../src/facts/events/model.ts'
import { placelessFacets, undatedFacets } from '../../src/facts/events/none-features.ts'
import { participantFacets, salienceOf } from '../../src/facts/events/participant-features.ts'
import { placeOptions } from '../../src/facts/events/place-features.ts'
import { prospectsOf } from '../../src/facts/events/prospects.ts'
import { type Reading, readArticle } from '../../src/facts/events/reading.ts'
import { statusFeatures } from '../../src/facts/events/status-features.ts'
import { type Topic, topicOf } from '../../src/facts/events/topic.ts'
import { treeFacets } from '../../src/facts/events/tree-features.ts'
import { triggerFacets } from '../../src/facts/events/trigger-features.ts'
import { wordFacets } from '../../src/facts/events/word-features.ts'
import { STATUSES, type StatementFact, type Status } from '../../src/facts/facts.ts'
import { joinWeights, type Weights } from '../../src/facts/linear.ts'
import type { GoldEvent, GoldPage, JudgedPage } from './corpus.ts'
import { type Choice, type Example, fitChoices, fitClasses, fitLogistic, type Row } from './logistic.ts'

const fold = (name: string): string =>
  foldLetters(name)
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
  /** Nobody annotated it: it teaches what a former model makes of its words, so that this is not forgotten. */
  readonly plain: boolean
  /** How many times over its examples count. */
  readonly times: number
  readonly page: GoldPage
  readonly reading: Reading
  readonly candidates: readonly Candidate[]
}

export const lessonOf = (page: GoldPage, { quick = false, plain = false, times = 1 } = {}): Lesson => {
  const reading = readArticle(page.analysis, page.times, page.statements)
  return { quick, plain, times, page, reading, candidates: findCandidates(reading) }
}

const over = <T>({ times }: Lesson, examples: readonly T[]): T[] => Array.from({ length: times }, () => examples).flat()

const featuresOf = (facets: readonly Facet[]): string[] => facets.flatMap((facet) => facet.features())

const triggerFacetsOf = (candidate: Candidate, topic: Topic, statements: readonly StatementFact[]): Facet[] => [
  ...triggerFacets(candidate, topic, statements),
  ...treeFacets(candidate),
  ...wordFacets(candidate),
]

const triggerExamples = (lesson: Lesson, former: Weights | undefined): Example[] => {
  const { page, reading, candidates } = lesson
  const topic = topicOf(reading, candidates)
  return candidates.flatMap((candidate) => {
    const gold = goldOf(page, candidate)
    if (gold?.optional) return []
    const facets = triggerFacetsOf(candidate, topic, page.statements)
    const label = lesson.plain && former ? probabilityOf(scoreOfFacets(former, facets)) : gold ? 1 : 0
    return [{ features: featuresOf(facets), label, article: page.id }]
  })
}

interface Sets {
  readonly trigger: Example[]
  readonly participant: Example[]
  readonly status: Row[]
  readonly statuses: Status[]
  readonly date: Choice[]
  readonly place: Choice[]
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
  const matchedDrafts: { candidate: Candidate; gold: GoldEvent; guess: Draft['participants']; status: Status }[] = []
  for (const candidate of matched) {
    const gold = goldOf(page, candidate)!
    const earlier = drafts.slice(-EARLIER)
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
    const rated = weights ? rateProspects(candidate, reading, earlier, salience, weights.participant) : []
    const guess = takingPart(candidate, rated).participants
    const status = weights ? chooseStatus(candidate, reading, told, earlier, weights.status) : gold.statuses[0]!
    matchedDrafts.push({ candidate, gold, guess, status })
    const date = weights ? chooseDate(candidate, reading, earlier, guess, status, weights.date) : null
    const place = weights ? choosePlace(candidate, reading, earlier, guess, status, weights.place) : null
    drafts.push({ candidate, participants: guess, status, ...fieldsOf(date, place) })
  }
  if (quick) return
  matchedDrafts.forEach(({ candidate, gold, guess, status }, at) => {
    const earlier = drafts.slice(Math.max(0, at - EARLIER), at)
    // Every other mention is learned from as the first look sees it too, without what stands later.
    const ahead = weights ? drafts.slice(at + 1, at + 1 + LATER) : []
    for (const later of weights && (at % 2 === 1 || ahead.length === 0) ? [[], ahead] : [ahead]) {
      const dates = dateOptions(candidate, reading, earlier, guess, status, later)
      sets.date.push(
        choiceOf(
          dates.map(({ value, facets }) => [featuresOf(facets), gold.dates.includes(value)] as const),
          featuresOf(undatedFacets(candidate, reading, status)),
          article,
        ),
      )
      const places = placeOptions(candidate, reading, earlier, guess, status, later)
      sets.place.push(
        choiceOf(
          places.map(
            ({ name, facets }) =>
              [featuresOf(facets), gold.places.some((place) => place !== null && sameName(place, name))] as const,
          ),
          featuresOf(placelessFacets(candidate, status, reading)),
          article,
        ),
      )
    }
  })
}

// Where nothing that was offered is right, none is: no value is better than a wrong one.
const choiceOf = (
  options: readonly (readonly [features: readonly string[], right: boolean])[],
  none: readonly string[],
  article: string,
): Choice => ({
  options: [...options.map(([features]) => features), none],
  right: [...options.map(([, right]) => right), !options.some(([, right]) => right)],
  article,
})

/** Strength of the pull to zero, and least number of articles of a feature, by model. */
const FIT = {
  trigger: { l2: 4, articles: 5 },
  participant: { l2: 8, articles: 5 },
  company: { l2: 64, articles: 4 },
  status: { l2: 2, articles: 3 },
  date: { l2: 6, articles: 5 },
  place: { l2: 4, articles: 3 },
}

const ROUNDS = 150

const NONE: Weights = new Map()

// A judged word teaches of each of its candidates whether it names an event of that kind; of other words nothing is known.
const judgedExamples = (page: JudgedPage): Example[] => {
  const reading = readArticle(page.analysis, page.times, page.statements)
  const candidates = findCandidates(reading)
  const topic = topicOf(reading, candidates)
  const judged = new Map(page.words.map((word) => [word.start, word]))
  return candidates.flatMap((candidate) => {
    const word = judged.get(candidate.reading.words[candidate.at]!.start)
    if (!word) return []
    const features = featuresOf(triggerFacetsOf(candidate, topic, page.statements))
    return [{ features, label: word.kind === candidate.kind ? 1 : 0, article: page.id }]
  })
}

/**
 * Fits the model that says which words name events. With a former model, whose pages need not be at hand, it goes on from
 * that: each weight is drawn towards its former one, and of plain pages the new model is to say what the former one says
 * ("learning without forgetting", Z. Li and D. Hoiem, 2016).
 */
export const fitTriggers = (lessons: readonly Lesson[], judged: readonly JudgedPage[], former?: Weights): Weights =>
  fitLogistic(
    [...lessons.flatMap((lesson) => over(lesson, triggerExamples(lesson, former))), ...judged.flatMap(judgedExamples)],
    { ...FIT.trigger, rounds: ROUNDS, former },
  )

/** What lends examples what the models make of the mentions before them; null for a page that no model is to see. */
type LentBy = (lesson: Lesson) => EventWeights | null

const fitRound = (lessons: readonly Lesson[], trigger: Weights, lentBy: LentBy): EventWeights => {
  const sets = empty()
  for (const lesson of lessons) {
    const own = empty()
    eventExamples(lesson, lentBy(lesson), own)
    sets.participant.push(...over(lesson, own.participant))
    sets.status.push(...over(lesson, own.status))
    sets.statuses.push(...over(lesson, own.statuses))
    sets.date.push(...over(lesson, own.date))
    sets.place.push(...over(lesson, own.place))
  }
  return {
    trigger,
    participant: fitLogistic(sets.participant, { ...FIT.participant, rounds: ROUNDS }),
    company: NONE,
    status: joinWeights(fitClasses(sets.status, sets.statuses, STATUSES, { ...FIT.status, rounds: ROUNDS })),
    date: fitChoices(sets.date, { ...FIT.date, rounds: ROUNDS }),
    place: fitChoices(sets.place, { ...FIT.place, rounds: ROUNDS }),
  }
}

// The two halves of the lessons by their place in the list.
const halvesOf = (lessons: readonly Lesson[]): readonly [readonly Lesson[], readonly Lesson[]] => [
  lessons.filter((_, at) => at % 2 === 0),
  lessons.filter((_, at) => at % 2 === 1),
]

/**
 * The models of each half of the lessons, each with what the other half's models make of its pages: a mention leans on
 * others as they are found on pages that nobody annotated, right as often as there and no more.
 */
const fitHalves = (
  halves: readonly [readonly Lesson[], readonly Lesson[]],
  judged: readonly JudgedPage[],
): readonly [EventWeights, EventWeights] => {
  const triggers = halves.map((half) => fitTriggers(half, judged))
  const [even, odd] = halves.map((half, at) => fitRound(half, triggers[at]!, () => null))
  return [fitRound(halves[0], triggers[0]!, () => odd!), fitRound(halves[1], triggers[1]!, () => even!)]
}

// What the second look sees: what the first one makes of pages that it never learned from.
const companyExamples = (lesson: Lesson, weights: EventWeights): Example[] => {
  const { page, reading, candidates } = lesson
  const triggers = chooseTriggers(candidates, reading, weights.trigger, TRIGGER_THRESHOLD)
  const filled = fillInOrder(triggers, reading, weights)
  return filled.flatMap(({ draft }, at) => {
    const gold = goldOf(page, draft.candidate)
    if (!gold) return []
    return guestsOf(filled, at, reading.entities).map(({ prospect, facets }) => ({
      features: featuresOf(facets),
      label: gold.participants.some((name) => sameName(name, prospect.name)) ? 1 : 0,
      article: page.id,
    }))
  })
}

/** Fits all models on the lessons. */
export const fitEvents = (lessons: readonly Lesson[], judged: readonly JudgedPage[]): EventWeights => {
  const halves = halvesOf(lessons)
  const [even, odd] = fitHalves(halves, judged)
  const strangers = new Map(
    halves.flatMap((half, at) => half.map((lesson) => [lesson, at === 0 ? odd : even] as const)),
  )
  const first = fitRound(lessons, fitTriggers(lessons, judged), (lesson) => strangers.get(lesson)!)
  const examples = lessons.flatMap((lesson) =>
    lesson.quick ? [] : over(lesson, companyExamples(lesson, strangers.get(lesson)!)),
  )
  return { ...first, company: fitLogistic(examples, { ...FIT.company, rounds: ROUNDS }) }
}
