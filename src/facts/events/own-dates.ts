import type { Status } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import { isCue } from './cues.ts'
import { rulesOf } from './lexicon.ts'
import { type Facet, FacetTable, numbering } from './model.ts'
import { distanceLabel, timesNear } from './near.ts'
import {
  bit,
  FEW,
  formNumber,
  kindNumber,
  partNumber,
  pathNumber,
  prepositionNumber,
  reachNumber,
  statusNumber,
  typeNumber,
} from './numbers.ts'
import { pathBetween } from './paths.ts'
import type { Reading, SentenceReading, TimeAt } from './reading.ts'
import { formOf, phraseOf } from './trigger-features.ts'
import { grainOf, isBirth, whenIs } from './when.ts'

/** A date that an event may have, and what speaks for it. */
export interface DateOption {
  readonly value: string
  readonly basis: 'text' | 'publication'
  readonly facets: readonly Facet[]
  /** Span of the time that says it; null for the day of publication and for a date taken from an earlier event. */
  readonly span: readonly [number, number] | null
}

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

const relationNumber = numbering()
const whenNumber = numbering()
const grainNumber = numbering()

const PATHS = new FacetTable()
const REACHES = new FacetTable()
const WHENS = new FacetTable()
const MANNERS = new FacetTable()

const timeFacets = (
  candidate: Candidate,
  sentence: SentenceReading,
  time: TimeAt,
  status: Status,
  published: string | null,
): readonly Facet[] => {
  const { at } = candidate
  const form = formOf(sentence.words[at]!)
  const own = sentence.clauseOf[time.from] === sentence.clauseOf[at]
  const gap = time.from > at ? time.from - at : at - time.to
  const side = time.from > at ? 'after' : 'before'
  const near = between(sentence, at, time.from)
  const triggers = Math.min(3, near.triggers)
  const breaks = Math.min(3, near.breaks)
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
  const relationAt = relationNumber(relation)
  return [
    PATHS.facet((pathNumber(path) * FEW + relationAt) * FEW + partNumber(part), () => [
      'time',
      `path:${path}`,
      `path:${path}:${relation}`,
      `path:${part}:${path}`,
      `part:${part}:${relation}`,
    ]),
    REACHES.facet(
      (((relationAt * FEW + reachNumber(reach)) * 4 + triggers) * 4 + breaks) * 2 + bit(side === 'after'),
      () => [
        `clause:${relation}`,
        `${side}:${reach}`,
        `triggers:${triggers}`,
        `breaks:${breaks}`,
        `clause:${relation}:triggers:${Math.min(2, triggers)}`,
        `${side}:${relation}:${reach}`,
      ],
    ),
    WHENS.facet(
      (((prepositionNumber(prep) * FEW + formNumber(form)) * FEW + whenNumber(when)) * FEW + grainNumber(grain)) * FEW +
        statusNumber(status),
      () => [`when:${when}:${status}`, `grain:${grain}`, `prep:${prep}`, `form:${form}:${when}`],
    ),
    MANNERS.facet(
      (((typeNumber(mine.type) * FEW + kindNumber(kind)) * FEW + relationAt) * 8 +
        4 * bit(report) +
        2 * bit(said) +
        bit(only)) *
        4 +
        2 * bit(nearest) +
        bit(carries),
      () => [
        `report:${report}:${relation}`,
        `said:${said}`,
        `mine:${mine.type}:${relation}`,
        `only:${only}`,
        `nearest:${nearest}`,
        `nearest:${nearest}:${relation}`,
        `carries:${carries}`,
        `kind:${kind}`,
        ...(report && said ? ['cue-time'] : []),
      ],
    ),
  ]
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

const NOUNS = new FacetTable()
const PUBLICATIONS = new FacetTable()
const nounNumber = numbering()
const mainNumber = numbering()
const standNumber = numbering()

const publicationFacets = (candidate: Candidate, reading: Reading, status: Status): readonly Facet[] => {
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
  const deep = sentence.clauseOf[at] !== 0
  const placeAt = standNumber(place)
  return [
    NOUNS.facet(((nounNumber(noun) * 4 + placeAt) * 8 + statusNumber(status)) * 2 + bit(said === 'said'), () => [
      'publication',
      `pub:${place}`,
      `pub:${place}:${status}`,
      `pub:${place}:${noun}`,
      `pub:${place}:${said}`,
    ]),
    PUBLICATIONS.facet(
      ((((mainNumber(main) * FEW + typeNumber(clause.type)) * FEW + kindNumber(kind)) * FEW + partNumber(rule.part)) *
        4 +
        placeAt) *
        4 +
        2 * bit(timed) +
        bit(deep),
      () => [
        `pub:clause:${clause.type}:${place}`,
        `pub:${kind}`,
        `pub:${kind}:${place}`,
        `pub:times:${timed}`,
        `pub:${place}:${main}:${rule.part}`,
        `pub:${place}:${rule.part}`,
        `pub:depth:${deep ? 'deep' : 'first'}:${place}`,
      ],
    ),
  ]
}

const PREVIOUS = new FacetTable()

// The last time of the sentence before.
const previousFacets = (
  { kind, rule, reading: sentence }: Candidate,
  count: number,
  when: string,
  status: Status,
): readonly Facet[] => {
  const timed = sentence.times.length > 0
  const then = sentence.words[0]?.norm === 'тогда'
  return [
    PREVIOUS.facet(
      ((((count * FEW + whenNumber(when)) * 8 + statusNumber(status)) * FEW + kindNumber(kind)) * FEW +
        partNumber(rule.part)) *
        4 +
        2 * bit(timed) +
        bit(then),
      () => [
        'previous',
        `previous:when:${when}:${status}`,
        `previous:own:${timed}`,
        `previous:count:${count}`,
        `previous:${kind}`,
        `previous:${rule.part}`,
        `previous:then:${then}`,
      ],
    ),
  ]
}

/** What the event's own words, the sentence before and the page offer, whatever is made of other mentions. */
interface OwnOptions {
  readonly status: Status
  readonly times: readonly DateOption[]
  readonly publication: readonly DateOption[]
}

const ownOptions = new WeakMap<Candidate, OwnOptions>()

/** What an event's own words, the sentence before and the page offer; both looks ask for the same. */
export const ownOptionsOf = (candidate: Candidate, reading: Reading, status: Status): OwnOptions => {
  const known = ownOptions.get(candidate)
  if (known?.status === status) return known
  const published = reading.analysis.article.published
  const sentence = candidate.reading
  const times = timesNear(sentence, candidate.at)
    .filter((time) => !isBirth(sentence, time))
    .map(
      (time): DateOption => ({
        value: dayOf(time.time.value),
        basis: 'text',
        facets: timeFacets(candidate, sentence, time, status, published),
        span: [time.time.start, time.time.end],
      }),
    )
  const previous = reading.sentences[sentence.index - 1]
  const lastTime = previous?.times.at(-1)
  if (previous && lastTime && !isBirth(previous, lastTime) && previous.sentence.part !== 'headline')
    times.push({
      value: dayOf(lastTime.time.value),
      basis: 'text',
      facets: previousFacets(candidate, previous.times.length, whenIs(lastTime.time, published), status),
      span: [lastTime.time.start, lastTime.time.end],
    })
  const publication: DateOption[] =
    published && /^\d{4}-\d\d-\d\d/.test(published)
      ? [
          {
            value: published.slice(0, 10),
            basis: 'publication',
            facets: publicationFacets(candidate, reading, status),
            span: null,
          },
        ]
      : []
  const made = { status, times, publication }
  ownOptions.set(candidate, made)
  return made
}
