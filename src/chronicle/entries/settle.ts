import type { ArticleFacts, EventKind } from '../../facts/index.ts'
import type { Identities } from '../identities/identities.ts'
import { relateActors } from './actors.ts'
import { bestWords, type Comparison, placeRelation } from './compare.ts'
import type { Draft } from './draft.ts'
import type { EventMention } from './mention.ts'

/** What an event needs to stand for itself: who, when, where, or more than one page (see `substanceOf`). */
const SUBSTANCE = 2
/** A bare sentence stands on so many pages at most, as copies of one. */
const COPIED = 3
/** Within so many characters of the headline's beginning or the text's a page tells its news. */
const LEAD = 250
/** Distances in characters within which a mention is told beside an event. */
const BESIDE = 400
const NEAR = 1200
/** What an event must at least have in common with a mention to take it in (see `affinityOf`). */
const LEAST = 0.7
/** So many events of a page or a story are looked at, the latest made. */
const MOST = 100

/** Kinds under which one happening is told with different words. */
const FAMILIES: readonly (readonly EventKind[])[] = [
  ['visit', 'meeting', 'call', 'gathering', 'invitation'],
  ['agreement', 'decision', 'cooperation'],
  ['attack', 'deployment', 'withdrawal'],
  ['sanction', 'withdrawal', 'detention', 'decision'],
  ['appointment', 'decision'],
  ['aid', 'cooperation', 'deployment'],
]

const isKin = (a: EventKind, b: EventKind): boolean =>
  FAMILIES.some((family) => family.includes(a) && family.includes(b))

/**
 * Gives mentions that tell neither who nor when nor where to the event that they are told beside: a chronicle lists
 * events, and "the meeting was long" is a line about one of them. They stand there as incidental evidence, which proves
 * no field. Where a page tells nothing else, they stay entries of their own: no mention is ever lost.
 */
export const settleThin = (
  drafts: readonly Draft[],
  articles: readonly ArticleFacts[],
  context: Comparison,
): Draft[] => {
  const thin = new Set(drafts.filter((draft) => isThin(draft, articles, context.identities)))
  const hosts = new Map<string, Draft[]>()
  for (const draft of drafts) {
    if (thin.has(draft)) continue
    for (const key of hostKeys(draft)) {
      const list = hosts.get(key)
      if (list) list.push(draft)
      else hosts.set(key, [draft])
    }
  }
  const taken = new Map<Draft, EventMention[]>()
  const settled = new Set<Draft>()
  for (const draft of thin) {
    const near = new Set(hostKeys(draft).flatMap((key) => (hosts.get(key) ?? []).slice(-MOST)))
    const host = hostOf(draft, [...near], context)
    if (!host) continue
    taken.set(host, [...(taken.get(host) ?? []), ...draft.mentions])
    settled.add(draft)
  }
  return drafts
    .filter((draft) => !settled.has(draft))
    .map((draft) => {
      const incidental = taken.get(draft)
      return incidental ? { ...draft, incidental } : draft
    })
}

// What its page tells, and what other pages of its story tell of its kind.
const hostKeys = (draft: Draft): string[] => [
  ...[...draft.articles].map((article) => `page ${article}`),
  ...[...draft.stories].map((story) => `${draft.kind} ${story}`),
]

const isThin = (draft: Draft, articles: readonly ArticleFacts[], identities: Identities): boolean =>
  draft.articles.size <= (draft.actors.length === 0 ? COPIED : 1) &&
  substanceOf(draft, articles, identities) < SUBSTANCE

/** Actors count one each up to two, a date that the text tells and a place one, the day of publication and the lead half. */
const substanceOf = (draft: Draft, articles: readonly ArticleFacts[], identities: Identities): number => {
  const placed = draft.places.some((place) => draft.kind === 'visit' || identities.list[place]?.type !== 'country')
  const dated = draft.mentions.some(({ basis, date }) => basis === 'text' && date !== null)
  return (
    Math.min(2, draft.actors.length) +
    (dated ? 1 : draft.fineness === 1 ? 0.5 : 0) +
    (placed ? 1 : 0) +
    (draft.mentions.some((mention) => leads(mention, articles)) ? 0.5 : 0)
  )
}

const leads = ({ article, trigger }: EventMention, articles: readonly ArticleFacts[]): boolean =>
  trigger.start < LEAD + ((articles[article] as ArticleFacts).headline?.length ?? 0)

// The event that most speaks for it; the earlier made of equals.
const hostOf = (draft: Draft, hosts: readonly Draft[], context: Comparison): Draft | null => {
  let best: Draft | null = null
  let most = LEAST
  for (const host of hosts) {
    const affinity = affinityOf(draft, host, context)
    if (affinity > most) {
      best = host
      most = affinity
    }
  }
  return best
}

const affinityOf = (draft: Draft, host: Draft, context: Comparison): number => {
  const { people, bodies, states, leftOver } = relateActors(draft.actors, host.actors)
  const shared = people + bodies + states
  const kin = draft.kind === host.kind ? 2 : isKin(draft.kind, host.kind) ? 1 : 0
  let beside = 0
  for (const mention of host.mentions) {
    if (!draft.articles.has(mention.article)) continue
    for (const own of draft.mentions) {
      if (own.article !== mention.article) continue
      const sentence = own.sentence.start === mention.sentence.start
      const distance = Math.abs(own.trigger.start - mention.trigger.start)
      beside = Math.max(beside, sentence ? 1.5 : distance <= BESIDE ? 1 : distance <= NEAR ? 0.5 : 0)
    }
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
