import type { Entity, MentionType } from '../../language/index.ts'
import type { Candidate } from './candidates.ts'
import type { Draft } from './event-draft.ts'
import { isInFacility } from './facilities.ts'
import { frameOf } from './frames.ts'
import { functionOf, type PartyFunction } from './function-of.ts'
import { partiesNear } from './near.ts'
import { nameOf, type Party } from './parties.ts'
import type { Reading, SentenceReading } from './reading.ts'
import { sameFamily } from './same-event.ts'

/** Somebody who may take part in an event, with the mention that stands best for it. */
export interface Prospect {
  readonly key: string
  readonly name: string
  readonly type: MentionType
  readonly identity: string | undefined
  /** The mention near the trigger; null when it only comes from an earlier event. */
  readonly party: Party | null
  readonly sentence: SentenceReading | null
  /** How near it stands: 0 own clause, 1 own sentence, 2 and 3 sentences before, 4 headline, 5 an earlier event only, 6 the lead under a headline. */
  readonly nearness: number
  /** Set when it is the country of a city that is named. */
  readonly byPlace: boolean
  /** How many others of its type stand nearer, three at most. */
  readonly rank: number
  /** Numbers of persons (tens) and of states (ones) in the trigger's clause; 21: two or more persons, one state. */
  readonly company: number
  /** How its mention stands to the trigger; "earlier" without one. */
  readonly role: PartyFunction | 'earlier'
  /** Whether grammar alone gives it a part. */
  readonly frame: 'yes' | 'no' | 'far'
  /** How many prospects grammar gives a part (tens, three at most), and how many of them are persons (ones). */
  readonly filled: number
}

/** A prospect before it is compared with the others. */
export type Offer = Omit<Prospect, 'rank' | 'company' | 'role' | 'frame' | 'filled'>

const REACH = 2
const TYPES = new Set<MentionType>(['person', 'organization', 'country', 'place'])

const rank = (candidate: Candidate, sentence: SentenceReading, party: Party): number => {
  if (sentence === candidate.reading)
    return sentence.clauseOf[party.mention.head] === sentence.clauseOf[candidate.at] ? 0 : 1
  const back = candidate.reading.index - sentence.index
  if (back < 0) return 6
  return back >= 1 && back <= REACH ? 1 + back : 4
}

const distance = (candidate: Candidate, prospect: Offer): number =>
  prospect.sentence === candidate.reading && prospect.party ? Math.abs(prospect.party.mention.head - candidate.at) : 500

const nearer = (candidate: Candidate, one: Offer, other: Offer): boolean =>
  one.nearness !== other.nearness
    ? one.nearness < other.nearness
    : distance(candidate, one) < distance(candidate, other)

const countryOf = (entity: Entity | null): string | null => entity?.country ?? null

const fromParty = (candidate: Candidate, sentence: SentenceReading, party: Party): Offer | null => {
  const { type, identity } = party.mention
  const nearness = rank(candidate, sentence, party)
  const name = nameOf(party)
  if (type === 'place') {
    const country = countryOf(party.entity)
    if (country === null) return null
    const key = `country:${country}`
    return { key, name: country, type: 'country', identity: undefined, party, sentence, nearness, byPlace: true }
  }
  return {
    key: type === 'country' ? `country:${name}` : identity,
    name,
    type,
    identity,
    party,
    sentence,
    nearness,
    byPlace: false,
  }
}

// "Японское море", "Корейский полуостров": the adjective belongs to the name of the place, and names no state.
const isPartOfPlace = ({ parties }: SentenceReading, { mention }: Party): boolean =>
  mention.by === 'adjective' &&
  parties.some(
    ({ mention: other }) =>
      other.type === 'place' && other.by === undefined && other.from <= mention.from && other.to > mention.to,
  )

const POSTS = new Set(['пост', 'должность', 'кресло', 'место', 'кандидатура', 'звание'])

/**
 * An office that leads to no name is nobody beside somebody who holds it: "назначен министром", "на пост министра", and
 * "Анна Берг, бывший министр" after a name.
 */
const isOffice = ({ kind }: Candidate, { words, parties }: SentenceReading, { mention, entity }: Party): boolean => {
  if (mention.by !== 'role' || (entity && /^\p{Lu}/u.test(entity.name))) return false
  const before = words[mention.from - 1]
  if (before?.text === ',' || before?.text === '—')
    return parties.some(
      ({ mention: other }) => other.type === 'person' && !other.by && endsAt(words, other.to, mention.from - 1),
    )
  if (kind !== 'appointment') return false
  return words[mention.head]!.morph.case === 'Ins' || POSTS.has(before?.lemma ?? '')
}

