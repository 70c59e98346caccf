import { overlap } from '../../core/index.ts'
import type { ArticleFacts, EventFact, FigureFact } from '../../facts/index.ts'
import type { Disagreement, Version } from '../chronicle.ts'
import { relateActors } from '../entries/actors.ts'
import { type Comparison, wordsInCommon } from '../entries/compare.ts'
import { type EventMention, isPlan } from '../entries/mention.ts'
import { PROFILES } from '../entries/profile.ts'
import { wordsOf } from '../text/words.ts'
import { HOURS, LASTING, NEGATED, RANKS } from './cues.ts'
import { writtenDuration } from './durations.ts'
import { disagreementOf, type Told, versionsOf } from './versions.ts'

/** One entry with what its disagreements are read from. */
export interface Case {
  readonly entry: string
  readonly mentions: readonly EventMention[]
  readonly origins: readonly number[]
  readonly articles: readonly ArticleFacts[]
  readonly date: string | null
  /** Whether the date rests on a day of publication alone. */
  readonly reported: boolean
  readonly context: Comparison
}

/** Share of words from which two sentences tell of the same thing, so that what differs is a difference. */
const SAME_MATTER = 0.35
/** Share from which a denial is of the very thing that the other sentence tells. */
const SAME_SENTENCE = 0.5

export const sameMatter = (one: Case, a: EventMention, b: EventMention): boolean =>
  a.article !== b.article && (sameDay(a, b) || sameWords(one, a, b))

/** Whether two sentences of different pages tell one thing in like words. */
export const sameWords = (one: Case, a: EventMention, b: EventMention): boolean =>
  a.article !== b.article && wordsInCommon(a, b, one.context) >= SAME_MATTER

/** Whether two sentences of different pages tell the very same thing. */
export const isToldAgain = (one: Case, a: EventMention, b: EventMention): boolean =>
  a.article !== b.article && wordsInCommon(a, b, one.context) >= SAME_SENTENCE

// Two sides named alike and one day: short sentences need share no more.
const sameDay = (a: EventMention, b: EventMention): boolean => {
  if (Math.max(a.fineness, b.fineness) > 1 || PROFILES[a.kind].frequent) return false
  if (a.window.first > b.window.last || b.window.first > a.window.last) return false
  const { people, bodies, states } = relateActors(a.actors, b.actors)
  return people + bodies + states >= 2
}

export const factsAt = ({ articles }: Case, mention: EventMention): ArticleFacts =>
  articles[mention.article] as ArticleFacts
const factOf = (one: Case, mention: EventMention): EventFact => factsAt(one, mention).events[mention.event] as EventFact

export const telling = (one: Case, take: (mention: EventMention, origin: number) => readonly Told[]): Told[] =>
  one.mentions.flatMap((mention, at) => take(mention, one.origins[at] as number))

/** Done against denied: a conflict when the denial is not older than the report that it was done. */
export const statusVersions = (one: Case): Disagreement[] => {
  const deeds = one.mentions.filter(({ status }) => status === 'happened' || status === 'ongoing')
  const denials = one.mentions.filter(({ status }) => status === 'denied')
  const firstDeed = Math.min(...deeds.map(({ published }) => published ?? Infinity))
  const late = denials.filter(({ published }) => (published ?? Infinity) >= firstDeed)
  const asserted = deeds.length > 0 ? deeds : one.mentions.filter(isPlan)
  const rivals = deeds.length > 0 ? late : denials
  // A page that tells both tells how it went, and contradicts nobody.
  const denying = new Set(rivals.map(({ article }) => article))
  const both = new Set(asserted.map(({ article }) => article).filter((article) => denying.has(article)))
  const side = (mentions: readonly EventMention[]): Side[] =>
    mentions.flatMap((mention) => (both.has(mention.article) ? [] : [sideOf(one, mention)]))
  const answers = side(rivals)
  if (answers.length === 0) return []
  const chosen = new Set<EventMention>()
  for (const a of side(asserted)) {
    if (NEGATED.test(a.quote)) continue
    for (const b of answers) {
      if ((chosen.has(a.mention) && chosen.has(b.mention)) || !isDenied(one, a, b)) continue
      chosen.add(a.mention).add(b.mention)
    }
  }
  if (chosen.size === 0) return []
  const told = telling(one, (mention, origin) =>
    chosen.has(mention)
      ? [
          {
            key: mention.status === 'denied' ? 'denied' : 'asserted',
            value: quoteOf(one, mention),
            article: mention.article,
            span: mention.sentence,
            origin,
          },
        ]
      : [],
  )
  return [disagreementOf(one.entry, 'status', deeds.length > 0 ? 'conflict' : 'claim', versionsOf(told, one.articles))]
}

interface Side {
  readonly mention: EventMention
  readonly quote: string
  readonly speaker: string | null
}

const sideOf = (one: Case, mention: EventMention): Side => {
  const { statement } = factOf(one, mention)
  const speaker = statement === undefined ? null : (factsAt(one, mention).statements[statement]?.speaker?.name ?? null)
  return { mention, quote: quoteOf(one, mention), speaker }
}

