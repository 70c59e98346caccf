import type { Status } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import { isCue } from './cues.ts'
import type { Draft } from './event-draft.ts'
import { rulesOf } from './lexicon.ts'
import { remembered } from './model.ts'
import { distanceLabel, timesNear } from './near.ts'
import { pathBetween } from './paths.ts'
import type { Reading, SentenceReading, TimeAt } from './reading.ts'
import { agreement, sameFamily } from './same-event.ts'
import { formOf, phraseOf } from './trigger-features.ts'
import { grainOf, whenIs } from './when.ts'

/** A date that an event may have, and what speaks for it. */
export interface DateOption {
  readonly value: string
  readonly basis: 'text' | 'publication'
  readonly features: readonly string[]
  /** Span of the time that says it; null for the day of publication and for a date taken from an earlier event. */
  readonly span: readonly [number, number] | null
}

const FAR = 4

const dayOf = (value: string): string => value.replace(/T[^/]*/g, '')

const between = (sentence: SentenceReading, from: number, to: number): { triggers: number; breaks: number } => {
  let triggers = 0
  let breaks = 0
  const [low, high] = from < to ? [from + 1, to] : [to + 1, from]
  for (let i = low; i < Math.min(high, low + 40); i++) {
    const word = sentence.words[i]!
    if (word.text === ',' || word.text === ';') breaks++
    if ((word.morph.pos === 'VERB' || word.morph.pos === 'NOUN') && rulesOf(word.lemma).length > 0) triggers++
  }
  return { triggers, breaks }
}

const timeFeatures = (
  candidate: Candidate,
  sentence: SentenceReading,
  time: TimeAt,
  status: Status,
  published: string | null,
): readonly string[] => {
  const { at } = candidate
  const form = formOf(sentence.words[at]!)
  const own = sentence.clauseOf[time.from] === sentence.clauseOf[at]
  const gap = time.from > at ? time.from - at : at - time.to
  const side = time.from > at ? 'after' : 'before'
  const { triggers, breaks } = between(sentence, at, time.from)
  const clause = sentence.clauses[sentence.clauseOf[time.from]!]!
  const mine = sentence.clauses[sentence.clauseOf[at]!]!
  const verb = sentence.words[clause.predicate]
  const when = whenIs(time.time, published)
  const before = sentence.words[time.from - 1]
  const said = sentence.statementAt[at] !== sentence.statementAt[time.from]
  const report = verb !== undefined && isCue(verb.lemma, 'report') && clause.predicate !== at
  const relation = own
    ? 'own'
    : mine.parent === sentence.clauseOf[time.from]
      ? 'parent'
      : clause.parent === sentence.clauseOf[at]
        ? 'child'
        : 'other'
  const path = pathBetween(sentence.words, headOf(sentence, time), at)
  const prep = before?.morph.pos === 'ADP' ? before.norm : ''
  const grain = grainOf(time.time.value)
  const only = sentence.times.length === 1
  const nearest = nearestTime(sentence, at) === time
  const carries = clause.predicate === at
  const { part } = candidate.rule
  const { kind } = candidate
  const reach = distanceLabel(gap)
  const key = `t|${path}|${relation}|${part}|${side}|${reach}|${Math.min(3, triggers)}|${Math.min(3, breaks)}|${when}|${status}|${grain}|${prep}|${report}|${said}|${form}|${mine.type}|${only}|${nearest}|${carries}|${kind}`
  return remembered(key, () => [
    'time',
    `path:${path}`,
    `path:${path}:${relation}`,
    `path:${part}:${path}`,
    `clause:${relation}`,
    `${side}:${reach}`,
    `triggers:${Math.min(3, triggers)}`,
    `breaks:${Math.min(3, breaks)}`,
    `clause:${relation}:triggers:${Math.min(2, triggers)}`,
    `${side}:${relation}:${reach}`,
    `when:${when}:${status}`,
    `grain:${grain}`,
    `prep:${prep}`,
    `report:${report}:${relation}`,
    `said:${said}`,
    `part:${part}:${relation}`,
    `form:${form}:${when}`,
    `mine:${mine.type}:${relation}`,
    `only:${only}`,
    `nearest:${nearest}`,
    `nearest:${nearest}:${relation}`,
    `carries:${carries}`,
    `kind:${kind}`,
    ...(report && said ? ['cue-time'] : []),
  ])
}

