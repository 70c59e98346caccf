import type { Span } from '../../core/index.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import type { Disagreement } from '../chronicle.ts'
import { contentStem, rootOf } from '../text/words.ts'
import { ACCUSES, DENIED } from './cues.ts'
import { keptOfPage } from './of-page.ts'
import { sentencesIn } from './page-sentences.ts'
import { type Sides, sidesOf, stateOf } from './sides.ts'
import type { Case } from './values.ts'
import { disagreementOf, type Told, versionsOf } from './versions.ts'

/** Two sides each say that the other did it. */
const MUTUAL =
  /(?<![а-яё])(?:обвин[а-яё]+(?![а-яё])[^.!?;]{0,60}?(?<![а-яё])друг друга|(?:возлага[а-яё]+|возложил[аи]?)(?![а-яё])[^.!?;]{0,80}?(?<![а-яё])друг на друга|(?:взаимн[а-яё]+ обвинени|обменя[а-яё]+ обвинени))/iu
/** By these a sentence says of what was told just before it who did it. */
const OF_THAT =
  /(?<![а-яё])(?:в|за) (?:этом|произошедшем|происшедшем|случившемся|это|произошедшее|случившееся|инциденте|инцидент)(?![а-яё])/iu

/** Characters after the word for it in which the accused stands. */
const ACCUSED = 60
/** Sentences before it in which that was told which "what happened" points back at. */
const BACK = 2
/** Pages of an entry that are read. */
const PAGES = 60

interface Accusation {
  readonly sentence: Span
  /** The states that are said to have done it: one, or both of two who say it of each other; none where they are not named. */
  readonly accused: readonly string[]
  readonly mutual: boolean
  /** Indexes of the events that somebody is accused of. */
  readonly events: readonly number[]
}

const within = ({ events }: ArticleFacts, { start, end }: Span): number[] =>
  events.flatMap(({ trigger }, index) => (trigger.start >= start && trigger.end <= end ? [index] : []))

// Whom one accuses, and of what; a sentence that denies it accuses nobody.
const accusationIn = (facts: ArticleFacts, sides: Sides, sentences: readonly Span[], at: number): Accusation[] => {
  const sentence = sentences[at] as Span
  const written = facts.text.slice(sentence.start, sentence.end)
  const mutual = MUTUAL.exec(written)
  const cue = mutual ?? ACCUSES.exec(written)
  if (!cue || at === 0 || DENIED.test(written)) return []
  const before = at - BACK
  const told = OF_THAT.test(written)
    ? sentences.slice(Math.max(1, before), at).flatMap((one) => within(facts, one))
    : within(facts, sentence)
  const events = told.filter((index) => facts.events[index]?.kind === 'attack')
  if (events.length === 0) return []
  const from = sentence.start + cue.index
  if (mutual) {
    const states = [...new Set(sides.all(sentence.start, sentence.end))]
    return [{ sentence, accused: states.length === 2 ? states : [], mutual: true, events }]
  }
  const after = from + cue[0].length
  const accused = sides.first(after, Math.min(sentence.end, after + ACCUSED))
  const speaker = facts.statements.find(
    (one) => one.start < sentence.end && sentence.start < one.end && one.speaker,
  )?.speaker
  if (accused === null || (speaker && stateOf(sides, speaker) === accused)) return []
  return [
    { sentence, accused: [accused], mutual: false, events: events.filter((index) => startOf(facts, index) > after) },
  ]
}

const startOf = ({ events }: ArticleFacts, index: number): number => events[index]?.trigger.start ?? -1

const accusationsIn = keptOfPage((facts): readonly Accusation[] => {
  if (!MUTUAL.test(facts.text) && !ACCUSES.test(facts.text)) return []
  const sides = sidesOf(facts)
  const sentences = sentencesIn(facts)
  return sentences
    .flatMap((_, at) => accusationIn(facts, sides, sentences, at))
    .filter(({ events, mutual }) => mutual || events.length > 0)
})

interface Found {
  readonly accusation: Accusation
  readonly article: number
  readonly origin: number
  /** Roots of the words for what somebody is accused of. */
  readonly deeds: ReadonlySet<string>
}

/**
 * Who did it, where two sides say it of each other, on one page ("обвиняют друг друга") or on several: a claim. What other
 * pages of the entry tell of one side's accusing the other of such a deed stands beside it.
 */
export const accusationVersions = (one: Case): Disagreement[] => {
  if (one.mentions[0]?.kind !== 'attack') return []
  const all: Found[] = []
  const own = new Set<Found>()
  const pages = new Map<number, { readonly origin: number; readonly events: Set<number> }>()
  one.mentions.forEach(({ article, event }, at) => {
    const page = pages.get(article)
    if (page) page.events.add(event)
    else if (pages.size < PAGES) pages.set(article, { origin: one.origins[at] as number, events: new Set([event]) })
  })
  for (const [article, { origin, events }] of pages) {
    const facts = one.articles[article] as ArticleFacts
    for (const accusation of accusationsIn(facts)) {
      const deeds = new Set(accusation.events.map((index) => rootOf(contentStem(triggerOf(facts, index)))))
      const found = { accusation, article, origin, deeds }
      all.push(found)
      if (accusation.events.some((index) => events.has(index))) own.add(found)
    }
  }
  const deeds = new Set([...own].flatMap((found) => [...found.deeds]))
  const kept = all.filter((found) => own.has(found) || [...found.deeds].some((deed) => deeds.has(deed)))
  const mutual = kept.filter(({ accusation }) => accusation.mutual)
  if (![...own].some(({ accusation }) => accusation.mutual))
    return opposed(
      one,
      kept.filter((found) => own.has(found)),
    )
  const sides = new Set(mutual.flatMap(({ accusation }) => accusation.accused))
  const single = kept.filter(({ accusation }) => !accusation.mutual && sides.has(accusation.accused[0] as string))
  // What one side alone says is told in its own sentence before that which tells of both.
  return sides.size === 2
    ? listed(
        one,
        [...sides].flatMap((side) => [...ofSide(one, single, side), ...ofSide(one, mutual, side)]),
      )
    : []
}

// Each version names whom it says to have done it.
const ofSide = (one: Case, found: readonly Found[], side: string): Told[] =>
  found.flatMap((each) => {
    if (!each.accusation.accused.includes(side)) return []
    const { start, end } = each.accusation.sentence
    const { text } = one.articles[each.article] as ArticleFacts
    const value = `${side}: ${text.slice(start, end)}`
    return [{ key: side, value, article: each.article, span: each.accusation.sentence, origin: each.origin }]
  })

// Sentences or pages in which each of two is accused.
const opposed = (one: Case, found: readonly Found[]): Disagreement[] => {
  const sides = new Set(found.flatMap(({ accusation }) => accusation.accused))
  return sides.size === 2
    ? listed(
        one,
        [...sides].flatMap((side) => ofSide(one, found, side)),
      )
    : []
}

const listed = (one: Case, told: readonly Told[]): Disagreement[] => [
  disagreementOf(one.entry, 'participants', 'claim', versionsOf(told, one.articles)),
]

const triggerOf = ({ text, events }: ArticleFacts, index: number): string => {
  const { start, end } = events[index]?.trigger ?? { start: 0, end: 0 }
  return text.slice(start, end)
}
