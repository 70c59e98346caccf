import { type Fault, fault } from './fault.ts'
import {
  actorFilterOf,
  disagreementFilterOf,
  entryFilterOf,
  entryPagingOf,
  pagingOf,
  pairOf,
  spanOf,
  statementFilterOf,
} from './filters.ts'
import {
  ACTOR_LIST,
  ARTICLE,
  DISAGREEMENT_LIST,
  ENTRY_LIST,
  PAGING,
  type Parameters,
  STATEMENT_LIST,
  type Values,
  VERSION_PAIR,
} from './parameters.ts'
import type { ChronicleSource } from './source.ts'

/** One question that the API answers. `:id` and `:other` in the path are handed on. */
export interface Route {
  readonly path: string
  readonly about: string
  readonly parameters: Parameters
  readonly answer: (source: ChronicleSource, query: never, id: string, other: string) => Promise<unknown | Fault>
}

const route = <P extends Parameters>(
  path: string,
  about: string,
  parameters: P,
  answer: (source: ChronicleSource, query: Values<P>, id: string, other: string) => Promise<unknown | Fault>,
): Route => ({ path, about, parameters, answer })

const missing = (what: string, id: string): Fault =>
  fault(404, 'not-found', `There is no ${what} "${id.slice(0, 80)}".`, `Take an id from the list of this kind.`)

const AHEAD = 3

const entryList = async (source: ChronicleSource, query: Values<typeof ENTRY_LIST>): Promise<unknown> => {
  const filter = entryFilterOf(query)
  const include = query.include ?? []
  const paging = entryPagingOf(query)
  const [list, facets, density, ahead] = await Promise.all([
    source.entries(filter, paging),
    include.includes('facets') ? source.facets(filter) : null,
    include.includes('density') ? source.density(filter, spanOf(query)) : null,
    include.includes('ahead') ? source.entries(filter, { ...paging, section: 'ahead', offset: 0, limit: AHEAD }) : null,
  ])
  const [row] = list.items
  const first = row && include.includes('first') ? await source.entry(row.id) : null
  return {
    ...list,
    ...(first && { first }),
    ...(facets && { facets }),
    ...(density && { density }),
    ...(ahead && { ahead }),
  }
}

const statementList = async (source: ChronicleSource, query: Values<typeof STATEMENT_LIST>): Promise<unknown> => {
  const filter = statementFilterOf(query)
  const [list, facets] = await Promise.all([
    source.statements(filter, pagingOf(query)),
    query.include?.includes('facets') ? source.statementFacets(filter) : null,
  ])
  return { ...list, ...(facets && { facets }) }
}

/** All reading routes under /api/v1. */
export const ROUTES: readonly Route[] = [
  route('/overview', 'Counts, newest page, outlets and months of the whole chronicle.', {}, (source) =>
    source.overview(),
  ),
  route('/entries', 'The timeline: entries that pass the filter, a page at a time.', ENTRY_LIST, entryList),
  route(
    '/entries/:id',
    'One entry with its evidence, history and disagreements; an alias answers with the present id.',
    {},
    async (source, _query, id) => (await source.entry(id)) ?? missing('entry', id),
  ),
  route(
    '/articles/:id',
    'One article: text, parts, facts, the entries of its events, its copies, the versions that it has had.',
    ARTICLE,
    async (source, { version }, id) => (await source.article(id, version)) ?? missing('article', id),
  ),
  route(
    '/articles/:id/versions',
    'Every text that an article has had, and what changed between two: sentences, words, facts withdrawn and brought.',
    VERSION_PAIR,
    async (source, query, id) => (await source.versions(id, pairOf(query))) ?? missing('article or version', id),
  ),
  route('/actors', 'People, countries and organizations, those with most entries first.', ACTOR_LIST, (source, query) =>
    source.actors(actorFilterOf(query), pagingOf(query)),
  ),
  route(
    '/actors/:id',
    'One identity: variants, roles, whom it met, what it said about what.',
    {},
    async (source, _query, id) => (await source.actor(id)) ?? missing('actor', id),
  ),
  route('/statements', 'Who said what through whom, newest publication first.', STATEMENT_LIST, statementList),
  route(
    '/disagreements',
    'What sources tell differently, the weightiest first, with the versions and their pages.',
    DISAGREEMENT_LIST,
    (source, query) => source.disagreements(disagreementFilterOf(query), pagingOf(query)),
  ),
  route('/pairs', 'Pairs of states between whom something stands, the busiest first.', PAGING, (source, query) =>
    source.pairs(pagingOf(query)),
  ),
  route(
    '/pairs/:id/:other',
    'Everything between two identities: contacts by month and level, agreements, what is pending, what never came.',
    {},
    async (source, _query, id, other) => (await source.pair(id, other)) ?? missing('pair', `${id}, ${other}`),
  ),
  route(
    '/sources',
    'Outlets in order of their first publication, what they rest on, and who copies or quotes whom.',
    {},
    (source) => source.sources(),
  ),
  route(
    '/corrections',
    'What people decided about the chronicle, latest first, and whether each decision holds.',
    PAGING,
    (source, query) => source.corrections(pagingOf(query)),
  ),
  route(
    '/corrections/log',
    'Every decision in its order: what POST /api/corrections/import takes elsewhere.',
    {},
    async (source) => ({ log: await source.correctionLog() }),
  ),
  route(
    '/notes/:id',
    'Remarks that people left about an entry, an identity or a disagreement.',
    {},
    async (source, _, id) => ({
      items: await source.notes(id),
    }),
  ),
]
