import type { Word } from '../../language/index.ts'
import type { EventFact, EventKind, Participant } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import { isCue } from './cues.ts'
import { nameOf, type Party } from './parties.ts'
import type { Reading, SentenceReading } from './reading.ts'
import { HOUSES } from './russian/facilities.ts'

/** What people do abroad: the ground may be any state's. */
const ABROAD: ReadonlySet<EventKind> = new Set(['detention', 'gathering'])
/** Acts that stand in no house of government, and such houses. */
const AFIELD: ReadonlySet<EventKind> = new Set(['deployment', 'withdrawal', 'aid', 'sanction', 'cooperation'])
/** What goes on in such a house through several sentences. */
const INDOORS: ReadonlySet<EventKind> = new Set(['visit', 'meeting', 'call', 'gathering', 'agreement'])
/** People of two states often meet in a town of a third one. */
const TALKS: ReadonlySet<EventKind> = new Set(['visit', 'meeting', 'call', 'agreement'])

/** Whether a place lies in one of some states, or is one of them. */
export const liesIn = (
  place: NonNullable<EventFact['place']>,
  states: readonly Participant[],
  { entities }: Reading,
): boolean => {
  const entity = place.identity === undefined ? undefined : entities.get(place.identity)
  const ground = entity?.type === 'country' ? entity.name : entity?.country
  // What is known of no state may lie anywhere.
  return ground === undefined || states.some(({ name }) => name === ground)
}

/**
 * Whether an event stands on a ground that its sentence does not name and that is none of its people's: a page about one
 * state tells of laws and talks of others too, and lends them its own place. An attack does not stand on its doer's.
 *
 * @example after 'В Норвегии прошёл саммит.' // 'Парламент Чили принял закон': not in Norway
 */
export const isStrangeGround = (
  candidate: Candidate,
  place: NonNullable<EventFact['place']>,
  participants: readonly Participant[],
  reading: Reading,
): boolean => {
  const { kind, reading: sentence } = candidate
  const { entities } = reading
  if (isOtherDay(candidate, place, reading)) return true
  if (HOUSES.has(place.name) && (AFIELD.has(kind) || !(INDOORS.has(kind) || names(sentence, place)))) return true
  if (kind === 'attack' && isOwnGround(place, participants, sentence)) return true
  if (ABROAD.has(kind)) return false
  const entity = place.identity === undefined ? undefined : entities.get(place.identity)
  const ground = entity?.type === 'country' ? entity.name : entity?.country
  if (!entity || ground === undefined || (TALKS.has(kind) && entity.type !== 'country')) return false
  // Nobody is elected abroad: "приехал в Осло после избрания" tells of the journey's ground.
  if (kind !== 'appointment' && names(sentence, place)) return false
  const isStranger = ({ type, name, identity }: Participant): boolean => {
    const own = type === 'country' ? name : identity === undefined ? undefined : entities.get(identity)?.country
    return own !== undefined && own !== ground
  }
  return participants.length > 0 && participants.every(isStranger)
}

// "3 декабря он был в Осло. 10 декабря он посетил парад": each day has its own ground.
const isOtherDay = (
  { kind, reading: sentence }: Candidate,
  place: NonNullable<EventFact['place']>,
  { sentences }: Reading,
): boolean => {
  if (!MOVING.has(kind) || names(sentence, place)) return false
  const days = daysOf(sentence)
  if (days.size === 0) return false
  const before = sentences[sentence.index - 1]
  if (!before || !names(before, place)) return false
  const others = daysOf(before)
  return others.size > 0 && [...others].every((day) => !days.has(day))
}

// "Беспилотники Чили атаковали порт": a state attacks no ground of its own, unless the sentence says that it was there.
const isOwnGround = (
  { name }: NonNullable<EventFact['place']>,
  participants: readonly Participant[],
  { parties }: SentenceReading,
): boolean =>
  participants.some((one) => one.type === 'country' && one.role === 'agent' && one.name === name) &&
  !parties.some((party) => nameOf(party) === name && THERE.has(party.preposition))

const THERE = new Set(['в', 'во', 'на', 'по', 'под', 'над', 'у', 'из', 'с', 'через'])

/** What people do on one day here and on another there. */
const MOVING: ReadonlySet<EventKind> = new Set(['visit', 'meeting', 'gathering', 'call', 'agreement'])

/** Whether a sentence names a place. */
export const names = ({ parties }: SentenceReading, { name }: { readonly name: string }): boolean =>
  parties.some((party) => nameOf(party) === name)

const daysOf = ({ times }: SentenceReading): ReadonlySet<string> =>
  new Set(times.flatMap(({ time: { value } }) => (/^\d{4}-\d\d-\d\d/.test(value) ? [value.slice(0, 10)] : [])))

/** Words that may stand between the place that speaks and its verb: "в Кремле также заявили". */
const APART = 1

/**
 * Whether a place stands for those who speak there: "в Кремле заявили", "в Брюсселе отметили", with nobody as subject.
 */
export const isVoice = ({ words, clauses, clauseOf }: SentenceReading, party: Party): boolean => {
  const { preposition, mention } = party
  if (preposition !== 'в' && preposition !== 'во') return false
  const { predicate } = clauses[clauseOf[mention.head]!]!
  const verb = words[predicate]
  const gap = predicate - mention.to
  return (
    verb?.morph.number === 'Plur' &&
    gap >= 0 &&
    gap <= APART &&
    isCue(verb.lemma, 'report') &&
    !hasSubject(words, predicate)
  )
}

const hasSubject = (words: readonly Word[], verb: number): boolean =>
  words.some(({ head, rel }) => head === verb && rel.startsWith('nsubj'))
