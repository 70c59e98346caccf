import type { Analysis } from '../../language/index.ts'
import type { EventFact, Participant, StatementFact, TimeFact } from '../facts.ts'
import { befallenBeside } from './appointments.ts'
import { bothSides } from './both-sides.ts'
import { type Candidate, findCandidates } from './candidates.ts'
import { chooseTriggers } from './choose-triggers.ts'
import { type Looked, scoresOf } from './company.ts'
import { coursesOf } from './course.ts'
import {
  chooseDate,
  choosePlace,
  chooseStatus,
  type EventWeights,
  fieldsOf,
  rateGuests,
  rateProspects,
  takingPart,
} from './decide.ts'
import type { Draft } from './event-draft.ts'
import { tellAll } from './kin.ts'
import { warringSides } from './known-wars.ts'
import { withoutDoubles, withoutJudges } from './outsiders.ts'
import type { DateOption } from './own-dates.ts'
import { salienceOf } from './participant-features.ts'
import type { PlaceOption } from './place-features.ts'
import type { Prospect } from './prospects.ts'
import { type Reading, readArticle } from './reading.ts'
import { lentRoles } from './roles.ts'
import { eventWeights } from './russian/weights.ts'
import { evenInSeries } from './series.ts'
import { settledStatus } from './settled-status.ts'
import { sidesBetween } from './sides.ts'

import { isStrangeGround, liesIn, names as namesPlace } from './strange-ground.ts'
import { treatyParties } from './treaty.ts'
import { votersOf } from './voters.ts'

/** Share of probability above which a candidate word is taken for an event. */
export const TRIGGER_THRESHOLD = 0.36

/** How many mentions before an event, and after it, may lend it what they tell. */
export const EARLIER = 24
export const LATER = 12

const spanAt = (candidate: Candidate, index: number): readonly [number, number] => {
  const word = candidate.reading.words[index]!
  return [word.start, word.end]
}

const trace = (
  candidate: Candidate,
  chosen: readonly Prospect[],
  spans: readonly (readonly [number, number] | null)[],
): readonly (readonly [number, number])[] => {
  const words: (readonly [number, number])[] = [spanAt(candidate, candidate.at)]
  for (const index of candidate.support) words.push(spanAt(candidate, index))
  for (const { party } of chosen) if (party) words.push([party.mention.start, party.mention.end])
  for (const span of spans) if (span) words.push(span)
  const unique = new Map(words.map((span) => [`${span[0]}:${span[1]}`, span]))
  return [...unique.values()].sort((a, b) => a[0] - b[0])
}

/** An event filled in, with the words that it rests on. */
interface Filled extends Looked {
  readonly chosen: readonly Prospect[]
  readonly date: DateOption | null
  readonly place: PlaceOption | null
}

/** Fills in one event after another, in text order: each may lean on those before it. */
export const fillInOrder = (triggers: readonly Candidate[], reading: Reading, weights: EventWeights): Filled[] => {
  const salience = salienceOf(reading)
  const told = tellAll(triggers)
  const drafts: Draft[] = []
  return triggers.map((candidate) => {
    const earlier = drafts.slice(-EARLIER)
    const rated = rateProspects(candidate, reading, earlier, salience, weights.participant)
    const { participants, chosen } = takingPart(candidate, rated)
    const status = chooseStatus(candidate, reading, told, earlier, weights.status)
    const date = chooseDate(candidate, reading, earlier, participants, status, weights.date)
    const place = choosePlace(candidate, reading, earlier, participants, status, weights.place)
    const draft: Draft = { candidate, participants, status, ...fieldsOf(date, place) }
    drafts.push(draft)
    return { draft, rated, scores: scoresOf(rated), chosen, date, place }
  })
}

