import type { EventKind, Participant } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import type { Draft } from './event-draft.ts'

const FAMILY: Readonly<Record<EventKind, string>> = {
  visit: 'visit',
  meeting: 'contact',
  call: 'contact',
  gathering: 'gathering',
  agreement: 'agreement',
  invitation: 'invitation',
  aid: 'aid',
  cooperation: 'cooperation',
  deployment: 'deployment',
  attack: 'attack',
  sanction: 'sanction',
  detention: 'detention',
  withdrawal: 'withdrawal',
  appointment: 'appointment',
  decision: 'decision',
}

/** Whether mentions of two kinds may be one event in an article: talks are named as a meeting here and as a call there. */
export const sameFamily = (one: EventKind, other: EventKind): boolean => FAMILY[one] === FAMILY[other]

/** How two lists of participants agree: all of the shorter in the longer, some, or none. */
export const agreement = (
  one: readonly Participant[],
  other: readonly Participant[],
): 'all' | 'some' | 'none' | 'unknown' => {
  if (one.length === 0 || other.length === 0) return 'unknown'
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  const shared = short.filter((a) => long.some((b) => a.name === b.name)).length
  return shared === short.length ? 'all' : shared > 0 ? 'some' : 'none'
}

/** Whether an event of another sort may hold one: talks, signings and ceremonies share the day and the town of a visit. */
export const isHost = ({ candidate: { kind } }: Draft, hosted: Candidate): boolean =>
  !sameFamily(kind, hosted.kind) && (kind === 'visit' || kind === 'gathering' || kind === 'meeting')
