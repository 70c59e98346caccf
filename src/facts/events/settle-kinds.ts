import type { Word } from '../../language/index.ts'
import type { EventKind } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import type { Reading, SentenceReading } from './reading.ts'
import { ELECTIONS, REFERENDA, VOTES } from './russian/elections.ts'
import {
  AIMS,
  APPLICATIONS,
  APPROVES,
  BESIDE,
  ELECTING,
  ENVOYS,
  EXPELS,
  FROM,
  GROUPS,
  HANDS_OVER,
  LAUNCHES,
  MEETS,
  MOCK,
  PAPERS,
  PEOPLES,
  PLURALS,
  RECALLS,
  REPLACED,
  SETTLING,
  TAKEN,
  TAKES,
  TALKS,
  TOWARDS,
  WATERS,
} from './russian/kinds-in-context.ts'
import { someIn, within } from './stretch.ts'

/** Words after an act within which what it befalls is named, and before it. */
const AFTER = 5
const BEFORE = 3
const SENTENCE = 12
/** Words of a sentence in which something may be told beside. */
const LONG = 40

const beside = ({ words }: SentenceReading, at: number, set: ReadonlySet<string>): boolean =>
  within(words, at - BEFORE, at + 1 + AFTER, set)

const around = ({ words }: SentenceReading, at: number, set: ReadonlySet<string>): boolean =>
  within(words, at - SENTENCE, at + 1 + SENTENCE, set)

/** Sentences around a vote in which the page may tell what it is about, the nearest first. */
const TOLD = [0, -1, 1, -2, 2, -3]

// A choice is no election.
const isElecting = ({ lemma, morph }: Word): boolean =>
  ELECTING.has(lemma) || (ELECTIONS.has(lemma) && morph.number === 'Plur')

/** Whether a word votes, as far as the sentences around it tell, for people and about no matter. */
export const electsPeople = ({ reading: sentence, at, lemma }: Candidate, { sentences }: Reading): boolean => {
  if (!VOTES.has(lemma)) return false
  const near = TOLD.flatMap((step) => {
    const told = sentences[sentence.index + step]
    if (!told) return []
    const { words } = told
    const middle = step === 0 ? at : 0
    return [{ words, from: middle - LONG, to: middle + LONG }]
  })
  const tells = (is: (word: Word) => boolean): number =>
    near.findIndex(({ words, from, to }) => someIn(words, from, to, is))
  const electing = tells(isElecting)
  if (electing < 0 || tells(({ lemma }) => REFERENDA.has(lemma)) >= 0) return false
  const settling = tells(({ lemma }) => SETTLING.has(lemma))
  return settling < 0 || electing < settling
}

// "В Японское море", "в сторону Жёлтого моря", and not "с акватории моря".
const fallsIntoWaters = ({ words }: SentenceReading, at: number): boolean => {
  for (let i = at + 1; i < Math.min(words.length, at + 2 * SENTENCE); i++)
    if (WATERS.has(words[i]!.lemma)) return within(words, i - 3, i, TOWARDS) && !within(words, i - 3, i, FROM)
  return false
}

// "Поразила условную цель", "по учебной мишени": in exercises nobody is attacked.
const hitsNobody = ({ words }: SentenceReading, at: number): boolean => {
  for (let i = at + 1; i <= Math.min(words.length - 1, at + AFTER); i++)
    if (AIMS.has(words[i]!.lemma)) return MOCK.has(words[i - 1]!.lemma)
  return false
}

const MEETING_REACH = 8

// "Встреча глав МИД G20", "на встрече послов стран ЕС", and not "встреча с представителем ООН".
const isOfGroup = ({ words, parties, partyAt }: SentenceReading, at: number): boolean => {
  for (let i = at + 1; i < Math.min(words.length, at + MEETING_REACH); i++) {
    const { lemma, norm, morph } = words[i]!
    if (morph.pos === 'VERB' || /^[.,:;—–()]$/.test(norm) || BESIDE.has(lemma)) return false
    const type = parties[partyAt[i] ?? -1]?.mention.type
    if (type === 'person' || type === 'country') return false
    if (GROUPS.has(lemma) || GROUPS.has(norm)) return words[at + 1]!.norm !== 'с' || within(words, at, i, PLURALS)
    if (PLURALS.has(lemma) && morph.number === 'Plur' && /^\d+$/.test(words[i - 1]!.norm)) return true
  }
  return false
}

const kindOf = (candidate: Candidate, reading: Reading): EventKind => {
  const { kind, lemma, at, reading: sentence } = candidate
  if (kind === 'decision' && electsPeople(candidate, reading)) return 'appointment'
  if (MEETS.has(lemma)) return kind === 'meeting' && isOfGroup(sentence, at) ? 'gathering' : kind
  if (HANDS_OVER.has(lemma)) return kind === 'aid' && beside(sentence, at, PAPERS) ? 'call' : kind
  if (TAKES.has(lemma)) return kind === 'attack' && beside(sentence, at, TAKEN) ? 'detention' : kind
  if (EXPELS.has(lemma)) return kind === 'detention' && !beside(sentence, at, PEOPLES) ? 'sanction' : kind
  if (RECALLS.has(lemma))
    return kind === 'withdrawal' && beside(sentence, at, ENVOYS) && !around(sentence, at, REPLACED) ? 'sanction' : kind
  if (APPROVES.has(lemma)) return kind === 'agreement' && around(sentence, at, APPLICATIONS) ? 'decision' : kind
  if (kind === 'attack' && hitsNobody(sentence, at)) return 'deployment'
  if (LAUNCHES.has(lemma)) return kind === 'attack' && fallsIntoWaters(sentence, at) ? 'deployment' : kind
  return kind
}

const CONTACT = new Set<EventKind>(['meeting', 'call', 'visit', 'gathering'])
const CALL_REACH = 4

// "Стороны обсудили": goes on with the call that was told of before it.
const goesOn = ({ kind, lemma, reading }: Candidate, call: Candidate | undefined): boolean =>
  kind === 'meeting' &&
  TALKS.has(lemma) &&
  call?.kind === 'call' &&
  Math.abs(call.reading.index - reading.index) <= CALL_REACH

/**
 * The same candidates, each with the kind that its words have there: a vote that chooses people and not a law, a letter
 * that is handed over and no arms, hostages who are taken and no town, a missile that falls into the sea or hits a mock aim, a meeting of
 * many, a talk that is the call of the lead.
 */
export const settleKinds = (chosen: readonly Candidate[], reading: Reading): Candidate[] => {
  const settled: Candidate[] = []
  for (const candidate of chosen) {
    const kind = kindOf(candidate, reading)
    settled.push(kind === candidate.kind ? candidate : { ...candidate, kind })
  }
  // A title tells in other words of what the lead tells.
  const isTitle = ({ reading: { sentence } }: Candidate): boolean => sentence.part === 'headline'
  const lead = settled.find((one) => CONTACT.has(one.kind) && !isTitle(one))
  let last: Candidate | undefined
  settled.forEach((candidate, at) => {
    if (goesOn(candidate, isTitle(candidate) ? lead : last)) settled[at] = { ...candidate, kind: 'call' }
    if (CONTACT.has(settled[at]!.kind)) last = settled[at]
  })
  return settled
}
