import { contains } from '../../core/index.ts'
import type { ArticleFacts, EventFact, FigureFact } from '../../facts/index.ts'
import type { Disagreement } from '../chronicle.ts'
import type { EventMention } from '../entries/mention.ts'
import { PROFILES } from '../entries/profile.ts'
import { compareArticles } from '../order.ts'
import { sentenceAround } from '../text/sentences.ts'
import { foldText, stemOf, wordsOf } from '../text/words.ts'
import { HOURS } from './cues.ts'
import { fateOf, isPart } from './fates.ts'
import { type Case, factsAt, isRivalry, type Range, rangeOf, sameWords } from './values.ts'
import { disagreementOf, type Told, versionsOf } from './versions.ts'

/** Later numbers are news and no contradiction: those are compared that were told within so many days. */
const DAYS = 2
/** Kinds to which people come, who are counted in sentences of their own. */
const ATTENDED = new Set(['visit', 'gathering'])
/** By these a sentence tells that those whom it counts took part. */
const TOOK_PART =
  /прибы|прие(?:х|зж)|прилет|сопровожд|в состав|делегац|участву|участвова|участие|участник|собрал|собер|пришл|вышл|вместе с/i
/** What is counted without saying whom. */
const ANYBODY = new Set(['', 'человек', 'люд', 'погибш', 'ранен', 'пострадавш', 'задержанн', 'жертв', 'заложник'])
/** Pages of an entry whose loose figures are read. */
const MOST = 200
/** Numbers of one thing that are compared with each other. */
const COMPARED = 40

interface Count {
  readonly range: Range
  readonly told: Told
  readonly mention: EventMention
  readonly loose: boolean
}

const countedIn = ({ of }: FigureFact): string =>
  wordsOf(of ?? '')
    .map(stemOf)
    .at(-1) ?? ''

const isPeople = ({ unit }: FigureFact): boolean => unit === 'человек'

// Shares are of as many things as there are questions.
const isCount = ({ unit }: FigureFact): boolean => HOURS[unit] === undefined && unit !== 'год' && unit !== '%'

const keyOf = (figure: FigureFact): string => {
  const whom = countedIn(figure)
  return isPeople(figure) ? `человек ${ANYBODY.has(whom) ? '' : whom}` : `${figure.unit} ${whom}`
}

/** Numbers of the same things: a conflict where they do not meet and were told within two days of each other. */
export const countVersions = (one: Case): Disagreement[] => {
  const groups = new Map<string, Count[]>()
  const add = (figure: FigureFact, mention: EventMention, at: number, loose: boolean): void => {
    const facts = factsAt(one, mention)
    const { text } = facts
    // Those whom something befell are counted apart (toll-versions.ts).
    if (isPeople(figure) && (isPart(text, figure) || fateOf(text, figure) !== '')) return
    const key = keyOf(figure)
    // "Five people" of whom nothing is told, or things that are not named.
    if (key === 'человек ' || (!isPeople(figure) && countedIn(figure) === '')) return
    const value = text.slice(figure.start, figure.end)
    const told = {
      key: foldText(value),
      value,
      article: mention.article,
      span: figure,
      origin: one.origins[at] as number,
    }
    groups.set(key, [...(groups.get(key) ?? []), { range: rangeOf(figure, 1), told, mention, loose }])
  }
  one.mentions.forEach((mention, at) => {
    const { figures, events } = factsAt(one, mention)
    for (const index of (events[mention.event] as EventFact).figures) {
      const figure = figures[index]
      if (figure && isCount(figure)) add(figure, mention, at, false)
    }
  })
  for (const { figure, mention, at } of looseCounts(one)) add(figure, mention, at, true)
  return [...groups.values()].flatMap((group) => {
    const kept = group.some(({ loose }) => loose)
      ? group
      : group.filter(({ mention }) => group.some((other) => isOneMatter(one, mention, other.mention)))
    return rivalCounts(one, kept)
  })
}

