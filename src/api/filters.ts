import type {
  ACTOR_LIST,
  DISAGREEMENT_LIST,
  ENTRY_FILTER,
  ENTRY_LIST,
  STATEMENT_LIST,
  Values,
  VERSION_PAIR,
} from './parameters.ts'
import type {
  ActorFilter,
  DensitySpan,
  DisagreementFilter,
  EntryFilter,
  EntryPaging,
  Paging,
  StatementFilter,
  VersionPair,
} from './source.ts'

const LIMIT = 100

// With exactOptionalPropertyTypes an absent condition must be absent, not undefined.
const present = <T extends object>(record: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as never

export const pagingOf = (query: { offset?: number; limit?: number }): Paging => ({
  offset: query.offset ?? 0,
  limit: query.limit ?? LIMIT,
})

export const pairOf = (query: Values<typeof VERSION_PAIR>): VersionPair => present({ from: query.from, to: query.to })

export const entryFilterOf = (query: Values<typeof ENTRY_FILTER>): EntryFilter =>
  present({
    actors: query.actor,
    kinds: query.kind,
    statuses: query.status,
    outlets: query.outlet,
    checks: query.check,
    from: query.from,
    to: query.to,
    story: query.story,
    q: query.q,
  })

export const entryPagingOf = (query: Values<typeof ENTRY_LIST>): EntryPaging => ({
  ...pagingOf(query),
  order: query.order ?? 'new',
  ...present({ section: query.section }),
})

export const spanOf = (query: Values<typeof ENTRY_LIST>): DensitySpan =>
  present({ first: query.first, last: query.last })

export const actorFilterOf = (query: Values<typeof ACTOR_LIST>): ActorFilter =>
  present({ q: query.q, types: query.type })

export const statementFilterOf = (query: Values<typeof STATEMENT_LIST>): StatementFilter =>
  present({
    speaker: query.speaker,
    stances: query.stance,
    channels: query.channel,
    story: query.story,
    outlets: query.outlet,
    article: query.article,
    from: query.from,
    to: query.to,
    q: query.q,
  })

export const disagreementFilterOf = (query: Values<typeof DISAGREEMENT_LIST>): DisagreementFilter =>
  present({
    abouts: query.about,
    relations: query.relation,
    actors: query.actor,
    outlets: query.outlet,
    q: query.q,
  })
