import type { EventKind, Participant, Status } from '../facts.ts'
import type { Candidate } from './candidates.ts'
import { isCue } from './cues.ts'
import type { Draft } from './event-draft.ts'
import { functionOf } from './function-of.ts'
import { remembered } from './model.ts'
import { distanceLabel, partiesNear } from './near.ts'
import type { Party } from './parties.ts'
import { pathBetween } from './paths.ts'
import type { Reading, SentenceReading } from './reading.ts'
import { agreement, sameFamily } from './same-event.ts'

/** A place before it is compared with the others. */
type Offer = Omit<PlaceOption, 'beside'>

/** A place that an event may have, and what speaks for it. */
export interface PlaceOption {
  readonly name: string
  readonly identity?: string
  readonly features: readonly string[]
  /** What the other options say of it. */
  readonly beside: readonly string[]
  readonly span: readonly [number, number] | null
}

const partyFeatures = (candidate: Candidate, sentence: SentenceReading, party: Party): readonly string[] => {
  const { at, kind } = candidate
  const { mention } = party
  const kase = party.case ?? '-'
  const own = sentence === candidate.reading
  const clause = own && sentence.clauseOf[mention.head] === sentence.clauseOf[at]
  const where = clause ? 'clause' : own ? 'sentence' : 'previous'
  const direct = sentence.words[mention.from - 1]
  const preposition = direct?.morph.pos === 'ADP' ? direct.norm : party.preposition ? `${party.preposition}~` : ''
  const gap = mention.head - at
  const path = own ? `${pathBetween(sentence.words, mention.head, at)}:${preposition}` : ''
  const side = `${gap < 0 ? 'left' : 'right'}`
  const reach = distanceLabel(Math.abs(gap))
  const attached = own && mention.from === at + 2 && direct?.morph.pos === 'ADP'
  const next = own && mention.from === at + 1
  const role = own ? functionOf(candidate, sentence, party) : ''
  const verb = own ? sentence.words[sentence.clauses[sentence.clauseOf[mention.head]!]!.predicate] : undefined
  const reported = own && !clause && verb !== undefined && isCue(verb.lemma, 'report')
  const inside = mention.inside !== undefined
  const { type, by } = mention
  const key = `l|${kind}|${type}|${where}|${kase}|${preposition}|${by}|${path}|${side}|${reach}|${attached}|${next}|${role}|${reported}|${inside}`
  return remembered(key, () => {
    const frame = `${preposition}:${kase}`
    const found = [
      'party',
      `type:${type}`,
      `where:${where}`,
      `frame:${frame}`,
      `frame:${frame}:${where}`,
      `${kind}:frame:${frame}`,
      `${kind}:${type}:${where}`,
      `by:${by ?? ''}`,
      `${where}:${type}`,
      `preposition:${preposition}:${where}`,
      `${kind}:preposition:${preposition}`,
    ]
    if (own) {
      found.push(`path:${path}`, `${kind}:path:${path}`, `path:${path}:${kase}`)
      found.push(`${side}:${reach}`, `${side}:${where}`)
      if (attached) found.push(`attached:${direct.norm}`, `${kind}:attached:${direct.norm}`)
      if (next) found.push(`next:${kase}`)
      found.push(`role:${role}`, `${kind}:role:${role}`, `${GROUNDS[kind] ?? 'other'}:role:${role}:${type}`)
      if (reported) found.push('of-report', `of-report:${type}`)
    }
    if (inside) found.push('inside')
    return found
  })
}

// Kinds of act that stand alike to the ground on which they happen.
const GROUNDS: Readonly<Partial<Record<EventKind, string>>> = {
  visit: 'travel',
  meeting: 'contact',
  gathering: 'contact',
  agreement: 'contact',
  attack: 'force',
  deployment: 'force',
  withdrawal: 'force',
}

const namesOf = (options: readonly Offer[], ...wanted: readonly string[]): ReadonlySet<string> =>
  new Set(options.filter(({ features }) => wanted.every((one) => features.includes(one))).map(({ name }) => name))

const holdsOther = (names: ReadonlySet<string>, name: string): boolean => names.size > (names.has(name) ? 1 : 0)

// What the other options say of one: that the same place is named in other ways, that a finer or nearer one is there.
const compared = (options: readonly Offer[], participants: readonly Participant[], kind: EventKind): PlaceOption[] => {
  const sourcesOf = new Map<string, string[]>()
  for (const { name, features } of options) sourcesOf.set(name, [...(sourcesOf.get(name) ?? []), features[0]!])
  const near = namesOf(options, 'where:clause')
  const fine = namesOf(options, 'where:clause', 'type:place')
  const taking = new Set(participants.map(({ name }) => name))
  const ground = GROUNDS[kind] ?? 'other'
  const rivals = Math.min(3, sourcesOf.size - 1)
  return options.map((option) => {
    const { name } = option
    const source = option.features[0]!
    const named = sourcesOf.get(name)!
    const also = new Set(named.filter((other) => other !== source))
    if (named.indexOf(source) !== named.lastIndexOf(source)) also.add(source)
    const part = taking.has(name)
    const others = [...also]
    const finer = holdsOther(fine, name)
    const nearer = holdsOther(near, name)
    const key = `c|${source}|${others.join('+')}|${rivals}|${finer}|${nearer}|${part}|${ground}`
    const beside = remembered(key, () => [
      ...others.flatMap((other) => [`also:${other}`, `${source}:also:${other}`]),
      `${source}:rivals:${rivals}`,
      `${source}:finer:${finer}`,
      `${source}:nearer:${nearer}`,
      `${source}:part:${part}`,
      `${source}:part:${part}:${ground}`,
      `${ground}:part:${part}:only:${rivals === 0}`,
    ])
    return { ...option, beside }
  })
}

