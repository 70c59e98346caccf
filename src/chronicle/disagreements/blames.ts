import type { Span } from '../../core/index.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import { contentRoots } from '../text/words.ts'
import { CONDITIONED, DENIED, HOSTILE, NEGATED } from './cues.ts'
import type { Denial } from './denials.ts'
import { keptOfPage } from './of-page.ts'
import { sentencesIn } from './page-sentences.ts'
import { sidesOf, stateOf } from './sides.ts'

/** Sentences within which one side answers the other. */
const REACH = 8
/** Characters before a use of force in which its doer stands. */
const DOER = 90

interface Account {
  readonly at: number
  readonly sentence: Span
  /** The state whose people tell it, and the one whose people they say did it. */
  readonly by: string
  readonly doer: string
  /** Where the use of force is told. */
  readonly cue: number
}

const readBlames = (facts: ArticleFacts): Denial[] => {
  const { text, events } = facts
  const accounts = accountsIn(facts)
  const answered = new Set<string>()
  return accounts.flatMap((first, n): Denial[] => {
    const other = accounts
      .slice(n + 1)
      .find(({ at, by, doer }) => at - first.at <= REACH && by === first.doer && doer === first.by)
    const pair = [first.by, first.doer].sort().join(' ')
    if (!other || answered.has(pair)) return []
    const event = events.reduce((best, { trigger, kind }, index) => {
      const inside = [first, other].some(
        ({ sentence }) => trigger.start >= sentence.start && trigger.end <= sentence.end,
      )
      if (kind !== 'attack' || !inside) return best
      const far = (one: number): number =>
        Math.abs((events[one]?.trigger.start ?? Number.POSITIVE_INFINITY) - first.cue)
      return best < 0 || far(index) < far(best) ? index : best
    }, -1)
    if (event < 0) return []
    answered.add(pair)
    const words = [first, other].map(({ sentence }) => text.slice(sentence.start, sentence.end)).join(' ')
    return [{ claim: first.sentence, denial: other.sentence, stems: contentRoots(words), event }]
  })
}

// Who says that the other side's people used force.
const accountsIn = (facts: ArticleFacts): Account[] => {
  const sides = sidesOf(facts)
  const { text, statements } = facts
  return sentencesIn(facts).flatMap((sentence, at): Account[] => {
    const written = text.slice(sentence.start, sentence.end)
    if (at === 0 || DENIED.test(written) || CONDITIONED.test(written)) return []
    const speaker = statements.find(
      (one) => one.start < sentence.end && sentence.start < one.end && one.speaker,
    )?.speaker
    const by = speaker ? stateOf(sides, speaker) : null
    if (by === null) return []
    for (const { index } of written.matchAll(HOSTILE)) {
      const before = written.slice(Math.max(0, index - DOER), index)
      if (NEGATED.test(before)) continue
      const from = sentence.start + index - before.length
      const states = sides.all(from, sentence.start + index).filter((state) => state !== by)
      const doer = new Set(states).size === 1 ? (states[0] as string) : null
      if (doer !== null) return [{ at, sentence, by, doer, cue: sentence.start + index }]
    }
    return []
  })
}

/** What each of two states says of the other on one page: that its people shelled, attacked, broke a truce. */
export const blamesIn = keptOfPage((facts): readonly Denial[] => {
  const hostile = facts.text.match(HOSTILE)?.length ?? 0
  return hostile < 2 ? [] : readBlames(facts)
})