// The word of a time that hangs on something outside it.
const headOf = (sentence: SentenceReading, { from, to }: TimeAt): number => {
  for (let i = from; i < to; i++) {
    const { head } = sentence.words[i]!
    if (head < from || head >= to) return i
  }
  return from
}

const nearestTime = (sentence: SentenceReading, at: number): TimeAt | undefined => {
  let best: TimeAt | undefined
  let least = Number.POSITIVE_INFINITY
  for (const time of timesNear(sentence, at)) {
    const gap = time.from > at ? time.from - at : at - time.to
    if (gap < least) {
      least = gap
      best = time
    }
  }
  return best
}

const earlierFeatures = (
  candidate: Candidate,
  draft: Draft,
  last: boolean,
  participants: Draft['participants'],
  status: Status,
): readonly string[] => {
  const gap = candidate.reading.index - draft.candidate.reading.index
  const word = draft.candidate.lemma === candidate.lemma ? 'word' : 'kind'
  const shared = agreement(draft.participants, participants)
  const timed = candidate.reading.times.length > 0
  const { kind, rule } = candidate
  const key = `e|${word}|${shared}|${Math.min(FAR, gap)}|${last}|${draft.status}|${status}|${draft.dateBasis}|${timed}|${kind}|${rule.part}`
  return remembered(key, () => [
    'earlier',
    `same:${word}`,
    `shared:${shared}`,
    `same:${word}:${shared}`,
    `gap:${Math.min(FAR, gap)}`,
    `last:${last}`,
    `status:${draft.status}:${status}`,
    `basis:${draft.dateBasis}:${shared}`,
    `own-times:${timed}`,
    `earlier:${kind}`,
    `earlier:${rule.part}`,
    `earlier:last:${last}:${shared}`,
  ])
}

// What a later mention of the sort says, and how it agrees with this one.
const laterFeatures = (
  candidate: Candidate,
  draft: Draft,
  next: boolean,
  participants: Draft['participants'],
  status: Status,
): readonly string[] => {
  const gap = draft.candidate.reading.index - candidate.reading.index
  const word = draft.candidate.lemma === candidate.lemma ? 'word' : 'kind'
  const shared = agreement(draft.participants, participants)
  const timed = candidate.reading.times.length > 0
  const { kind, rule } = candidate
  const { part } = candidate.reading.sentence
  const key = `x|${word}|${shared}|${Math.min(FAR, gap)}|${next}|${draft.status}|${status}|${draft.dateBasis}|${timed}|${kind}|${rule.part}|${part}`
  return remembered(key, () => [
    'later',
    `later:${word}`,
    `later:${shared}`,
    `later:${word}:${shared}`,
    `later:gap:${Math.min(FAR, gap)}`,
    `later:next:${next}:${shared}`,
    `later:status:${draft.status}:${status}`,
    `later:basis:${draft.dateBasis}:${shared}`,
    `later:own-times:${timed}`,
    `later:${kind}`,
    `later:${rule.part}`,
    `later:in:${part}`,
  ])
}

const publicationFeatures = (candidate: Candidate, reading: Reading, status: Status): readonly string[] => {
  const { reading: sentence, at } = candidate
  const first = reading.sentences.findIndex((one) => one.sentence.part !== 'headline')
  const place =
    sentence.sentence.part === 'headline'
      ? 'headline'
      : sentence.index === first
        ? 'first'
        : sentence.index <= first + 1
          ? 'second'
          : 'later'
  const form = formOf(sentence.words[at]!)
  const clause = sentence.clauses[sentence.clauseOf[at]!]!
  const said = sentence.statementAt[at] === -1 ? 'unsaid' : 'said'
  const { preposition } = phraseOf(sentence.words, at)
  const verb = sentence.words[clause.predicate]
  const main = clause.predicate === at ? 'main' : verb ? formOf(verb) : 'none'
  const light = verb && isCue(verb.lemma, 'light') ? 'light' : verb && isCue(verb.lemma, 'report') ? 'report' : 'other'
  const noun = candidate.rule.part === 'noun' ? `${light}:${preposition}` : form
  const { kind, rule } = candidate
  const timed = sentence.times.length > 0
  const depth = sentence.clauseOf[at] === 0 ? 'first' : 'deep'
  const key = `p|${place}|${status}|${noun}|${said}|${clause.type}|${kind}|${timed}|${main}|${rule.part}|${depth}`
  return remembered(key, () => [
    'publication',
    `pub:${place}`,
    `pub:${place}:${status}`,
    `pub:${place}:${noun}`,
    `pub:${place}:${said}`,
    `pub:clause:${clause.type}:${place}`,
    `pub:${kind}`,
    `pub:${kind}:${place}`,
    `pub:times:${timed}`,
    `pub:${place}:${main}:${rule.part}`,
    `pub:${place}:${rule.part}`,
    `pub:depth:${depth}:${place}`,
  ])
}

