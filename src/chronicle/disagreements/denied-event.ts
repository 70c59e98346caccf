import type { Span } from '../../core/index.ts'
import type { ArticleFacts } from '../../facts/index.ts'
import { PROFILES } from '../entries/profile.ts'
import { ACCUSES, OCCASIONED } from './cues.ts'

/** Characters between a cue and the contact that is denied. */
const GOVERNED = 80
/** Characters in which a trigger is told to be the occasion of something else. */
const NEAR = 60
/** Characters before both sentences in which the happening stands that they are about. */
const BACK = 600

/**
 * Index of the event that a denial is about, -1 for none: what is denied stands after the cue, else it is what somebody is
 * accused of, else it was told before both. Talks at which others are accused are not what is denied.
 */
export const deniedEvent = ({ text, events }: ArticleFacts, denial: Span, cue: number, claim: Span): number => {
  const inside = ({ start, end }: Span): number[] =>
    events.flatMap(({ trigger, kind }, index) => {
      if (trigger.start < start || trigger.end > end) return []
      return PROFILES[kind].contact && Math.abs(trigger.start - cue) > GOVERNED ? [] : [index]
    })
  const startOf = (index: number): number => (events[index] as ArticleFacts['events'][number]).trigger.start
  const accused = ACCUSES.exec(text.slice(claim.start, claim.end))
  const asserted = claim.start + (accused?.index ?? 0)
  const told = inside(claim)
  const start = Math.min(claim.start, denial.start)
  return (
    inside({ start: cue, end: Math.min(denial.end, cue + GOVERNED) })[0] ??
    told.find((index) => startOf(index) >= asserted) ??
    told.at(-1) ??
    inside(denial)[0] ??
    inside({ start: start - BACK, end: start }).findLast(
      (index) => !OCCASIONED.test(text.slice(Math.max(0, startOf(index) - NEAR), startOf(index))),
    ) ??
    -1
  )
}
