import type { DisagreementRelation, EventKind, Status } from '../../src/api/index.ts'

export type Group = 'con' | 'agr' | 'aid' | 'for' | 'pre' | 'ins'

/** Kinds by group of one hue, in the order of the legend. */
export const GROUPS: readonly (readonly [Group, readonly EventKind[]])[] = [
  ['con', ['visit', 'meeting', 'call', 'gathering', 'invitation']],
  ['agr', ['agreement']],
  ['aid', ['aid', 'cooperation']],
  ['for', ['deployment', 'attack']],
  ['pre', ['sanction', 'detention', 'withdrawal']],
  ['ins', ['appointment', 'decision']],
]

export const STATUS_ORDER: readonly Status[] = ['happened', 'ongoing', 'planned', 'possible', 'denied']

const groups = new Map(GROUPS.flatMap(([group, kinds]) => kinds.map((kind) => [kind, group] as const)))
const ranks = new Map(GROUPS.flatMap(([, kinds]) => kinds).map((kind, rank) => [kind, rank]))

export const groupOf = (kind: EventKind): Group => groups.get(kind) ?? 'ins'
export const rankOf = (kind: EventKind): number => ranks.get(kind) ?? 99

/** Three ranks of difference: cannot all be true, put differently, one finer than the other. */
export type Difference = 'fork' | 'soft' | 'in'
export const differenceOf = (relation: DisagreementRelation): Difference => (relation === 'framing' ? 'soft' : 'fork')

/** Pictograms on a 16-unit square, drawn as strokes. */
export const PICTOGRAMS: Readonly<Record<EventKind, string>> = {
  visit: 'M2.5 8h7.5M7 5l3 3-3 3M13 3v10',
  meeting: 'M9.2 8a3.6 3.6 0 1 1-7.2 0 3.6 3.6 0 0 1 7.2 0ZM14 8a3.6 3.6 0 1 1-7.2 0A3.6 3.6 0 0 1 14 8Z',
  call: 'M5.2 2.8 3.4 3.500c-.9 4.6 4.5 10 9.1 9.100l.7-1.8-2.9-1.9-1.5 1.200C7.6 9.5 6.5 8.4 5.9 7.200l1.2-1.500z',
  gathering: 'M8 3.600a1.5 1.5 0 1 1-.01 0ZM4 9.400a1.5 1.5 0 1 1-.01 0ZM12 9.400a1.5 1.5 0 1 1-.01 0Z',
  invitation: 'M2.5 4h11v8h-11ZM2.8 4.5 8 8.700l5.2-4.2',
  agreement: 'M4 2.500h5.500L12 5v8.500H4ZM6 10.800c.8-1.6 1.4-1.6 1.7-.3.3 1 .9.8 1.3 0',
  aid: 'M2.8 5.3 8 2.800l5.2 2.500v5.400L8 13.200l-5.2-2.500ZM2.8 5.3 8 7.800l5.2-2.500M8 7.800v5.4',
  cooperation:
    'M7 9.2 9.2 7M6.3 5.600l1.5-1.500a2.9 2.9 0 0 1 4.1 4.100l-1.5 1.500M9.7 10.400l-1.5 1.500a2.9 2.9 0 0 1-4.1-4.100l1.5-1.5',
  deployment: 'M3 7.500l5-4 5 4M3 12.500l5-4 5 4',
  attack:
    'M8 1.800v4M8 10.200v4M1.8 8h4M10.2 8h4M3.7 3.700l2.6 2.600M9.7 9.700l2.6 2.600M12.3 3.7 9.7 6.300M6.3 9.700l-2.6 2.6',
  sanction: 'M13.5 8a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0ZM5 8h6',
  detention: 'M4 7.300h8v6H4ZM5.7 7V5a2.3 2.3 0 0 1 4.6 0v2',
  withdrawal: 'M13.5 8H6M9 5 6 8l3 3M3 3v10',
  appointment: 'M10.5 5.300a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0ZM3 13.500c.4-3 2.4-4.3 5-4.300s4.6 1.3 5 4.3',
  decision: 'M2.5 6 8 3l5.5 3ZM4.3 6.300v5.400M8 6.300v5.400M11.7 6.300v5.400M2.5 13h11',
}

/** Interface icons on the same square. */
export const ICONS = {
  search: 'M7 11.500A4.5 4.5 0 1 0 7 2.500a4.5 4.5 0 0 0 0 9ZM10.3 10.3 13.5 13.5',
  theme: 'M8 2.500a5.5 5.5 0 1 0 0 11ZM8 2.500a5.5 5.5 0 0 1 0 11',
  keys: 'M2 4.500h12v7H2ZM4.5 7h.01M7 7h.01M9.5 7h.01M12 7h.01M5 9.300h6',
  list: 'M6 4h8M6 8h8M6 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01',
  sources: 'M3 3.500h2c4 0 3 4.5 7 4.500M3 12.500h2c4 0 3-4.5 7-4.5',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  direct: 'M6.5 3 3 8l3.5 5M12.5 3 9 8l3.5 5',
  indirect: 'M2 4.500h12M2 8h9M2 11.500h6',
  calendar: 'M2.5 4h11v9.500h-11ZM2.5 7h11M5.5 2v3M10.5 2v3',
  person: 'M10.5 5.300a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0ZM3 13.500c.4-3 2.4-4.3 5-4.300s4.6 1.3 5 4.3',
  fork: 'M2 8h3.500c3 0 2.5-4.5 6-4.500M5.5 8c3 0 2.5 4.5 6 4.500M13 3.5h.01M13 12.5h.01',
  speech: 'M2.5 3.500h11v7H8l-3 3v-3H2.500Z',
  pair: 'M9.2 8a3.6 3.6 0 1 1-7.2 0 3.6 3.6 0 0 1 7.2 0ZM14 8a3.6 3.6 0 1 1-7.2 0A3.6 3.6 0 0 1 14 8Z',
  plus: 'M8 3v10M3 8h10',
  pen: 'M3 13l.7-3L11 2.700l2.3 2.300L6 12.300ZM9.5 4.2l2.3 2.300',
  dots: 'M3 8h.01M8 8h.01M13 8h.01',
  save: 'M8 2.500v7.500M5 7.200l3 3 3-3M3 13h10',
  figure: 'M4 5.500h9M3 10.500h9M6.5 2.500l-1 11M10.5 2.500l-1 11',
} as const
