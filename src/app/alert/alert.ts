import type { Entry } from '../../chronicle/index.ts'
import { type AlertEvent, compareEntries } from './compare.ts'
import { type AlertState, readState, writeState } from './state.ts'

/** Takes an event for good, or fails: then it is told again. */
export type Deliver = (event: AlertEvent, recent: readonly AlertEvent[]) => Promise<void>

export interface AlertTurn {
  readonly noticed: number
  readonly delivered: number
  /** Waits for the next turn, because the first of them was refused. */
  readonly pending: number
  /** Why the first of them could not be delivered. */
  readonly refused: string | null
}

// What a feed holds.
const RECENT = 100

/**
 * One turn of an alert: notices what is new among the entries, keeps that before anything is told, and delivers in order.
 * An event is forgotten only after it was taken, so each is delivered at least once, whatever stops in between. On its
 * first turn what is there counts as known, unless `fromStart`.
 */
export const alertTurn = async (
  statePath: string,
  entries: readonly Entry[],
  deliver: Deliver,
  { at, fromStart = false }: { readonly at: string; readonly fromStart?: boolean },
): Promise<AlertTurn> => {
  const kept = await readState(statePath)
  const { events, known } = compareEntries(kept?.known ?? {}, entries, at)
  const noticed = kept || fromStart ? events : []
  let state: AlertState = { known, pending: [...(kept?.pending ?? []), ...noticed], recent: kept?.recent ?? [] }
  await writeState(statePath, state)
  let delivered = 0
  for (const event of state.pending) {
    const recent = [event, ...state.recent].slice(0, RECENT)
    try {
      await deliver(event, recent)
    } catch (error) {
      const refused = error instanceof Error ? error.message : String(error)
      return { noticed: noticed.length, delivered, pending: state.pending.length, refused }
    }
    state = { ...state, pending: state.pending.slice(1), recent }
    await writeState(statePath, state)
    delivered++
  }
  return { noticed: noticed.length, delivered, pending: 0, refused: null }
}