const topics = new WeakMap<Reading, { readonly name: string; readonly share: string } | null>()

// The country that an article names most: mentions of its towns count for it.
const topicCountry = (reading: Reading): { readonly name: string; readonly share: string } | null => {
  const known = topics.get(reading)
  if (known !== undefined) return known
  const counts = new Map<string, number>()
  let all = 0
  for (const { type, identity } of reading.analysis.mentions) {
    if (!LOCATIVE.has(type)) continue
    const entity = reading.entities.get(identity)
    const name = type === 'country' ? entity?.name : entity?.country
    if (!name) continue
    all++
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1])
  const share = first ? first[1] / all : 0
  const made = first ? { name: first[0], share: share > 0.66 ? 'most' : share > 0.4 ? 'many' : 'few' } : null
  topics.set(reading, made)
  return made
}

/** Mentions that may be places of events. */
export const LOCATIVE: ReadonlySet<string> = new Set(['place', 'country'])

// One list for all that are alike, so that its score is made once.
const kept = (features: readonly string[]): readonly string[] => remembered(`k|${features.join('|')}`, () => features)

/** Every place that an event may have: places and states of its sentence and the one before, earlier events, its participants' states. */
export const placeOptions = (
  candidate: Candidate,
  reading: Reading,
  earlier: readonly Draft[],
  participants: readonly Participant[],
  status: Status,
  later: readonly Draft[] = [],
): PlaceOption[] => {
  const options: Offer[] = []
  const offer = (option: Offer): void => {
    options.push({ ...option, features: kept(option.features) })
  }
  const own = candidate.reading
  for (const sentence of [own, reading.sentences[own.index - 1]]) {
    if (!sentence || (sentence !== own && sentence.sentence.part === 'headline')) continue
    for (const party of partiesNear(sentence, sentence === own ? candidate.at : sentence.words.length)) {
      if (!LOCATIVE.has(party.mention.type)) continue
      const { mention } = party
      options.push({
        name: party.entity?.name ?? mention.name,
        identity: mention.identity,
        features: partyFeatures(candidate, sentence, party),
        span: [mention.start, mention.end],
      })
    }
  }
  const family = earlier
    .filter((draft) => draft.place !== null && sameFamily(draft.candidate.kind, candidate.kind))
    .slice(-4)
  family.forEach((draft, at) => {
    const shared = agreement(draft.participants, participants)
    const word = draft.candidate.lemma === candidate.lemma ? 'word' : 'kind'
    offer({
      ...draft.place!,
      features: [
        'earlier',
        `earlier:${word}:${shared}`,
        `earlier:last:${at === family.length - 1}`,
        `earlier:${candidate.kind}`,
        `earlier:status:${draft.status === status}`,
        `earlier:gap:${Math.min(3, own.index - draft.candidate.reading.index)}`,
      ],
      span: null,
    })
  })
  later
    .filter((draft) => draft.place !== null && sameFamily(draft.candidate.kind, candidate.kind))
    .slice(0, 3)
    .forEach((draft, at) => {
      const shared = agreement(draft.participants, participants)
      const word = draft.candidate.lemma === candidate.lemma ? 'word' : 'kind'
      offer({
        ...draft.place!,
        features: [
          'later',
          `later:${word}:${shared}`,
          `later:next:${at === 0}`,
          `later:${candidate.kind}`,
          `later:status:${draft.status === status}`,
          `later:gap:${Math.min(3, draft.candidate.reading.index - own.index)}`,
          `later:in:${own.sentence.part}`,
        ],
        span: null,
      })
    })
  const any = earlier.findLast(({ place }) => place !== null) ?? later.find(({ place }) => place !== null)
  if (any && !sameFamily(any.candidate.kind, candidate.kind))
    offer({
      ...any.place!,
      features: [
        'any',
        `any:${candidate.kind}`,
        `any:${candidate.kind}:${any.candidate.kind}`,
        `any:gap:${Math.min(3, Math.abs(own.index - any.candidate.reading.index))}`,
        `any:${agreement(any.participants, participants)}`,
      ],
      span: null,
    })
  const topic = topicCountry(reading)
  if (topic)
    offer({
      name: topic.name,
      features: [
        'topic',
        `topic:${candidate.kind}`,
        `topic:${candidate.kind}:${status}`,
        `topic:share:${topic.share}`,
        `topic:${candidate.kind}:share:${topic.share}`,
        `topic:rule:${candidate.rule.name}`,
      ],
      span: null,
    })
  const host = earlier.findLast(
    (draft) =>
      draft.place !== null &&
      !sameFamily(draft.candidate.kind, candidate.kind) &&
      (draft.candidate.kind === 'visit' || draft.candidate.kind === 'gathering' || draft.candidate.kind === 'meeting'),
  )
  if (host) {
    const shared = agreement(host.participants, participants)
    const gap = Math.min(3, own.index - host.candidate.reading.index)
    offer({
      ...host.place!,
      features: [
        'host',
        `host:${host.candidate.kind}:${candidate.kind}`,
        `host:${shared}:${gap}`,
        `host:gap:${gap}`,
        `host:status:${host.status === status}`,
      ],
      span: null,
    })
  }
  for (const participant of participants) {
    const entity = participant.identity ? reading.entities.get(participant.identity) : undefined
    const country = entity?.country
    if (!country) continue
    offer({
      name: country,
      features: [
        'home',
        `home:${candidate.kind}`,
        `home:${participant.type}`,
        `home:${participant.role}`,
        `home:count:${participants.length}`,
      ],
      span: null,
    })
  }
  return compared(options, participants, candidate.kind)
}
