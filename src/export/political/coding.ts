import type { EventKind, Stance, Status } from '../../facts/index.ts'

/**
 * How kinds of events, statuses and stances are coded in PLOVER and CAMEO. The rows follow PLOVER's manual (2021 draft,
 * Open Event Data Alliance, CC BY-SA 4.0) and its table of CAMEO codes; docs/export.md explains each choice.
 */
export interface Coding {
  /** PLOVER's category and mode; null where PLOVER has no place for it. */
  readonly event: string | null
  readonly mode: string | null
  /** CAMEO's code as actor to recipient; `back` where the other side has one of its own (a host). */
  readonly cameo: string
  readonly back?: string
}

const row = (event: string | null, mode: string | null, cameo: string, back?: string): Coding =>
  back === undefined ? { event, mode, cameo } : { event, mode, cameo, back }

/** As happened or going on. Appointments and decisions have no category in either. */
const DONE: Readonly<Partial<Record<EventKind, Coding>>> = {
  visit: row('CONSULT', 'visit', '042', '043'),
  meeting: row('CONSULT', null, '040'),
  call: row('CONSULT', 'phone', '041'),
  gathering: row('CONSULT', 'multilateral', '040'),
  agreement: row('SUPPORT', null, '057'),
  // "References to future meetings … and invitations for state visits should be coded as AGREE."
  invitation: row('AGREE', null, '036'),
  aid: row('AID', null, '070'),
  cooperation: row('COOPERATE', null, '060'),
  deployment: row('MOBILIZE', null, '150'),
  attack: row('ASSAULT', null, '190'),
  sanction: row('SANCTION', null, '160'),
  detention: row('COERCE', null, '170'),
  withdrawal: row('RETREAT', null, '080'),
}

/**
 * As planned: cooperation "reported in future tense" is AGREE, announced retreats are CONCEDE. Conflict stays what it is,
 * with the context `future`.
 */
const PLANNED: Readonly<Partial<Record<EventKind, Coding>>> = {
  visit: row('AGREE', null, '036'),
  meeting: row('AGREE', null, '036'),
  call: row('AGREE', null, '036'),
  gathering: row('AGREE', null, '036'),
  agreement: row('AGREE', null, '030'),
  invitation: row('AGREE', null, '036'),
  aid: row('AGREE', null, '033'),
  cooperation: row('AGREE', null, '031'),
  withdrawal: row('CONCEDE', null, '035'),
}

/** Auxiliary modes, which PLOVER keeps among the contexts; a category that says it already (AGREE) has none. */
const CONTEXTS: Readonly<Partial<Record<Status, string>>> = {
  planned: 'future',
  possible: 'hypothetical',
  denied: 'negation',
}

export interface CodedEvent extends Coding {
  readonly context: readonly string[]
}

/** The codes of an event; null where neither codebook has a place for its kind. */
export const codeEvent = (kind: EventKind, status: Status): CodedEvent | null => {
  const planned = status === 'planned' ? PLANNED[kind] : undefined
  const coding = planned ?? DONE[kind]
  const context = CONTEXTS[status]
  return coding ? { ...coding, context: context === undefined || planned ? [] : [context] } : null
}

/** Stances as facts.md sets them; CAMEO's category 01 was dropped in PLOVER. */
const STANCES: Readonly<Record<Stance, Coding>> = {
  says: row(null, null, '010'),
  confirms: row(null, null, '015'),
  denies: row(null, null, '016'),
  expects: row(null, null, '010'),
  declines: row('REJECT', null, '120'),
  criticises: row('ACCUSE', 'disapprove', '111'),
  warns: row('THREATEN', null, '130'),
  demands: row('REQUEST', null, '100'),
  promises: row('AGREE', null, '030'),
  supports: row('SUPPORT', null, '051'),
  invites: row('CONSULT', null, '036'),
}

export const codeStance = (stance: Stance): Coding => STANCES[stance]

/** PLOVER's quad categories: verbal and material cooperation, verbal and material conflict. */
const QUADS: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  CONCEDE: 1,
  COOPERATE: 2,
  AID: 2,
  RETREAT: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
}

export const quadOf = (event: string): 1 | 2 | 3 | 4 => QUADS[event]!

/**
 * PLOVER scores of the categories and modes that are written here. The manual prints 3 for ACCUSE between scores that
 * fall from 0 to -2, and -2 to -3.5 for all its modes: the sign is taken as lost.
 */
const SCORES: Readonly<Record<string, number>> = {
  AGREE: 2.5,
  CONSULT: 2.5,
  'CONSULT visit': 4,
  'CONSULT multilateral': 4,
  'CONSULT phone': 1.5,
  SUPPORT: 5,
  CONCEDE: 4.5,
  COOPERATE: 9.5,
  AID: 10,
  RETREAT: 6.5,
  REQUEST: 0,
  ACCUSE: -3,
  'ACCUSE disapprove': -2,
  REJECT: -2,
  THREATEN: -3.5,
  SANCTION: -6,
  MOBILIZE: -5.5,
  COERCE: -7,
  ASSAULT: -9,
}

export const scoreOf = (event: string, mode: string | null): number =>
  SCORES[mode === null ? event : `${event} ${mode}`] ?? SCORES[event]!

/** The Goldstein scale of the CAMEO codes that are written here, as GDELT publishes it. */
const GOLDSTEIN: Readonly<Record<string, number>> = {
  '010': 0,
  '015': 0,
  '016': -2,
  '030': 4,
  '031': 5.2,
  '033': 5.2,
  '035': 7,
  '036': 4,
  '040': 1,
  '041': 1,
  '042': 1.9,
  '043': 2.8,
  '051': 3.4,
  '057': 8,
  '060': 6,
  '070': 7,
  '080': 5,
  '100': -5,
  '111': -2,
  '120': -4,
  '130': -4.4,
  '150': -7.2,
  '160': -4,
  '170': -7,
  '190': -10,
}

export const goldsteinOf = (cameo: string): number => GOLDSTEIN[cameo]!

/** GDELT's QuadClass of a CAMEO code: by its root, 01–05, 06–08, 09–13, 14–20. */
export const quadClassOf = (cameo: string): 1 | 2 | 3 | 4 => {
  const root = Number(cameo.slice(0, 2))
  return root <= 5 ? 1 : root <= 8 ? 2 : root <= 13 ? 3 : 4
}
