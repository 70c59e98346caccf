import type { Chronicle, Entry, Identity, Story } from '../chronicle.ts'
import { byDate, compareArticles } from '../order.ts'
import { enter, leave } from '../sets.ts'
import { storyFrom, storyOf } from '../stories/stories.ts'
import type { Digest } from './digest.ts'
import type { Event } from './events.ts'
import { GivenRecords } from './given-records.ts'
import { Repeats } from './repeats.ts'
import { SortedRecords } from './sorted.ts'
import type { Stages } from './stages.ts'

/** What was changed and is not yet in the chronicle. */
interface Due {
  readonly removed: Set<number>
  /** Articles whose own records are to be made anew: because of their source or story, or of whom names mean. */
  readonly cards: Set<number>
  readonly statements: Set<number>
  /** Articles that are of another story than before, and the ids of stories that changed. */
  readonly renamed: Set<number>
  readonly stories: Set<string>
  /** Events that are to be linked anew. */
  readonly placed: Set<Event>
}

const nothingDue = (): Due => ({
  removed: new Set(),
  cards: new Set(),
  statements: new Set(),
  renamed: new Set(),
  stories: new Set(),
  placed: new Set(),
})

const addAll = <T>(set: Set<T>, all: Iterable<T>): void => {
  for (const one of all) set.add(one)
}

// Those with sources of other entries are made anew each time.
const isSame = (a: Entry['disagreements'], b: Entry['disagreements']): boolean =>
  a === b ||
  (a.length === b.length && a.every((one, at) => one === b[at] || JSON.stringify(one) === JSON.stringify(b[at])))

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)

/** The records of a chronicle, each in the order of its kind; what did not change stays the same object. */
export class Records {
  readonly #stages: Stages
  readonly #order = new SortedRecords<number, Digest>(compareArticles)
  readonly #entries = new SortedRecords<Event, Entry>(byDate)
  readonly #people = new SortedRecords<number, Identity>(byId)
  readonly #stories: SortedRecords<string, Story>
  readonly #given = new GivenRecords()
  /** Articles that came, or whose own records are others, since the chronicle was asked for. */
  readonly #changed = new Set<Digest>()
  readonly #inStory = new Map<string, Set<Event>>()
  readonly #repeats = new Repeats()
  #due = nothingDue()

  constructor(stages: Stages) {
    this.#stages = stages
    const first = ({ articles }: Story): Digest => stages.articles.named(articles[0] as string)
    this.#stories = new SortedRecords((a, b) => compareArticles(first(a), first(b)), false)
  }

