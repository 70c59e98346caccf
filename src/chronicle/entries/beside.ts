import type { EventKind } from '../../facts/index.ts'
import type { Identities } from '../identities/identities.ts'
import { stemOf } from '../text/words.ts'
import { relateActors } from './actors.ts'
import { bestWords, type Comparison, placeRelation } from './compare.ts'
import type { Draft } from './draft.ts'
import type { EventMention } from './mention.ts'
import { PROFILES } from './profile.ts'

/** What an event needs to stand for itself: who, when, where, or more than one page (see `substanceOf`). */
const SUBSTANCE = 1.5
/** A bare sentence stands on so many pages at most, as copies of one. */
const COPIED = 3
/** Within so many characters of the headline's beginning or the text's a page tells its news. */
const LEAD = 250
/** Distances in characters within which a mention is told beside an event. */
const BESIDE = 400
const NEAR = 1200
/** Sentences that say more than that in passing. */
const FEW = 2

/** Kinds under which one happening is told with different words. */
const FAMILIES: readonly (readonly EventKind[])[] = [
  ['visit', 'meeting', 'call', 'gathering', 'invitation'],
  ['agreement', 'decision', 'cooperation'],
  ['attack', 'deployment', 'withdrawal'],
  ['sanction', 'withdrawal', 'detention', 'decision'],
  ['appointment', 'decision'],
  ['aid', 'cooperation', 'deployment'],
]

/** Whether one happening may be told under both kinds. */
export const isKin = (a: EventKind, b: EventKind): boolean =>
  a === b || FAMILIES.some((family) => family.includes(a) && family.includes(b))

/** Characters of an article's headline. */
export type HeadlineAt = (article: number) => number

// One page's word for an act without a day, beside its news: of what many pages tell it is a part or an echo.
export const isPassing = (draft: Draft, headlineAt: HeadlineAt): boolean =>
  !PROFILES[draft.kind].contact &&
  draft.fineness === 4 &&
  draft.articles.size === 1 &&
  draft.mentions.length <= FEW &&
  !inLead(draft, headlineAt)

const inLead = ({ mentions }: Draft, headlineAt: HeadlineAt): boolean =>
  mentions.some(({ article, trigger }) => trigger.start < LEAD + headlineAt(article))

/** Kinds that are between two: who says of one party alone that it talks speaks of talks that others tell in full. */
const BETWEEN: ReadonlySet<EventKind> = new Set(['meeting', 'call', 'agreement', 'cooperation'])
const SIDES = 2

const isOneSided = ({ kind, actors }: Draft): boolean => BETWEEN.has(kind) && actors.length < SIDES

/** Words that point back: "the decision" without what was decided, "the event" without what it was. */
const BARE: Readonly<Partial<Record<EventKind, string>>> = {
  decision: stemOf('решение'),
  gathering: stemOf('мероприятие'),
}

const pointsBack = ({ kind, lemmas }: Draft): boolean => [...lemmas].every((lemma) => lemma === BARE[kind])

/** Whether an event tells too little of who, when and where to stand for itself. */
export const isThin = (draft: Draft, headlineAt: HeadlineAt, identities: Identities): boolean =>
  (draft.articles.size <= COPIED && (isOneSided(draft) || pointsBack(draft))) ||
  (draft.articles.size <= (draft.actors.length === 0 ? COPIED : 1) &&
    substanceOf(draft, headlineAt, identities) < SUBSTANCE)

/** Actors count one each up to two, a date that the text tells and a place one, the day of publication and the lead half. */
const substanceOf = (draft: Draft, headlineAt: HeadlineAt, identities: Identities): number => {
  const placed = draft.places.some((place) => draft.kind === 'visit' || identities.list[place]?.type !== 'country')
  const dated = draft.mentions.some(({ basis, date }) => basis === 'text' && date !== null)
  return (
    Math.min(2, draft.actors.length) +
    (dated ? 1 : draft.fineness === 1 ? 0.5 : 0) +
    (placed ? 1 : 0) +
    (inLead(draft, headlineAt) ? 0.5 : 0)
  )
}

const NONE: readonly EventMention[] = []
// Of an event that hundreds of pages tell the mentions are looked up; those of a few are looked through.
const MANY = 24
const byArticle = new WeakMap<Draft, ReadonlyMap<number, readonly EventMention[]>>()

const mentionsIn = (draft: Draft, article: number): readonly EventMention[] => {
  if (!draft.articles.has(article)) return NONE
  if (draft.mentions.length < MANY) return draft.mentions.filter((mention) => mention.article === article)
  let known = byArticle.get(draft)
  if (!known) {
    const lists = new Map<number, EventMention[]>()
    for (const mention of draft.mentions) {
      const list = lists.get(mention.article)
      if (list) list.push(mention)
      else lists.set(mention.article, [mention])
    }
    known = lists
    byArticle.set(draft, known)
  }
  return known.get(article) ?? NONE
}

/** How much speaks for an event's being told of another one beside it. */
export const affinityOf = (draft: Draft, host: Draft, context: Comparison): number => {
  const { people, bodies, states, leftOver } = relateActors(draft.actors, host.actors)
  const shared = people + bodies + states
  const kin = draft.kind === host.kind ? 2 : isKin(draft.kind, host.kind) ? 1 : 0
  let beside = 0
  for (const own of draft.mentions)
    for (const mention of mentionsIn(host, own.article)) {
      const sentence = own.sentence.start === mention.sentence.start
      const distance = Math.abs(own.trigger.start - mention.trigger.start)
      beside = Math.max(beside, sentence ? 1.5 : distance <= BESIDE ? 1 : distance <= NEAR ? 0.5 : 0)
    }
  const words = bestWords(draft, host, context)
  const apart =
    draft.fineness < 4 &&
    host.fineness < 4 &&
    (draft.window.first > host.window.last || host.window.first > draft.window.last)
  const elsewhere = beside === 0 && shared === 0 && words < 0.2 ? 2 : 0
  const place = placeRelation(draft, host, context) === 'different' ? 1.5 : 0
  return 0.25 + kin + Math.min(1, shared) + beside + words - leftOver - elsewhere - place - (apart ? 1.5 : 0)
}
