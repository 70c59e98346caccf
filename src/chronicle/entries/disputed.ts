import { relateActors } from './actors.ts'
import { bestWords, type Comparison, placeRelation } from './compare.ts'
import { type Draft, mergeDrafts } from './draft.ts'
import { PROFILES } from './profile.ts'

/** Days by which a plan may be moved and still be the same plan. */
const MOVED = 10
/** Days by which two reports of one event may disagree when one of them names no exact day. */
const VAGUE = 35
/** Days by which they may when both do. */
const EXACT = 4

/** Kinds that the same sides do not repeat within weeks: two near dates of one are more likely a disagreement. */
const ONCE = new Set(['agreement', 'appointment', 'gathering', 'visit', 'decision', 'detention'])

/**
 * Joins events whose dates do not meet but which everything else holds for one: a plan that was moved, or a date that
 * sources give differently. No article may tell both, since that page holds them for two.
 */
export const joinDisputed = (events: readonly Draft[], context: Comparison): Draft[] => {
  const pairs: { a: number; b: number; gap: number }[] = []
  for (const bucket of buckets(events)) {
    for (let i = 0; i < bucket.length; i++)
      for (let j = i + 1; j < bucket.length; j++) {
        const [a, b] = [bucket[i] as number, bucket[j] as number]
        const gap = (events[b] as Draft).window.first - (events[a] as Draft).window.last
        if (gap > VAGUE) break
        if (gap > 0 && disputed(events[a] as Draft, events[b] as Draft, gap, context)) pairs.push({ a, b, gap })
      }
  }
  const joined = new Map<number, number>()
  const result: (Draft | null)[] = [...events]
  for (const { a, b } of pairs.sort((x, y) => x.gap - y.gap || x.a - y.a || x.b - y.b)) {
    if (joined.has(a) || joined.has(b)) continue
    joined.set(a, b)
    joined.set(b, a)
    result[Math.min(a, b)] = mergeDrafts(events[a] as Draft, events[b] as Draft)
    result[Math.max(a, b)] = null
  }
  return result.filter((draft) => draft !== null)
}

// Dated events of one kind and the same first two actors, by their first day.
const buckets = (events: readonly Draft[]): number[][] => {
  const found = new Map<string, number[]>()
  events.forEach((event, at) => {
    if (event.fineness > 2 || PROFILES[event.kind].frequent || event.actors.length === 0) return
    const states = event.actors.map(({ country, identity }) => (country < 0 ? identity : country))
    const key = `${event.kind} ${[...new Set(states)]
      .sort((x, y) => x - y)
      .slice(0, 2)
      .join(' ')}`
    found.set(key, [...(found.get(key) ?? []), at])
  })
  return [...found.values()].map((bucket) =>
    bucket.sort((a, b) => (events[a] as Draft).window.first - (events[b] as Draft).window.first || a - b),
  )
}

const isPlan = (draft: Draft): boolean =>
  draft.mentions.every(({ status }) => status === 'planned' || status === 'possible')
const isDeed = (draft: Draft): boolean =>
  draft.mentions.some(({ status }) => status === 'happened' || status === 'ongoing')

const disputed = (a: Draft, b: Draft, gap: number, context: Comparison): boolean => {
  if ([...a.articles].some((article) => b.articles.has(article))) return false
  const { people, bodies, states, leftOver, rightOver, reversed } = relateActors(a.actors, b.actors)
  if (reversed > 0 || people + bodies + states < 2 || (leftOver > 0 && rightOver > 0)) return false
  if (placeRelation(a, b, context) === 'different') return false
  const [plan, deed] = isPlan(a) ? [a, b] : [b, a]
  if (isPlan(plan) && isDeed(deed) && gap <= MOVED)
    return plan.published !== null && plan.published.last <= deed.window.last
  if (!ONCE.has(a.kind) || isPlan(a) !== isPlan(b)) return false
  const vague = a.fineness === 2 || b.fineness === 2
  const sameWord = [...a.lemmas].some((lemma) => [...b.lemmas].some((other) => lemma.slice(0, 6) === other.slice(0, 6)))
  const words = bestWords(a, b, context)
  return vague ? gap <= VAGUE && (words >= 0.3 || (sameWord && a.kind === 'agreement')) : gap <= EXACT && words >= 0.4
}
