import type { WordingPair } from '../disagreements/wordings.ts'
import { byFineness, eventGrouping } from '../entries/cluster.ts'
import { type Comparison, comparison } from '../entries/compare.ts'
import { Disputes, type KeptDisputes } from '../entries/disputed.ts'
import type { Draft } from '../entries/draft.ts'
import { articleDrafts, draftOfAll } from '../entries/local.ts'
import { type EventMention, mentionOf } from '../entries/mention.ts'
import { Visits } from '../entries/parts.ts'
import { type KeptSettling, Settling } from '../entries/settle.ts'
import type { IdentityBook } from '../identities/identities.ts'
import { enter, leave } from '../sets.ts'
import type { Texts, Vocabulary } from '../text/vocabulary.ts'
import type { Digest } from './digest.ts'
import { emptyGrouped, type Group, type Grouped } from './grouping.ts'
import { Regrouping } from './groups.ts'
import { KeptGrouping, type KeptGroups, keptGroups } from './kept-groups.ts'
import { piecesOf, type Restoring } from './parts.ts'
import { type KeptPairs, WordingShelf } from './wording-shelf.ts'

/** An event of the chronicle: drafts that were joined. */
export type Event = Group<Draft, Draft>

/** What joining events needs of the articles. */
export interface ArticleSource {
  digest(article: number): Digest
  /** A number that articles of one happening share. */
  groupOf(article: number): number
  /** The first article of a chain of copies. */
  rootOf(article: number): number
}

/** Articles whose mentions have to be looked at again, and why. */
export interface Stirred {
  readonly removed: readonly Digest[]
  readonly added: readonly Digest[]
  /** Articles in which names may mean somebody else, or that are of another story. */
  readonly joined: ReadonlySet<number>
  /** Articles whose evidence is to be shown otherwise. */
  readonly shown: ReadonlySet<number>
}

/** What became of events. */
export interface EventChange {
  /** Events whose entry has to be composed anew, or that are gone. */
  readonly changed: ReadonlySet<Event>
  /** Events that may be part of another visit. */
  readonly placed: ReadonlySet<Event>
}

const inOrder = (a: Event, b: Event): number =>
  a === b ? 0 : byFineness((a.members[0] as { item: Draft }).item, (b.members[0] as { item: Draft }).item)

const eventsIn = ({ members }: Grouped<Draft, Draft>): ReadonlyMap<number, Event> =>
  new Map([...members.values()].map(({ group }) => [(group as Event).slot, group as Event]))

/** What tells mentions apart that are compared otherwise, part after part: mostly it is only compared and not written. */
const signOf = (mentions: readonly EventMention[], nameOf: (slot: number) => string): string[] => {
  const parts: string[] = []
  mentions.forEach(({ actors, place, story }, at) => {
    parts.push(`${at > 0 ? '|' : ''}${story}:`, place < 0 ? '' : nameOf(place), ':')
    actors.forEach(({ identity, role, sort, country }, n) => {
      parts.push(n > 0 ? ',' : '', nameOf(identity), ' ', role, ' ', sort, ` ${country}`)
    })
  })
  return parts
}

/** Whether a text is these parts, one after another. */
const isMadeOf = (text: string, parts: readonly string[]): boolean => {
  let at = 0
  for (const part of parts) {
    if (!text.startsWith(part, at)) return false
    at += part.length
  }
  return at === text.length
}

/** The drafts of an article: for each the events of the article's facts that it was made of. */
type KeptDrafts = readonly [article: number, sign: string, drafts: readonly (readonly number[])[]]

/** A part of what joining events knows, as plain data, in the order in which they are given. */
export type KeptEvents =
  | { readonly drafts: readonly KeptDrafts[] }
  | { readonly groups: KeptGroups }
  | { readonly disputes: KeptDisputes; readonly settling: KeptSettling }
  | { readonly pairs: readonly KeptPairs[] }

// So many articles make a part.
const PART = 5_000

