import { WordSet } from '../../core/index.ts'
import type { Word } from '../../language/index.ts'
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

// The adjective that tells a treaty from others, empty where it has none; null where no treaty is named.
const treatyAt = (words: readonly Word[], at: number): string | null => {
  const word = words[at]
  if (word?.morph.pos !== 'NOUN' || !TREATIES.has(word.lemma)) return null
  const before = words[at - 1]
  return before?.morph.pos === 'ADJ' ? before.lemma : ''
}

// "Продление [зерновой сделки]", "[сделка] была продлена", "продлить [договор]": the treaty that the event is about.
const treatyOf = ({ candidate: { kind, reading, at } }: Draft): string | null => {
  if (kind !== 'agreement') return null
  const { words, clauseOf } = reading
  for (let step = 0; step <= REACH; step++) {
    const after = clauseOf[at + step] === clauseOf[at] ? treatyAt(words, at + step) : null
    if (after !== null) return after
    const before = clauseOf[at - step] === clauseOf[at] ? treatyAt(words, at - step) : null
    if (before !== null) return before
  }
  return null
}

const inside = (few: readonly Participant[], many: readonly Participant[]): boolean =>
  few.every((one) => many.some((other) => other.name === one.name))

/**
 * From which mention of a treaty another takes its parties, where one sentence of the page names more of them than the
 * others: who prolongs a treaty are those who concluded it. A treaty is known by the adjective before its noun; by the noun alone
 * where the page speaks of one treaty only. Gives for the place of a draft in the list that of the one that tells more.
 *
 * @example 'Зерновой пакт заключили Чили, Перу и Боливия. … Чили продлит зерновой пакт.': 1 → 0
 */
export const treatyParties = (drafts: readonly Draft[]): ReadonlyMap<number, number> => {
  const found = new Map<number, number>()
  const spoken = drafts.map(treatyOf)
  const named = [...new Set(spoken.flatMap((one) => one || []))]
  // A noun alone means the one treaty that the page names; of several it may mean any.
  const alone = named.length > 1 ? null : (named[0] ?? '')
  const keys = spoken.map((one) => (one === '' ? alone : one))
  const fullest = new Map<string, number>()
  drafts.forEach(({ participants }, at) => {
    const key = keys[at]
    if (key == null || participants.length < 2 || participants.length > MOST) return
    const known = drafts[fullest.get(key) ?? -1]
    if (participants.length > (known?.participants.length ?? 0)) fullest.set(key, at)
  })
  drafts.forEach(({ participants }, at) => {
    const key = keys[at]
    const from = key == null ? undefined : fullest.get(key)
    if (from === undefined) return
    const all = drafts[from]!.participants
    if (all.length > participants.length && inside(participants, all)) found.set(at, from)
  })
  return found
}
