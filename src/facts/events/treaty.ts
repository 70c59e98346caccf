import { WordSet } from '../../core/index.ts'
import type { Participant } from '../facts.ts'
import type { Draft } from './event-draft.ts'

/** What states conclude, prolong and leave. */
const TREATIES = new WordSet([
  'сделка',
  'соглашение',
  'договор',
  'договоренность',
  'меморандум',
  'пакт',
  'конвенция',
  'инициатива',
])
const REACH = 8
/** Parties of a treaty, at most: a list of all members of an alliance is no list of those who concluded it. */
const MOST = 6

/** A treaty as a page speaks of it: its noun, and the adjective that tells it from others; empty where it has none. */
interface Spoken {
  readonly noun: string
  readonly adjective: string
}

const treatyAt = (words: Draft['candidate']['reading']['words'], at: number): Spoken | null => {
  const word = words[at]
  if (word?.morph.pos !== 'NOUN' || !TREATIES.has(word.lemma)) return null
  const before = words[at - 1]
  return { noun: word.lemma, adjective: before?.morph.pos === 'ADJ' ? before.lemma : '' }
}

// "Продление [зерновой сделки]", "[сделка] была продлена", "продлить [договор]": the treaty that the event is about.
const treatyOf = ({ candidate: { kind, reading, at } }: Draft): Spoken | null => {
  if (kind !== 'agreement') return null
  const { words, clauseOf } = reading
  for (let step = 0; step <= REACH; step++) {
    const after = clauseOf[at + step] === clauseOf[at] ? treatyAt(words, at + step) : null
    if (after) return after
    const before = clauseOf[at - step] === clauseOf[at] ? treatyAt(words, at - step) : null
    if (before) return before
  }
  return null
}

const inside = (few: readonly Participant[], many: readonly Participant[]): boolean =>
  few.every((one) => many.some((other) => other.name === one.name))

/**
 * Who takes part in what a page tells of one treaty, where one of its sentences names more of its parties than the others:
 * who prolongs a treaty are those who concluded it. A treaty is known by its noun and the adjective before it; by the noun alone
 * where the page speaks of one treaty only. Gives participants by the place of a draft in the list, for those that gain some.
 *
 * @example 'Зерновой пакт заключили Чили, Перу и Боливия. … Чили продлит зерновой пакт.': the prolonging → all three
 */
export const treatyParties = (drafts: readonly Draft[]): ReadonlyMap<number, readonly Participant[]> => {
  const found = new Map<number, readonly Participant[]>()
  const spoken = drafts.map(treatyOf)
  const named = new Set(spoken.flatMap((one) => (one && one.adjective !== '' ? [one.adjective] : [])))
  const only = named.size <= 1
  const keyOf = (one: Spoken): string | null =>
    one.adjective !== '' ? one.adjective : only ? ([...named][0] ?? '') : null
  const parties = new Map<string, readonly Participant[]>()
  drafts.forEach(({ participants }, at) => {
    const key = spoken[at] ? keyOf(spoken[at]) : null
    if (key === null || participants.length < 2 || participants.length > MOST) return
    if (participants.length > (parties.get(key)?.length ?? 0)) parties.set(key, participants)
  })
  drafts.forEach(({ participants }, at) => {
    const key = spoken[at] ? keyOf(spoken[at]) : null
    const all = key === null ? undefined : parties.get(key)
    if (all && all.length > participants.length && inside(participants, all)) found.set(at, all)
  })
  return found
}
