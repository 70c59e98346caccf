import { type Comparison, evidenceFor, shares } from './compare.ts'
import { type Draft, mergeDrafts } from './draft.ts'
import { PROFILES } from './profile.ts'

/**
 * Joins the drafts of all articles to events. Drafts are taken in an order of their own (the finest dates first, then
 * by day, then by their first mention), and each goes to the event that most speaks for, or starts one: the result
 * depends on nothing but the drafts themselves. Only drafts that share a kind, an actor or a rare word, and a time are
 * compared, so that the cost grows with the drafts and not with their pairs.
 */
export const clusterDrafts = (drafts: readonly Draft[], context: Comparison): Draft[] => {
  const events: Draft[] = []
  const index = new EventIndex(context)
  for (const draft of [...drafts].sort(byFineness)) {
    let best = -1
    let most = PROFILES[draft.kind].need
    for (const candidate of index.candidates(draft)) {
      const evidence = acrossPages(draft, events[candidate] as Draft, context)
      if (evidence === null || evidence < most) continue
      if (evidence > most || best < 0 || closer(draft, events[candidate] as Draft, events[best] as Draft)) {
        best = candidate
        most = evidence
      }
    }
    if (best < 0) index.add(draft, events.push(draft) - 1)
    else {
      events[best] = mergeDrafts(events[best] as Draft, draft)
      index.add(draft, best)
    }
  }
  return events
}

/** What it adds that two pages tell of one happening: the same word there means the same event. */
const SAME_STORY = 0.5

const acrossPages = (a: Draft, b: Draft, context: Comparison): number | null => {
  const evidence = evidenceFor(a, b, context)
  return evidence !== null && shares(a.stories, b.stories) ? evidence + SAME_STORY : evidence
}

const firstMention = (draft: Draft): readonly [number, number, number] => {
  const first = draft.mentions[0]
  return first ? [first.article, first.trigger.start, first.event] : [0, 0, 0]
}

const byFineness = (a: Draft, b: Draft): number => {
  const x = firstMention(a)
  const y = firstMention(b)
  const order =
    a.fineness - b.fineness ||
    (a.fineness < 4 && a.window.first !== b.window.first ? a.window.first - b.window.first : 0)
  return order || x[0] - y[0] || x[1] - y[1] || x[2] - y[2]
}

// Of two events equally likely, the one nearer to the report's publication; of two as near, the earlier made.
const closer = (draft: Draft, a: Draft, b: Draft): boolean => {
  const at = draft.published?.last
  const distance = (event: Draft): number =>
    at === undefined ? 0 : Math.abs(at - (event.fineness < 4 ? event.window.last : (event.published?.last ?? at)))
  return distance(a) < distance(b)
}

/** Longest run of days that is indexed day by day; what is vaguer is found by its months. */
const FINE = 10
const MONTH = 30
/** Rare words by which a draft is found whatever its time. */
const RARE = 6
/** A draft is compared with at most so many others, those found first (the nearest keys are asked first). */
const MOST = 300

class EventIndex {
  readonly #keys = new Map<string, number[]>()
  readonly #context: Comparison

  constructor(context: Comparison) {
    this.#context = context
  }

  add(draft: Draft, event: number): void {
    for (const key of [...this.#exactKeys(draft), ...this.#timeKeys(draft, true)]) {
      const events = this.#keys.get(key)
      if (!events) this.#keys.set(key, [event])
      // An event further back may be named twice under a key: its candidates are a set.
      else if (!events.slice(-32).includes(event)) events.push(event)
    }
  }

  candidates(draft: Draft): number[] {
    const found = new Set<number>()
    for (const key of [...this.#timeKeys(draft, false), ...this.#exactKeys(draft)]) {
      const events = this.#keys.get(key) ?? []
      for (let at = events.length - 1; at >= 0 && found.size < MOST; at--) found.add(events[at] as number)
      if (found.size >= MOST) break
    }
    return [...found].sort((a, b) => a - b)
  }

  // Whatever the time: stories, pairs of people in a contact, and rare words beside an actor.
  #exactKeys(draft: Draft): string[] {
    const keys = [...draft.stories].slice(0, 3).map((story) => `${draft.kind}#${story}`)
    if (PROFILES[draft.kind].contact || draft.kind === 'agreement') {
      const actors = draft.actors.slice(0, 6)
      for (const a of actors)
        for (const b of actors)
          if (a.identity < b.identity && (a.sort !== 'state' || b.sort !== 'state' || draft.kind === 'agreement'))
            keys.push(`${draft.kind}:${a.identity}+${b.identity}`)
    }
    const words = new Set<number>()
    for (const mention of draft.mentions.slice(0, 4)) for (const word of mention.words) words.add(word)
    const { weights } = this.#context
    const rare = [...words].sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b)
    for (const word of rare.slice(0, RARE)) keys.push(`${draft.kind}~${word}`)
    return keys
  }

  #timeKeys(draft: Draft, adding: boolean): string[] {
    const who = new Set(
      draft.actors.flatMap((actor) => (actor.country >= 0 ? [actor.identity, actor.country] : [actor.identity])),
    )
    const where = draft.actors.length < 2 ? draft.places.map((place) => `@${place}`) : []
    const times = timesOf(draft, adding)
    return [...[...who].map(String), ...where].flatMap((actor) => times.map((time) => `${draft.kind}|${actor}|${time}`))
  }
}

// Where a draft stands in time (adding), or where to look for what it may belong to.
const timesOf = (draft: Draft, adding: boolean): string[] => {
  const { first, last } = draft.window
  const times: string[] = []
  const fine = draft.fineness < 4 && last - first <= FINE
  if (fine) {
    const slack = adding ? 0 : PROFILES[draft.kind].lasts + 1
    for (let day = first - slack; day <= last + slack; day++) times.push(`d${day}`)
    for (let month = Math.floor(first / MONTH); month <= Math.floor(last / MONTH); month++)
      times.push(adding ? `m${month}` : `v${month}`)
  } else if (draft.fineness < 4) {
    const from = Math.max(first, last === Infinity ? first : last - 400)
    const to = Math.min(last, first === -Infinity ? last : first + 400)
    for (let month = Math.floor(from / MONTH); month <= Math.floor(to / MONTH); month++)
      times.push(...(adding ? [`v${month}`] : [`v${month}`, `m${month}`]))
  }
  if (draft.fineness === 4 && draft.published) {
    const { first: from, last: to } = draft.published
    if (adding) times.push(`p${from}`, `p${to}`)
    else {
      for (let day = to - 10; day <= to + 3; day++) times.push(`p${day}`)
      for (let day = to + 3; day >= to - 7; day--) times.push(`d${day}`)
      times.push(`v${Math.floor(to / MONTH)}`)
    }
  }
  if (draft.fineness === 4 && !draft.published) times.push('p')
  return times
}