// A denial is of what is told in like words, or of one meeting on one day: who stays away from a parade, or denies a part
// in a strike, denies neither.
const isDenied = (one: Case, a: Side, b: Side): boolean => {
  // Nobody contradicts himself by being quoted twice.
  if (a.quote === b.quote || (a.speaker !== null && a.speaker === b.speaker)) return false
  return a.mention.kind === 'meeting' || a.mention.kind === 'call'
    ? sameMatter(one, a.mention, b.mention)
    : isToldAgain(one, a.mention, b.mention)
}

const quoteOf = (one: Case, { sentence, article }: EventMention): string =>
  (one.articles[article] as ArticleFacts).text.slice(sentence.start, sentence.end)

export interface Range {
  readonly low: number
  readonly high: number
}

export const rangeOf = ({ value, to, approximation }: FigureFact, scale: number): Range => {
  const low = value * scale
  const high = (to ?? value) * scale
  if (approximation === 'about') return { low: low * 0.85, high: high * 1.15 }
  if (approximation === 'more-than' || approximation === 'at-least') return { low, high: high * 1.5 }
  if (approximation === 'less-than' || approximation === 'at-most') return { low: low * 0.5, high }
  return { low, high }
}

export const meets = (a: Range, b: Range): boolean => a.low <= b.high && b.low <= a.high

const figuresOf = (one: Case, mention: EventMention): FigureFact[] => {
  const facts = factsAt(one, mention)
  const own = factOf(one, mention).figures.flatMap((index) => facts.figures[index] ?? [])
  const here = facts.figures.filter(({ start, end }) => start >= mention.sentence.start && end <= mention.sentence.end)
  return [...new Set([...own, ...here])]
}

const LASTS = new Set(['visit', 'meeting', 'call', 'gathering'])

/**
 * How long it took, in a normal form: a conflict where the spans of time do not meet; what is only put more or less
 * exactly ("более 2 часов", "2 часа") comes as granularity.
 */
export const durationVersions = (
  one: Case,
): { readonly disagreements: readonly Disagreement[]; readonly granularity: readonly Version[] } => {
  const none = { disagreements: [], granularity: [] }
  if (!LASTS.has(one.mentions[0]?.kind ?? '')) return none
  const ranges: { readonly range: Range; readonly told: Told }[] = []
  for (const [at, mention] of one.mentions.entries()) {
    if (!LASTING.test(quoteOf(one, mention))) continue
    for (const figure of figuresOf(one, mention)) {
      const hours = HOURS[figure.unit]
      // "шестидневный визит" is how long the visit took, not the talks named beside it.
      const other = figure.of !== undefined && overlap(figure, mention.trigger) === 0
      if (hours === undefined || other) continue
      const value = writtenDuration(figure)
      const told = { key: value, value, article: mention.article, span: figure, origin: one.origins[at] as number }
      ranges.push({ range: rangeOf(figure, hours), told })
    }
  }
  const versions = versionsOf(
    ranges.map(({ told }) => told),
    one.articles,
  )
  if (versions.length < 2 || new Set(ranges.map(({ told }) => told.article)).size < 2) return none
  return isRivalry(ranges)
    ? { disagreements: [disagreementOf(one.entry, 'duration', 'conflict', versions)], granularity: [] }
    : { disagreements: [], granularity: versions }
}

/**
 * Whether two articles differ: nothing that one gives meets anything that the other gives. (A page that tells the whole
 * and a part of it does not contradict one that tells the whole.)
 */
export const isRivalry = (ranges: readonly { readonly range: Range; readonly told: Told }[]): boolean => {
  const byArticle = new Map<number, Range[]>()
  for (const { range, told } of ranges) byArticle.set(told.article, [...(byArticle.get(told.article) ?? []), range])
  const lists = [...byArticle.values()]
  return lists.some((a, at) => lists.slice(at + 1).some((b) => !a.some((x) => b.some((y) => meets(x, y)))))
}

const ADJECTIVE = /^(?:ый|ий|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ой|ей|ую|юю)$/

/** The protocol rank of a visit, where pages give different ones: the adjective before its noun. */
export const rankVersions = (one: Case): Disagreement[] => {
  if (one.mentions[0]?.kind !== 'visit') return []
  const told = telling(one, ({ article, sentence, trigger }, origin) => {
    const { text } = one.articles[article] as ArticleFacts
    const before = text.slice(Math.max(sentence.start, trigger.start - 40), trigger.end)
    const words = wordsOf(before).slice(-4, -1)
    return words.flatMap((word) =>
      RANKS.flatMap(([stem, value]) =>
        word.startsWith(stem) && ADJECTIVE.test(word.slice(stem.length))
          ? [{ key: value, value, article, span: sentence, origin }]
          : [],
      ),
    )
  })
  const versions = versionsOf(told, one.articles)
  return versions.length > 1 ? [disagreementOf(one.entry, 'rank', 'conflict', versions)] : []
}
