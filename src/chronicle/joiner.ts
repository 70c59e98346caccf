import type { ArticleFacts } from '../facts/index.ts'
import type { Language } from '../language/index.ts'
import type { Chronicle, ChronicleStatement, Entry, Identity, Story } from './chronicle.ts'
import { namesOf } from './identities/collect.ts'
import { type ArticleNames, IdentityBook, type KeptIdentities } from './identities/identities.ts'
import { Composing } from './join/composing.ts'
import { type Digest, digestOf } from './join/digest.ts'
import { type Event, Events, type KeptEvents } from './join/events.ts'
import { digestFrom, type KeptDigest, keptDigest } from './join/kept-digest.ts'
import { entryFrom, type KeptEntry, keptEntry } from './join/kept-entry.ts'
import type { KeptGroups } from './join/kept-groups.ts'
import { SortedRecords } from './join/sorted.ts'
import { StoryShelf } from './join/story-shelf.ts'
import { byDate, compareArticles } from './order.ts'
import { Copies, type KeptReprint } from './reprints/reprints.ts'
import { enter, leave } from './sets.ts'
import { storyFrom, storyOf } from './stories/stories.ts'
import { Texts, Vocabulary } from './text/vocabulary.ts'

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

/** Stems, names, and how many numbers articles go by. */
interface KeptTexts {
  readonly stems: readonly string[]
  readonly names: readonly string[]
  readonly slots: number
}

type KeptStage =
  | { readonly reprints: readonly KeptReprint[] }
  | { readonly identities: KeptIdentities }
  | { readonly stories: KeptGroups }
  | { readonly events: KeptEvents }

/** A part of what a joiner knows, in the order in which they are given. */
export type KeptPart =
  | KeptTexts
  | { readonly digests: readonly KeptDigest[] }
  | KeptStage
  | { readonly entries: readonly (readonly [event: number, entry: KeptEntry])[] }

// So many articles or entries make a part.
const PART = 400

const addAll = <T>(set: Set<T>, all: Iterable<T>): void => {
  for (const one of all) set.add(one)
}

// Pushing takes a tenth of the time that flattening does.
const statementsOf = (articles: readonly Digest[]): ChronicleStatement[] => {
  const all: ChronicleStatement[] = []
  for (const { statements } of articles) for (const statement of statements) all.push(statement)
  return all
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)

/**
 * Joins articles to a chronicle and keeps what it found out, so that one page more costs what that page touches. The
 * chronicle is always the one that all its articles would give at once, ids included, in whatever order and batches they
 * came and went. Records that did not change stay the same objects.
 *
 * @example
 * const joiner = new ChronicleJoiner(russian)
 * joiner.add(factsOfOnePage)
 * joiner.join()
 * joiner.wanted(Infinity) // [factsOfOnePage.id]
 * joiner.compose(() => factsOfOnePage)
 * joiner.chronicle().entries[0]?.title
 */
export class ChronicleJoiner {
  readonly #vocabulary = new Vocabulary()
  readonly #digests: (Digest | undefined)[] = []
  readonly #slots = new Map<string, number>()
  readonly #order = new SortedRecords<number, Digest>(compareArticles)
  readonly #copies: Copies
  readonly #identities: IdentityBook
  readonly #shelf: StoryShelf
  readonly #events: Events
  readonly #composing: Composing
  readonly #entries = new SortedRecords<Event, Entry>(byDate)
  readonly #people = new SortedRecords<number, Identity>(byId)
  readonly #stories: SortedRecords<string, Story>
  readonly #inStory = new Map<string, Set<Event>>()
  readonly #entering = new Map<string, Digest>()
  readonly #leaving = new Set<string>()
  #due = nothingDue()