/** Every date that an event may have: times of its sentence and the one before, earlier events of its kind, the day of publication. */
export const dateOptions = (
  candidate: Candidate,
  reading: Reading,
  earlier: readonly Draft[],
  participants: Draft['participants'],
  status: Status,
  later: readonly Draft[] = [],
): DateOption[] => {
  const published = reading.analysis.article.published
  const sentence = candidate.reading
  const options: DateOption[] = timesNear(sentence, candidate.at).map((time) => ({
    value: dayOf(time.time.value),
    basis: 'text',
    features: timeFeatures(candidate, sentence, time, status, published),
    span: [time.time.start, time.time.end],
  }))
  const previous = reading.sentences[sentence.index - 1]
  const lastTime = previous?.times.at(-1)
  if (previous && lastTime && previous.sentence.part !== 'headline')
    options.push({
      value: dayOf(lastTime.time.value),
      basis: 'text',
      features: [
        'previous',
        `previous:when:${whenIs(lastTime.time, published)}:${status}`,
        `previous:own:${sentence.times.length > 0}`,
        `previous:count:${previous.times.length}`,
        `previous:${candidate.kind}`,
        `previous:${candidate.rule.part}`,
        `previous:then:${sentence.words[0]?.norm === 'тогда'}`,
      ],
      span: [lastTime.time.start, lastTime.time.end],
    })
  const family = earlier
    .filter((draft) => draft.date !== null && sameFamily(draft.candidate.kind, candidate.kind))
    .slice(-6)
  family.forEach((draft, at) => {
    options.push({
      value: draft.date!,
      basis: draft.dateBasis ?? 'text',
      features: earlierFeatures(candidate, draft, at === family.length - 1, participants, status),
      span: null,
    })
  })
  later
    .filter((draft) => draft.date !== null && sameFamily(draft.candidate.kind, candidate.kind))
    .slice(0, 4)
    .forEach((draft, at) => {
      options.push({
        value: draft.date!,
        basis: draft.dateBasis ?? 'text',
        features: laterFeatures(candidate, draft, at === 0, participants, status),
        span: null,
      })
    })
  // Talks, signings and ceremonies held during a visit or a summit share its date.
  const host = earlier.findLast(
    (draft) =>
      draft.date !== null &&
      !sameFamily(draft.candidate.kind, candidate.kind) &&
      (draft.candidate.kind === 'visit' || draft.candidate.kind === 'gathering' || draft.candidate.kind === 'meeting'),
  )
  if (host) {
    const gap = candidate.reading.index - host.candidate.reading.index
    const shared = agreement(host.participants, participants)
    options.push({
      value: host.date!,
      basis: host.dateBasis ?? 'text',
      features: [
        'host',
        `host:${host.candidate.kind}:${candidate.kind}`,
        `host:${shared}`,
        `host:gap:${Math.min(3, gap)}`,
        `host:${shared}:gap:${Math.min(3, gap)}`,
        `host:${host.status}:${status}`,
        `host:own:${sentence.times.length > 0}`,
      ],
      span: null,
    })
  }
  if (published && /^\d{4}-\d\d-\d\d/.test(published))
    options.push({
      value: published.slice(0, 10),
      basis: 'publication',
      features: publicationFeatures(candidate, reading, status),
      span: null,
    })
  return options
}
