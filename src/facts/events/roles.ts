import type { Case, Word } from '../../language/index.ts'
import type { EventKind, Participant, ParticipantRole } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import { dependentsOn } from './dependents.ts'
import type { Draft } from './event-draft.ts'
import { isPassive } from './function-of.ts'
import type { Party } from './parties.ts'
import type { Prospect } from './prospects.ts'
import { isPoliticalBody } from './russian/actors.ts'
import {
  ACCUSES,
  DOERS,
  OF_OTHERS,
  OF_PLACE,
  OF_TARGET,
  RECEIVING_GUESTS,
  TOLD_BY,
  UNDERGOES,
  WORD_OF,
} from './russian/doers.ts'
import { type Standing, standingOf } from './standing.ts'

/** A mention of an event as far as roles need it. */
type Told = Pick<Draft, 'candidate' | 'participants'>

/** From whom an act goes out, or to whom it goes; null where the text does not tell. */
type Direction = 'from' | 'to' | null

const ACTS = { from: 'agent', to: 'target' } as const
const ROLES: Readonly<Record<EventKind, { readonly from: ParticipantRole; readonly to: ParticipantRole } | null>> = {
  visit: { from: 'visitor', to: 'host' },
  meeting: null,
  call: null,
  gathering: null,
  agreement: null,
  cooperation: null,
  invitation: { from: 'inviter', to: 'invitee' },
  aid: { from: 'agent', to: 'recipient' },
  deployment: ACTS,
  attack: ACTS,
  sanction: ACTS,
  detention: ACTS,
  withdrawal: ACTS,
  appointment: ACTS,
  decision: ACTS,
}

const ofGenitive = ({ kind, lemma }: Candidate, { type }: Prospect): Direction => {
  if (kind === 'detention' || kind === 'appointment' || OF_TARGET.has(lemma)) return 'to'
  return OF_PLACE.has(lemma) && type !== 'organization' ? 'to' : 'from'
}

const GOAL = new Set(['в', 'во', 'на', 'к', 'ко'])
const AT_WHOM: Readonly<Record<string, string>> = { против: 'Gen', по: 'Dat', над: 'Ins', для: 'Gen', на: 'Acc' }

/** Kinds of what a state does at home: "в Чили ввели", where nobody else is the subject. */
const AT_HOME: ReadonlySet<EventKind> = new Set(['decision', 'sanction', 'appointment'])

// "В Чили запретили …", but "фирма прекратила в Чили …".
const ofLand = (candidate: Candidate, kase: Case | null): Direction => {
  const { kind, reading, at, rule } = candidate
  if (kase === 'Acc') return 'to'
  if (!AT_HOME.has(kind) || kase !== 'Loc') return null
  const verb = rule.part === 'verb' ? at : reading.words[at]!.head
  const acts = dependentsOn(reading.words, verb).some((i) => i !== at && reading.words[i]!.rel === 'nsubj')
  return acts ? (kind === 'sanction' ? 'to' : null) : 'from'
}

const ofPreposition = (
  candidate: Candidate,
  { type }: Prospect,
  { preposition, kase, lemma, lifted }: Extract<Standing, { as: 'behind' }>,
): Direction => {
  const { kind } = candidate
  if (lifted && preposition === 'по') {
    if (WORD_OF.has(lemma)) return 'from'
    if (lemma === 'приглашение') return kind === 'visit' ? 'to' : null
  }
  if (lifted && TOLD_BY.has(lemma)) return null
  if (preposition === 'от') {
    // "Освободил от должности министра Олафа Берга".
    if (kind === 'appointment' && type === 'person') return 'to'
    return kind === 'withdrawal' ? null : 'from'
  }
  if (kind === 'visit') return GOAL.has(preposition) || preposition === 'у' ? 'to' : null
  if (kind === 'aid') {
    if (preposition === 'из' || preposition === 'с' || preposition === 'со') return 'from'
    return preposition === 'для' || (GOAL.has(preposition) && kase !== 'Loc') ? 'to' : null
  }
  if (AT_WHOM[preposition] === kase) return 'to'
  if (!GOAL.has(preposition)) return null
  if (type !== 'country' && type !== 'place') return kind === 'decision' && kase === 'Acc' ? 'to' : null
  if (kind === 'attack') return 'to'
  return lifted ? null : ofLand(candidate, kase)
}

// Who gets or loses an office is whom it befalls, be it by no other's hand ("ушёл", "победил").
const ofOffice = ({ lemma, rule }: Candidate, { type }: Prospect): Direction => {
  if (type !== 'person') return 'from'
  if (rule.part === 'noun') return null
  return OF_OTHERS.has(lemma) ? 'from' : 'to'
}

const ofStanding = (candidate: Candidate, prospect: Prospect, standing: Standing): Direction => {
  const { kind, lemma } = candidate
  switch (standing.as) {
    case 'subject':
      if (kind === 'appointment') return ofOffice(candidate, prospect)
      if (kind === 'visit' && RECEIVING_GUESTS.has(lemma)) return 'to'
      // "Берг обжаловал приговор", "Берг отбывает наказание".
      if (kind === 'detention' && candidate.rule.part === 'noun' && prospect.type === 'person') return 'to'
      return kind !== 'visit' && UNDERGOES.has(lemma) ? 'to' : 'from'
    case 'object':
      return kind === 'visit' && RECEIVING_GUESTS.has(lemma) ? 'from' : 'to'
    case 'dative':
      return kind === 'withdrawal' || kind === 'visit' ? null : 'to'
    case 'adjective':
      return kind === 'detention' || kind === 'appointment' ? null : 'from'
    case 'genitive':
      return ofGenitive(candidate, prospect)
    default:
      return ofPreposition(candidate, prospect, standing)
  }
}