// A name ends there, but for brackets that spell it.
const endsAt = (words: SentenceReading['words'], end: number, at: number): boolean => {
  if (end === at) return true
  if (words[end]?.text !== '(') return false
  for (let i = end + 1; i < Math.min(words.length, end + 6); i++) if (words[i]!.text === ')') return i + 1 === at
  return false
}

// "Анна Берг (Anna Berg)": the brackets only spell the name before them, which stands better in the sentence.
const isSpelledAgain = ({ words, parties }: SentenceReading, { mention }: Party): boolean =>
  mention.type === 'person' &&
  words[mention.from - 1]?.text === '(' &&
  parties.some(({ mention: other }) => other.identity === mention.identity && other.to === mention.from - 1)

// A station or a port is where things happen, and acts in nothing.
const isFacility = (reading: Reading, { mention }: Party): boolean =>
  mention.type === 'organization' && isInFacility(reading, mention)

/** Everybody who may take part: from the trigger's sentence, two before it, the headline and earlier events of its family. */
export const prospectsOf = (candidate: Candidate, reading: Reading, earlier: readonly Draft[]): Prospect[] => {
  const best = new Map<string, Offer>()
  const offer = (prospect: Offer | null): void => {
    if (!prospect) return
    const known = best.get(prospect.key)
    if (!known || nearer(candidate, prospect, known)) best.set(prospect.key, prospect)
  }
  const own = candidate.reading.index
  const indexes = new Set([0, own - 2, own - 1, own])
  if (candidate.reading.sentence.part === 'headline') indexes.add(own + 1)
  for (const index of indexes) {
    const sentence = reading.sentences[index]
    if (!sentence || (index !== own && index === 0 && own > REACH && sentence.sentence.part !== 'headline')) continue
    if (sentence.sentence.part === 'credit' || sentence.sentence.part === 'note') continue
    const at = index === own ? candidate.at : index < own && index > 0 ? sentence.words.length : 0
    for (const party of partiesNear(sentence, at))
      if (
        TYPES.has(party.mention.type) &&
        !isPartOfPlace(sentence, party) &&
        !isSpelledAgain(sentence, party) &&
        !isOffice(candidate, sentence, party) &&
        !isFacility(reading, party)
      )
        offer(fromParty(candidate, sentence, party))
  }
  for (const draft of earlier)
    if (sameFamily(draft.candidate.kind, candidate.kind))
      for (const { name, type, identity } of draft.participants) {
        const key = type === 'country' ? `country:${name}` : (identity ?? name)
        offer({
          key,
          name,
          type: type ?? 'person',
          identity,
          party: null,
          sentence: null,
          nearness: 5,
          byPlace: false,
        })
      }
  return ranked(candidate, [...best.values()])
}

// How many others of its sort stand nearer, and how many persons and states the clause holds.
const ranked = (candidate: Candidate, prospects: readonly Offer[]): Prospect[] => {
  const inClause = (type: MentionType): number =>
    Math.min(2, prospects.filter((one) => one.nearness === 0 && one.type === type && !one.byPlace).length)
  const company = 10 * inClause('person') + inClause('country')
  const order = [...prospects].sort(
    (a, b) => a.nearness - b.nearness || distance(candidate, a) - distance(candidate, b),
  )
  const seen = new Map<MentionType, number>()
  const roles = order.map(({ party, sentence }) =>
    party && sentence ? functionOf(candidate, sentence, party) : 'earlier',
  )
  const frames = order.map((one, at) => frameOf(candidate, one, roles[at]!))
  const parts = order.filter((_, at) => frames[at] === 'yes')
  const filled = 10 * Math.min(3, parts.length) + Math.min(2, parts.filter(({ type }) => type === 'person').length)
  return order.map((one, at) => {
    const rank = seen.get(one.type) ?? 0
    seen.set(one.type, rank + 1)
    // Written out: spreading an object is many times slower, and this is the hottest line of all.
    return {
      key: one.key,
      name: one.name,
      type: one.type,
      identity: one.identity,
      party: one.party,
      sentence: one.sentence,
      nearness: one.nearness,
      byPlace: one.byPlace,
      rank: Math.min(3, rank),
      company,
      role: roles[at]!,
      frame: frames[at]!,
      filled,
    }
  })
}