/** Looks again at who, when and where, with all that the other mentions tell, earlier and later. */
const lookAgain = (filled: readonly Filled[], reading: Reading, weights: EventWeights): Filled[] => {
  const drafts = filled.map(({ draft }) => draft)
  // What was changed so far: without that, and without anything told later, the first look would only be repeated.
  let changed = false
  return filled.map((one, at) => {
    const later = drafts.slice(at + 1, at + 1 + LATER)
    const earlier = drafts.slice(Math.max(0, at - EARLIER), at)
    const { candidate, status } = one.draft
    const { participants, chosen } = takingPart(
      candidate,
      evenInSeries(rateGuests(filled, at, reading, weights.company), candidate),
    )
    changed ||= !sameNames(participants, one.draft.participants)
    const date =
      changed || later.some((draft) => draft.date !== null)
        ? chooseDate(candidate, reading, earlier, participants, status, weights.date, later)
        : one.date
    const place =
      changed || later.some((draft) => draft.place !== null)
        ? choosePlace(candidate, reading, earlier, participants, status, weights.place, later)
        : one.place
    changed ||= date?.value !== one.date?.value || place?.name !== one.place?.name
    const draft: Draft = { candidate, participants, status, ...fieldsOf(date, place) }
    drafts[at] = draft
    return { ...one, draft, chosen, date, place }
  })
}

const sameNames = (one: readonly Participant[], other: readonly Participant[]): boolean =>
  one.length === other.length && one.every(({ name }, at) => name === other[at]!.name)

/** Fills in all events of an article. */
export const fillEvents = (triggers: readonly Candidate[], reading: Reading, weights: EventWeights): EventFact[] => {
  const filled = lookAgain(fillInOrder(triggers, reading, weights), reading, weights)
  const drafts = filled.map(({ draft }) => draft)
  const courses = coursesOf(drafts, reading)
  const tellers = new Map([...bothSides(drafts), ...treatyParties(drafts)])
  const parts = lentRoles(drafts)
  const voters = votersOf(drafts, reading)
  const beside = befallenBeside(drafts)
  const warring = warringSides(drafts, reading)
  return filled.map(({ draft, chosen, date, place }, at): EventFact => {
    const { candidate } = draft
    const statement = candidate.reading.statementAt[candidate.at] ?? -1
    const [start, end] = spanAt(candidate, candidate.at)
    const course = courses.get(at)
    const teller = tellers.get(at) ?? at
    const told = filled[teller]!
    const fought = warring.get(at)
    const others = beside.get(at)
    const taking = others ? parts[teller]!.filter(({ name }) => !others.has(name)) : parts[teller]!
    const participants =
      voters.get(at) ??
      fought?.participants ??
      sidesBetween(draft) ??
      withoutDoubles(draft, withoutJudges(draft, taking), reading.entities)
    // A place of the sentence is the war's where it lies in its lands: who only speaks of it does so elsewhere.
    const own =
      fought && draft.place && namesPlace(candidate.reading, draft.place)
        ? liesIn(draft.place, fought.participants, reading)
        : false
    const ground = fought && !own ? fought.ground : null
    const strange =
      ground === null && draft.place !== null && isStrangeGround(candidate, draft.place, participants, reading)
    const spans = [
      date?.span ?? null,
      course?.span ?? null,
      strange || ground ? null : (place?.span ?? null),
      ...(fought?.words ?? []),
    ]
    return {
      kind: candidate.kind,
      status: settledStatus(candidate, draft.status),
      trigger: { start, end, lemma: candidate.lemma },
      participants,
      date: course?.value ?? draft.date,
      dateBasis: course ? 'text' : draft.dateBasis,
      place: strange ? null : (ground ?? draft.place),
      figures: [],
      ...(statement >= 0 ? { statement } : {}),
      why: {
        rule: candidate.rule.name,
        words: trace(candidate, told === filled[at] ? chosen : [...chosen, ...told.chosen], spans),
      },
    }
  })
}

/**
 * The events of an article: who did what to whom, when and where, and whether it happened. Each rests on one trigger
 * word that a lexicon of the language lists (`russian/`); models learned from annotated pages decide which triggers name
 * events, who takes part, the status, the date and the place. `figures` are left empty for the assembly to fill.
 * Time is linear in the text. Works from words, cases and clause punctuation; an article without names yields no events.
 *
 * @example findEvents(analysis, findTimes(analysis), statements)[0]?.kind // 'visit'
 */
export const findEvents = (
  analysis: Analysis,
  times: readonly TimeFact[],
  statements: readonly StatementFact[],
): readonly EventFact[] => {
  const reading = readArticle(analysis, times, statements)
  const candidates = findCandidates(reading)
  if (candidates.length === 0) return []
  const weights = eventWeights()
  const triggers = chooseTriggers(candidates, reading, weights.trigger, TRIGGER_THRESHOLD)
  return fillEvents(triggers, reading, weights)
}
