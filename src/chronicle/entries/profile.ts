import type { EventKind } from '../../facts/index.ts'

/** What is usual of events of a kind, as far as joining their mentions needs it. */
export interface Profile {
  /** Evidence that two mentions must have in common to be one event (see compare.ts for what counts how much). */
  readonly need: number
  /** Both sides are people or states that meet: with an actor more on either side it is another event. */
  readonly contact: boolean
  /** Many a day between the same actors: a different place is a different event. */
  readonly frequent: boolean
  /** Not repeated within months by the same actors: mentions far apart in time are still likely the same event. */
  readonly rare: boolean
  /** One act and not a course of them, so that a plan beside what was done is of another one. */
  readonly single: boolean
  /** The same states do it in many matters at a time, and pages often say no more than that they do. */
  readonly manifold: boolean
  /** Days by which mentions of one event may lie apart, because it lasts. */
  readonly lasts: number
}

const contact: Profile = {
  need: 3.5,
  contact: true,
  frequent: false,
  rare: false,
  single: true,
  manifold: false,
  lasts: 0,
}
const act: Profile = { ...contact, contact: false }
const frequent: Profile = { ...act, need: 5, frequent: true }

export const PROFILES: Readonly<Record<EventKind, Profile>> = {
  visit: { ...contact, rare: true, lasts: 3 },
  meeting: contact,
  call: contact,
  invitation: { ...contact, rare: true },
  gathering: { ...act, rare: true, lasts: 2 },
  agreement: { ...act, rare: true, manifold: true },
  appointment: { ...act, rare: true },
  detention: { ...act, rare: true },
  withdrawal: { ...act, need: 4, manifold: true },
  cooperation: { ...act, single: false, manifold: true },
  decision: { ...act, need: 4.5, manifold: true },
  sanction: { ...act, need: 4, manifold: true },
  aid: { ...frequent, need: 4.5 },
  deployment: { ...frequent, need: 4.5 },
  attack: frequent,
}
