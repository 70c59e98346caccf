import type { Disagreement, DisagreementRelation } from '../../chronicle/index.ts'
import type { DisagreementFilter, DisagreementList, DisagreementRow, Paging } from '../source.ts'
import { cardOf } from './detail.ts'
import { type Indexed, takesPart } from './filter.ts'
import type { ChronicleIndex } from './index-chronicle.ts'
import { standsAt } from './order.ts'
import { haystack, matcher } from './words.ts'

const STRENGTH: Readonly<Record<DisagreementRelation, number>> = { conflict: 4, tension: 3, claim: 2, framing: 1 }

/** How much a disagreement weighs: what cannot be true together, and what many independent origins say, weighs more. */
export const weightOf = ({ relation, versions }: Disagreement): number =>
  STRENGTH[relation] * versions.reduce((sum, { origins }) => sum + origins, 0)

interface Weighed {
  readonly item: Indexed
  readonly disagreement: Disagreement
  readonly weight: number
  readonly day: number
}

/** Every disagreement, the weightiest first; of equals the latest, then by id. */
export const weighDisagreements = (index: ChronicleIndex): readonly Weighed[] =>
  index.items
    .flatMap((item) =>
      item.entry.disagreements.map((disagreement) => ({
        item,
        disagreement,
        weight: weightOf(disagreement),
        day: item.place.bounds ? standsAt(item.place.bounds) : Number.NEGATIVE_INFINITY,
      })),
    )
    .sort((a, b) => b.weight - a.weight || (a.day === b.day ? 0 : b.day - a.day) || (idOf(a) < idOf(b) ? -1 : 1))

const idOf = ({ disagreement }: Weighed): string => disagreement.id

type Test = (one: Weighed) => boolean
type Facet = 'abouts' | 'relations'

const testOf = (
  index: ChronicleIndex,
  { abouts, relations, actors, outlets, q }: DisagreementFilter,
  without?: Facet,
): Test => {
  const holds = matcher(q ?? '')
  const tests: readonly (Test | false | undefined)[] = [
    without !== 'abouts' && !!abouts?.length && (({ disagreement }) => abouts.includes(disagreement.about)),
    without !== 'relations' && !!relations?.length && (({ disagreement }) => relations.includes(disagreement.relation)),
    ...(actors ?? []).map((actor): Test => {
      const test = takesPart(actor)
      return ({ item }) => test(item)
    }),
    !!outlets?.length &&
      (({ disagreement }) =>
        disagreement.versions.some(({ articles }) =>
          articles.some((id) => outlets.includes(index.articles.get(id)?.outlet ?? '')),
        )),
    !!q?.trim() &&
      (({ item: { entry }, disagreement }) =>
        holds(haystack([entry.title, entry.titleEn, ...disagreement.versions.map(({ value }) => value)]))),
  ]
  const asked = tests.filter((test): test is Test => typeof test === 'function')
  return (one) => asked.every((test) => test(one))
}

const counted = <K>(all: readonly Weighed[], test: Test, keyOf: (disagreement: Disagreement) => K): [K, number][] => {
  const counts = new Map<K, number>()
  for (const one of all) {
    if (!test(one)) continue
    const key = keyOf(one.disagreement)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])
}

const rowOf = (index: ChronicleIndex, { item, disagreement, weight }: Weighed): DisagreementRow => {
  const cited = new Set(disagreement.versions.flatMap(({ articles }) => articles))
  return {
    disagreement,
    entry: item.row,
    weight,
    articles: [...cited].flatMap((id) => {
      const article = index.articles.get(id)
      return article ? [cardOf(article)] : []
    }),
  }
}

/** Disagreements that pass the filter, a page at a time. */
export const disagreementsOf = (
  index: ChronicleIndex,
  all: readonly Weighed[],
  filter: DisagreementFilter,
  { offset, limit }: Paging,
): DisagreementList => {
  const found = all.filter(testOf(index, filter))
  return {
    total: found.length,
    offset,
    items: found.slice(offset, offset + limit).map((one) => rowOf(index, one)),
    facets: {
      abouts: counted(all, testOf(index, filter, 'abouts'), ({ about }) => about).map(([about, count]) => ({
        about,
        count,
      })),
      relations: counted(all, testOf(index, filter, 'relations'), ({ relation }) => relation).map(
        ([relation, count]) => ({ relation, count }),
      ),
    },
  }
}
