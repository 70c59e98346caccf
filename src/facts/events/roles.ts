import type { EventKind, ParticipantRole } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import { isPassive } from './function-of.ts'
import type { Prospect } from './prospects.ts'

type Relation = 'subject' | 'object' | 'instrument' | 'genitive' | 'dative' | 'with' | 'toward' | 'against' | 'other'

interface Frame {
  readonly subject: ParticipantRole
  readonly other: ParticipantRole
  /** Role of a bare genitive behind a noun trigger. */
  readonly genitive: ParticipantRole
  /** Role of a dative. */
  readonly dative: ParticipantRole
}

const SIDES: Frame = { subject: 'side', other: 'side', genitive: 'side', dative: 'side' }
const ACTS: Frame = { subject: 'agent', other: 'target', genitive: 'agent', dative: 'target' }
const FRAMES: Readonly<Record<EventKind, Frame>> = {
  visit: { subject: 'visitor', other: 'host', genitive: 'visitor', dative: 'host' },
  meeting: SIDES,
  call: SIDES,
  gathering: SIDES,
  agreement: SIDES,
  cooperation: SIDES,
  invitation: { subject: 'inviter', other: 'invitee', genitive: 'inviter', dative: 'invitee' },
  aid: { subject: 'agent', other: 'recipient', genitive: 'agent', dative: 'recipient' },
  deployment: ACTS,
  attack: ACTS,
  sanction: ACTS,
  detention: { ...ACTS, genitive: 'target' },
  withdrawal: ACTS,
  appointment: { ...ACTS, genitive: 'target' },
  decision: ACTS,
}

const TOWARD = new Set(['в', 'во', 'на', 'к', 'ко', 'у'])
const AGAINST = new Set(['против', 'по', 'над', 'для'])

const relationOf = (candidate: Candidate, prospect: Prospect): Relation => {
  const { party, sentence } = prospect
  if (!party || !sentence) return 'other'
  const { preposition, mention } = party
  if (preposition === 'с' || preposition === 'со' || preposition === 'между') return 'with'
  if (TOWARD.has(preposition)) return 'toward'
  if (AGAINST.has(preposition)) return 'against'
  if (mention.by === 'adjective') {
    const head = sentence.words[mention.to]
    return head?.morph.case === 'Nom' || mention.to === candidate.at
      ? 'subject'
      : head?.morph.case === 'Ins'
        ? 'instrument'
        : 'other'
  }
  switch (party.case) {
    case 'Nom':
      return 'subject'
    case 'Acc':
      return 'object'
    case 'Ins':
      return 'instrument'
    case 'Dat':
      return 'dative'
    case 'Gen':
      return 'genitive'
    default:
      return 'other'
  }
}

/**
 * The direction of one participant: read from its case, its preposition and the trigger's voice.
 *
 * @example 'Лавров прибыл в Китай' // Лавров: visitor, Китай: host
 */
export const roleOf = (candidate: Candidate, prospect: Prospect): ParticipantRole => {
  const frame = FRAMES[candidate.kind]
  if (frame === SIDES) return 'side'
  const relation = relationOf(candidate, prospect)
  const passive = isPassive(candidate)
  if (candidate.kind === 'visit' && prospect.type === 'person' && relation !== 'toward' && relation !== 'with')
    return 'visitor'
  if (relation === 'subject') return passive ? frame.other : frame.subject
  if (relation === 'instrument') return passive || candidate.rule.part === 'noun' ? frame.subject : frame.other
  if (relation === 'dative') return frame.dative
  if (relation === 'genitive' && candidate.rule.part === 'noun') return frame.genitive
  return frame.other
}
