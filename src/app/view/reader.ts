import { applyCorrections, type Chronicle, type Correction, findDyads } from '../../chronicle/index.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import type { StoredVersion } from '../../store/index.ts'
import { hashesOf } from '../hashes.ts'
import type { ChronicleSource, DensitySpan, EntryFilter } from '../source.ts'
import { tablesOf } from '../tables.ts'
import { actorsOf, actorView, entriesByActor } from './actors.ts'
import { correctionsOf } from './corrections.ts'
import { densityOf, publicationDay } from './density.ts'
import { articleView, entryOfEvent, entryView } from './detail.ts'
import { disagreementsOf, weighDisagreements } from './disagreements.ts'
import { facetsOf } from './facets.ts'
import type { Indexed } from './filter.ts'
import { indexChronicle, listEntries } from './index-chronicle.ts'
import { lately, once } from './once.ts'
import { overviewOf } from './overview.ts'
import { pairRow, pairView } from './pairs.ts'
import { sourcesOf } from './sources.ts'
import { orderStatements, statementFacetsOf, statementsOf } from './statements.ts'
import { versionsView } from './versions.ts'

export type ChronicleReader = Omit<
  ChronicleSource,
  'addPages' | 'addAddresses' | 'addFile' | 'removeArticles' | 'correct' | 'importCorrections' | 'correctionLog'
>

/**
 * The reading half of a `ChronicleSource` over a chronicle held in memory: made anew when the chronicle changes.
 * `readFacts` gives an article's facts, and `readVersions` all its texts, from wherever they are kept; `log` holds what
 * people decided.
 *
 * @example const reader = readChronicle(chronicle, (id) => store.facts(id), '42')
 */
export const readChronicle = (
  built: Chronicle,
  readFacts: (id: string, version?: string) => Promise<ArticleFacts | null>,
  revision: string,
  log: readonly Correction[] = [],
  readVersions: (id: string) => Promise<readonly StoredVersion[]> = async () => [],
): ChronicleReader => {
  const corrected = applyCorrections(built, log)
  const { chronicle } = corrected
  const index = indexChronicle(chronicle)
  const identities = new Map(chronicle.identities.map((identity) => [identity.id, identity]))
  const published = chronicle.articles.flatMap(({ published: date }) => publicationDay(date) ?? [])
  const overview = once(() => overviewOf(index))
  const said = once(() => orderStatements(index))
  const weighed = once(() => weighDisagreements(index))
  const facets = lately((filter: EntryFilter) => facetsOf(index.items, filter, index.search, identities))
  const density = lately(([filter, span]: readonly [EntryFilter, DensitySpan]) =>
    densityOf(index.items, filter, index.search, span, published),
  )
  const byActor = once(() => entriesByActor(index))
  const sources = once(() => sourcesOf(index, identities))
  const pairs = once(() => findDyads(chronicle, 'states').map((dyad) => pairRow(dyad, index)))
  return {
    revision: async () => revision,
    overview: async () => overview(),
    entries: async (filter, paging) => {
      const { offset, limit } = paging
      const { places, sections } = listEntries(index, filter, paging)
      const items = places.slice(offset, offset + limit).map((at) => (index.items[at] as Indexed).row)
      return { total: places.length, sections, offset, items }
    },
    changes: async (table) => {
      const ids = [...(await hashesOf(tablesOf(chronicle), table)).keys()]
      return { cursor: `memory.${revision}`, all: true, changed: new Set(ids), gone: [] }
    },
    tables: async () => tablesOf(chronicle, readFacts),
    allEntries: async (filter, order) =>
      listEntries(index, filter, { order }).places.map((at) => (index.items[at] as Indexed).entry),
    facets: async (filter) => facets(filter),
    density: async (filter, span) => density([filter, span]),
    entry: (id) => entryView(index, id, readFacts),
    article: (id, version) => articleView(index, id, readFacts, readVersions, version),
    versions: async (id, pair) =>
      versionsView(await readVersions(id), pair, ({ version, facts }, event) => {
        const entry = entryOfEvent(index, facts.id, event, version.current ? undefined : version.version)
        return entry && { id: entry.id, title: entry.title, titleEn: entry.titleEn }
      }),
    disagreements: async (filter, paging) => disagreementsOf(index, weighed(), filter, paging),
    actors: async (filter, paging) => actorsOf(index, byActor(), filter, paging),
    actor: async (id) => actorView(index, byActor(), said(), identities, id),
    pairs: async ({ offset, limit }) => ({
      total: pairs().length,
      offset,
      items: pairs().slice(offset, offset + limit),
    }),
    pair: async (a, b) => pairView(index, identities, a, b, index.today),
    statements: async (filter, paging) => statementsOf(said(), filter, paging, identities),
    statementFacets: async (filter) => statementFacetsOf(said(), filter, identities),
    sources: async () => sources(),
    corrections: async (paging) => correctionsOf(index, identities, corrected, log, built, paging),
    notes: async (id) => corrected.notes.filter((note) => note.id === (index.byId.get(id)?.id ?? id)),
  }
}
