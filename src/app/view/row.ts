import { type Disagreement, type Entry, standingEvidence } from '../../chronicle/index.ts'
import type { EntryRow } from '../source.ts'
import type { Place } from './order.ts'

/** Whether the versions cannot all be true (as against being put differently). */
export const isDispute = ({ relation }: Pick<Disagreement, 'relation'>): boolean => relation !== 'framing'

const byPublication = (a: { readonly published: string | null }, b: { readonly published: string | null }): number => {
  const x = a.published ?? '9999'
  const y = b.published ?? '9999'
  return x < y ? -1 : x > y ? 1 : 0
}

/** Number of outlets (pages, where they name none) on each origin, the origin with most outlets first. */
const originSizes = (entry: Entry): number[] => {
  const outlets = new Map<number, Set<string>>()
  for (const { origin, outlet, article } of standingEvidence(entry)) {
    const set = outlets.get(origin) ?? new Set()
    outlets.set(origin, set.add(outlet ?? `\n${article}`))
  }
  return [...outlets.values()].map((set) => set.size).sort((a, b) => b - a)
}

/** The line of the timeline that stands for an entry. */
export const rowOf = (entry: Entry, { section }: Place): EntryRow => ({
  id: entry.id,
  kind: entry.kind,
  status: entry.status,
  section,
  date: entry.date,
  title: entry.title,
  titleEn: entry.titleEn,
  participants: entry.participants.map(({ name, nameEn, identity }) => ({ name, nameEn, identity })),
  place: entry.place && { name: entry.place.name, nameEn: entry.place.nameEn },
  outlets: [...new Set([...standingEvidence(entry)].sort(byPublication).map(({ outlet }) => outlet))],
  origins: originSizes(entry),
  disputes: entry.disagreements.filter(isDispute).length,
  framings: entry.disagreements.filter((each) => !isDispute(each)).length,
  ...(entry.withdrawn ? { withdrawn: true as const } : {}),
})
