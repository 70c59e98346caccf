import type { Word } from '../../language/index.ts'
import type { Participant } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import type { Draft } from './event-draft.ts'
import { goesOn, isLand } from './lands.ts'
import { partiesNear } from './near.ts'
import { agentOf, isOfNoun, type Party } from './parties.ts'
import { ancestors } from './paths.ts'
import type { SentenceReading } from './reading.ts'
import { JOINS, LAND_NOUNS, RANKS } from './russian/accessions.ts'

// Lands that join a state, and the state.
interface Accession {
  readonly lands: readonly Participant[]
  readonly state: Participant | null
}

/** No longer ways to a verb are looked at. */
const MOST = 8
/** Words around a word that joins in which its ranks stand, or behind a treaty what it is about. */
const REACH = 8
/** Words between a land and the clause that says of it what it joined. */
const BEFORE = 4
const BELONGS = new Set(['conj', 'nmod', 'appos', 'flat', 'flat:name', 'amod', 'list', 'nummod', 'nummod:gov'])
const TOWARDS = new Set(['к', 'ко', 'с', 'со'])

const isVerb = ({ rule }: Candidate): boolean => rule.part === 'verb'

// "Заречная область | вошла", "часть Заречной области | вошла".
const isSubject = (words: readonly Word[], party: Party, at: number): boolean => {
  if (party.preposition !== '') return false
  const way = ancestors(words, party.mention.head, MOST)
  const end = way.findIndex((step) => step.at === at)
  return end > 0 && way[end - 1]!.rel === 'nsubj' && way.slice(0, end - 1).every(({ rel }) => BELONGS.has(rel))
}

// "Область, которая вошла": what a relative clause speaks of.
const isAntecedent = (
  { clauses, clauseOf }: SentenceReading,
  { mention: { from, head } }: Party,
  at: number,
): boolean => {
  const clause = clauses[clauseOf[at]!]!
  return clause.type === 'relative' && head < clause.from && clause.from - from <= BEFORE
}

// "В состав | Чили", "к | Чили": the state that is joined.
const joinedBy = ({ words }: SentenceReading, { mention, phrase, preposition, case: kase }: Party): boolean =>
  mention.type === 'country' &&
  (TOWARDS.has(preposition) ||
    (preposition === 'в' && kase === 'Acc') ||
    (words[mention.from - 1]?.lemma === RANKS && /^во?$/.test(words[mention.from - 2]?.norm ?? '')) ||
    (words[phrase - 1]?.lemma === RANKS && /^во?$/.test(words[phrase - 2]?.norm ?? '')))

const inRanks = ({ words, clauseOf }: SentenceReading, at: number): boolean => {
  for (let i = Math.max(0, at - BEFORE); i < Math.min(words.length, at + REACH) && clauseOf[i] === clauseOf[at]; i++)
    if (words[i]!.lemma === RANKS) return true
  return false
}

const joiningIn = (candidate: Candidate): Accession => {
  const { reading, at } = candidate
  const near = partiesNear(reading, at)
  // "В состав Чили вошли …": before a verb too.
  const state = near.find(
    (party) =>
      (party.mention.head > at || isVerb(candidate)) &&
      reading.clauseOf[party.mention.head] === reading.clauseOf[at] &&
      joinedBy(reading, party),
  )
  const lands = new Map<string, Participant>()
  let end = -1
  for (const party of near) {
    if (!isLand(party) || party === state) continue
    const own = isVerb(candidate)
      ? isSubject(reading.words, party, at) || isAntecedent(reading, party, at)
      : isOfNoun(reading.words, at, party)
    if (!own && !goesOn(reading, end, party)) continue
    const land = agentOf(party)
    if (land.name !== (state && agentOf(state).name)) lands.set(land.name, land)
    end = party.mention.to
  }
  return { lands: [...lands.values()], state: state ? { ...agentOf(state), role: 'target' } : null }
}

// "Присоединение [этих] регионов": lands that were named before.
const speaksOfLands = ({ reading: { words, clauseOf }, at }: Candidate): boolean => {
  for (let i = at + 1; i < Math.min(words.length, at + BEFORE) && clauseOf[i] === clauseOf[at]; i++)
    if (LAND_NOUNS.has(words[i]!.lemma) && words[i]!.morph.number === 'Plur') return true
  return false
}

// The word that tells what was joined: the trigger itself, or what the treaty is about ("договор о присоединении").
const joiningWord = (candidate: Candidate): number => {
  const { reading, at, lemma, kind } = candidate
  if (kind !== 'agreement') return -1
  if (JOINS.has(lemma)) return at
  const { words, clauseOf } = reading
  for (let i = at + 1; i < Math.min(words.length, at + REACH) && clauseOf[i] === clauseOf[at]; i++)
    if (words[i]!.morph.pos === 'NOUN' && JOINS.has(words[i]!.lemma)) return i
  return -1
}

const atWord = (candidate: Candidate, at: number): Candidate =>
  at === candidate.at ? candidate : { ...candidate, at, rule: { ...candidate.rule, part: 'noun' } }

/** Lands of one accession, at most. */
const MOST_LANDS = 6

/** An event in which lands join a state. */
export interface Joining extends Accession {
  /** The word that says so. */
  readonly candidate: Candidate
}

// A region joins a state; states that join an alliance are others.
const isRegional = ({ candidate, lands, state }: Joining): boolean =>
  lands.length <= MOST_LANDS &&
  lands.some(({ type }) => type === 'place') &&
  (state !== null || inRanks(candidate.reading, candidate.at))

/** What each of the drafts tells of lands that join a state, null where it tells of none. */
export const joiningsOf = (drafts: readonly Draft[]): readonly (Joining | null)[] =>
  drafts.map(({ candidate }) => {
    const at = joiningWord(candidate)
    if (at < 0) return null
    const word = atWord(candidate, at)
    return { candidate: word, ...joiningIn(word) }
  })

/** The lands of the accession that names most of them. */
export const mostJoined = (joinings: readonly (Joining | null)[]): readonly Participant[] =>
  joinings.reduce<readonly Participant[]>(
    (most, one) => (one && one.lands.length > most.length && isRegional(one) ? one.lands : most),
    [],
  )

/**
 * Who takes part where regions join a state: they and the state, also where a later mention only speaks of "these regions";
 * where persons sign for the state, they and the regions. `most` are the lands that the page names elsewhere.
 *
 * @example 'Рудный край и Поморье вошли в состав Чили': Рудный край, Поморье, Чили
 */
export const joinersOf = (
  { participants }: Draft,
  joining: Joining,
  most: readonly Participant[],
): readonly Participant[] | null => {
  const lands = isRegional(joining) ? joining.lands : speaksOfLands(joining.candidate) ? most : []
  if (lands.length === 0) return null
  const people = participants.filter(({ type }) => type === 'person')
  const { state } = joining
  const joined = state && people.length === 0 && lands.every(({ name }) => name !== state.name) ? [state] : []
  return [...people, ...lands, ...joined]
}
