import type { Span } from '../../core/index.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import type { Disagreement } from '../chronicle.ts'
import { contentStem, rootOf } from '../text/words.ts'
import { ACCUSES, DENIED } from './cues.ts'
import { keptOfPage } from './of-page.ts'
import { sentencesIn } from './page-sentences.ts'
import { accusedAfter, type Sides, sidesOf, speakerIn, stateOf } from './sides.ts'
import { eventsWithin, type Telling, tellingsOf, toldBy } from './tellings.ts'
import type { Case } from './values.ts'
import { disagreementOf, versionsOf } from './versions.ts'

/** Two sides each say that the other did it. */
const MUTUAL =
  /(?<![а-яё])(?:обвин[а-яё]+(?![а-яё])[^.!?;]{0,60}?(?<![а-яё])друг друга|(?:возлага[а-яё]+|возложил[аи]?)(?![а-яё])[^.!?;]{0,80}?(?<![а-яё])друг на друга|(?:взаимн[а-яё]+ обвинени|обменя[а-яё]+ обвинени))/iu
/** By these a sentence says of what was told just before it who did it. */
const OF_THAT =
  /(?<![а-яё])(?:в|за) (?:этом|произошедшем|происшедшем|случившемся|это|произошедшее|случившееся|инциденте|инцидент)(?![а-яё])/iu

/** Sentences before it in which that was told which "what happened" points back at. */
const BACK = 2
interface Accusation extends Telling {
  /** The states that are said to have done it: one, or both of two who say it of each other; none where they are not named. */
  readonly accused: readonly string[]
  readonly mutual: boolean
}

// Whom one accuses, and of what; a sentence that denies it accuses nobody.
const accusationIn = (facts: ArticleFacts, sides: Sides, sentences: readonly Span[], at: number): Accusation[] => {
  const sentence = sentences[at] as Span
  const written = facts.text.slice(sentence.start, sentence.end)
  const mutual = MUTUAL.exec(written)
  const cue = mutual ?? ACCUSES.exec(written)
  if (!cue || at === 0 || DENIED.test(written)) return []
  const told = OF_THAT.test(written) ? sentences.slice(Math.max(1, at - BACK), at) : [sentence]
  const attacks = told
    .flatMap((one) => eventsWithin(facts, one))
    .filter((index) => facts.events[index]?.kind === 'attack')
  if (attacks.length === 0) return []
  if (mutual) {
    const states = [...new Set(sides.all(sentence.start, sentence.end))]
    const accused = states.length === 2 ? states : []
    return [{ sentence, events: attacks, deeds: deedsOf(facts, attacks), accused, mutual: true }]
  }
  const after = sentence.start + cue.index + cue[0].length
  const accused = accusedAfter(sides, after, sentence.end)
  const speaker = speakerIn(facts, sentence)
  if (accused === null || (speaker && stateOf(sides, speaker) === accused)) return []
  const events = attacks.filter((index) => (facts.events[index]?.trigger.start ?? -1) > after)
  if (events.length === 0) return []
  return [{ sentence, events, deeds: deedsOf(facts, events), accused: [accused], mutual: false }]
}

// Roots of the words for what somebody is accused of, as they are written.
const deedsOf = ({ text, events }: ArticleFacts, indexes: readonly number[]): readonly string[] =>
  indexes.flatMap((index) => {
    const trigger = events[index]?.trigger
    return trigger ? [rootOf(contentStem(text.slice(trigger.start, trigger.end)))] : []
  })

const accusationsIn = keptOfPage((facts): readonly Accusation[] => {
  if (!MUTUAL.test(facts.text) && !ACCUSES.test(facts.text)) return []
  const sides = sidesOf(facts)
  const sentences = sentencesIn(facts)
  return sentences.flatMap((_, at) => accusationIn(facts, sides, sentences, at))
})

/**
 * Who did it, where two sides say it of each other, on one page ("обвиняют друг друга") or on several: a claim. What other
 * pages of the entry tell of one side's accusing the other of such a deed stands beside it.
 */
export const accusationVersions = (one: Case): Disagreement[] => {
  if (one.mentions[0]?.kind !== 'attack') return []
  const found = tellingsOf(one, accusationsIn)
  const own = found.filter((each) => each.own)
  const mutual = own.some(({ telling }) => telling.mutual)
  // Where one sentence tells of both, what one side alone says stands before it.
  const single = mutual ? found.filter(({ telling }) => !telling.mutual) : []
  const both = mutual ? found.filter(({ telling }) => telling.mutual) : own
  const sides = [...new Set(both.flatMap(({ telling }) => telling.accused))]
  if (sides.length !== 2) return []
  const versions = sides.flatMap((side) =>
    [...single, ...both].flatMap((each) =>
      each.telling.accused.includes(side) ? [toldBy(one, each, side, `${side}: `)] : [],
    ),
  )
  return [disagreementOf(one.entry, 'participants', 'claim', versionsOf(versions, one.articles))]
}
