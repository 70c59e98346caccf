import type { Entity, MentionType } from '../../language/index.ts'
import type { Candidate } from './candidates.ts'
import { isCue } from './cues.ts'
import type { Draft } from './event-draft.ts'
import { senseBit } from './lexicon.ts'
import type { Party, Reading, SentenceReading } from './reading.ts'
import { isPoliticalBody } from './russian/actors.ts'
import { sameFamily } from './same-event.ts'

/** Somebody who may take part in an event, with the mention that stands best for it. */
export interface Prospect {
  readonly key: string
  readonly name: string
  readonly type: MentionType
  readonly identity?: string
  /** The mention near the trigger; null when it only comes from an earlier event. */
  readonly party: Party | null
  readonly sentence: SentenceReading | null
  /** How near it stands: 0 own clause, 1 own sentence, 2 and 3 sentences before, 4 headline, 5 an earlier event only. */
  readonly nearness: number
  /** Set when it is the country of a city that is named. */
  readonly byPlace: boolean
}

const REACH = 2
const TYPES = new Set<MentionType>(['person', 'organization', 'country', 'place'])

const rank = (candidate: Candidate, sentence: SentenceReading, party: Party): number => {
  if (sentence === candidate.reading)
    return sentence.clauseOf[party.mention.head] === sentence.clauseOf[candidate.at] ? 0 : 1
  const back = candidate.reading.index - sentence.index
  return back >= 1 && back <= REACH ? 1 + back : 4
}

const distance = (candidate: Candidate, prospect: Prospect): number =>
  prospect.sentence === candidate.reading && prospect.party ? Math.abs(prospect.party.mention.head - candidate.at) : 500

const nearer = (candidate: Candidate, one: Prospect, other: Prospect): boolean =>
  one.nearness !== other.nearness
    ? one.nearness < other.nearness
    : distance(candidate, one) < distance(candidate, other)

const countryOf = (entity: Entity | null): string | null => entity?.country ?? null

const fromParty = (candidate: Candidate, sentence: SentenceReading, party: Party): Prospect | null => {
  const { type, identity } = party.mention
  const nearness = rank(candidate, sentence, party)
  const name = party.entity?.name ?? party.mention.name
  if (type === 'place') {
    const country = countryOf(party.entity)
    if (country === null) return null
    return { key: `country:${country}`, name: country, type: 'country', party, sentence, nearness, byPlace: true }
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
  const best = new Map<string, Prospect>()
  const offer = (prospect: Prospect | null): void => {
    if (!prospect) return
    const known = best.get(prospect.key)
    if (!known || nearer(candidate, prospect, known)) best.set(prospect.key, prospect)
  }
  const own = candidate.reading.index
  const indexes = new Set([0, own - 2, own - 1, own])
  for (const index of indexes) {
    const sentence = reading.sentences[index]
    if (!sentence || (index !== own && index === 0 && own > REACH && sentence.sentence.part !== 'headline')) continue
    if (sentence.sentence.part === 'credit' || sentence.sentence.part === 'note') continue
    for (const party of sentence.parties)
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
          ...(identity ? { identity } : {}),
          party: null,
          sentence: null,
          nearness: 5,
          byPlace: false,
        })
      }
  return [...best.values()]
}

const OFFICE = senseBit('office') | senseBit('party')
const FORCES = senseBit('troops')
const HEADS: readonly (readonly [string, number])[] = [
  ['office', OFFICE],
  ['forces', FORCES],
  ['territory', senseBit('territory')],
  ['actor', senseBit('actor')],
]

const bucket = (n: number): string => (n <= 1 ? '1' : n <= 3 ? '3' : n <= 6 ? '6' : n <= 12 ? '12' : 'far')

// What stands before a country in the genitive ("президент России") or after its adjective ("российские военные").
const bond = (sentence: SentenceReading, party: Party): string => {
  const { mention } = party
  const neighbour = mention.by === 'adjective' ? sentence.words[mention.to] : sentence.words[mention.from - 1]
  if (!neighbour) return ''
  const senses = sentence.senses[mention.by === 'adjective' ? mention.to : mention.from - 1]!
  const side = mention.by === 'adjective' ? 'adjective-of' : 'genitive-of'
  if (
    mention.by !== 'adjective' &&
    (sentence.words[mention.head]?.morph.case !== 'Gen' || neighbour.morph.pos !== 'NOUN')
  )
    return ''
  const head = HEADS.find(([, bits]) => (senses & bits) !== 0)
  return `${side}:${head?.[0] ?? 'other'}`
}

