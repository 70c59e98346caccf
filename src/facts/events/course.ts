import { dayString, edtfBounds, WordSet } from '../../core/index.ts'
import type { EventKind } from '../facts.ts'
import type { Draft } from './event-draft.ts'
import { timesNear } from './near.ts'
import type { Reading, SentenceReading } from './reading.ts'
import { agreement } from './same-event.ts'

/** Verbs that tell until when something lasts, or on which day it ends. */
const ENDS = new WordSet([
  'продлиться',
  'длиться',
  'продолжаться',
  'продолжиться',
  'завершиться',
  'завершаться',
  'закончиться',
  'заканчиваться',
])
/** Kinds of what goes on for days. */
const LASTING = new Set<EventKind>(['deployment', 'gathering', 'visit', 'meeting', 'cooperation', 'decision'])
const PRONOUNS = new Set(['он', 'она', 'оно', 'они'])
/** Longer than this no visit, forum or exercise goes on: the two times belong to different things. */
const LONGEST = 120

const dayOf = (value: string): string | null => (/^\d{4}-\d\d-\d\d$/.test(value) ? value : null)

/** The day up to which something lasts, the word that says so, and the span of the time. */
interface End {
  readonly day: string
  readonly at: number
  readonly span: readonly [number, number]
}

/** When an event that lasts began and ended, and the span of the time that tells its end. */
export interface Course {
  readonly value: string
  readonly span: readonly [number, number]
}

/** The day up to which a sentence says that something lasts, and the word that says so. */
const endIn = (sentence: SentenceReading): End | null => {
  for (const [at, word] of sentence.words.entries()) {
    if (word.morph.pos !== 'VERB' || !ENDS.has(word.lemma)) continue
    for (const { time, from } of timesNear(sentence, at)) {
      if (sentence.clauseOf[from] !== sentence.clauseOf[at]) continue
      const day = dayOf(time.value.replace(/^\.\.\//, ''))
      if (day !== null) return { day, at, span: [time.start, time.end] }
    }
  }
  return null
}

// Whose end it is: of the event that the verb's subject names, or, behind a pronoun or without a subject, of the one named last.
const whoseEnd = (drafts: readonly Draft[], sentence: SentenceReading, at: number): number => {
  const clause = sentence.clauseOf[at]
  const own = drafts.findIndex(
    ({ candidate }) =>
      candidate.reading === sentence &&
      sentence.clauseOf[candidate.at] === clause &&
      sentence.words[candidate.at]!.morph.case === 'Nom',
  )
  if (own >= 0) return own
  const subject = sentence.words.find(
    ({ morph }, i) => sentence.clauseOf[i] === clause && morph.case === 'Nom' && morph.pos !== 'ADJ',
  )
  if (subject && !PRONOUNS.has(subject.lemma)) return -1
  return drafts.findLastIndex(
    ({ candidate }) =>
      candidate.rule.part === 'noun' &&
      (candidate.reading === sentence ? candidate.at < at : candidate.reading.index === sentence.index - 1),
  )
}

const isSame = (one: Draft, other: Draft): boolean =>
  one.candidate.kind === other.candidate.kind &&
  one.candidate.lemma === other.candidate.lemma &&
  (other.date === null || other.date === one.date) &&
  agreement(one.participants, other.participants) !== 'none'

/**
 * When events that last several days began and ended, where the text says the one with the event and the other after it:
 * "Учения начались 13 марта. Они продлятся до 23 марта." All mentions of the event in the article take both. Gives them by the
 * place of each draft in the list, for those that have both.
 *
 * @example for the sentences above: 0 → { value: '2023-03-13/2023-03-23', … }
 */
export const coursesOf = (drafts: readonly Draft[], reading: Reading): ReadonlyMap<number, Course> => {
  const courses = new Map<number, Course>()
  if (!drafts.some(({ date, candidate }) => date !== null && LASTING.has(candidate.kind))) return courses
  for (const sentence of reading.sentences) {
    if (sentence.times.length === 0) continue
    const end = endIn(sentence)
    const at = end ? whoseEnd(drafts, sentence, end.at) : -1
    const draft = drafts[at]
    if (!end || !draft?.date || !LASTING.has(draft.candidate.kind)) continue
    const first = edtfBounds(draft.date)?.first
    const last = edtfBounds(end.day)?.last
    if (first === undefined || last === undefined || !Number.isFinite(first)) continue
    if (last <= first || last - first > LONGEST) continue
    const course = { value: `${dayString(first)}/${end.day}`, span: end.span }
    drafts.forEach((other, i) => {
      if (i === at || isSame(draft, other)) courses.set(i, course)
    })
  }
  return courses
}