/** Joins event mentions to events, kept while articles come and go. */
export class Events {
  readonly #identities: IdentityBook
  readonly #source: ArticleSource
  readonly #names: Texts
  readonly #context: Comparison
  readonly #drafts = new Map<number, { readonly sign: string; readonly drafts: readonly Draft[] }>()
  #grouped = emptyGrouped<Draft, Draft>()
  readonly #disputes = new Disputes()
  readonly #settling = new Settling<Event>(inOrder)
  readonly #visits = new Visits<Event>(inOrder)
  /** Drafts of the events that are listed, those with mentions that were given to them. */
  readonly #listed = new Map<Event, Draft>()
  readonly #ofArticle = new Map<number, Set<Event>>()
  readonly #wordings: WordingShelf

  constructor(identities: IdentityBook, vocabulary: Vocabulary, source: ArticleSource) {
    this.#identities = identities
    this.#source = source
    this.#names = vocabulary.names
    this.#context = comparison(identities, vocabulary)
    this.#wordings = new WordingShelf({
      source,
      identities,
      context: this.#context,
      draftOf: (event) => this.draftOf(event),
      inOrder,
    })
  }

  /** The events as plain data, part after part. */
  *kept(): Generator<KeptEvents> {
    const numbers = new Map<Draft, number>()
    for (const piece of piecesOf([...this.#drafts], PART)) {
      const drafts = piece.map(([article, { sign, drafts: own }]): KeptDrafts => {
        for (const draft of own) numbers.set(draft, numbers.size)
        return [article, sign, own.map(({ mentions }) => mentions.map(({ event }) => event))]
      })
      yield { drafts }
    }
    for (const groups of keptGroups(
      eventGrouping(this.#context),
      this.#grouped,
      (draft) => numbers.get(draft) as number,
    ))
      yield { groups }
    yield { disputes: this.#disputes.kept(), settling: this.#settling.kept(({ slot }) => slot) }
    for (const pairs of this.#wordings.kept()) yield { pairs }
  }

  /** Takes up what was kept; tells of the events by their slots as soon as these are known. */
  restoring(tell: (events: ReadonlyMap<number, Event>) => void): Restoring<KeptEvents> {
    const drafts: Draft[] = []
    const grouping = new KeptGrouping(eventGrouping(this.#context), (number) => drafts[number] as Draft)
    let events: ReadonlyMap<number, Event> = new Map()
    const at = (slot: number): Event => events.get(slot) as Event
    const take = (part: KeptEvents): void => {
      if ('drafts' in part) for (const one of part.drafts) drafts.push(...this.#draftsFrom(one))
      else if ('groups' in part) grouping.take(part.groups)
      else if ('disputes' in part) {
        this.#grouped = grouping.done()
        events = eventsIn(this.#grouped)
        tell(events)
        this.#restoreListed(part, at)
      } else for (const [slot, pairs] of part.pairs) this.#wordings.restore(at(slot), pairs)
    }
    return { take, done: () => {} }
  }

  #draftsFrom([article, sign, lists]: KeptDrafts): readonly Draft[] {
    const mentions = this.#mentionsIn(article)
    this.#source.digest(article).mentions = mentions
    const of = new Map(mentions.map((mention) => [mention.event, mention]))
    const drafts = lists.map((events) => draftOfAll(events.map((event) => of.get(event) as EventMention)))
    this.#drafts.set(article, { sign, drafts })
    return drafts
  }

  #restoreListed(
    { disputes, settling }: Extract<KeptEvents, { disputes: unknown }>,
    at: (slot: number) => Event,
  ): void {
    this.#disputes.restore(disputes, at)
    this.#settling.restore(settling, at, (event) => this.#disputes.draft(event))
    for (const [slot] of settling.events) this.#list(at(slot), new Map())
    this.#visits.change(this.#listed)
  }

  #mentionsIn(article: number): EventMention[] {
    const digest = this.#source.digest(article)
    const story = this.#source.groupOf(article)
    return digest.mentions.map((raw) => mentionOf(raw, article, digest, story, this.#identities, this.#names))
  }

  get context(): Comparison {
    return this.#context
  }

  readonly inOrder = inOrder

  /** The draft of an event that is listed. */
  draftOf(event: Event): Draft | null {
    return this.#listed.get(event) ?? null
  }

  /** All mentions of a listed event, those that were given to it last. */
  mentionsOf(event: Event): readonly EventMention[] {
    const draft = this.#listed.get(event)
    return draft?.incidental ? [...draft.mentions, ...draft.incidental] : (draft?.mentions ?? [])
  }

  /** The visit that an event was part of; null for most. */
  wholeOf(event: Event): Event | null {
    return this.#visits.wholeOf(event)
  }

  /** Listed events with evidence in an article. */
  ofArticle(article: number): Iterable<Event> {
    return this.#ofArticle.get(article) ?? []
  }

  /** Words put differently that stand on an event and on no better one. */
  pairsOf(event: Event): WordingPair[] {
    return this.#wordings.of(event)
  }

  change(stirred: Stirred): EventChange {
    const told = this.#regroup(stirred)
    const anew = this.#disputes.change(told, this.#eventsIn(stirred.shown), this.#context)
    const drafts = new Map<Event, Draft | null>()
    for (const event of anew)
      drafts.set(event, event.members.length > 0 && this.#disputes.leads(event) ? this.#disputes.draft(event) : null)
    const headlineAt = (article: number): number => this.#source.digest(article).headline
    const changed = this.#settling.change(drafts, this.#context, headlineAt)
    for (const event of changed) this.#list(event, drafts)
    const placed = this.#visits.change(new Map([...changed].map((event) => [event, this.draftOf(event)])))
    for (const articles of [stirred.shown, stirred.joined])
      for (const article of articles) for (const event of this.ofArticle(article)) changed.add(event)
    for (const event of this.#wordings.change(changed)) changed.add(event)
    return { changed, placed }
  }

  // All events of articles, listed or not.
  *#eventsIn(articles: Iterable<number>): Generator<Event> {
    for (const article of articles)
      for (const draft of this.#drafts.get(article)?.drafts ?? []) {
        const group = this.#grouped.members.get(draft)?.group
        if (group) yield group
      }
  }

  // Drafts of articles that are new, or that mean somebody else than before.
  #regroup({ removed, added, joined }: Stirred): ReadonlySet<Event> {
    const out: Draft[] = []
    const into: Draft[] = []
    for (const { slot } of removed) {
      out.push(...(this.#drafts.get(slot)?.drafts ?? []))
      this.#drafts.delete(slot)
    }
    const fresh = new Set(added.map(({ slot }) => slot))
    const names = new Map<number, string>()
    const nameOf = (slot: number): string => {
      const known = names.get(slot)
      if (known !== undefined) return known
      const identity = this.#identities.list[slot]
      const name = `${slot} ${identity?.type === 'person' ? '' : `${identity?.type} ${identity?.name}`}`
      names.set(slot, name)
      return name
    }
    for (const slot of new Set([...fresh, ...joined])) {
      const digest = this.#source.digest(slot)
      if (!digest) continue
      const mentions = this.#mentionsIn(slot)
      const parts = signOf(mentions, nameOf)
      const before = this.#drafts.get(slot)
      if (before && isMadeOf(before.sign, parts)) continue
      digest.mentions = mentions
      const drafts = articleDrafts(mentions, this.#context)
      out.push(...(before?.drafts ?? []))
      into.push(...drafts)
      this.#drafts.set(slot, { sign: parts.join(''), drafts })
    }
    return new Regrouping(eventGrouping(this.#context), this.#grouped).change(out, into)
  }

  /** Lists an event with its draft as it is now, unless it stands for nothing. */
  #list(event: Event, drafts: ReadonlyMap<Event, Draft | null>): void {
    for (const { article } of this.mentionsOf(event)) leave(this.#ofArticle, article, event)
    this.#listed.delete(event)
    const alone = drafts.has(event) ? (drafts.get(event) ?? null) : this.#settling.draftOf(event)
    if (alone === null || this.#settling.isGuest(event)) return
    const incidental = this.#settling.incidental(event)
    this.#listed.set(event, incidental.length > 0 ? { ...alone, incidental } : alone)
    for (const { article } of this.mentionsOf(event)) enter(this.#ofArticle, article, event)
  }
}
