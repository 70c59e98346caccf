import type { EventKind } from '../../facts/index.ts'
import { sortNamed } from '../titles/subtypes.ts'

/**
 * Sorts of events that one happening goes by for weeks: whoever speaks of "the coup" of a state means that one, whomever
 * else the sentence names. Strikes, shellings and the like come many a day.
 */
const LASTING: Readonly<Partial<Record<EventKind, RegExp>>> = {
  attack: /^(?:coup|mutiny|invasion|intervention|military operation|offensive|counter-offensive|seizure)$/,
  withdrawal: /^(?:ceasefire|withdrawal of forces|release|withdrawal from an agreement|amnesty)$/,
  appointment: /^(?:election|election victory|taking of office|removal|elections|resignation)$/,
  detention: /^(?:arrest|sentence|charge|abduction|extradition)$/,
  gathering: /^(?:protest|strike of workers)$/,
  deployment: /^(?:mobilisation|military exercises)$/,
  decision: /^referendum$/,
  sanction: /^(?:blockade|embargo)$/,
}

/** Sorts that come many a day: they are none that lasts, and neither is a strike a part of a coup. */
const PASSING: Readonly<Partial<Record<EventKind, RegExp>>> = {
  attack:
    /^(?:strike|shelling|explosion|sabotage|attempt on the life|killing|poisoning|execution|interception in the air|shooting)$/,
}

/** Sorts by which sources call the same. */
const SAME: Readonly<Record<string, string>> = {
  mutiny: 'coup',
  shelling: 'strike',
  explosion: 'strike',
  'attempt on the life': 'killing',
  poisoning: 'killing',
  intervention: 'invasion',
  charge: 'sentence',
  election: 'elections',
  'election victory': 'elections',
}

/** Sorts of which the same state has one in weeks, so that a day which does not fit is a slip and no other one. */
export const COURSES: ReadonlySet<string> = new Set([
  'coup',
  'invasion',
  'military operation',
  'offensive',
  'counter-offensive',
  'mobilisation',
])

const known = new Map<string, string>()

/** The sort that a mention's word names: one that lasts, one that does not after a tilde; else the empty word. */
export const sortOf = (kind: EventKind, lemma: string): string => {
  const key = `${kind} ${lemma}`
  const before = known.get(key)
  if (before !== undefined) return before
  if (known.size > 50_000) known.clear()
  const english = sortNamed(kind, lemma)?.english ?? ''
  const named = SAME[english] ?? english
  const sort = LASTING[kind]?.test(english) ? named : PASSING[kind]?.test(english) ? `~${named}` : ''
  known.set(key, sort)
  return sort
}

/** Whether a sort is one that lasts. */
export const lasts = (sort: string): boolean => sort !== '' && !sort.startsWith('~')
