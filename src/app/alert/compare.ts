import type { Disagreement, Entry } from '../../chronicle/index.ts'
import { contentId } from '../../core/index.ts'

/** What an alert tells: an entry that passes the filter appeared, changed its status, or gained a disagreement. */
export interface AlertEvent {
  /** Stays the same however often it is sent. */
  readonly id: string
  readonly type: 'appeared' | 'status' | 'disagreement'
  /** When it was noticed. */
  readonly at: string
  readonly entry: Pick<
    Entry,
    'id' | 'kind' | 'status' | 'date' | 'title' | 'titleEn' | 'participants' | 'place' | 'origins'
  >
  /** The status before; of a change of status alone. */
  readonly from?: Entry['status']
  /** What sources now tell differently; of a new disagreement alone. */
  readonly disagreement?: Disagreement
}

/** What is remembered of an entry: its status and its disagreements. */
export interface KnownEntry {
  readonly status: Entry['status']
  readonly disagreements: readonly string[]
}
export type KnownEntries = Readonly<Record<string, KnownEntry>>

const told = ({
  id,
  kind,
  status,
  date,
  title,
  titleEn,
  participants,
  place,
  origins,
}: Entry): AlertEvent['entry'] => ({
  id,
  kind,
  status,
  date,
  title,
  titleEn,
  participants,
  place,
  origins,
})

// An entry that took another id is the same under its aliases.
const knownOf = (known: KnownEntries, { id, aliases }: Entry): KnownEntry | undefined =>
  [id, ...aliases].map((each) => (Object.hasOwn(known, each) ? known[each] : undefined)).find(Boolean)

const eventsOf = (before: KnownEntry | undefined, entry: Entry, at: string): AlertEvent[] => {
  const event = (type: AlertEvent['type'], mark: string, more: Partial<AlertEvent> = {}): AlertEvent => ({
    id: contentId([entry.id, type, mark, at]),
    type,
    at,
    entry: told(entry),
    ...more,
  })
  const gained = entry.disagreements.filter(({ id }) => !before?.disagreements.includes(id))
  return [
    ...(before ? [] : [event('appeared', '')]),
    ...(before && before.status !== entry.status ? [event('status', entry.status, { from: before.status })] : []),
    ...(before ? gained.map((disagreement) => event('disagreement', disagreement.id, { disagreement })) : []),
  ]
}

/** What is new among the entries that pass, and what is to be remembered. What passes no more stays remembered. */
export const compareEntries = (
  known: KnownEntries,
  entries: readonly Entry[],
  at: string,
): { readonly events: readonly AlertEvent[]; readonly known: KnownEntries } => ({
  events: entries.flatMap((entry) => eventsOf(knownOf(known, entry), entry, at)),
  known: {
    ...known,
    ...Object.fromEntries(
      entries.map(({ id, status, disagreements }): [string, KnownEntry] => [
        id,
        { status, disagreements: disagreements.map((each) => each.id) },
      ]),
    ),
  },
})
