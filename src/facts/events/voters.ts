import type { Participant } from '../facts.ts'
import { inElections } from './elections.ts'
import type { Draft } from './event-draft.ts'
import { agentOf, type Party } from './parties.ts'
import type { Reading, SentenceReading } from './reading.ts'
import { REFERENDA, VOTES } from './russian/elections.ts'
import { isVoice } from './strange-ground.ts'

const INSIDE = new Set(['в', 'во', 'на'])
/** Lands of one vote, at most. */
const MOST = 6

const isLand = ({ mention: { type, by } }: Party): boolean =>
  (type === 'country' || type === 'place') && by === undefined

// "В Норвегии", "в соседней Норвегии", "в Норвегии и Чили", and not "в МИД Норвегии".
const isInside = ({ words, parties }: SentenceReading, party: Party): boolean => {
  const { mention, phrase } = parties[party.joinedTo] ?? party
  const attributes = words.slice(phrase, mention.from)
  return INSIDE.has(words[phrase - 1]?.norm ?? '') && attributes.every(({ morph }) => morph.pos === 'ADJ')
}

/** Lands by the clause that tells where they are. */
type Lands = ReadonlyMap<number, readonly Participant[]>

// "Референдум в Рудном крае и Заречной области": where something is, by the clauses of a sentence that tell of it.
const landsIn = (reading: SentenceReading): Lands => {
  const found = new Map<number, Map<string, Participant>>()
  let end = -2
  for (const party of reading.parties) {
    const { mention } = party
    if (!isLand(party) || isVoice(reading, party)) continue
    // "В ДНР, Рудном крае и Заречной области": what goes on with a list is of it, whatever its case looks like.
    const listed = mention.from === end + 1 && /^(?:,|и)$/.test(reading.words[end]!.norm)
    if (!listed && !isInside(reading, party)) continue
    end = mention.to
    const clause = reading.clauseOf[mention.head]!
    const land = agentOf(party)
    const lands = found.get(clause) ?? new Map<string, Participant>()
    found.set(clause, lands.set(land.name, land))
  }
  return new Map([...found].map(([clause, lands]) => [clause, lands.size > MOST ? [] : [...lands.values()]]))
}

/** Reads where something is once a sentence, clause by clause. */
const landsByClause = (): ((draft: Draft) => readonly Participant[]) => {
  const read = new Map<SentenceReading, Lands>()
  return ({ candidate: { reading, at } }) => {
    const lands = read.get(reading) ?? landsIn(reading)
    read.set(reading, lands)
    return lands.get(reading.clauseOf[at]!) ?? []
  }
}

// Votes of a referendum are of the lands that hold it.
const inReferenda = (
  drafts: readonly Draft[],
  landsOf: (draft: Draft) => readonly Participant[],
  found: Map<number, readonly Participant[]>,
): void => {
  let most: readonly Participant[] = []
  for (const draft of drafts) {
    const lands = REFERENDA.has(draft.candidate.lemma) ? landsOf(draft) : []
    if (lands.length > most.length) most = lands
  }
  if (most.length === 0) return
  const elects = drafts.some(({ candidate: { kind } }) => kind === 'appointment')
  drafts.forEach((draft, at) => {
    const { lemma, kind } = draft.candidate
    const votes = REFERENDA.has(lemma) || (!elects && kind === 'decision' && VOTES.has(lemma))
    if (!votes) return
    const own = landsOf(draft)
    // Of several votes each has its land; what names part of one vote's lands tells of that vote.
    const other = own.length > 0 && own.every(({ name }) => most.every((land) => land.name !== name))
    found.set(at, other ? own : most)
  })
}

/**
 * Who votes where a page tells of votes. In a referendum the lands take part where it is held, by the mention that names most of
 * them; what others say or want of it takes no part in it. In an election the land takes part that holds it, beside those who stand.
 * Gives participants for the places of drafts in the list.
 *
 * @example 'В Рудном крае прошёл референдум. … Осло не признаёт итогов референдума.': both of Рудный край
 */
export const votersOf = (drafts: readonly Draft[], reading: Reading): ReadonlyMap<number, readonly Participant[]> => {
  const found = new Map<number, readonly Participant[]>()
  const landsOf = landsByClause()
  inReferenda(drafts, landsOf, found)
  inElections(drafts, reading, landsOf, found)
  return found
}
