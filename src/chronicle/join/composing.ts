import type { ArticleFacts } from '../../facts/index.ts'
import type { Language } from '../../language/index.ts'
import type { Entry } from '../chronicle.ts'
import { keepWith } from '../disagreements/of-page.ts'
import { wordingsOf } from '../disagreements/wordings.ts'
import { composeEntry, type Workshop } from '../entries/compose.ts'
import type { Draft } from '../entries/draft.ts'
import { type LocalNames, namesIn } from '../identities/collect.ts'
import type { IdentityBook } from '../identities/identities.ts'
import type { Copies } from '../reprints/reprints.ts'
import type { Texts } from '../text/vocabulary.ts'
import type { Digest } from './digest.ts'
import type { Event, Events } from './events.ts'

/** What composing rests on. */
interface Bench {
  readonly language: Language
  readonly names: Texts
  readonly identities: IdentityBook
  readonly copies: Copies
  readonly events: Events
  digest(article: number): Digest
}

/** The entries of events as they were composed last, and the events that are to be composed anew. */
export class Composing {
  readonly #bench: Bench
  readonly entries = new Map<Event, Entry>()
  /** Events that are to be composed, or are gone. */
  readonly due = new Set<Event>()
  #next: Event[] = []
  /** What is due, the last ones first; null while that is to be found out. */
  #waiting: Event[] | null = null

  constructor(bench: Bench) {
    this.#bench = bench
  }

  add(events: Iterable<Event>): void {
    for (const event of events) this.due.add(event)
    this.#waiting = null
  }

  /** Articles whose facts composing the next so many entries needs; none when none are left. */
  wanted(entries: number): ReadonlySet<number> {
    const waiting = this.#waitingEvents()
    waiting.push(...this.#next.reverse())
    this.#next = []
    const articles = new Set<number>()
    while (waiting.length > 0 && this.#next.length < entries) {
      const event = waiting.pop() as Event
      if (!this.due.has(event)) continue
      this.#next.push(event)
      for (const { article } of this.#bench.events.mentionsOf(event)) articles.add(article)
    }
    return articles
  }

  // By their first pages, so that what is composed next rests on pages that were asked for already.
  #waitingEvents(): Event[] {
    if (this.#waiting) return this.#waiting
    const first = new Map<Event, number>()
    for (const event of this.due)
      first.set(event, this.#bench.events.mentionsOf(event)[0]?.from.minute ?? Number.POSITIVE_INFINITY)
    const minute = (event: Event): number => first.get(event) as number
    this.#waiting = [...this.due].sort((a, b) => (minute(a) === minute(b) ? 0 : minute(a) < minute(b) ? 1 : -1))
    return this.#waiting
  }

  /** Composes the entries that `wanted` spoke of last; gives their events. */
  compose(factsOf: (id: string) => ArticleFacts): readonly Event[] {
    const { events } = this.#bench
    const composed = this.#next
    this.#next = []
    const { load, workshop } = this.#workshop(factsOf)
    for (const event of composed) {
      this.due.delete(event)
      const draft = events.draftOf(event)
      if (!draft) {
        this.entries.delete(event)
        continue
      }
      for (const { article } of events.mentionsOf(event)) load(article)
      this.entries.set(event, this.#entryOf(event, draft, workshop))
    }
    return composed
  }

  #workshop(factsOf: (id: string) => ArticleFacts): { load(slot: number): ArticleFacts; workshop: Workshop } {
    const { language, names, identities, copies, events, digest } = this.#bench
    const articles: ArticleFacts[] = []
    const locals = new Map<number, LocalNames>()
    const load = (slot: number): ArticleFacts => {
      const loaded = articles[slot]
      if (loaded) return loaded
      const known = digest(slot)
      const { text, card } = known
      // What entries quote of it is held already.
      const facts = { ...factsOf(card.id), id: card.id, outlet: card.outlet, published: card.published, text }
      keepWith(facts, known)
      articles[slot] = facts
      return facts
    }
    identities.readLocals((slot) => {
      const known = locals.get(slot)
      if (known) return known
      const { local } = namesIn(load(slot))
      locals.set(slot, local)
      return local
    })
    const sources: Workshop['sources'] = {
      sourcing: (article) => digest(article).sourcing,
      rootOf: ({ article, sentence }) => copies.rootOf(article, digest(article).text, sentence),
    }
    return { load, workshop: { articles, identities, sources, names, language, context: events.context } }
  }

  #entryOf(event: Event, draft: Draft, workshop: Workshop): Entry {
    const entry = composeEntry(draft, workshop)
    const pairs = this.#bench.events.pairsOf(event)
    if (pairs.length === 0) return entry
    return {
      ...entry,
      disagreements: [...entry.disagreements, ...wordingsOf(pairs, entry.id, workshop.articles)],
    }
  }
}
