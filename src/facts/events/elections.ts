import { firstNot } from '../../core/index.ts'
import type { Participant } from '../facts.ts'
import type { Draft } from './event-draft.ts'
import { agentOf, isOfNoun, nameOf, type Party } from './parties.ts'
import type { Reading, SentenceReading } from './reading.ts'
import { BALLOTS, ELECTIONS, OF_MANY, RIVALS, SCORES, SHARES, STANDING, VOTERS } from './russian/elections.ts'

/** Words between an election and whose it is. */
const OWNED = 4
/** Participants of an election, at most. */
const MOST = 6

const isAttribute = ({ morph }: SentenceReading['words'][number]): boolean => morph.pos === 'ADJ'

// "Выборы президента Чили", "чилийские выборы", "выборы мэра Бергена": whose they are, by the words of their own phrase.
const ownerOf = ({ candidate: { reading, at } }: Draft): Participant | null => {
  const { words, parties } = reading
  // A sentence may hold any number of parties: only those near are asked.
  for (let k = firstNot(0, parties.length, (one) => parties[one]!.mention.from < at - OWNED); k < parties.length; k++) {
    const party = parties[k]!
    const { mention } = party
    if (mention.from > at + OWNED) break
    if (mention.type !== 'country' && mention.type !== 'place') continue
    const before = mention.by === 'adjective' && mention.to <= at && words.slice(mention.to, at).every(isAttribute)
    if (before || isOfNoun(words, at, party)) return agentOf(party)
  }
  return null
}

// A choice is no election.
const isElection = ({ candidate: { lemma, kind, reading, at } }: Draft): boolean =>
  ELECTIONS.has(lemma) ? reading.words[at]!.morph.number === 'Plur' : kind === 'appointment' && BALLOTS.has(lemma)

const isVote = ({ candidate: { lemma, kind } }: Draft): boolean => kind === 'appointment' && VOTERS.has(lemma)

// Who stands in an election, as far as the page tells: whose clause has a word of that.
const standingIn = ({ sentences }: Reading): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const { words, clauseOf, parties } of sentences) {
    const told = new Set<number>()
    for (const [at, { lemma }] of words.entries()) if (STANDING.has(lemma)) told.add(clauseOf[at]!)
    if (told.size === 0) continue
    for (const { mention } of parties)
      if (mention.type === 'person' && told.has(clauseOf[mention.head]!)) found.add(mention.identity)
  }
  return found
}

/** Rivals of one election, at least and at most: one alone has none, and of many nobody knows who is meant. */
const FEWEST = 2
const RIVALRY = 3

// "Берг набрала 40 % голосов, её соперник Орлов — 38 %": who stands against whom, as far as the page tells.
const rivalsIn = ({ sentences }: Reading): readonly Participant[] => {
  const found = new Map<string, Participant>()
  for (const { words, clauseOf, parties } of sentences) {
    const scored = new Set<number>()
    const shared = new Set<number>()
    for (const [at, { lemma, norm }] of words.entries()) {
      if (SCORES.has(lemma)) scored.add(clauseOf[at]!)
      if (SHARES.has(lemma) || norm === '%') shared.add(clauseOf[at]!)
    }
    for (const party of parties) {
      const { mention, phrase, case: kase } = party
      if (mention.type !== 'person') continue
      const clause = clauseOf[mention.head]!
      const counted = kase === 'Nom' && scored.has(clause) && shared.has(clause)
      const called = words.slice(phrase, mention.from).some(({ lemma }) => RIVALS.has(lemma))
      if (counted || called) found.set(mention.identity, agentOf(party))
    }
  }
  return found.size < FEWEST || found.size > RIVALRY ? [] : [...found.values()]
}

// Two rivals stand in a vote for one office, not for a parliament.
const isForOne = ({ candidate: { reading, at } }: Draft): boolean =>
  !reading.words.slice(Math.max(0, at - OWNED), at + OWNED).some(({ lemma }) => OF_MANY.has(lemma))

/** How many times as often the state of a page must be named as any other. */
const CHIEF = 2

// The state that a page is about: the one named most often by far.
const chiefLand = ({ sentences }: Reading): Participant | null => {
  const counts = new Map<string, { readonly party: Party; count: number }>()
  for (const { parties } of sentences)
    for (const party of parties) {
      if (party.mention.type !== 'country') continue
      const name = nameOf(party)
      const told = counts.get(name)
      if (told) told.count++
      else counts.set(name, { party, count: 1 })
    }
  const [first, second] = [...counts.values()].sort((a, b) => b.count - a.count)
  return first && first.count >= CHIEF * (second?.count ?? 0) && first.count > 1 ? agentOf(first.party) : null
}

/** Whether an event is an election, a round of one or a vote in one. */
export const isBallot = (draft: Draft): boolean => isElection(draft) || isVote(draft)

/**
 * Who takes part in elections, their rounds and votes: the land that holds them, by their own words, else the only one that
 * the page names as holding one, else the one that the page is about; and beside it those two or three who stand against each
 * other, else persons who stand, and nobody who only speaks of them. Puts participants at the places of drafts in the list.
 *
 * @example 'Выборы президента Чили пройдут осенью, сообщил глава комиссии Берг': of Чили
 */
export const inElections = (
  drafts: readonly Draft[],
  reading: Reading,
  landsOf: (draft: Draft) => readonly Participant[],
  found: Map<number, readonly Participant[]>,
): void => {
  const elects = drafts.map(isBallot)
  if (!elects.includes(true)) return
  const held = drafts.map((draft, at) => {
    if (!elects[at] || found.has(at)) return null
    const lands = landsOf(draft)
    return ownerOf(draft) ?? (lands.length === 1 ? lands[0]! : null)
  })
  const told = new Map(held.flatMap((land) => (land ? [[land.name, land] as const] : [])))
  const only = told.size === 1 ? [...told.values()][0]! : told.size === 0 ? chiefLand(reading) : null
  const standing = standingIn(reading)
  const rivals = rivalsIn(reading)
  drafts.forEach((draft, at) => {
    if (!elects[at] || found.has(at)) return
    const land = held[at] ?? only
    const { participants } = draft
    const stays = ({ type, identity }: Participant): boolean =>
      type === 'person' ? isVote(draft) || (identity !== undefined && standing.has(identity)) : type !== 'country'
    if (!land) {
      const known = participants.filter((one) => one.type === 'country' || stays(one))
      if (known.length < participants.length) found.set(at, known)
      return
    }
    const contested = rivals.length > 0 && isElection(draft) && isForOne(draft)
    const others = contested ? rivals : participants.filter((one) => stays(one) && one.name !== land.name)
    found.set(at, [...others, land].slice(-MOST))
  })
}
