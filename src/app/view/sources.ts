import { type ChronicleArticle, type Identity, standingEvidence } from '../../chronicle/index.ts'
import type { SourceLink, SourceMatrix, SourceView } from '../source.ts'
import { publicationDay } from './density.ts'
import type { Indexed } from './filter.ts'
import type { ChronicleIndex } from './index-chronicle.ts'
import { byPublished } from './overview.ts'

const LINKS = 400
const THROUGH = 10
const HOUR = 3_600_000

/** What is counted while walking the chronicle once. */
interface Tally {
  readonly articles: ChronicleArticle[]
  entries: number
  statements: number
  own: number
  spoken: number
  relayed: number
  shared: number
  firsts: number
  readonly delays: number[]
  readonly through: Map<string, number>
}

type Outlet = string | null

const empty = (): Tally => ({
  articles: [],
  entries: 0,
  statements: 0,
  own: 0,
  spoken: 0,
  relayed: 0,
  shared: 0,
  firsts: 0,
  delays: [],
  through: new Map(),
})

const median = (values: readonly number[]): number | null => {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const value = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
  return Math.round(value * 10) / 10
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 1 : Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 1_000) / 1_000

/** The moment of a publication that names its hour, in milliseconds; null where only the day is known. */
const momentOf = (published: string | null): number | null => {
  if (published === null || !published.includes('T')) return null
  const moment = Date.parse(published)
  return Number.isNaN(moment) ? null : moment
}

const countEvidence = ({ entry }: Indexed, at: (outlet: Outlet) => Tally): void => {
  const first = new Map<Outlet, number | null>()
  for (const { outlet, chain, published } of standingEvidence(entry)) {
    const links = chain.filter((name) => name !== outlet).length
    const tally = at(outlet)
    if (links === 0) tally.own++
    else if (links === 1) tally.spoken++
    else tally.relayed++
    const moment = momentOf(published)
    const known = first.get(outlet)
    if (known === undefined || (moment !== null && (known === null || moment < known))) first.set(outlet, moment)
  }
  for (const outlet of first.keys()) at(outlet).entries++
  const moments = [...first].flatMap(([outlet, moment]) =>
    moment === null || outlet === null ? [] : [[outlet, moment] as const],
  )
  if (moments.length < 2) return
  const earliest = Math.min(...moments.map(([, moment]) => moment))
  for (const [outlet, moment] of moments) {
    const tally = at(outlet)
    tally.shared++
    if (moment === earliest) tally.firsts++
    tally.delays.push((moment - earliest) / HOUR)
  }
}

interface Taking {
  readonly from: Outlet
  readonly to: Outlet
  readonly how: SourceLink['how']
  count: number
  readonly shares: number[]
  readonly delays: number[]
}

const takings = () => {
  const all = new Map<string, Taking>()
  const at = (from: Outlet, to: Outlet, how: Taking['how']): Taking => {
    const key = JSON.stringify([how, from, to])
    const known = all.get(key) ?? { from, to, how, count: 0, shares: [], delays: [] }
    all.set(key, known)
    known.count++
    return known
  }
  return { all, at }
}

const linksOf = (index: ChronicleIndex, identities: ReadonlyMap<string, Identity>): readonly SourceLink[] => {
  const { all, at } = takings()
  for (const article of index.articles.values()) {
    const source = article.reprintOf && index.articles.get(article.reprintOf.article)
    if (!article.reprintOf || !source) continue
    const link = at(article.outlet, source.outlet, 'copies')
    link.shares.push(article.reprintOf.share)
    const later = momentOf(article.published)
    const earlier = momentOf(source.published)
    if (later !== null && earlier !== null && later >= earlier) link.delays.push((later - earlier) / HOUR)
  }
  for (const { article, chain, speaker } of index.chronicle.statements) {
    const from = index.articles.get(article)?.outlet ?? null
    for (const name of chain) {
      const speaks = name === speaker?.name
      if (name === '' || name === from) continue
      if (!speaks || identities.get(speaker?.identity ?? '')?.type === 'media') at(from, name, 'quotes')
    }
  }
  return [...all.values()]
    .sort((a, b) => b.count - a.count || (JSON.stringify([a.from, a.to]) < JSON.stringify([b.from, b.to]) ? -1 : 1))
    .slice(0, LINKS)
    .map(({ from, to, how, count, shares, delays }) => ({
      from,
      to,
      how,
      count,
      share: how === 'copies' ? mean(shares) : null,
      delay: median(delays),
    }))
}

const independenceOf = (items: readonly Indexed[]): SourceMatrix['independence'] => {
  const counts = new Map<number, number>()
  for (const { row } of items) counts.set(row.origins.length, (counts.get(row.origins.length) ?? 0) + 1)
  return [...counts].sort((a, b) => a[0] - b[0]).map(([origins, entries]) => ({ origins, entries }))
}

const rowOf = (outlet: Outlet, tally: Tally): SourceView => {
  const dates = tally.articles.flatMap(({ published }) => (publicationDay(published) === null ? [] : [published]))
  return {
    outlet,
    articles: tally.articles.length,
    reprints: tally.articles.filter(({ reprintOf }) => reprintOf !== null).length,
    entries: tally.entries,
    statements: tally.statements,
    through: [...tally.through]
      .map(([name, count]) => ({ name, count }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
      .slice(0, THROUGH),
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
    original: mean(tally.articles.map(({ reprintOf }) => 1 - (reprintOf?.share ?? 0))),
    own: tally.own,
    spoken: tally.spoken,
    relayed: tally.relayed,
    shared: tally.shared,
    firsts: tally.firsts,
    delay: median(tally.delays),
  }
}

/** Outlets in order of first publication, what they rest on, and who takes from whom. */
export const sourcesOf = (index: ChronicleIndex, identities: ReadonlyMap<string, Identity>): SourceMatrix => {
  const tallies = new Map<Outlet, Tally>()
  const at = (outlet: Outlet): Tally => {
    const known = tallies.get(outlet) ?? empty()
    tallies.set(outlet, known)
    return known
  }
  for (const article of [...index.chronicle.articles].sort(byPublished)) at(article.outlet).articles.push(article)
  for (const item of index.items) countEvidence(item, at)
  for (const { article, chain, speaker } of index.chronicle.statements) {
    const outlet = index.articles.get(article)?.outlet ?? null
    const tally = at(outlet)
    tally.statements++
    for (const name of chain) {
      if (name === '' || name === outlet || name === speaker?.name) continue
      tally.through.set(name, (tally.through.get(name) ?? 0) + 1)
    }
  }
  return {
    items: [...tallies].map(([outlet, tally]) => rowOf(outlet, tally)),
    links: linksOf(index, identities),
    independence: independenceOf(index.items),
  }
}
