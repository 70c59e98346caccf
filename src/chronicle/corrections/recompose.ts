import type { Status } from '../../facts/index.ts'
import type { Disagreement, Entry, EntryParticipant, Evidence, HistoryStep, Version } from '../chronicle.ts'
import { standingEvidence } from '../versions/standing.ts'

const MOST_PARTICIPANTS = 6

const publishedFirst = (a: Evidence, b: Evidence): number => {
  const x = a.published ?? '9999'
  const y = b.published ?? '9999'
  return x < y ? -1 : x > y ? 1 : a.article < b.article ? -1 : a.article > b.article ? 1 : a.event - b.event
}

const historyOf = (evidence: readonly Evidence[]): HistoryStep[] => {
  const given = new Set<string>()
  return evidence.flatMap(({ status, article, published }) => {
    const key = `${article} ${status}`
    if (given.has(key)) return []
    given.add(key)
    return [{ status, article, published }]
  })
}

// What some page reports as done stays so; else the latest word stands.
const statusOf = (evidence: readonly Evidence[], otherwise: Status): Status => {
  const done = evidence.filter(({ status }) => status === 'happened' || status === 'ongoing')
  return (done.at(-1) ?? evidence.at(-1))?.status ?? otherwise
}

/** Evidence with origins numbered from 0: those that share an outlet or a page are one, as in any entry. */
const renumbered = (groups: readonly (readonly Evidence[])[]): Evidence[] => {
  const numberOf = new Map<string, number>()
  let next = 0
  return groups.flatMap((evidence, group) =>
    evidence.map((each) => {
      const own = `${group} ${each.origin}`
      const reporter = `outlet ${each.outlet ?? `\n${each.article}`}`
      const number = numberOf.get(own) ?? numberOf.get(reporter) ?? next++
      numberOf.set(own, number)
      numberOf.set(reporter, number)
      return { ...each, origin: number }
    }),
  )
}

const withEvidence = (entry: Entry, evidence: readonly Evidence[]): Entry => {
  const { withdrawn: _, ...rest } = entry
  const withdrawn = evidence.every((each) => each.withdrawn)
  const standing = standingEvidence({ evidence, ...(withdrawn ? { withdrawn } : {}) })
  return {
    ...rest,
    evidence,
    status: statusOf(standing, entry.status),
    outlets: new Set(standing.map(({ outlet, article }) => outlet ?? article)).size,
    origins: new Set(standing.map(({ origin }) => origin)).size,
    history: historyOf(standing),
    ...(withdrawn ? { withdrawn } : {}),
  }
}

const distinct = <T>(all: readonly T[], keyOf: (one: T) => string): T[] =>
  [...new Map(all.toReversed().map((one) => [keyOf(one), one])).values()].toReversed()

const people = ({ type }: EntryParticipant): number => (type === 'person' ? 0 : 1)

/** One entry out of several; what the first one leaves open the others fill. */
export const joined = (into: Entry, others: readonly Entry[]): Entry => {
  const all = [into, ...others]
  const dated = all.find(({ date }) => date !== null) ?? into
  const evidence = renumbered(all.map((entry) => entry.evidence)).sort(publishedFirst)
  const participants = distinct(
    all.flatMap((entry) => entry.participants),
    ({ identity }) => identity,
  )
  const aliases = all.flatMap(({ id, aliases: earlier }) => [id, ...earlier])
  const ids = new Set(aliases)
  return {
    ...withEvidence(into, evidence),
    aliases: [...ids].filter((id) => id !== into.id),
    date: dated.date,
    dateBasis: dated.dateBasis,
    place: all.find(({ place }) => place !== null)?.place ?? null,
    participants: participants.sort((a, b) => people(a) - people(b)).slice(0, MOST_PARTICIPANTS),
    disagreements: distinct(
      all.flatMap((entry) => entry.disagreements),
      ({ id }) => id,
    ),
    granularity: all.flatMap((entry) => entry.granularity),
    partOf: all.map(({ partOf }) => partOf).find((id) => id !== null && !ids.has(id)) ?? null,
  }
}

const versionIn = (version: Version, articles: ReadonlySet<string>): Version[] => {
  const kept = version.articles.filter((id) => articles.has(id))
  if (kept.length === 0) return []
  const sources = version.sources.filter(({ article }) => articles.has(article))
  return [{ ...version, articles: kept, sources, origins: Math.min(version.origins, kept.length) }]
}

/** An entry with only some of its evidence: values and versions that nothing left supports fall away. */
export const narrowed = (entry: Entry, id: string, evidence: readonly Evidence[]): Entry => {
  const articles = new Set(evidence.map(({ article }) => article))
  const dates = standingEvidence({ evidence }).flatMap(({ date }) => (date === null ? [] : [date]))
  const date = entry.date !== null && dates.includes(entry.date) ? entry.date : (dates[0] ?? null)
  return {
    ...withEvidence(entry, renumbered([evidence])),
    id,
    date,
    dateBasis: date === null ? null : date === entry.date ? entry.dateBasis : 'text',
    place: evidence.some(({ place }) => place !== null) ? entry.place : null,
    disagreements: entry.disagreements.flatMap((disagreement): Disagreement[] => {
      const versions = disagreement.versions.flatMap((version) => versionIn(version, articles))
      return versions.length < 2 ? [] : [{ ...disagreement, versions }]
    }),
    granularity: entry.granularity.flatMap((version) => versionIn(version, articles)),
  }
}
