import { edtfBounds, type Span } from '../../core/index.ts'
import type { ArticleFacts, EventFact, EventKind, Status } from '../../facts/index.ts'
import type { Identities } from '../identities/identities.ts'
import { publishedDay } from '../order.ts'
import { sentenceAround } from '../text/sentences.ts'
import { contentStem, contentStems, stemOf, writtenWords } from '../text/words.ts'
import { type ActorSet, actorSet } from './actors.ts'
import { mentionIds } from './mention-ids.ts'

/** How finely a date is known: 0 a day that the text names, 1 the day of publication, 2 up to a month, 3 longer, 4 not at all. */
export type Fineness = 0 | 1 | 2 | 3 | 4

/** The days, both included, on which an event can have been; ±Infinity where open. */
export interface Window {
  readonly first: number
  readonly last: number
}

/** One event mention of one article, ready to be compared with others. */
export interface EventMention {
  /** Id that the entry has when this is its first mention. */
  readonly id: string
  readonly article: number
  /** Number of its article's story. */
  readonly story: number
  readonly event: number
  readonly kind: EventKind
  readonly status: Status
  readonly actors: ActorSet
  readonly date: string | null
  readonly basis: EventFact['dateBasis']
  readonly window: Window
  readonly fineness: Fineness
  /** Identity of the place, -1 for none. */
  readonly place: number
  /** Day of publication of its article; null when not stated. */
  readonly published: number | null
  readonly trigger: Span
  readonly lemma: string
  readonly sentence: Span
  /** Stems of its sentence without the names of its actors and place, as rising numbers of the vocabulary. */
  readonly words: Int32Array
}

/** Stems of all event sentences, numbered in the order in which they are first met. */
export type Vocabulary = Map<string, number>

/** All event mentions in canonical order: by article, then by place in its text. */
export const eventMentions = (
  articles: readonly ArticleFacts[],
  storyOf: Int32Array,
  identities: Identities,
): { readonly mentions: readonly EventMention[]; readonly vocabulary: Vocabulary } => {
  const vocabulary: Vocabulary = new Map()
  return {
    mentions: articles.flatMap((facts, article) =>
      mentionsOf(facts, article, identities, vocabulary).map((mention) => ({
        ...mention,
        story: storyOf[article] as number,
      })),
    ),
    vocabulary,
  }
}

const mentionsOf = (
  facts: ArticleFacts,
  article: number,
  identities: Identities,
  vocabulary: Vocabulary,
): Omit<EventMention, 'story'>[] => {
  const ids = mentionIds(facts)
  const sentences = new Map<number, { readonly span: Span; readonly stems: ReadonlySet<string> }>()
  return facts.events
    .map((fact, event) => ({ fact, event }))
    .sort((a, b) => a.fact.trigger.start - b.fact.trigger.start || a.event - b.event)
    .map(({ fact, event }) => {
      const span = sentenceAround(facts.text, fact.trigger)
      const sentence = sentences.get(span.start) ?? {
        span,
        stems: contentStems(facts.text.slice(span.start, span.end)),
      }
      sentences.set(span.start, sentence)
      return mentionOf(facts, article, event, fact, ids[event] as string, sentence, identities, vocabulary)
    })
}

const mentionOf = (
  facts: ArticleFacts,
  article: number,
  event: number,
  fact: EventFact,
  id: string,
  sentence: { readonly span: Span; readonly stems: ReadonlySet<string> },
  identities: Identities,
  vocabulary: Vocabulary,
): Omit<EventMention, 'story'> => {
  const actors = actorSet(
    fact.participants.map((participant) => ({ identity: identities.of(article, participant), role: participant.role })),
    identities,
  )
  const place = fact.place ? identities.of(article, { ...fact.place, type: 'place' }) : -1
  const published = publishedDay(facts.published)
  const window = windowOf(fact, published)
  return {
    id,
    article,
    event,
    kind: fact.kind,
    status: fact.status,
    actors,
    date: fact.date,
    basis: fact.dateBasis,
    window,
    fineness: finenessOf(fact, window),
    place,
    published,
    trigger: { start: fact.trigger.start, end: fact.trigger.end },
    lemma: stemOf(fact.trigger.lemma.toLowerCase().replace(/ё/g, 'е')),
    sentence: sentence.span,
    words: ownWords(sentence.stems, fact, vocabulary),
  }
}

const ownWords = (stems: ReadonlySet<string>, fact: EventFact, vocabulary: Vocabulary): Int32Array => {
  const words = new Set(stems)
  for (const name of [...fact.participants.map((participant) => participant.name), fact.place?.name ?? ''])
    for (const word of writtenWords(name)) words.delete(contentStem(word))
  const numbers = Int32Array.from(words, (stem) => {
    const known = vocabulary.get(stem)
    if (known !== undefined) return known
    vocabulary.set(stem, vocabulary.size)
    return vocabulary.size - 1
  })
  return numbers.sort()
}

// A report dated by its publication may be of the evening before. Without a date, what happened was not after
// publication, and what is planned will not be before it.
const windowOf = (fact: EventFact, published: number | null): Window => {
  const bounds = fact.date ? edtfBounds(fact.date) : null
  if (bounds) return fact.dateBasis === 'publication' ? { first: bounds.first - 1, last: bounds.last } : bounds
  if (published === null || fact.status === 'denied') return { first: -Infinity, last: Infinity }
  return fact.status === 'planned' || fact.status === 'possible'
    ? { first: published, last: Infinity }
    : { first: -Infinity, last: published }
}

const finenessOf = (fact: EventFact, window: Window): Fineness => {
  if (!fact.date || !edtfBounds(fact.date) || (window.first === -Infinity && window.last === Infinity)) return 4
  if (fact.dateBasis === 'publication') return 1
  const days = window.last - window.first + 1
  return days <= 1 ? 0 : days <= 31 ? 2 : 3
}
