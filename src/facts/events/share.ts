import { edtfInside, edtfMeet } from '../../core/index.ts'
import type { EventFact, Status } from '../facts.ts'
import { agreement, sameFamily } from './same-event.ts'

// Mentions of a contact of the same people are one event unless their dates or statuses speak against it; for other
// kinds (decisions, strikes) the same parties act again and again, and nothing is shared.
const SHARED = new Set<EventFact['kind']>(['visit', 'meeting', 'call', 'gathering', 'agreement', 'invitation'])
const REAL = new Set<Status>(['happened', 'ongoing'])
const MATES = 40

const sameStatus = (one: Status, other: Status): boolean =>
  one === other ||
  (REAL.has(one) && REAL.has(other)) ||
  (one !== 'denied' && other !== 'denied' && !REAL.has(one) && !REAL.has(other))

const matesOf = (event: EventFact, at: number, events: readonly EventFact[]): EventFact[] => {
  const mates: EventFact[] = []
  for (let i = Math.max(0, at - MATES); i < Math.min(events.length, at + MATES); i++) {
    const other = events[i]!
    if (i === at || !SHARED.has(other.kind) || !sameFamily(other.kind, event.kind)) continue
    if (other.participants.length < 2 || event.participants.length < 2) continue
    if (agreement(event.participants, other.participants) !== 'all' || !sameStatus(event.status, other.status)) continue
    if (event.date && other.date && !edtfMeet(event.date, other.date)) continue
    mates.push(other)
  }
  return mates
}

// Dates that all mates agree on, the finest of them; nothing when two of them contradict each other.
const commonDate = (mates: readonly EventFact[]): Pick<EventFact, 'date' | 'dateBasis'> | null => {
  let best: EventFact | null = null
  for (const mate of mates) {
    if (mate.date === null) continue
    if (best === null) best = mate
    else if (!edtfMeet(best.date!, mate.date)) return null
    else if (edtfInside(mate.date, best.date!) && mate.date !== best.date) best = mate
  }
  return best && { date: best.date, dateBasis: best.dateBasis }
}

const commonPlace = (mates: readonly EventFact[]): EventFact['place'] => {
  const names = new Set(mates.flatMap(({ place }) => place?.name ?? []))
  return names.size === 1 ? mates.find(({ place }) => place !== null)!.place : null
}

/**
 * Lets mentions of one event share what only some of them tell: a headline's talks take the place that the lead names.
 * Mentions are taken for one event when kind and participants agree and neither dates nor statuses contradict.
 */
export const shareAmong = (events: readonly EventFact[]): EventFact[] =>
  events.map((event, at) => {
    if (!SHARED.has(event.kind) || (event.date !== null && event.place !== null)) return event
    const mates = matesOf(event, at, events)
    const date = event.date === null ? commonDate(mates) : null
    const place = event.place ?? commonPlace(mates)
    return { ...event, ...(date ?? {}), place }
  })
