import type { ChronicleStatement, Identity } from '../../chronicle/index.ts'
import { edtfBounds } from '../../core/index.ts'
import { STANCES, type Stance } from '../../facts/index.ts'
import type { Paging, StatementFacets, StatementFilter, StatementList, StatementRow } from '../source.ts'
import { publicationDay } from './density.ts'
import type { ChronicleIndex } from './index-chronicle.ts'
import { haystack, matcher } from './words.ts'

const MOST = 50

/** A statement with what filters ask of it, found once. */
export interface Said {
  readonly statement: ChronicleStatement
  readonly day: number | null
  readonly outlet: string | null
  readonly story: string | null
  readonly channels: readonly string[]
  readonly hay: () => string
}

/** Through whom a statement came: every link of its chain but the speaker. */
const channelsOf = ({ chain, speaker }: ChronicleStatement): string[] =>
  chain.filter((name) => name !== '' && name !== speaker?.name)

const later = (make: () => string): (() => string) => {
  let made: string | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** All statements, newest publication first, in text order inside an article. */
export const orderStatements = (index: ChronicleIndex): readonly Said[] =>
  index.chronicle.statements
    .map((statement): Said => {
      const article = index.articles.get(statement.article)
      return {
        statement,
        day: publicationDay(statement.published),
        outlet: article?.outlet ?? null,
        story: article?.story ?? null,
        channels: channelsOf(statement),
        hay: later(() => haystack([statement.quote, statement.speaker?.name ?? ''])),
      }
    })
    .sort(
      (a, b) =>
        (b.day ?? 0) - (a.day ?? 0) ||
        (a.statement.article < b.statement.article
          ? -1
          : a.statement.article > b.statement.article
            ? 1
            : a.statement.index - b.statement.index),
    )

type Test = (said: Said) => boolean
type Facet = 'speaker' | 'stances' | 'channels'

const speakerKey = ({ speaker }: ChronicleStatement): string | null => speaker && (speaker.identity ?? speaker.name)

const within = ({ from, to }: StatementFilter): Test | null => {
  if (from === undefined && to === undefined) return null
  const first = (from && edtfBounds(from)?.first) || Number.NEGATIVE_INFINITY
  const last = (to && edtfBounds(to)?.last) || Number.POSITIVE_INFINITY
  return ({ day }) => day !== null && day >= first && day <= last
}

const testOf = (filter: StatementFilter, without?: Facet): Test => {
  const { article, story, speaker, stances, channels, outlets, q } = filter
  const holds = matcher(q ?? '')
  const tests: (Test | null)[] = [
    article === undefined ? null : ({ statement }) => statement.article === article,
    story === undefined ? null : (said) => said.story === story,
    speaker === undefined || without === 'speaker'
      ? null
      : ({ statement }) => [statement.speaker?.identity, statement.speaker?.name].includes(speaker),
    !stances?.length || without === 'stances' ? null : ({ statement }) => stances.includes(statement.stance),
    !channels?.length || without === 'channels'
      ? null
      : (said) => said.channels.some((channel) => channels.includes(channel)),
    outlets?.length ? ({ outlet }) => outlets.includes(outlet ?? '') : null,
    within(filter),
    q?.trim() ? (said) => holds(said.hay()) : null,
  ]
  const asked = tests.filter((test) => test !== null)
  return (said) => asked.every((test) => test(said))
}

type Identities = ReadonlyMap<string, Identity>

const rowOf = ({ statement, outlet }: Said, identities: Identities): StatementRow => ({
  ...statement,
  outlet,
  speakerEn: identities.get(statement.speaker?.identity ?? '')?.nameEn ?? null,
})

/** Statements that pass the filter, a page at a time. */
export const statementsOf = (
  all: readonly Said[],
  filter: StatementFilter,
  { offset, limit }: Paging,
  identities: Identities,
): StatementList => {
  const found = all.filter(testOf(filter))
  return {
    total: found.length,
    offset,
    items: found.slice(offset, offset + limit).map((said) => rowOf(said, identities)),
  }
}

const tally = <K>(all: readonly Said[], test: Test, keysOf: (said: Said) => readonly K[]): [K, number][] => {
  const counts = new Map<K, number>()
  for (const said of all) {
    if (test(said)) for (const key of keysOf(said)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

/** Counts behind each filter; the chosen ones are always among them. */
export const statementFacetsOf = (
  all: readonly Said[],
  filter: StatementFilter,
  identities: Identities,
): StatementFacets => {
  const speakers = tally(all, testOf(filter, 'speaker'), ({ statement }) => {
    const key = speakerKey(statement)
    return key === null ? [] : [key]
  })
  const stances = new Map(tally<Stance>(all, testOf(filter, 'stances'), ({ statement }) => [statement.stance]))
  const channels = tally(all, testOf(filter, 'channels'), (said) => said.channels)
  return {
    speakers: speakers
      .filter(([id], at) => at < MOST || id === filter.speaker)
      .map(([id, count]) => {
        const identity = identities.get(id)
        return { id, name: identity?.name ?? id, nameEn: identity?.nameEn ?? id, count }
      }),
    stances: STANCES.flatMap((stance) => (stances.has(stance) ? [{ stance, count: stances.get(stance) ?? 0 }] : [])),
    channels: channels
      .filter(([name], at) => at < MOST || filter.channels?.includes(name))
      .map(([name, count]) => ({ name, count })),
  }
}
