import type { Entity, MentionType } from '../../language/index.ts'
import type { EventKind } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import type { Draft } from './event-draft.ts'
import { frameOf } from './frames.ts'
import { functionOf, type PartyFunction } from './function-of.ts'
import { type Facet, FacetTable, numbering } from './model.ts'
import { partiesNear } from './near.ts'
import type { Party } from './parties.ts'
import { pathBetween } from './paths.ts'
import type { Reading, SentenceReading } from './reading.ts'
import { isPoliticalBody } from './russian/actors.ts'
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
  const name = party.entity?.name ?? party.mention.name
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
      if (TYPES.has(party.mention.type)) offer(fromParty(candidate, sentence, party))
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

const bucket = (n: number): string => (n <= 2 ? '2' : n <= 5 ? '5' : n <= 10 ? '10' : 'far')

const speaks = (candidate: Candidate, reading: Reading, party: Party | null): boolean => {
  const statement = reading.statements[candidate.reading.statementAt[candidate.at] ?? -1]
  const speaker = statement?.speaker
  if (!speaker || !party) return false
  return speaker.identity !== undefined
    ? speaker.identity === party.mention.identity
    : speaker.start === party.mention.start
}

const GROUPS: Readonly<Record<EventKind, string>> = {
  visit: 'visit',
  meeting: 'talk',
  call: 'talk',
  gathering: 'gathering',
  agreement: 'treaty',
  invitation: 'invitation',
  aid: 'give',
  cooperation: 'treaty',
  deployment: 'force',
  attack: 'force',
  sanction: 'sanction',
  detention: 'detention',
  withdrawal: 'force',
  appointment: 'office',
  decision: 'office',
}

const groupOf = (kind: EventKind): string => GROUPS[kind]

/** Counts of mentions by entity key, for how prominent somebody is in the article. */
export const salienceOf = (reading: Reading): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const mention of reading.analysis.mentions) counts.set(mention.identity, (counts.get(mention.identity) ?? 0) + 1)
  return counts
}

const sortOf = ({ type, name, byPlace }: Offer): string =>
  type === 'organization' ? (isPoliticalBody(name) ? 'body' : 'firm') : byPlace ? 'by-place' : type

const PATHS = new FacetTable()
const SIDES = new FacetTable()
const FRAMES = new FacetTable()
const ROLES = new FacetTable()
const COMPANIES = new FacetTable()
const BYS = new FacetTable()
const SPEAKERS = new FacetTable()
const COUNTS = new FacetTable()
const HISTORIES = new FacetTable()

// How many values a field may have, with room: together a key stays far below 2 ** 53.
const FEW = 64
const MANY = 1024
const kindNumber = numbering()
const groupNumber = numbering()
const sortNumber = numbering()
const partNumber = numbering()
const frameNumber = numbering()
const roleNumber = numbering()
const ruleNumber = numbering()
const pathNumber = numbering()
const byNumber = numbering()
const reachNumber = numbering()

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)

// How the mention stands to the trigger in its sentence, by the tree and by distance.
const addPath = (
  found: Facet[],
  { kind, rule, at }: Candidate,
  { words }: SentenceReading,
  party: Party,
  sort: string,
) => {
  const { head } = party.mention
  const path = `${pathBetween(words, head, at)}:${party.preposition}`
  const gap = head - at
  const reach = bucket(Math.abs(gap))
  const { part } = rule
  found.push(
    PATHS.facet(((pathNumber(path) * FEW + kindNumber(kind)) * FEW + sortNumber(sort)) * FEW + partNumber(part), () => [
      `path:${path}`,
      `path:${path}:${sort}`,
      `${groupOf(kind)}|path:${path}`,
      `${kind}|path:${path}`,
      `${part}|path:${path}`,
    ]),
    SIDES.facet((reachNumber(reach) * 2 + (gap < 0 ? 1 : 0)) * FEW + partNumber(part), () => {
      const side = `${gap < 0 ? 'left' : 'right'}:${reach}`
      return [side, `${part}|${side}`]
    }),
  )
}

