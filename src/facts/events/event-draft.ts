import type { EventFact, Participant, Status } from '../facts.ts'
import type { Candidate } from './candidates.ts'

/** An event while it is being filled in; earlier ones of the article lend it what they know. */
export interface Draft {
  readonly candidate: Candidate
  readonly participants: readonly Participant[]
  readonly status: Status
  readonly date: EventFact['date']
  readonly dateBasis: EventFact['dateBasis']
  readonly place: EventFact['place']
}