  constructor(language: Language) {
    this.#identities = new IdentityBook(language)
    this.#copies = new Copies((a, b) => compareArticles(this.#at(a), this.#at(b)))
    this.#shelf = new StoryShelf(this.#vocabulary)
    this.#stories = new SortedRecords((a, b) => compareArticles(this.#first(a), this.#first(b)))
    this.#events = new Events(this.#identities, this.#vocabulary, {
      digest: (article) => this.#at(article),
      groupOf: (article) => this.#shelf.groupOf(article),
      rootOf: (article) => this.#copies.root(article),
    })
    this.#composing = new Composing({
      language,
      names: this.#vocabulary.names,
      identities: this.#identities,
      copies: this.#copies,
      events: this.#events,
      digest: (article) => this.#at(article),
    })
  }

  /** Whether everything that came and went is in the chronicle. */
  get settled(): boolean {
    const waiting = [this.#entering, this.#leaving, this.#composing.due, ...Object.values(this.#due)]
    return waiting.every(({ size }) => size === 0)
  }

  /**
   * Everything that it knows as plain data, some articles or entries at a time, so that another process can go on where
   * this one stands. Only while it is settled.
   */
  *kept(): Generator<KeptPart> {
    const { stems, names } = this.#vocabulary
    yield { stems, names: names.list, slots: this.#digests.length }
    const digests = this.#order.list
    for (let from = 0; from < digests.length; from += PART)
      yield { digests: digests.slice(from, from + PART).map(keptDigest) }
    yield { reprints: this.#copies.kept() }
    yield { identities: this.#identities.kept() }
    yield { stories: this.#shelf.kept() }
    yield { events: this.#events.kept() }
    const composed = [...this.#composing.entries]
    const textOf = (id: string): string => this.#textOf(id)
    for (let from = 0; from < composed.length; from += PART)
      yield {
        entries: composed
          .slice(from, from + PART)
          .map(([{ slot }, entry]) => [slot, keptEntry(entry, textOf)] as const),
      }
  }

  /**
   * A joiner that knows what another one has kept, with the same rules and data of the language: it is given the parts one
   * after another.
   *
   * @example
   * const { take, done } = ChronicleJoiner.restoring(russian)
   * for (const part of joiner.kept()) take(part)
   * done().chronicle() // the same
   */
  static restoring(language: Language): { take(part: KeptPart): void; done(): ChronicleJoiner } {
    const joiner = new ChronicleJoiner(language)
    const texts = new Texts()
    const held = (text: string): string => texts.held(text)
    let events: ReadonlyMap<number, Event> = new Map()
    const take = (part: KeptPart): void => {
      if ('stems' in part) joiner.#restoreTexts(part)
      else if ('digests' in part)
        for (const one of part.digests) {
          const digest = digestFrom(one, joiner.#vocabulary)
          joiner.#digests[digest.slot] = digest
          joiner.#slots.set(held(digest.id), digest.slot)
        }
      else if ('entries' in part)
        for (const [slot, entry] of part.entries)
          joiner.#composing.entries.set(
            events.get(slot) as Event,
            entryFrom(entry, (id) => joiner.#textOf(id), held),
          )
      else events = joiner.#restore(part) ?? events
    }
    const done = (): ChronicleJoiner => {
      joiner.#restoreLists()
      return joiner
    }
    return { take, done }
  }

  #restoreTexts({ stems, names, slots }: KeptTexts): void {
    for (const stem of stems) this.#vocabulary.number(stem)
    for (const name of names) this.#vocabulary.names.number(name)
    this.#digests.length = slots
  }

  #restore(part: KeptStage): ReadonlyMap<number, Event> | null {
    const digests = [...this.#slots.values()].map((slot) => this.#at(slot))
    if ('reprints' in part)
      this.#copies.restore(
        digests.map(({ slot, prints }) => [slot, prints] as const),
        part.reprints,
      )
    else if ('identities' in part)
      this.#identities.restore(
        part.identities,
        digests.map((one) => this.#named(one)),
      )
    else if ('stories' in part) this.#shelf.restore(part.stories, digests, (slot) => this.#at(slot))
    else return this.#events.restore(part.events)
    return null
  }

  #restoreLists(): void {
    const digests = [...this.#slots.values()].map((slot) => this.#at(slot))
    this.#order.change(new Map(digests.map((digest) => [digest.slot, digest])))
    this.#people.change(
      new Map(this.#identities.list.flatMap((identity, slot) => (identity ? [[slot, identity] as const] : []))),
    )
    const stories = digests.flatMap(({ card }) => card.story ?? [])
    this.#settle({ ...nothingDue(), placed: new Set(this.#composing.entries.keys()), stories: new Set(stories) })
  }

  #textOf(id: string): string {
    return this.#at(this.#slots.get(id) as number).text
  }

  #named({ slot, names }: Digest): ArticleNames {
    return { slot, names: namesOf(names, this.#vocabulary.names) }
  }

  /** Whether an article is joined. */
  has(id: string): boolean {
    return this.#slots.has(id)
  }

  #at(slot: number): Digest {
    return this.#digests[slot] as Digest
  }

  #first({ articles }: Story): Digest {
    return this.#at(this.#slots.get(articles[0] as string) as number)
  }

  /** Takes an article in, in the place of one with its id; it counts from the next `join` on. Its facts are not kept. */
  add(facts: ArticleFacts): void {
    this.prepare(facts)()
  }

  /** Finds out all that joining needs of an article; what it gives takes the article in, if it is ever called. */
  prepare(facts: ArticleFacts): () => void {
    const slot = this.#digests.push(undefined) - 1
    const digest = digestOf(facts, slot, this.#vocabulary)
    return () => {
      this.#digests[slot] = digest
      this.#entering.set(digest.id, digest)
      this.#leaving.add(digest.id)
    }
  }

  /** Takes an article out; it counts until the next `join`. */
  remove(id: string): void {
    this.#entering.delete(id)
    this.#leaving.add(id)
  }

  /** Joins what was added and taken out. */
  join(): void {
    const out = [...this.#leaving].flatMap((id) => this.#slots.get(id) ?? [])
    const gone = out.map((slot) => this.#at(slot))
    const fresh = [...this.#entering.values()]
    this.#leaving.clear()
    this.#entering.clear()
    for (const { id, slot } of fresh) this.#slots.set(id, slot)
    const sourced = this.#copies.change(
      out,
      fresh.map(({ slot, prints }) => [slot, prints]),
    )
    const stories = this.#shelf.change(gone, fresh)
    const {
      changed,
      gone: lost,
      joined,
      shown,
    } = this.#identities.change(
      gone.map((one) => this.#named(one)),
      fresh.map((one) => this.#named(one)),
      (slot) => this.#at(slot),
    )
    this.#people.change(
      new Map([
        ...[...lost].map((slot) => [slot, null] as const),
        ...[...changed].map((slot) => [slot, this.#identities.list[slot] as Identity] as const),
      ]),
    )
    for (const { id, slot } of gone) if (this.#slots.get(id) === slot) this.#slots.delete(id)
    const here = (slots: Iterable<number>): number[] =>
      [...slots].filter((slot) => this.#slots.get(this.#at(slot).id) === slot)
    const reshown = new Set(here([...shown, ...joined, ...sourced]))
    const events = this.#events.change({
      removed: gone,
      added: fresh,
      joined: new Set(here([...joined, ...stories.moved])),
      shown: reshown,
    })
    this.#order.change(
      new Map([...gone.map(({ slot }) => [slot, null] as const), ...fresh.map((one) => [one.slot, one] as const)]),
    )
    const due = this.#due
    const slots = fresh.map(({ slot }) => slot)
    addAll(due.removed, out)
    for (const articles of [slots, here(sourced), stories.renamed]) addAll(due.cards, articles)
    for (const articles of [slots, reshown]) addAll(due.statements, articles)
    addAll(due.renamed, stories.renamed)
    addAll(due.stories, stories.changed)
    this.#composing.add(events.changed)
    addAll(due.placed, events.placed)
  }

  /**
   * Ids of the articles whose facts composing the next entries needs, of so many entries; empty when none are left. These
   * entries are composed by `compose`.
   */
  wanted(entries: number): string[] {
    return [...this.#composing.wanted(entries)].map((slot) => this.#at(slot).id)
  }

  /** Composes the entries that `wanted` spoke of last; gives whether any are left. */
  compose(factsOf: (id: string) => ArticleFacts): boolean {
    addAll(this.#due.placed, this.#composing.compose(factsOf))
    return this.#composing.due.size > 0
  }

  /** The chronicle of all articles that are joined; entries that were not composed yet are as they were. */
  chronicle(): Chronicle {
    const due = this.#due
    this.#due = nothingDue()
    this.#settle(due)
    const articles = this.#order.list
    return {
      kind: 'chronicle',
      entries: this.#entries.list,
      identities: this.#people.list,
      articles: articles.map(({ card }) => card),
      statements: statementsOf(articles),
      stories: this.#stories.list,
    }
  }

  #settle(due: Due): void {
    for (const slot of due.removed) this.#digests[slot] = undefined
    for (const slot of due.cards) this.#setCard(slot)
    for (const slot of due.statements) this.#setStatements(slot)
    const changed = new Map<Event, Entry | null>()
    const placed = new Set(due.placed)
    for (const article of due.renamed) addAll(placed, this.#events.ofArticle(article))
    for (const event of placed) changed.set(event, this.#composing.entries.has(event) ? this.#link(event) : null)
    const told = this.#shelve(changed, due.stories)
    this.#entries.change(changed)
    this.#stories.change(
      new Map(
        [...told].map((id) => {
          const articles = this.#shelf.articlesOf(id)
          return [id, articles.length > 1 ? storyFrom(articles, this.#entriesIn(id)) : null]
        }),
      ),
    )
  }

  #setCard(slot: number): void {
    const digest = this.#digests[slot]
    if (!digest) return
    const reprint = this.#copies.reprint(slot)
    digest.card = {
      ...digest.card,
      reprintOf: reprint ? { article: this.#at(reprint.source).id, share: reprint.share } : null,
      story: this.#shelf.storyOf(slot),
    }
  }

  #setStatements(slot: number): void {
    const digest = this.#digests[slot]
    if (!digest) return
    digest.statements = digest.statements.map((record, at) => {
      const key = digest.speakers[at] ?? null
      if (key === null || record.speaker === null) return record
      const identity = this.#identities.list[this.#identities.slotOf(key)]?.id ?? null
      return record.speaker.identity === identity ? record : { ...record, speaker: { ...record.speaker, identity } }
    })
  }

  // What an entry is part of, and its story.
  #link(event: Event): Entry {
    const entry = this.#composing.entries.get(event) as Entry
    const whole = this.#events.wholeOf(event)
    const partOf = whole === null ? null : (this.#composing.entries.get(whole)?.id ?? null)
    const story = storyOf(entry, (id) => this.#shelf.storyOf(this.#slots.get(id) as number))
    const before = this.#entries.get(event)
    if (before && before.evidence === entry.evidence && before.partOf === partOf && before.story === story)
      return before
    return { ...entry, partOf, story }
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
      .sort(this.#events.inOrder)
      .map((event) => this.#entries.get(event) as Entry)
  }
}
