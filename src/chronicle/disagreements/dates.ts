import { edtfBounds, edtfInside, edtfMeet, type Span } from '../../core/index.ts'
import type { Disagreement, Version } from '../chronicle.ts'
import { wordsInCommon } from '../entries/compare.ts'
import { type EventMention, isPlan } from '../entries/mention.ts'
import { PROFILES } from '../entries/profile.ts'
import { COURSES, sortOf } from '../entries/sorts.ts'
import { OCCASIONED } from './cues.ts'
import { type Case, factsAt, sameMatter, telling } from './values.ts'
import { disagreementOf, versionsOf } from './versions.ts'

/** Dates: a conflict where days do not meet; where one only lies inside another, versions of different fineness. */
export const dateVersions = (
  one: Case,
): { readonly disagreements: Disagreement[]; readonly granularity: Version[] } => {
  const rivals = new Set(one.mentions.filter((mention) => !agrees(mention, one) && isRival(mention, one)))
  const told = telling(one, (mention, origin) => {
    const { article, sentence, date } = mention
    if (date === null || edtfBounds(date) === null) return []
    // Beside a rival only what it contradicts: not the coarser, nor the days of what lasts.
    if (rivals.size > 0 && !rivals.has(mention) && !isPreferred(date, one)) return []
    return [{ key: date, value: date, article, span: sentence, origin }]
  })
  const versions = versionsOf(told, one.articles)
  if (versions.length < 2 || one.date === null) return { disagreements: [], granularity: [] }
  if (rivals.size > 0)
    return { disagreements: [disagreementOf(one.entry, 'date', 'conflict', versions)], granularity: [] }
  return { disagreements: [], granularity: versions.filter(({ value }) => nested(value, one.date as string)) }
}

// Of several days that it lasted the first: a plan for one day names that.
const isPreferred = (date: string, { date: preferred }: Case): boolean => {
  if (preferred === null || date === preferred) return date === preferred
  const [days, own] = [edtfBounds(preferred), edtfBounds(date)]
  return edtfInside(date, preferred) && days?.first === own?.first
}

const nested = (value: string, date: string): boolean => edtfInside(date, value) || edtfInside(value, date)

// Whoever has held an office since a year took it in that year.
const beginningOf = (date: string, kind: EventMention['kind']): string =>
  kind === 'appointment' && date.endsWith('/..') ? date.slice(0, -3) : date

// A day of publication may be a day late, and days of what lasts are no rivals, unless a plan named another day.
const agrees = ({ date: written, basis, window, kind, status }: EventMention, one: Case): boolean => {
  const date = written === null ? null : beginningOf(written, kind)
  if (date === null || one.date === null || edtfMeet(date, one.date)) return true
  const preferred = edtfBounds(one.date)
  if (!preferred) return true
  if (isNear(window, preferred, one)) return true
  const plan = isPlan({ status })
  // Where first and last day are known, a plan for another day is another day.
  const slack = plan && preferred.first < preferred.last ? 0 : Math.min(PROFILES[kind].lasts, plan ? 1 : Infinity)
  if (basis === 'publication' || one.reported)
    return window.first - slack - 1 <= preferred.last && preferred.first <= window.last + slack + 1
  return window.first - slack <= preferred.last && preferred.first <= window.last + slack
}

/** Days of a coup or a war that pages take for its day. */
const COURSE = 3

// "The military announced on 27 July that they had overthrown him on the 26th."
const isNear = (
  { first, last }: EventMention['window'],
  preferred: { readonly first: number; readonly last: number },
  { mentions: [one] }: Case,
): boolean =>
  one !== undefined &&
  COURSES.has(sortOf(one.kind, one.lemma)) &&
  first - COURSE <= preferred.last &&
  preferred.first <= last + COURSE

/** Kinds that happen on one day and not again: another day is a rival whatever else is told. */
const ONCE = new Set(['agreement', 'appointment', 'decision'])

// Of other kinds days are rivals only where two sentences tell the same of them, or a plan named another day.
const isRival = (mention: EventMention, one: Case): boolean =>
  mention.status !== 'denied' &&
  !isAmid(mention, one) &&
  !isBound(mention, one) &&
  isOwnDay(mention, one) &&
  (ONCE.has(mention.kind) || (!isBorrowed(mention, one) && isOpposed(mention, one)))

