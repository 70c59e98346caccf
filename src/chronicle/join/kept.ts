import type { KeptIdentities } from '../identities/identities.ts'
import type { KeptReprint } from '../reprints/reprints.ts'
import { Texts } from '../text/vocabulary.ts'
import { namedIn } from './articles.ts'
import type { Event, KeptEvents } from './events.ts'
import { digestFrom, type KeptDigest, keptDigest } from './kept-digest.ts'
import { entryFrom, type KeptEntry, keptEntry } from './kept-entry.ts'
import type { KeptGroups } from './kept-groups.ts'
import { piecesOf, type Restoring } from './parts.ts'
import type { Stages } from './stages.ts'

/** What each stage keeps, by the name under which its parts stand; stages come in this order. */
interface KeptStages {
  /** How many numbers articles go by. */
  readonly slots: number
  readonly stems: readonly string[]
  readonly names: readonly string[]
  readonly digests: readonly KeptDigest[]
  readonly reprints: readonly KeptReprint[]
  readonly identities: KeptIdentities
  readonly stories: KeptGroups
  readonly events: KeptEvents
  readonly entries: readonly (readonly [event: number, entry: KeptEntry])[]
}

type Stage = keyof KeptStages

/** A part of what joining knows, a few megabytes at most: plain data under the name of its stage. */
export type KeptPart = { [S in Stage]: { readonly stage: S; readonly kept: KeptStages[S] } }[Stage]

// So many texts, and so many articles or entries, make a part.
const TEXTS = 20_000
const PART = 200

/**
 * Everything that the stages know, part after part, so that another process can go on where this one stands. No part is
 * large: whoever writes them needs no copy of the whole.
 */
export function* keptParts({
  vocabulary,
  articles,
  copies,
  identities,
  shelf,
  events,
  composing,
}: Stages): Generator<KeptPart> {
  yield { stage: 'slots', kept: articles.slots }
  for (const kept of piecesOf(vocabulary.stems, TEXTS)) yield { stage: 'stems', kept }
  for (const kept of piecesOf(vocabulary.names.list, TEXTS)) yield { stage: 'names', kept }
  for (const piece of piecesOf(articles.all(), PART)) yield { stage: 'digests', kept: piece.map(keptDigest) }
  yield { stage: 'reprints', kept: copies.kept() }
  for (const kept of identities.kept()) yield { stage: 'identities', kept }
  for (const kept of shelf.kept()) yield { stage: 'stories', kept }
  for (const kept of events.kept()) yield { stage: 'events', kept }
  const textOf = (id: string): string => articles.named(id).text
  for (const piece of piecesOf([...composing.entries], PART))
    yield { stage: 'entries', kept: piece.map(([{ slot }, entry]) => [slot, keptEntry(entry, textOf)]) }
}

const each = <T>(take: (one: T) => void): Restoring<readonly T[]> => ({ take: (part) => part.forEach(take), done() {} })

/** How each stage takes up its parts; what it rests on was taken up before. */
const takers = (stages: Stages): { readonly [S in Stage]: () => Restoring<KeptStages[S]> } => {
  const { vocabulary, articles, copies, identities, shelf, events, composing } = stages
  const texts = new Texts()
  const held = (text: string): string => texts.held(text)
  const textOf = (id: string): string => articles.named(id).text
  let made: ReadonlyMap<number, Event> = new Map()
  return {
    slots: () => ({ take: (slots) => articles.reserve(slots), done() {} }),
    stems: () => each((stem) => vocabulary.number(stem)),
    names: () => each((name) => vocabulary.names.number(name)),
    digests: () =>
      each((kept) => {
        const digest = digestFrom({ ...kept, id: held(kept.id) }, vocabulary)
        articles.put(digest.slot, digest)
        articles.enter(digest)
      }),
    reprints: () => ({
      take: (kept) =>
        copies.restore(
          articles.all().map(({ slot, prints }) => [slot, prints] as const),
          kept,
        ),
      done() {},
    }),
    identities: () => identities.restoring(articles.all().map((one) => namedIn(one, vocabulary.names))),
    stories: () => shelf.restoring(articles.all()),
    events: () =>
      events.restoring((found) => {
        made = found
      }),
    entries: () =>
      each(([slot, entry]) => composing.entries.set(made.get(slot) as Event, entryFrom(entry, textOf, held))),
  }
}

/** Takes up what other stages kept, by the same rules and data of the language, into stages that know nothing yet. */
export const restoringParts = (stages: Stages): Restoring<KeptPart> => {
  const begin = takers(stages)
  let at: Stage | null = null
  let taker: Restoring<never> | null = null
  return {
    take({ stage, kept }) {
      if (stage !== at) {
        taker?.done()
        taker = begin[stage]() as Restoring<never>
        at = stage
      }
      taker?.take(kept as never)
    },
    done: () => taker?.done(),
  }
}
