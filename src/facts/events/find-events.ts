import type { Analysis } from '../../language/index.ts'
import type { EventFact, StatementFact, TimeFact } from '../facts.ts'
import { type Candidate, findCandidates } from './candidates.ts'
import { chooseTriggers } from './choose-triggers.ts'
import { chooseDate, chooseParticipants, choosePlace, chooseStatus, type EventWeights, placeFact } from './decide.ts'
import type { Draft } from './event-draft.ts'
import { tellAll } from './kin.ts'
import { type Prospect, salienceOf } from './prospects.ts'
import { type Reading, readArticle } from './reading.ts'
import { eventWeights } from './russian/weights.ts'
import { shareAmong } from './share.ts'

/** Share of probability above which a candidate word is taken for an event. */
export const TRIGGER_THRESHOLD = 0.43

const EARLIER = 24

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

/** Fills in one event after another, in text order: each may lean on those before it. */
export const fillEvents = (triggers: readonly Candidate[], reading: Reading, weights: EventWeights): EventFact[] => {
  const salience = salienceOf(reading)
  const told = tellAll(triggers)
  const drafts: Draft[] = []
  const events = triggers.map((candidate): EventFact => {
    const earlier = drafts.slice(-EARLIER)
    const { participants, chosen } = chooseParticipants(candidate, reading, earlier, salience, weights.participant)
    const status = chooseStatus(candidate, reading, told, earlier, weights.status)
    const date = chooseDate(candidate, reading, earlier, participants, status, weights.date)
    const place = choosePlace(candidate, reading, earlier, participants, status, weights.place)
    const draft: Draft = {
      candidate,
      participants,
      status,
      date: date?.value ?? null,
      dateBasis: date?.basis ?? null,
      place: placeFact(place),
    }
    drafts.push(draft)
    const statement = candidate.reading.statementAt[candidate.at] ?? -1
    const [start, end] = spanAt(candidate, candidate.at)
    return {
      kind: candidate.kind,
      status,
      trigger: { start, end, lemma: candidate.lemma },
      participants,
      date: draft.date,
      dateBasis: draft.dateBasis,
      place: draft.place,
      figures: [],
      ...(statement >= 0 ? { statement } : {}),
      why: { rule: candidate.rule.name, words: trace(candidate, chosen, [date?.span ?? null, place?.span ?? null]) },
    }
  })
  return shareAmong(events)
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
