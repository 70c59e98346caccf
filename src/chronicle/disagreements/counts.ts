import { contains } from '../../core/index.ts'
import type { ArticleFacts, EventFact, FigureFact } from '../../facts/index.ts'
import type { Disagreement } from '../chronicle.ts'
import type { EventMention } from '../entries/mention.ts'
import { compareArticles } from '../order.ts'
import { foldText, stemOf, wordsOf } from '../text/words.ts'
import { HOURS } from './cues.ts'
import { type Case, isRivalry, type Range, rangeOf, sameWords } from './values.ts'
import { disagreementOf, type Told, versionsOf } from './versions.ts'

/** Later numbers are news and no contradiction: those are compared that were told within so many days. */
const DAYS = 2
/** Kinds to which people come, who are counted in sentences of their own. */
const ATTENDED = new Set(['visit', 'gathering', 'meeting'])
/** What is counted without saying whom. */
const ANYBODY = new Set(['', 'человек', 'люд'])
/** Pages of an entry whose loose figures are read. */
const MOST = 200

interface Count {
  readonly range: Range
  readonly told: Told
  readonly mention: EventMention
}

const countedIn = ({ of }: FigureFact): string =>
  wordsOf(of ?? '')
    .map(stemOf)
    .at(-1) ?? ''

// Shares are of as many things as there are questions.
const isCount = ({ unit }: FigureFact): boolean => HOURS[unit] === undefined && unit !== 'год' && unit !== '%'

/** Numbers of the same things: a conflict where they do not meet and were told within two days of each other. */
export const countVersions = (one: Case): Disagreement[] => {
  const groups = new Map<string, Count[]>()
  const add = (figure: FigureFact, mention: EventMention, at: number): void => {
    const { text } = one.articles[mention.article] as ArticleFacts
    const value = text.slice(figure.start, figure.end)
    const told = {
      key: foldText(value),
      value,
      article: mention.article,
      span: figure,
      origin: one.origins[at] as number,
    }
    const key = `${figure.unit} ${countedIn(figure)}`
    groups.set(key, [...(groups.get(key) ?? []), { range: rangeOf(figure, 1), told, mention }])
  }
  one.mentions.forEach((mention, at) => {
    const { figures, events } = one.articles[mention.article] as ArticleFacts
    for (const index of (events[mention.event] as EventFact).figures) {
      const figure = figures[index]
      if (figure && isCount(figure) && (countedIn(figure) !== '' || figure.unit === 'человек')) add(figure, mention, at)
    }
  })
  const attended = looseCounts(one)
  for (const { figure, mention, at } of attended) add(figure, mention, at)
  return [...groups].flatMap(([key, group]) => {
    const loose = attended.some(({ figure }) => `${figure.unit} ${countedIn(figure)}` === key)
    const kept = loose
      ? group
      : group.filter(({ mention }) => group.some((other) => sameWords(one, mention, other.mention)))
    return rivalCounts(one, kept)
  })
}

// "55 entrepreneurs came with the president": who came is counted in sentences that name no event, or another one.
const looseCounts = (
  one: Case,
): { readonly figure: FigureFact; readonly mention: EventMention; readonly at: number }[] => {
  if (!ATTENDED.has(one.mentions[0]?.kind ?? '')) return []
  const seen = new Set<number>()
  return one.mentions.flatMap((mention, at) => {
    if (seen.has(mention.article) || seen.size >= MOST) return []
    seen.add(mention.article)
    const { figures, events } = one.articles[mention.article] as ArticleFacts
    const own = new Set((events[mention.event] as EventFact).figures)
    const taken = new Set(events.flatMap((event) => event.figures))
    return figures
      .filter(
        (figure, index) =>
          figure.unit === 'человек' && !ANYBODY.has(countedIn(figure)) && !taken.has(index) && !own.has(index),
      )
      .filter((figure) => !events.some(({ trigger }) => contains(trigger, figure)))
      .map((figure) => ({ figure, mention, at }))
  })
}

/** Kinds whose numbers grow while more is found out. */
const GROWING = new Set(['attack', 'withdrawal', 'detention', 'appointment'])
/** Numbers further apart than this are of different things. */
const APART = 5

// A number that a later page gives, larger than before, is news and no contradiction.
const near = (a: Count, b: Count): boolean => {
  const [x, y] = [a.mention.published, b.mention.published]
  if (x !== null && y !== null && Math.abs(x - y) > DAYS) return false
  const [first, second] = compareArticles(a.mention.from, b.mention.from) <= 0 ? [a, b] : [b, a]
  if (GROWING.has(a.mention.kind) && second.range.low > first.range.low) return false
  const [small, large] = [Math.min(a.range.high, b.range.high), Math.max(a.range.low, b.range.low)]
  return large <= small * APART
}

const rivalCounts = (one: Case, counts: readonly Count[]): Disagreement[] => {
  const versions = versionsOf(
    counts.map(({ told }) => told),
    one.articles,
  )
  if (versions.length < 2) return []
  const rivals = counts.some((a) =>
    counts.some(
      (b) => near(a, b) && isRivalry(counts.filter(({ told }) => [a, b].some((x) => x.told.article === told.article))),
    ),
  )
  return rivals ? [disagreementOf(one.entry, 'count', 'conflict', versions)] : []
}