/** Features of one prospect for the model that says whether it takes part in the event. */
export const participantFacets = (
  candidate: Candidate,
  prospect: Prospect,
  reading: Reading,
  earlier: readonly Draft[],
  salience: ReadonlyMap<string, number>,
): readonly Facet[] => {
  const { party, nearness, role, frame, rank } = prospect
  const { kind, rule } = candidate
  const group = groupOf(kind)
  const sort = sortOf(prospect)
  const [kindAt, groupAt, sortAt] = [kindNumber(kind), groupNumber(group), sortNumber(sort)]
  const found = [
    FRAMES.facet(
      (((kindAt * FEW + sortAt) * FEW + frameNumber(frame)) * FEW + prospect.filled) * FEW + nearness,
      () => {
        const filled = two(prospect.filled)
        return [
          `frame:${frame}`,
          `frame:${frame}:${sort}`,
          `${kind}|frame:${frame}`,
          `${kind}|frame:${frame}:${sort}`,
          `frame:${frame}:${nearness}`,
          `frame:${frame}:filled:${filled}`,
          `frame:${frame}:filled:${filled}:${sort}`,
          `${group}|frame:${frame}:filled:${filled}:${sort}`,
          `sort:${sort}`,
          `near:${nearness}:${sort}`,
          `${kind}|near:${nearness}:${sort}`,
          `${kind}|sort:${sort}`,
        ]
      },
    ),
    ROLES.facet(
      (((roleNumber(role) * MANY + ruleNumber(rule.name)) * FEW + groupAt) * FEW + sortAt) * FEW +
        partNumber(rule.part),
      () => [
        `role:${role}`,
        `role:${role}:${sort}`,
        `${group}|role:${role}`,
        `${group}|role:${role}:${sort}`,
        `${rule.name}|role:${role}`,
        `${rule.part}|role:${role}`,
      ],
    ),
    COMPANIES.facet((((groupAt * FEW + sortAt) * FEW + prospect.company) * FEW + rank) * FEW + nearness, () => {
      const company = two(prospect.company)
      return [
        `rank:${rank}:${sort}`,
        `rank:${rank}:${Math.min(4, nearness)}:${sort}`,
        `company:${company}:${sort}:${nearness}`,
        `${group}|company:${company}:${sort}`,
        `${group}|rank:${rank}:${sort}`,
      ]
    }),
  ]
  if (party && prospect.sentence === candidate.reading) addPath(found, candidate, prospect.sentence, party, sort)
  const by = party?.mention.by
  if (by) found.push(BYS.facet(byNumber(by) * FEW + nearness, () => [`by:${by}`, `by:${by}:${nearness}`]))
  if (speaks(candidate, reading, party)) found.push(SPEAKERS.facet(groupAt, () => ['speaker', `${group}|speaker`]))
  const count = Math.min(5, salience.get(prospect.identity ?? party?.mention.identity ?? '') ?? 0)
  found.push(COUNTS.facet(count * FEW + nearness, () => [`count:${count}`, `count:${count}:${Math.min(4, nearness)}`]))
  const history = historyOf(candidate, prospect, earlier)
  found.push(
    HISTORIES.facet((history * FEW + groupAt) * FEW + nearness, () =>
      HISTORY.filter((_, at) => (history & (1 << at)) !== 0).flatMap((feature) => [
        feature,
        `${group}|${feature}`,
        `${nearness}|${feature}`,
      ]),
    ),
  )
  return found
}

/** What earlier events say of a prospect; `historyOf` gives a set of their places here. */
const HISTORY = ['last:in', 'last:out', 'before:in', 'before:out', 'kin:word', 'kin:kind'] as const

// Whether the events before it, of the same sort, had the prospect among their participants; bits of `HISTORY`.
const historyOf = (candidate: Candidate, prospect: Prospect, earlier: readonly Draft[]): number => {
  if (earlier.length === 0) return 0
  const { name } = prospect
  const has = (draft: Draft): boolean => draft.participants.some((one) => one.name === name)
  let last: Draft | undefined
  let kin = 0
  for (const draft of earlier) {
    if (!sameFamily(draft.candidate.kind, candidate.kind)) continue
    last = draft
    if (kin !== 16 && has(draft)) kin = draft.candidate.lemma === candidate.lemma ? 16 : 32
  }
  const any = earlier.at(-1)!
  let history = kin
  if (last) history |= has(last) ? 1 : 2
  if (any !== last) history |= has(any) ? 4 : 8
  return history
}