const isOneMatter = (one: Case, a: EventMention, b: EventMention): boolean =>
  (a !== b && a.article === b.article) || sameWords(one, a, b)

interface Loose {
  readonly figure: FigureFact
  readonly mention: EventMention
  readonly at: number
}

// "55 entrepreneurs came with the president": who came is counted in sentences that name no event, or another one.
const looseCounts = (one: Case): Loose[] => {
  const kind = one.mentions[0]?.kind ?? ''
  // Refugees come too, and more of them every hour: a delegation has a head.
  const led = one.mentions.some(({ actors }) => actors.some(({ sort }) => sort === 'person'))
  if (!(ATTENDED.has(kind) && led)) return []
  const seen = new Set<number>()
  return one.mentions.flatMap((mention, at) => {
    if (seen.has(mention.article) || seen.size >= MOST) return []
    seen.add(mention.article)
    const facts = factsAt(one, mention)
    return cameTo(mention, facts).map((figure) => ({ figure, mention, at }))
  })
}

const cameTo = (mention: EventMention, { figures, events, text }: ArticleFacts): FigureFact[] => {
  const own = new Set((events[mention.event] as EventFact).figures)
  const taken = new Set(events.flatMap((event) => event.figures))
  return figures
    .filter(
      (figure, index) => isPeople(figure) && !ANYBODY.has(countedIn(figure)) && !taken.has(index) && !own.has(index),
    )
    .filter((figure) => !events.some(({ trigger }) => contains(trigger, figure)) && fateOf(text, figure) === '')
    .filter((figure) => {
      const { start, end } = sentenceAround(text, figure)
      return TOOK_PART.test(text.slice(start, end))
    })
}

/** Numbers further apart than this are of different things. */
const APART = 5

// What a page reports of the day is not what another one tells of the day before.
const daysMeet = (a: EventMention, b: EventMention): boolean => {
  const [x, y] = [daysOf(a), daysOf(b)]
  return x === null || y === null || (x.first <= y.last && y.first <= x.last)
}

// Without a day of its own a page tells of its day or the one before.
const daysOf = ({ fineness, window, published }: EventMention): EventMention['window'] | null => {
  if (fineness === 0) return window
  if (fineness === 1) return { first: window.last, last: window.last }
  return fineness === 4 && published !== null ? { first: published - 1, last: published } : null
}

// A number that a later page gives, larger than before, is news and no contradiction; who came with somebody is known at once.
const near = (a: Count, b: Count): boolean => {
  const [x, y] = [a.mention.published, b.mention.published]
  if ((x !== null && y !== null && Math.abs(x - y) > DAYS) || !daysMeet(a.mention, b.mention)) return false
  const [first, second] = compareArticles(a.mention.from, b.mention.from) <= 0 ? [a, b] : [b, a]
  if (!(a.loose && b.loose) && second.range.low > first.range.low) return false
  // Of what happens many times a day, things shot down and places struck are others on each page.
  return !PROFILES[a.mention.kind].frequent && isComparable(a, b)
}

const isComparable = (a: Count, b: Count): boolean => {
  const [small, large] = [Math.min(a.range.high, b.range.high), Math.max(a.range.low, b.range.low)]
  return large <= small * APART
}

const rivalCounts = (one: Case, all: readonly Count[]): Disagreement[] => {
  const counts = all.slice(0, COMPARED)
  const rivals = new Set<Count>()
  for (const a of counts)
    for (const b of counts) {
      if (a === b) continue
      const both = counts.filter(({ told }) => told.article === a.told.article || told.article === b.told.article)
      if (a.told.article !== b.told.article && near(a, b) && isRivalry(both)) rivals.add(a).add(b)
    }
  const versions = versionsOf(
    counts.flatMap((count) => (rivals.has(count) ? [count.told] : [])),
    one.articles,
  )
  return versions.length > 1 ? [disagreementOf(one.entry, 'count', 'conflict', versions)] : []
}
