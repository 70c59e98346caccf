import type { EventKind } from '../../facts/index.ts'

/** What is usual of events of a kind, as far as joining their mentions needs it. */
export interface Profile {
  /** Evidence that two mentions must have in common to be one event (see compare.ts for what counts how much). */
  readonly need: number
  /** Both sides are people or states that meet: with an actor more on either side it is another event. */
  readonly contact: boolean
  /** Many a day between the same actors: a different place is a different event. */
  readonly frequent: boolean
  /** Days by which mentions of one event may lie apart, because it lasts. */
  readonly lasts: number
}

const contact = (lasts: number): Profile => ({ need: 3.5, contact: true, frequent: false, lasts })
const act = (need: number, lasts: number): Profile => ({ need, contact: false, frequent: false, lasts })
const frequent: Profile = { need: 5, contact: false, frequent: true, lasts: 0 }

export const PROFILES: Readonly<Record<EventKind, Profile>> = {
  visit: contact(3),
  meeting: contact(0),
  call: contact(0),
  invitation: contact(0),
  gathering: act(3.5, 2),
  agreement: act(3.5, 0),
  appointment: act(3.5, 0),
  detention: act(3.5, 0),
  withdrawal: act(3.5, 0),
  cooperation: act(3.5, 0),
  decision: act(4, 0),
  sanction: act(4, 0),
  aid: { ...frequent, need: 4.5 },
  deployment: { ...frequent, need: 4.5 },
  attack: frequent,
}
