import { firstNot } from '../../core/index.ts'
import type { EventKind } from '../../facts/index.ts'
import { compareArticles } from '../order.ts'
import { Few } from '../sets.ts'
import { type ActorSet, joinActors } from './actors.ts'
import { type EventMention, type Fineness, isPlan, type Window } from './mention.ts'
import { PROFILES } from './profile.ts'
import { COURSES, sortOf } from './sorts.ts'

/** A set that is only asked. */
export type Members<T> = Pick<Few<T>, 'size' | 'has' | typeof Symbol.iterator>

/** An entry while it is being joined: mentions that are held to be one event. */
export interface Draft {
  readonly kind: EventKind
  /** In canonical order. */
  readonly mentions: readonly EventMention[]
  readonly actors: ActorSet
  /** Days on which all its mentions can have been; for what lasts, the days that they name together. */
  readonly window: Window
  readonly fineness: Fineness
  readonly places: readonly number[]
  readonly lemmas: Members<string>
  /** Sorts that its mentions' words name (sorts.ts), with how many name each. */
  readonly sorts: ReadonlyMap<string, number>
  /** The sort that enough of its words name; the empty word for none. */
  readonly chief: string
  readonly articles: Members<number>
  readonly stories: Members<number>
  /** Articles that tell it as a plan, those that tell it as done or going on, and those that tell it otherwise than as done. */
  readonly plannedIn: Members<number>
  readonly doneIn: Members<number>
  readonly elseIn: Members<number>
  /** First and last day of publication; null when no mention has one. */
  readonly published: Window | null
  /** Mentions told beside the event, which prove nothing about it (settle.ts); none while drafts are still joined. */
  readonly incidental?: readonly EventMention[]
  /** Its lists and sets are its own and may grow. */
  readonly own?: true
}

// A contact that goes on is no plan of one; aid that goes on may well be promised too.
const isHappened = ({ status, kind }: EventMention): boolean =>
  status === 'happened' || (status === 'ongoing' && PROFILES[kind].contact)
const isDeed = ({ status }: EventMention): boolean => status === 'happened' || status === 'ongoing'

const NONE: Members<number> = new Few([])

/** A draft of one mention. What is equal in it is held once: most drafts stay alone. */
export const draftOf = (mention: EventMention): Draft => {
  const article = new Few([mention.article])
  const sort = sortOf(mention.kind, mention.lemma)
  return {
    kind: mention.kind,
    mentions: [mention],
    actors: mention.actors,
    window: mention.window,
    fineness: mention.fineness,
    places: mention.place < 0 ? [] : [mention.place],
    lemmas: new Few([mention.lemma]),
    sorts: new Map([[sort, 1]]),
    chief: sort,
    articles: article,
    stories: mention.story < 0 ? NONE : new Few([mention.story]),
    plannedIn: isPlan(mention) ? article : NONE,
    doneIn: isDeed(mention) ? article : NONE,
    elseIn: isHappened(mention) ? NONE : article,
    published: mention.published === null ? null : { first: mention.published, last: mention.published },
  }
}

/** The canonical order of mentions: by article, then by place in its text. */
export const inTextOrder = (a: EventMention, b: EventMention): number =>
  (a.article === b.article ? 0 : compareArticles(a.from, b.from)) ||
  a.trigger.start - b.trigger.start ||
  a.event - b.event

const owned = (draft: Draft): Draft => ({
  own: true,
  ...draft,
  mentions: [...draft.mentions],
  lemmas: new Few(draft.lemmas),
  sorts: new Map(draft.sorts),
  articles: new Few(draft.articles),
  stories: new Few(draft.stories),
  plannedIn: new Few(draft.plannedIn),
  doneIn: new Few(draft.doneIn),
  elseIn: new Few(draft.elseIn),
})

/** The same draft, to be joined without being changed. */
export const sealed = ({ own: _, ...draft }: Draft): Draft => draft

/**
 * Two drafts as one. The first is given up when it is one that was joined before: its lists and sets grow in place, so
 * that a draft of thousands of mentions costs each further one no more than a small one does.
 */
export const mergeDrafts = (first: Draft, b: Draft): Draft => {
  const a = first.own ? first : owned(first)
  const mentions = inOrder(a.mentions as EventMention[], b.mentions)
  // What lasts must be told so by enough of all words.
  const course = COURSES.has(chiefOf(a.sorts, mentions.length)) && COURSES.has(b.chief)
  const window = joinWindows(a, b, course)
  const sorts = counted(a.sorts as Map<string, number>, b.sorts)
  return {
    kind: a.kind,
    mentions,
    actors: joinActors(a.actors, b.actors),
    window,
    fineness: Math.min(a.fineness, b.fineness) as Fineness,
    places: b.places.every((place) => a.places.includes(place)) ? a.places : [...new Set([...a.places, ...b.places])],
    lemmas: grown(a.lemmas, b.lemmas),
    sorts,
    chief: chiefOf(sorts, mentions.length),
    articles: grown(a.articles, b.articles),
    stories: grown(a.stories, b.stories),
    plannedIn: grown(a.plannedIn, b.plannedIn),
    doneIn: grown(a.doneIn, b.doneIn),
    elseIn: grown(a.elseIn, b.elseIn),
    published: hull(a.published, b.published),
    own: true,
  }
}

const grown = <T>(a: Members<T>, b: Members<T>): Members<T> => {
  for (const one of b) (a as Few<T>).add(one)
  return a
}

const counted = (a: Map<string, number>, b: ReadonlyMap<string, number>): Map<string, number> => {
  for (const [sort, count] of b) a.set(sort, (a.get(sort) ?? 0) + count)
  return a
}

// Both are in order: a list of a thousand is not sorted again for one that comes between.
const inOrder = (a: EventMention[], b: readonly EventMention[]): readonly EventMention[] => {
  for (const mention of b) {
    const last = a.at(-1)
    if (last === undefined || inTextOrder(last, mention) <= 0) a.push(mention)
    else
      a.splice(
        firstNot(0, a.length, (at) => inTextOrder(a[at] as EventMention, mention) <= 0),
        0,
        mention,
      )
  }
  return a
}

const hull = (a: Window | null, b: Window | null): Window | null =>
  a && b ? { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) } : (a ?? b)

/** Share of a draft's words that must name its sort. */
const CHIEF = 0.4

const chiefOf = (sorts: ReadonlyMap<string, number>, mentions: number): string => {
  for (const [sort, count] of sorts) if (sort !== '' && count >= CHIEF * mentions) return sort
  return ''
}

// Dated beats undated; days that meet narrow each other; days of what lasts span it.
const joinWindows = (a: Draft, b: Draft, course: boolean): Window => {
  if (a.fineness === 4 && b.fineness < 4) return b.window
  if (b.fineness === 4 && a.fineness < 4) return a.window
  const first = Math.max(a.window.first, b.window.first)
  const last = Math.min(a.window.last, b.window.last)
  const spans = (PROFILES[a.kind].lasts > 0 || course) && a.fineness <= 1 && b.fineness <= 1
  if (first <= last && !spans) return { first, last }
  if (spans || a.fineness === b.fineness)
    return { first: Math.min(a.window.first, b.window.first), last: Math.max(a.window.last, b.window.last) }
  return a.fineness < b.fineness ? a.window : b.window
}
