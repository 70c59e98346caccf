import {
  occasion,
  type Said,
  type Wording,
  type WordingPair,
  type WordingSource,
  wordingPair,
  wordingPairs,
} from '../disagreements/wordings.ts'
import type { Comparison } from '../entries/compare.ts'
import type { Draft } from '../entries/draft.ts'
import type { IdentityBook } from '../identities/identities.ts'
import { enter, leave } from '../sets.ts'
import type { ArticleSource, Event } from './events.ts'
import { piecesOf } from './parts.ts'

type KeptPair = readonly [a: number, index: number, b: number, other: number, alike: number]

/** The pairs of an event, by its slot: of each the articles and the places of the statements in them. */
export type KeptPairs = readonly [event: number, pairs: readonly KeptPair[]]

// So many events make a part.
const PART = 5_000

/** What finding wordings rests on. */
interface Desk {
  readonly source: ArticleSource
  readonly identities: IdentityBook
  readonly context: Comparison
  /** The draft of an event that is listed. */
  draftOf(event: Event): Draft | null
  inOrder(a: Event, b: Event): number
}

/** What sources put differently, by the events on which it is told; a pair stands on the event that is the best occasion for it. */
export class WordingShelf {
  readonly #desk: Desk
  readonly #pairs = new Map<Event, readonly WordingPair[]>()
  readonly #holders = new Map<string, Set<Event>>()

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** All pairs as plain data, part after part. */
  *kept(): Generator<readonly KeptPairs[]> {
    for (const piece of piecesOf([...this.#pairs], PART))
      yield piece.map(([{ slot }, pairs]) => [
        slot,
        pairs.map(({ a, b, alike }) => [a.article, a.index, b.article, b.index, alike]),
      ])
  }

  restore(event: Event, pairs: readonly KeptPair[]): void {
    const found = pairs.map(([a, i, b, j, alike]) => wordingPair(this.#said(a, i), this.#said(b, j), alike))
    this.#pairs.set(event, found)
    for (const { key } of found) enter(this.#holders, key, event)
  }

  #said(article: number, index: number): Said {
    const digest = this.#desk.source.digest(article)
    return { ...(digest.wordings.find((one) => one.index === index) as Wording), article, from: digest }
  }

  /** Pairs that stand on an event and on no better one. */
  of(event: Event): WordingPair[] {
    return (this.#pairs.get(event) ?? []).filter(({ key }) => this.#holderOf(key) === event)
  }

  /** Finds what is put differently on these events; gives all events that may list more or less of it. */
  change(events: ReadonlySet<Event>): Set<Event> {
    const source = this.#wordingSource()
    const concerned = new Set<string>()
    for (const event of events) {
      for (const { key } of this.#pairs.get(event) ?? []) {
        concerned.add(key)
        leave(this.#holders, key, event)
      }
      const draft = this.#desk.draftOf(event)
      const pairs = draft ? wordingPairs(draft, source, this.#desk.context) : []
      if (pairs.length === 0) {
        this.#pairs.delete(event)
        continue
      }
      this.#pairs.set(event, pairs)
      for (const { key } of pairs) {
        concerned.add(key)
        enter(this.#holders, key, event)
      }
    }
    const touched = new Set<Event>()
    for (const key of concerned) for (const event of this.#holders.get(key) ?? []) touched.add(event)
    return touched
  }

  #wordingSource(): WordingSource {
    const { source, identities } = this.#desk
    return {
      order: (article) => source.digest(article),
      wordings: (article): readonly Wording[] => source.digest(article).wordings,
      slotOf: (key) => identities.slotOf(key),
      rootOf: (article) => source.rootOf(article),
      outletOf: (article) => source.digest(article).card.outlet,
    }
  }

  #holderOf(key: string): Event | null {
    let best: Event | null = null
    let most = -1
    for (const event of this.#holders.get(key) ?? []) {
      const rank = occasion(this.#desk.draftOf(event) as Draft)
      if (rank > most || (rank === most && best !== null && this.#desk.inOrder(event, best) < 0)) {
        best = event
        most = rank
      }
    }
    return best
  }
}
