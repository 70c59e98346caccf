import { edtfBounds } from '../../core/index.ts'
import type { Status } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import type { Draft } from './event-draft.ts'
import { type Facet, FacetTable, numbering } from './model.ts'
import { bit, FEW, kindNumber, partNumber, sharedNumber, statusNumber } from './numbers.ts'
import { type DateOption, ownOptionsOf } from './own-dates.ts'
import type { Reading } from './reading.ts'
import { agreement, isHost, sameFamily } from './same-event.ts'

const FAR = 4
const basisNumber = numbering()

/** How another mention of the sort stands to this one, in labels and in keys. */
const standingOf = (
  { reading, lemma, kind, rule }: Candidate,
  draft: Draft,
  nearest: boolean,
  participants: Draft['participants'],
  status: Status,
) => {
  const gap = Math.min(FAR, Math.abs(reading.index - draft.candidate.reading.index))
  const same = draft.candidate.lemma === lemma
  const shared = agreement(draft.participants, participants)
  const timed = reading.times.length > 0
  const sharedAt = sharedNumber(shared)
  const key =
    (((kindNumber(kind) * FEW + partNumber(rule.part)) * FEW + sharedAt) * 8 + gap) * 8 +
    4 * bit(same) +
    2 * bit(nearest) +
    bit(timed)
  const statusKey =
    ((statusNumber(draft.status) * 8 + statusNumber(status)) * FEW + basisNumber(String(draft.dateBasis))) * FEW +
    sharedAt
  return { gap, word: same ? 'word' : 'kind', shared, timed, key, statusKey }
}

const EARLIER = new FacetTable()
const EARLIER_STATUS = new FacetTable()

const earlierFacets = (
  candidate: Candidate,
  draft: Draft,
  last: boolean,
  participants: Draft['participants'],
  status: Status,
): readonly Facet[] => {
  const { kind, rule } = candidate
  const { gap, word, shared, timed, key, statusKey } = standingOf(candidate, draft, last, participants, status)
  return [
    EARLIER.facet(key, () => [
      'earlier',
      `same:${word}`,
      `shared:${shared}`,
      `same:${word}:${shared}`,
      `gap:${gap}`,
      `last:${last}`,
      `own-times:${timed}`,
      `earlier:${kind}`,
      `earlier:${rule.part}`,
      `earlier:last:${last}:${shared}`,
    ]),
    EARLIER_STATUS.facet(statusKey, () => [`status:${draft.status}:${status}`, `basis:${draft.dateBasis}:${shared}`]),
  ]
}

const LATER = new FacetTable()
const LATER_PARTS = new FacetTable()
const LATER_STATUS = new FacetTable()

// What a later mention of the sort says, and how it agrees with this one.
const laterFacets = (
  candidate: Candidate,
  draft: Draft,
  next: boolean,
  participants: Draft['participants'],
  status: Status,
): readonly Facet[] => {
  const { kind, rule } = candidate
  const { part } = candidate.reading.sentence
  const { gap, word, shared, timed, key, statusKey } = standingOf(candidate, draft, next, participants, status)
  return [
    LATER.facet(key, () => [
      'later',
      `later:${word}`,
      `later:${shared}`,
      `later:${word}:${shared}`,
      `later:gap:${gap}`,
      `later:next:${next}:${shared}`,
      `later:own-times:${timed}`,
      `later:${kind}`,
      `later:${rule.part}`,
    ]),
    LATER_PARTS.facet(partNumber(part), () => [`later:in:${part}`]),
    LATER_STATUS.facet(statusKey, () => [
      `later:status:${draft.status}:${status}`,
      `later:basis:${draft.dateBasis}:${shared}`,
    ]),
  ]
}

const HOSTS = new FacetTable()

// Talks, signings and ceremonies held during a visit or a summit share its date.
const hostFacets = (
  candidate: Candidate,
  host: Draft,
  participants: Draft['participants'],
  status: Status,
): readonly Facet[] => {
  const gap = Math.min(3, candidate.reading.index - host.candidate.reading.index)
  const shared = agreement(host.participants, participants)
  const timed = candidate.reading.times.length > 0
  const [hosting, hosted] = [host.candidate.kind, candidate.kind]
  return [
    HOSTS.facet(
      ((((kindNumber(hosting) * FEW + kindNumber(hosted)) * FEW + sharedNumber(shared)) * 4 + gap) * 8 +
        statusNumber(host.status)) *
        16 +
        2 * statusNumber(status) +
        bit(timed),
      () => [
        'host',
        `host:${hosting}:${hosted}`,
        `host:${shared}`,
        `host:gap:${gap}`,
        `host:${shared}:gap:${gap}`,
        `host:${host.status}:${status}`,
        `host:own:${timed}`,
      ],
    ),
  ]
}

/** An act that began so many days before the report and goes on is a course of many. */
const COURSE = 45

// "Since October they strike": that is the time of nothing that happened on a day.
const isCourseOf = ({ date }: Draft, published: string | null): boolean => {
  if (published === null || !date?.endsWith('/..')) return false
  const began = edtfBounds(date)
  const told = edtfBounds(published.slice(0, 10))
  return began !== null && told !== null && told.first - began.first > COURSE
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
  const { times, publication } = ownOptionsOf(candidate, reading, status)
  const options = [...times]
  const lend = (draft: Draft, facets: readonly Facet[]): void => {
    options.push({ value: draft.date!, basis: draft.dateBasis ?? 'text', facets, span: null })
  }
  const { published } = reading.analysis.article
  const lends = (draft: Draft): boolean =>
    draft.date !== null &&
    sameFamily(draft.candidate.kind, candidate.kind) &&
    (status === 'ongoing' || !isCourseOf(draft, published))
  const family = earlier.filter(lends).slice(-6)
  family.forEach((draft, at) => {
    lend(draft, earlierFacets(candidate, draft, at === family.length - 1, participants, status))
  })
  later
    .filter(lends)
    .slice(0, 4)
    .forEach((draft, at) => {
      lend(draft, laterFacets(candidate, draft, at === 0, participants, status))
    })
  const host = earlier.findLast((draft) => draft.date !== null && isHost(draft, candidate))
  if (host) lend(host, hostFacets(candidate, host, participants, status))
  return [...options, ...publication]
}