const relation = (candidate: Candidate, sentence: SentenceReading, party: Party): string[] => {
  const { reading, at } = candidate
  const head = party.mention.head
  const word = sentence.words[head]
  const kase = word?.morph.case ?? '-'
  const found: string[] = []
  const clause = sentence.clauses[sentence.clauseOf[head]!]!
  const predicate = sentence.words[clause.predicate]
  const subject = kase === 'Nom' && party.preposition === ''
  const own = sentence === reading && sentence.clauseOf[head] === sentence.clauseOf[at]
  found.push(`prep:${party.preposition}`, `case:${party.preposition}:${kase}`)
  if (subject) found.push(own ? 'subject:own' : 'subject:other')
  if (predicate && !own && subject && isCue(predicate.lemma, 'report')) found.push('subject:report')
  if (own && subject && clause.predicate !== at && predicate && isCue(predicate.lemma, 'report'))
    found.push('subject:own-report')
  if (sentence === reading) {
    const gap = head - at
    found.push(
      `${gap < 0 ? 'left' : 'right'}:${bucket(Math.abs(gap))}`,
      `${gap < 0 ? 'left' : 'right'}:${own ? 'own' : 'other'}`,
    )
    if (party.phrase === at + 1 && kase === 'Gen' && party.preposition === '') found.push('genitive-of-trigger')
    if (party.phrase === at + 2 && party.preposition !== '') found.push(`attached:${party.preposition}`)
    if (party.mention.to === at) found.push('adjective-of-trigger')
    const mine = reading.clauses[reading.clauseOf[at]!]!
    if (!own && sentence.clauses[mine.parent] === clause)
      found.push('parent-clause', subject ? 'parent-subject' : 'parent-other')
    // The noun that a participle or "который" stands for is the last noun before its clause.
    if (!own && (mine.type === 'participle' || mine.type === 'relative') && head < mine.from && mine.from - head <= 3)
      found.push(`antecedent:${mine.type}`)
  }
  const inside = party.mention.inside
  if (inside !== undefined) found.push('inside')
  const tie = bond(sentence, party)
  if (tie) found.push(tie)
  if (party.mention.by) found.push(`by:${party.mention.by}`)
  return found
}

const speaks = (candidate: Candidate, reading: Reading, party: Party | null): boolean => {
  const statement = reading.statements[candidate.reading.statementAt[candidate.at] ?? -1]
  const speaker = statement?.speaker
  if (!speaker || !party) return false
  return speaker.identity !== undefined
    ? speaker.identity === party.mention.identity
    : speaker.start === party.mention.start
}

const GROUPS: Readonly<Record<string, string>> = {
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

/** Counts of mentions by entity key, for how prominent somebody is in the article. */
export const salienceOf = (reading: Reading): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const mention of reading.analysis.mentions) counts.set(mention.identity, (counts.get(mention.identity) ?? 0) + 1)
  return counts
}

/** Features of one prospect for the model that says whether it takes part in the event. */
export const participantFeatures = (
  candidate: Candidate,
  prospect: Prospect,
  reading: Reading,
  earlier: readonly Draft[],
  salience: ReadonlyMap<string, number>,
): readonly string[] => {
  const { party, sentence, type, nearness } = prospect
  const group = GROUPS[candidate.kind] ?? 'office'
  const base = [
    `type:${type}`,
    `near:${nearness}`,
    `near:${nearness}:${type}`,
    `part:${candidate.rule.part}:${nearness}`,
  ]
  if (type === 'organization') base.push(isPoliticalBody(prospect.name) ? 'body' : 'firm')
  if (prospect.byPlace) base.push('by-place')
  if (party && sentence) base.push(...relation(candidate, sentence, party))
  if (speaks(candidate, reading, party)) base.push('speaker')
  const count = salience.get(prospect.identity ?? party?.mention.identity ?? '') ?? 0
  base.push(`count:${Math.min(4, count)}`)
  let link = ''
  for (const draft of earlier) {
    if (!sameFamily(draft.candidate.kind, candidate.kind)) continue
    const had = draft.participants.some((participant) => participant.name === prospect.name)
    const lemma = draft.candidate.lemma === candidate.lemma
    if (had) link = lemma ? 'earlier:same-word' : link || 'earlier:kind'
  }
  const last = earlier.findLast((draft) => sameFamily(draft.candidate.kind, candidate.kind))
  if (last)
    base.push(last.participants.some((participant) => participant.name === prospect.name) ? 'last:in' : 'last:out')
  if (link) base.push(link)
  return [
    ...base,
    ...base.map((feature) => `${group}|${feature}`),
    `${candidate.kind}|${type}|${nearness}`,
    `${candidate.rule.name}|${type}`,
  ]
}
