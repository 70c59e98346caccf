import { isBallot } from './elections.ts'
import type { Draft } from './event-draft.ts'
import { partiesNear } from './near.ts'
import { nameOf } from './parties.ts'
import { ancestors, prepositionOn } from './paths.ts'
import type { SentenceReading } from './reading.ts'

/** No longer ways to the root are looked at. */
const MOST = 8
/** Prepositions that part two acts: one is only the time or the reason of the other. */
const PARTS = new Set(['после', 'до', 'перед', 'вместо', 'из-за', 'накануне', 'вслед'])

/** Where each appointment of a sentence stands. */
type Triggers = ReadonlyMap<SentenceReading, ReadonlySet<number>>

const triggersOf = (drafts: readonly Draft[]): Triggers => {
  const found = new Map<SentenceReading, Set<number>>()
  for (const { candidate } of drafts) {
    if (candidate.kind !== 'appointment') continue
    const { reading, at } = candidate
    found.set(reading, (found.get(reading) ?? new Set()).add(at))
  }
  return found
}

// Which of the appointments of the sentence a word hangs on, the nearest first; null where on none.
const nearestOf = (sentence: SentenceReading, head: number, triggers: ReadonlySet<number>): number | null =>
  ancestors(sentence.words, head, MOST).find(({ at }) => at !== head && triggers.has(at))?.at ?? null

// Whether such a preposition stands on the way up from one word to another, or to the root.
const isParted = ({ words }: SentenceReading, lower: number, upper: number): boolean => {
  for (const { at } of ancestors(words, lower, MOST)) {
    if (at === upper) return false
    if (PARTS.has(prepositionOn(words, at))) return true
  }
  return false
}

// "Вступила в должность после | отставки": two acts, and not "подписал указ об | отставке".
const isOther = (sentence: SentenceReading, mine: number, theirs: number): boolean =>
  isParted(sentence, mine, theirs) || isParted(sentence, theirs, mine)

/**
 * Whom another appointment of the sentence befalls, and not the one of the list that names him too: names by the place of
 * a draft in the list.
 *
 * @example 'Нильсен вступил в должность после отставки Берга': Берг for 'вступил', Нильсен for 'отставки'
 */
export const befallenBeside = (drafts: readonly Draft[]): ReadonlyMap<number, ReadonlySet<string>> => {
  const found = new Map<number, ReadonlySet<string>>()
  const triggers = triggersOf(drafts)
  drafts.forEach((draft, index) => {
    const { candidate, participants } = draft
    const { reading, at } = candidate
    const beside = triggers.get(reading)
    if (candidate.kind !== 'appointment' || !beside || beside.size < 2 || isBallot(draft)) return
    const people = participants.filter(({ type }) => type === 'person')
    if (people.length < 2) return
    const others = new Set<string>()
    const own = new Set<string>()
    for (const party of partiesNear(reading, at)) {
      const nearest = party.mention.type === 'person' ? nearestOf(reading, party.mention.head, beside) : null
      if (nearest === at) own.add(nameOf(party))
      else if (nearest !== null && isOther(reading, at, nearest)) others.add(nameOf(party))
    }
    for (const name of own) others.delete(name)
    if (others.size > 0 && people.some(({ name }) => !others.has(name))) found.set(index, others)
  })
  return found
}
