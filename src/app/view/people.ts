import type { ChronicleStatement } from '../../chronicle/index.ts'
import { edtfBounds } from '../../core/index.ts'
import type { ActorFilter, ActorList, ActorRow, Paging, StatementFilter, StatementList } from '../source.ts'
import { publicationDay } from './density.ts'
import type { ChronicleIndex } from './index-chronicle.ts'
import { haystack, matcher } from './words.ts'

/** Identities that pass the filter, those with most entries first. */
export const actorsOf = (index: ChronicleIndex, filter: ActorFilter, { offset, limit }: Paging): ActorList => {
  const counts = new Map<string, number>()
  for (const { row } of index.items) {
    for (const id of new Set(row.participants.map(({ identity }) => identity)))
      counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const holds = matcher(filter.q ?? '')
  const rows = index.chronicle.identities.flatMap((identity): ActorRow[] => {
    const { id, type, name, nameEn, articles, variants } = identity
    if (filter.types?.length && !filter.types.includes(type)) return []
    if (filter.q?.trim() && !holds(haystack([name, nameEn, ...variants.map((variant) => variant.name)]))) return []
    return [{ id, type, name, nameEn, articles, entries: counts.get(id) ?? 0 }]
  })
  rows.sort((a, b) => b.entries - a.entries || b.articles - a.articles || (a.id < b.id ? -1 : 1))
  return { total: rows.length, offset, items: rows.slice(offset, offset + limit) }
}

const statementTest = (filter: StatementFilter, outletOf: ReadonlyMap<string, string | null>) => {
  const first = (filter.from && edtfBounds(filter.from)?.first) || Number.NEGATIVE_INFINITY
  const last = (filter.to && edtfBounds(filter.to)?.last) || Number.POSITIVE_INFINITY
  const dated = filter.from !== undefined || filter.to !== undefined
  const holds = matcher(filter.q ?? '')
  return (statement: ChronicleStatement): boolean => {
    const { speaker, stance, article, published } = statement
    if (filter.article !== undefined && article !== filter.article) return false
    if (filter.speaker !== undefined && ![speaker?.identity, speaker?.name].includes(filter.speaker)) return false
    if (filter.stances?.length && !filter.stances.includes(stance)) return false
    if (filter.outlets?.length && !filter.outlets.includes(outletOf.get(article) ?? '')) return false
    const day = dated ? publicationDay(published) : null
    if (dated && (day === null || day < first || day > last)) return false
    return !filter.q?.trim() || holds(haystack([statement.quote, speaker?.name ?? '']))
  }
}

/** Statements that pass the filter, newest publication first, in text order inside an article. */
export const statementsOf = (
  { chronicle }: ChronicleIndex,
  filter: StatementFilter,
  { offset, limit }: Paging,
): StatementList => {
  const outletOf = new Map(chronicle.articles.map(({ id, outlet }) => [id, outlet]))
  const items = chronicle.statements.filter(statementTest(filter, outletOf))
  items.sort(
    (a, b) =>
      (publicationDay(b.published) ?? 0) - (publicationDay(a.published) ?? 0) ||
      (a.article < b.article ? -1 : a.article > b.article ? 1 : a.index - b.index),
  )
  return { total: items.length, offset, items: items.slice(offset, offset + limit) }
}
