import { edtfBounds, foldLetters, type Span } from '../../core/index.ts'
import type { ArticleFacts, EventFact, EventKind, ParticipantRole, Status } from '../../facts/index.ts'
import { keyOf, type LocalNames, type NameRef } from '../identities/collect.ts'
import type { Identities } from '../identities/identities.ts'
import { type ArticleOrder, publishedDay } from '../order.ts'
import { sentenceAround } from '../text/sentences.ts'
import type { Texts, Vocabulary } from '../text/vocabulary.ts'
import { contentStem, contentStems, stemOf, writtenWords } from '../text/words.ts'
import { type ActorSet, actorSet } from './actors.ts'
import { otherKinds } from './kinds.ts'
import { mentionIds } from './mention-ids.ts'
import { PROFILES } from './profile.ts'

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
  /** Its article's place in the canonical order. */
  readonly from: ArticleOrder
  /** Number of its article's story; -1 while that holds nothing else. */
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
  /** Participants: the number of each one's name times eight, and of its role. */
  readonly parts: readonly number[]
  /** Number of the place's name, -1 for none. */
  readonly where: number
  /** The statement of its article that reports it; -1 where the outlet says it itself. */
  readonly statement: number
}

/** Whether it is yet to come, for all that is said. */
export const isPlan = ({ status }: { readonly status: Status }): boolean =>
  status === 'planned' || status === 'possible'

/** What a mention is before anybody knows whom its names mean: it rests on its article alone. */
export type RawMention = Omit<EventMention, 'article' | 'story' | 'actors' | 'place' | 'from'>

const ROLES: readonly ParticipantRole[] = [
  'agent',
  'target',
  'recipient',
  'visitor',
  'host',
  'inviter',
  'invitee',
  'side',
]

/** Who takes part in a mention, by the keys of their names, in the order of its text. */
export const partsOf = (
  { parts }: Pick<EventMention, 'parts'>,
  names: Texts,
): { readonly key: string; readonly role: ParticipantRole }[] =>
  parts.map((part) => ({
    key: names.at(Math.floor(part / ROLES.length)),
    role: ROLES[part % ROLES.length] as ParticipantRole,
  }))

/** The event mentions of an article, in the order of its text. */
export const rawMentions = (facts: ArticleFacts, local: LocalNames, vocabulary: Vocabulary): RawMention[] => {
  const nameOf = (ref: NameRef): number => vocabulary.names.number(keyOf(local, ref))
  const ids = mentionIds(facts)
  const published = publishedDay(facts.published)
  const kinds = otherKinds(facts)
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
      const window = windowOf(fact, published, announced(facts, fact, span))
      return {
        id: ids[event] as string,
        event,
        kind: kinds.get(fact) ?? fact.kind,
        status: fact.status,
        parts: fact.participants.map((one) => nameOf(one) * ROLES.length + ROLES.indexOf(one.role)),
        statement: fact.statement ?? -1,
        where: fact.place ? nameOf({ name: fact.place.name, identity: fact.place.identity, type: 'place' }) : -1,
        date: fact.date,
        basis: fact.dateBasis,
        window,
        fineness: finenessOf(fact, window),
        published,
        trigger: { start: fact.trigger.start, end: fact.trigger.end },
        lemma: vocabulary.names.held(lemmaOf(facts, fact, span)),
        sentence: sentence.span,
        words: vocabulary.numbers(ownWords(sentence.stems, fact)),
      }
    })
}

/** A mention with whom its names mean now. */
export const mentionOf = (
  raw: RawMention,
  article: number,
  from: ArticleOrder,
  story: number,
  identities: Identities,
  names: Texts,
): EventMention => ({
  // One by one, so that all mentions have one shape: they are what joining looks into most.
  id: raw.id,
  event: raw.event,
  kind: raw.kind,
  status: raw.status,
  parts: raw.parts,
  where: raw.where,
  statement: raw.statement,
  date: raw.date,
  basis: raw.basis,
  window: raw.window,
  fineness: raw.fineness,
  published: raw.published,
  trigger: raw.trigger,
  lemma: raw.lemma,
  sentence: raw.sentence,
  words: raw.words,
  article,
  from,
  story,
  actors: actorSet(
    partsOf(raw, names).map(({ key, role }) => ({ identity: identities.slotOf(key), role })),
    identities,
  ),
  place: raw.where < 0 ? -1 : identities.slotOf(names.at(raw.where)),
})

const ownWords = (stems: ReadonlySet<string>, fact: EventFact): Set<string> => {
  const words = new Set(stems)
  for (const name of [...fact.participants.map((participant) => participant.name), fact.place?.name ?? ''])
    for (const word of writtenWords(name)) words.delete(contentStem(word))
  return words
}

const STOPPED = /^(?:прекра|приостан|останов)/
/** What is stopped where fire ceases. */
const FIRE =
  /(?:^|[^а-яё])(?:ог(?:онь|ня|нем)|перемири|боев|военн|боёв|боев|войн|конфликт|насили|агресси|обстрел|бомбард|удар|атак|операци|наступлени|враждебн)/i

// "Прекращение" is of fire or of anything: what follows it in its sentence tells.
const lemmaOf = ({ text }: ArticleFacts, { kind, trigger }: EventFact, { start, end }: Span): string => {
  const lemma = stemOf(foldLetters(trigger.lemma))
  if (kind !== 'withdrawal' || !STOPPED.test(lemma)) return lemma
  const near = text.slice(Math.max(start, trigger.start - 30), Math.min(end, trigger.end + 50))
  return FIRE.test(near) ? 'огн' : lemma
}

// "On 11 November a paper wrote that he would hold talks": the plan stood from that day.
const announced = ({ times }: ArticleFacts, { kind, date, trigger }: EventFact, sentence: Span): number | null => {
  if (date !== null || !PROFILES[kind].contact) return null
  let day: number | null = null
  for (const { start, value } of times) {
    if (start < sentence.start || start >= trigger.start) continue
    const bounds = edtfBounds(value)
    if (bounds && bounds.first === bounds.last && (day === null || bounds.first > day)) day = bounds.first
  }
  return day
}

// A report dated by its publication may be of the evening before. Without a date, what happened was not after
// publication, and what is planned will not be before it.
const windowOf = (fact: EventFact, published: number | null, announcedOn: number | null): Window => {
  const bounds = fact.date ? edtfBounds(fact.date) : null
  if (bounds) return fact.dateBasis === 'publication' ? { first: bounds.first - 1, last: bounds.last } : bounds
  if (published === null || fact.status === 'denied') return { first: -Infinity, last: Infinity }
  return isPlan(fact)
    ? { first: Math.min(published, announcedOn ?? published), last: Infinity }
    : { first: -Infinity, last: published }
}

const finenessOf = (fact: EventFact, window: Window): Fineness => {
  if (!fact.date || !edtfBounds(fact.date) || (window.first === -Infinity && window.last === Infinity)) return 4
  if (fact.dateBasis === 'publication') return 1
  const days = window.last - window.first + 1
  return days <= 1 ? 0 : days <= 31 ? 2 : 3
}
