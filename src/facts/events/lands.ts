import type { Word } from '../../language/index.ts'
import type { Participant } from '../facts.ts'
import type { Draft } from './event-draft.ts'
import { agentOf, type Party } from './parties.ts'
import type { SentenceReading } from './reading.ts'
import { isVoice } from './strange-ground.ts'

const INSIDE = new Set(['в', 'во', 'на'])
/** Lands of one list, at most. */
const MOST = 6
/** What stands between the lands of a list: "Рудный край, Зареченская область, а также в Поморье". */
const LINKS = new Set([',', 'и', 'а', 'также', 'в', 'во'])
/** Words between two lands of a list, at most. */
const GAP = 4

/** Whether a party is a state, a region or a town, by its own name. */
export const isLand = ({ mention: { type, by } }: Party): boolean =>
  (type === 'country' || type === 'place') && by === undefined

/** Whether a list that ended at a word goes on with a party: "в ДНР, Рудном крае, а также в Поморье". */
export const goesOn = ({ words }: SentenceReading, end: number, { mention: { from } }: Party): boolean => {
  if (end < 0 || from <= end || from - end > GAP) return false
  for (let i = end; i < from; i++) if (!LINKS.has(words[i]!.norm)) return false
  return true
}

// "В Норвегии", "в соседней Норвегии", "в Норвегии и Чили", and neither "в МИД Норвегии" nor "в Норвегию".
const isInside = ({ words, parties }: SentenceReading, party: Party): boolean => {
  const { mention, phrase } = parties[party.joinedTo] ?? party
  if (words.slice(mention.from, mention.to).some(isOnlyAccusative)) return false
  const attributes = words.slice(phrase, mention.from)
  return INSIDE.has(words[phrase - 1]?.norm ?? '') && attributes.every(({ morph }) => morph.pos === 'ADJ')
}

const isOnlyAccusative = ({ morph, readings }: Word): boolean =>
  morph.case === 'Acc' && !readings.some(({ morph: { case: kase } }) => kase === 'Loc')

/** Lands by the clause that tells where they are. */
type Lands = ReadonlyMap<number, readonly Participant[]>

// "Референдум в Рудном крае и Заречной области": where something is, by the clauses of a sentence that tell of it.
const landsIn = (reading: SentenceReading): Lands => {
  const found = new Map<number, Map<string, Participant>>()
  let end = -1
  let clause = -1
  for (const party of reading.parties) {
    const { mention } = party
    if (!isLand(party) || isVoice(reading, party)) continue
    // What goes on with a list is of it, whatever its case looks like, and stands in the clause where the list began.
    const listed = goesOn(reading, end, party)
    if (!listed && !isInside(reading, party)) continue
    end = mention.to
    if (!listed) clause = reading.clauseOf[mention.head]!
    const land = agentOf(party)
    const lands = found.get(clause) ?? new Map<string, Participant>()
    found.set(clause, lands.set(land.name, land))
  }
  return new Map([...found].map(([at, lands]) => [at, lands.size > MOST ? [] : [...lands.values()]]))
}

/** Reads where something is once a sentence, clause by clause. */
export const landsByClause = (): ((draft: Draft) => readonly Participant[]) => {
  const read = new Map<SentenceReading, Lands>()
  return ({ candidate: { reading, at } }) => {
    const lands = read.get(reading) ?? landsIn(reading)
    read.set(reading, lands)
    return lands.get(reading.clauseOf[at]!) ?? []
  }
}
