import { compareVersions, type FactIndexes } from '../../chronicle/index.ts'
import type { StoredVersion } from '../../store/index.ts'
import type { ChangedFact, VersionPair, VersionsView } from '../version-views.ts'

type EntryOf = (version: StoredVersion, event: number) => (ChangedFact & { readonly sort: 'event' })['entry']

const changedFacts = (
  version: StoredVersion,
  { events, statements, figures }: FactIndexes,
  entryOf: EntryOf,
): ChangedFact[] => {
  const { facts } = version
  const words = ({ start, end }: { readonly start: number; readonly end: number }) => ({
    start,
    end,
    quote: facts.text.slice(start, end),
  })
  const at = <T>(list: readonly T[], indexes: readonly number[]): [T, number][] =>
    indexes.flatMap((index) => {
      const fact = list[index]
      return fact === undefined ? [] : [[fact, index]]
    })
  return [
    ...at(facts.events, events).map(([fact, event]): ChangedFact => {
      return { ...words(fact.trigger), sort: 'event', fact, entry: entryOf(version, event) }
    }),
    ...at(facts.statements, statements).map(([fact]): ChangedFact => ({ ...words(fact), sort: 'statement', fact })),
    ...at(facts.figures, figures).map(([fact]): ChangedFact => ({ ...words(fact), sort: 'figure', fact })),
  ].sort((a, b) => a.start - b.start || a.end - b.end)
}

/**
 * The versions of an article and what changed between two of them: those that are named, else the last two. Null where
 * there is no such article or version.
 *
 * @param all every version, the earliest first
 * @example versionsView(await store.versions(id), {}, () => null)?.comparison?.sentences
 */
export const versionsView = (
  all: readonly StoredVersion[],
  { from, to }: VersionPair,
  entryOf: EntryOf,
): VersionsView | null => {
  const named = (wanted: string | undefined, otherwise: StoredVersion | undefined): StoredVersion | undefined =>
    wanted === undefined ? otherwise : all.find(({ version }) => version.version === wanted)
  const later = named(to, all.at(-1))
  const earlier = named(from, all[Math.max(0, all.indexOf(later as StoredVersion) - 1)])
  if (!later || !earlier) return null
  const items = all.map(({ version }) => version)
  if (earlier === later && from === undefined && to === undefined) return { items, comparison: null }
  const { sentences, withdrawn, brought } = compareVersions(earlier.facts, later.facts)
  return {
    items,
    comparison: {
      from: earlier.version.version,
      to: later.version.version,
      sentences,
      withdrawn: changedFacts(earlier, withdrawn, entryOf),
      brought: changedFacts(later, brought, entryOf),
    },
  }
}