const BEHIND = /^([а-я]+):([A-Z][a-z]{2}):/

// "Сейчас КНДР поставляет …": a name that looks alike in all cases stands before a verb that has no other subject.
const isBareSubject = (candidate: Candidate, { mention, preposition }: Party): boolean => {
  const { reading, at, rule } = candidate
  const { words, clauseOf } = reading
  if (rule.part !== 'verb' || preposition !== '' || mention.by === 'adjective' || mention.head > at) return false
  if (clauseOf[mention.head] !== clauseOf[at] || words[at]!.morph.verbForm !== 'Fin') return false
  return (
    words[mention.head]!.readings.some(({ morph }) => morph.case === 'Nom') &&
    !dependentsOn(words, at).some((i) => words[i]!.rel.startsWith('nsubj'))
  )
}

/** How a party stands by its case, its preposition and its clause alone: where the tree does not join it. */
const plainStanding = (candidate: Candidate, party: Party, role: string): Standing | null => {
  if (isBareSubject(candidate, party)) return { as: isPassive(candidate) ? 'object' : 'subject' }
  const [preposition, kase] = (BEHIND.exec(role) ?? []).slice(1)
  if (preposition !== undefined) return { as: 'behind', preposition, kase: kase as 'Gen', lifted: false, lemma: '' }
  if (role === 'subject' || role === 'inherited' || role.startsWith('force:Nom')) return { as: 'subject' }
  if (role === 'object' || role === 'subject:passive' || role === 'inherited:passive') return { as: 'object' }
  if (role === 'dative' || role === 'genitive' || role === 'adjective') return { as: role }
  return role === 'instrument' && (isPassive(candidate) || candidate.rule.part === 'noun') ? { as: 'subject' } : null
}

// What is likeliest of its sort where nothing else tells: people travel and are arrested, public bodies arrest and decide.
const likely = ({ kind }: Candidate, { type, name, byPlace }: Prospect, standing: Standing | null): Direction => {
  if (byPlace) return kind === 'attack' || kind === 'visit' ? 'to' : null
  if (kind === 'visit') return type === 'person' ? 'from' : 'to'
  if (kind === 'detention') return type === 'person' ? 'to' : isPoliticalBody(name) ? 'from' : null
  if (kind === 'appointment') return type === 'person' ? 'to' : null
  return kind === 'decision' && type !== 'person' && standing?.as !== 'behind' ? 'from' : null
}

// "со стороны Чили", "в отношении Берга", "обвиняемой в убийстве … Берг": phrases that tell the direction themselves.
const ofPhrase = ({ reading: { words }, at }: Candidate, { phrase, mention }: Party): Direction => {
  for (let i = Math.max(1, phrase - 1); i < mention.from; i++) {
    if (words[i]!.norm === 'стороны' && words[i - 1]!.norm === 'со') return 'from'
    if (words[i]!.norm === 'отношении' && words[i - 1]!.norm === 'в') return 'to'
  }
  const accused = words[at - 2]
  if (mention.type !== 'person' || mention.head < at || phrase === at + 1) return null
  if (!accused || words[at - 1]!.norm !== 'в' || !(DOERS.has(accused.lemma) || isAccused(accused))) return null
  const cases = accused.readings.flatMap(({ morph }) => morph.case ?? [])
  return words[mention.head]!.readings.some(({ morph }) => morph.case && cases.includes(morph.case)) ? 'from' : null
}

const isAccused = ({ lemma, morph }: Word): boolean =>
  ACCUSES.has(lemma) && (morph.verbForm === 'Part' || morph.pos !== 'VERB')

/**
 * The direction of one participant: read from the tree, else from its case, its preposition and the trigger's voice;
 * "side" where neither tells who acts and who is acted upon.
 *
 * @example 'Лавров прибыл в Китай' // Лавров: visitor, Китай: host
 */
export const roleOf = (candidate: Candidate, prospect: Prospect): ParticipantRole => {
  const roles = ROLES[candidate.kind]
  if (roles === null) return 'side'
  const { party, sentence } = prospect
  const near = party && sentence === candidate.reading ? party : null
  const standing = near && (standingOf(candidate, near) ?? plainStanding(candidate, near, prospect.role))
  const direction =
    (near && ofPhrase(candidate, near)) ??
    (standing && ofStanding(candidate, prospect, standing)) ??
    likely(candidate, prospect, standing)
  return direction === null ? 'side' : roles[direction]
}

/**
 * Roles of an article's events, those that their own sentences leave open taken from its other events of the kind, where
 * these agree: "нападение Чили на Уругвай … нападение".
 */
export const lentRoles = (events: readonly Told[]): readonly (readonly Participant[])[] => {
  const known = new Map<string, ParticipantRole | null>()
  const keyOf = (kind: EventKind, { identity, name }: Participant): string => `${kind} ${identity ?? name}`
  for (const { candidate, participants } of events)
    for (const participant of participants) {
      if (participant.role === 'side') continue
      const key = keyOf(candidate.kind, participant)
      const before = known.get(key)
      known.set(key, before === undefined || before === participant.role ? participant.role : null)
    }
  return events.map(({ candidate, participants }) =>
    participants.map((participant) => {
      const role = participant.role === 'side' ? known.get(keyOf(candidate.kind, participant)) : undefined
      return role ? { ...participant, role } : participant
    }),
  )
}