  /** Whether everything that changed is in the chronicle. */
  get settled(): boolean {
    return Object.values(this.#due).every(({ size }) => size === 0)
  }

  /** Takes articles into the order of all and out of it; null takes one out. */
  setArticles(changes: ReadonlyMap<number, Digest | null>): void {
    this.#order.change(changes)
    for (const digest of changes.values()) if (digest) this.#changed.add(digest)
  }

  setIdentities(changes: ReadonlyMap<number, Identity | null>): void {
    this.#people.change(changes)
  }

  /** What is to be looked at when the chronicle is asked for next. */
  add(due: { readonly [K in keyof Due]?: Due[K] extends Set<infer T> ? Iterable<T> : never }): void {
    for (const key of Object.keys(due) as (keyof Due)[]) addAll(this.#due[key] as Set<unknown>, due[key] ?? [])
  }

  /** Lists everything that the stages know. */
  restore(): void {
    const { articles, identities, composing } = this.#stages
    const digests = articles.all()
    this.setArticles(new Map(digests.map((digest) => [digest.slot, digest])))
    this.setIdentities(
      new Map(identities.list.flatMap((identity, slot) => (identity ? [[slot, identity] as const] : []))),
    )
    this.add({ placed: composing.entries.keys(), stories: digests.flatMap(({ card }) => card.story ?? []) })
    this.#settle()
  }

  chronicle(): Chronicle {
    this.#settle()
    const { articles, statements } = this.#given.of(this.#order.list, this.#changed)
    this.#changed.clear()
    return {
      kind: 'chronicle',
      entries: this.#entries.list,
      identities: this.#people.list,
      articles,
      statements,
      stories: this.#stories.list,
    }
  }

  #settle(): void {
    const { articles, events, composing, shelf } = this.#stages
    const due = this.#due
    this.#due = nothingDue()
    for (const slot of due.removed) articles.put(slot, null)
    for (const slot of due.cards) this.#setCard(slot)
    for (const slot of due.statements) this.#setStatements(slot)
    const placed = new Set(due.placed)
    for (const article of due.renamed) addAll(placed, events.ofArticle(article))
    const composed = [...due.placed].map((event) => [event, composing.entries.get(event) ?? null] as const)
    addAll(placed, this.#repeats.change(composed))
    const changed = new Map<Event, Entry | null>()
    for (const event of placed) changed.set(event, composing.entries.has(event) ? this.#link(event) : null)
    const told = this.#shelve(changed, due.stories)
    this.#entries.change(changed)
    this.#stories.change(
      new Map(
        [...told].map((id) => {
          const inIt = shelf.articlesOf(id)
          return [id, inIt.length > 1 ? storyFrom(inIt, this.#entriesIn(id)) : null]
        }),
      ),
    )
  }

  #setCard(slot: number): void {
    const { articles, copies, shelf } = this.#stages
    const digest = articles.find(slot)
    if (!digest) return
    const reprint = copies.reprint(slot)
    digest.card = {
      ...digest.card,
      reprintOf: reprint ? { article: articles.at(reprint.source).id, share: reprint.share } : null,
      story: shelf.storyOf(slot),
    }
    this.#changed.add(digest)
  }

  #setStatements(slot: number): void {
    const { articles, identities } = this.#stages
    const digest = articles.find(slot)
    if (!digest) return
    const statements = digest.statements.map((record, at) => {
      const key = digest.speakers[at] ?? null
      if (key === null || record.speaker === null) return record
      const identity = identities.list[identities.slotOf(key)]?.id ?? null
      return record.speaker.identity === identity ? record : { ...record, speaker: { ...record.speaker, identity } }
    })
    if (statements.every((record, at) => record === digest.statements[at])) return
    digest.statements = statements
    this.#changed.add(digest)
  }

  // What an entry is part of, its story, and what it lists that no other entry does.
  #link(event: Event): Entry {
    const { articles, events, composing, shelf } = this.#stages
    const entry = composing.entries.get(event) as Entry
    const whole = events.wholeOf(event)
    const partOf = whole === null ? null : (composing.entries.get(whole)?.id ?? null)
    const story = storyOf(entry, (id) => shelf.storyOf(articles.slotOf(id) as number))
    const disagreements = this.#repeats.listed(event, entry)
    const before = this.#entries.get(event)
    if (
      before &&
      before.evidence === entry.evidence &&
      before.partOf === partOf &&
      before.story === story &&
      isSame(before.disagreements, disagreements)
    )
      return before
    return { ...entry, disagreements, partOf, story }
  }

  // Enters entries under their stories; gives the stories to be written anew.
  #shelve(changed: ReadonlyMap<Event, Entry | null>, stories: ReadonlySet<string>): Set<string> {
    const told = new Set(stories)
    for (const [event, entry] of changed) {
      const before = this.#entries.get(event)
      if (before === entry) continue
      const [from, to] = [before?.story ?? null, entry?.story ?? null]
      if (from !== null) {
        told.add(from)
        leave(this.#inStory, from, event)
      }
      if (to === null) continue
      told.add(to)
      enter(this.#inStory, to, event)
    }
    return told
  }

  #entriesIn(story: string): Entry[] {
    return [...(this.#inStory.get(story) ?? [])]
      .sort(this.#stages.events.inOrder)
      .map((event) => this.#entries.get(event) as Entry)
  }
}