const BEGINS =
  /(?<![а-яё])(?:нача|начи|стартова|вспыхн|развяза|разверн|перешл|предприн|объяв|произош|заверш|законч|прекрат)/i

// Of what goes on for weeks a day is a rival only where its sentence tells that it began or ended.
const isAmid = ({ kind, lemma, basis, article, sentence }: EventMention, one: Case): boolean =>
  COURSES.has(sortOf(kind, lemma)) &&
  (basis === 'publication' ||
    !BEGINS.test((one.articles[article] as Case['articles'][number]).text.slice(sentence.start, sentence.end)))

/** A day that is told by another one: whose day it is, is a guess. */
const RELATIVE = /накануне|ранее|тогда|в тот же|в этот же|следующ|спустя|через|позже|позднее|предыдущ/i

// Only a day that its own sentence names stands against another, and only for the deed that stands nearest to it.
const isOwnDay = (mention: EventMention, one: Case): boolean => {
  if (mention.basis === 'publication') return true
  const { times, text, events } = factsAt(one, mention)
  const { start, end } = mention.sentence
  const here = times.filter((time) => time.value === mention.date && time.start >= start && time.end <= end)
  // The page names the day, but of something else.
  if (here.length === 0) return !times.some(({ value }) => value === mention.date)
  // "In August the embassy was closed because of the coup": the day is that of the main clause.
  const before = text.slice(Math.max(start, mention.trigger.start - 60), mention.trigger.start)
  if (here.every((time) => time.start < mention.trigger.start) && OCCASIONED.test(before)) return false
  const far = (trigger: Span): number => Math.min(...here.map((time) => distance(time, trigger)))
  if (here.every((time) => RELATIVE.test(text.slice(time.start, time.end)))) return false
  const own = far(mention.trigger)
  return !events.some(
    ({ trigger, date, kind }) =>
      kind !== mention.kind &&
      !PROFILES[kind].contact &&
      date === mention.date &&
      trigger.start >= start &&
      trigger.end <= end &&
      far(trigger) < own,
  )
}

const distance = (a: Span, b: Span): number => Math.max(0, a.start - b.end, b.start - a.end)

/** Before a day that only bounds when it was. */
const BOUNDS = /(?:^|[^а-яё])(?:после|до|с|со|к|по|не (?:позднее|позже|раньше|ранее))\s+$/i

// "The deal will be prolonged after May 18" names no day of it; and a sentence that names the other day too ("the one on
// May 4, the other on May 6") tells two things apart.
const isBound = (mention: EventMention, one: Case): boolean => {
  const { times, text } = factsAt(one, mention)
  const { start, end } = mention.sentence
  const here = times.filter((time) => time.start >= start && time.end <= end)
  return (
    here.some(
      (time) => time.value === mention.date && BOUNDS.test(text.slice(Math.max(start, time.start - 15), time.start)),
    ) || here.some((time) => time.value !== mention.date && time.value === one.date)
  )
}

// "He arrived on Tuesday in the town where he will hold talks", "on May 6 the ministry announced talks": the day is that
// of the deed told beside the plan, or of its telling.
const isBorrowed = (mention: EventMention, one: Case): boolean =>
  isPlan(mention) &&
  ((mention.published !== null && mention.window.last < mention.published) || isDayOfDeed(mention, one))

const isDayOfDeed = (mention: EventMention, one: Case): boolean =>
  factsAt(one, mention).events.some(
    ({ trigger, date, status }) =>
      date === mention.date &&
      (status === 'happened' || status === 'ongoing') &&
      trigger.start >= mention.sentence.start &&
      trigger.end <= mention.sentence.end,
  )

/** Share of words that a plan has in common with what came of it on another day; of a visit there is one. */
const MOVED = 0.2

const isOpposed = (mention: EventMention, one: Case): boolean =>
  one.mentions.some(
    (other) =>
      other.date !== null &&
      agrees(other, one) &&
      // Of what happens many times a day a plan is not what another page tells as done.
      ((isPlan(mention) !== isPlan(other) &&
        !PROFILES[mention.kind].frequent &&
        (mention.kind === 'visit' || wordsInCommon(mention, other, one.context) >= MOVED)) ||
        sameMatter(one, mention, other)),
  )
