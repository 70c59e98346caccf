import { firstNot } from '../../core/index.ts'
import type { Cue } from './cues.ts'
import { outletBefore, spokenFor, viaInClause } from './outlets.ts'
import { agrees, bestOf, partiesBetween, rankOf, withPartners } from './parties.ts'
import { isVerbal } from './phrase.ts'
import { ADDRESSES } from './russian/speakers.ts'
import type { Government } from './russian/verbs.ts'
import { type Entities, type Party, partyAt, partyInside, WINDOW } from './speaker.ts'
import { hasFinite, PRONOUNS, subjectBefore } from './subject-before.ts'
import { isNominative, titleAt } from './titles.ts'
import { isDash, isNoun, type Unit } from './unit.ts'

/** Who stands around a cue: its subject, and the outlets that it names beside him. */
export interface Around {
  readonly subject: Party | null
  /** Subject is a pronoun or is left out, so that an earlier speaker is meant. */
  readonly anaphoric: boolean
  /** The pronoun that is its subject and leads to no name. */
  readonly pronoun?: string | undefined
  /** Where the subject stands. */
  readonly order: 'before' | 'after' | 'none'
  readonly media: readonly Party[]
}

/** "в МИД", "в Кремле" among the tokens: the institution whose people spoke. */
const insideBetween = (unit: Unit, from: number, to: number, entities: Entities): Party | null => {
  for (let i = from; i < to; i++) {
    if (unit.quotes[i] || unit.bracketed[i] || unit.words[i]!.morph.pos !== 'ADP') continue
    const party = partyInside(unit, i, entities)
    if (party) return party
  }
  return null
}

/**
 * The party that hangs on the cue as its subject. Who could be one is asked first: for a sentence where nobody could, no
 * tree is made.
 */
const bySyntax = (unit: Unit, cue: Cue, entities: Entities): Party | null => {
  const { starts, words } = unit
  const next = firstNot(0, starts.length, (at) => starts[at]! <= cue.at)
  const last = Math.min(starts[next] ?? words.length, cue.at + WINDOW)
  for (let i = Math.max(starts[next - 1] ?? 0, cue.at - WINDOW); i < last; i++) {
    const word = words[i]!
    if (i === cue.at || unit.bracketed[i] || (word.morph.case !== undefined && word.morph.case !== 'Nom')) continue
    const at = unit.mentions[i]
    if (!at && !isNoun(word)) continue
    const party = partyAt(unit, at?.head ?? i, entities)
    if (!party || !agrees(unit, cue, party)) continue
    if (unit.headOf(i) === cue.at && word.rel.startsWith('nsubj')) return party
  }
  return null
}

/** Where the cue's own clause ends on the right: with its segment, or before a clause that begins inside it. */
const rightEnd = (unit: Unit, cue: Cue): number => {
  const segment = unit.segments[unit.segment[cue.at]!]!
  for (let i = cue.to; i < segment.to; i++) if (isVerbal(unit, i) && !unit.quotes[i]) return i
  return segment.to
}

const onlyAdverbs = (unit: Unit, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (!/^(?:ADV|PART)$/.test(unit.words[i]!.morph.pos)) return false
  return true
}

// "Призвал ‹Осло› «принять …»": right behind such a verb a land or a body that may be its object is whom it speaks to.
const isAddressed = (unit: Unit, cue: Cue, party: Party): boolean =>
  party.from === cue.to &&
  party.type !== undefined &&
  party.type !== 'person' &&
  !party.medium &&
  ADDRESSES.has(cue.lemma) &&
  (unit.words[party.head]!.morph.case === undefined ||
    unit.words[party.head]!.readings.some(({ morph }) => morph.case === 'Acc'))

/**
 * The subject of a cue. Nominatives after the verb come first where the verb opens its segment ("…, заявил Лавров"),
 * else those before it; an outlet beside another speaker is no subject but the way his words came ("заявил ТАСС Песков").
 */
export const lookAround = (unit: Unit, cue: Cue, entities: Entities): Around => {
  const end = rightEnd(unit, cue)
  const after = partiesBetween(unit, cue.to, end, entities).filter(({ party }) => !isAddressed(unit, cue, party))
  const mediaAfter = after.filter((one) => one.party.medium)
  const media = [
    ...mediaAfter.map((one) => one.party),
    ...viaInClause(unit, cue.to, end, entities),
    ...viaInClause(unit, spokenFor(unit, cue), cue.from, entities),
    ...outletBefore(unit, cue),
  ]
  const done = (subject: Party | null, order: Around['order'], pronoun?: string): Around => ({
    subject,
    anaphoric: pronoun !== undefined,
    pronoun,
    order,
    media: media.filter((medium) => medium.speaker.name !== subject?.speaker.name),
  })
  const afterwards = (party: Party): Around => done(withPartners(unit, cue, party, entities), 'after')
  const opens = opensSegment(unit, cue)
  const titled = titledSubject(unit, cue, opens, end)
  if (titled) return done(titled, titled.from < cue.at ? 'before' : 'after')
  const plural = unit.words[cue.at]!.morph.number === 'Plur'
  const speakers = after.filter((one) => !one.party.medium && one.rank > 0 && agrees(unit, cue, one.party))
  const speakerAfter = bestOf(unit, cue, speakers)?.party
  const before = subjectBefore(unit, cue, entities)
  // A nominative that touches the verb is its subject; the parser, dear as it is, is asked only where none does.
  const next = opens ? speakers.find((one) => one.rank === 2)?.party : undefined
  if (next && onlyAdverbs(unit, cue.to, next.from)) return afterwards(next)
  const prior = before.party
  if (prior && prior.to <= cue.from && rankOf(unit, prior.head) === 2 && onlyAdverbs(unit, prior.to, cue.from))
    return done(prior, 'before')
  const syntactic = bySyntax(unit, cue, entities)
  if (syntactic && !syntactic.medium)
    return syntactic.from < cue.at
      ? done(withPartners(unit, cue, syntactic, entities), 'before')
      : afterwards(syntactic)
  // "В МИД назвали …": the verb in the plural has no subject but the body it opens with.
  const opener =
    plural && !speakers.some((one) => one.rank === 2) && (before.party === null || rankOf(unit, before.party.head) < 2)
  const body = opener ? openingBody(unit, cue, entities) : null
  if (body) return done(body, 'before')
  const leads = before.party !== null && isLeading(unit, cue, before.party)
  const uncertain = before.party === null || !leads || rankOf(unit, before.party.head) < 2
  const told =
    opens && plural && uncertain && speakers.length === 0 && unit.words[cue.to]
      ? partyInside(unit, cue.to, entities)
      : null
  // "…, уточнили в канцелярии"
  if (told && unit.segments[unit.segment[cue.at]!]!.before !== '') return done(told, 'after')
  const person =
    speakerAfter && (speakerAfter.type === 'person' || unit.words[speakerAfter.head]!.morph.animacy === 'Anim')
  if (opens && speakerAfter && (person || !leads)) return afterwards(speakerAfter)
  const outlet = mediaAfter.find((one) => agrees(unit, cue, one.party))?.party
  if (opens && outlet && !speakerAfter && !plural && isLast(unit, cue)) return done(outlet, 'after')
  if (before.party && !(opens && !leads && (after.length > 0 || pronounAfter(unit, cue, end) !== '')))
    return done(before.party, 'before')
  if (speakerAfter && !before.pronoun) return afterwards(speakerAfter)
  const touching = touchingName(unit, cue, entities)
  if (touching) return done(touching, touching.from < cue.at ? 'before' : 'after')
  if (before.pronoun) return done(null, 'before', before.pronoun)
  const pronoun = pronounAfter(unit, cue, end)
  if (pronoun) return done(null, 'after', pronoun)
  if (plural) {
    const segment = unit.segments[unit.segment[cue.at]!]!
    const inside = insideBetween(unit, cue.to, end, entities)
    if (inside) return done(inside, 'after')
    const insideLeft = insideBetween(unit, Math.max(segment.from, cue.from - WINDOW), cue.from, entities)
    if (insideLeft) return done(insideLeft, 'before')
  }
  if (mediaAfter[0]) return done(mediaAfter[0].party, 'after')
  const bare = after.find((one) => agrees(unit, cue, one.party))
  if (bare) return done(bare.party, 'after')
  if (before.party) return done(before.party, 'before')
  return { subject: null, anaphoric: !before.blocked, order: 'none', media }
}

/** Whether a cue stands beside what it reports, as an aside or with "об этом": what follows it then is its subject. */
const isBeside = (unit: Unit, cue: Cue, opens: boolean): boolean => {
  const { from, before } = unit.segments[unit.segment[cue.at]!]!
  if (opens) return before !== '' || unit.words[from]!.norm === 'как' || unit.words[from + 1]?.norm === 'как'
  return cue.from - from <= 3 && /^(?:об?|этом|чем|ранее|также|как)$/u.test(unit.words[cue.from - 1]!.norm)
}

/** "…, пишет ‹«Северная заря»›", "‹«Северная заря»› пишет, что …": a title that no dictionary knows as the subject. */
const titledSubject = (unit: Unit, cue: Cue, opens: boolean, end: number): Party | null => {
  if (cue.form !== 'finite' || unit.words[cue.at]!.morph.number === 'Plur') return null
  const naming = cue.governs.has('naming')
  if (cue.to < end && unit.quotes[cue.to] && !naming && isBeside(unit, cue, opens)) {
    const party = titleAt(unit, cue.to, true)
    return party && isNominative(unit, party) ? party : null
  }
  const { from } = unit.segments[unit.segment[cue.at]!]!
  if (!unit.quotes[from] || from >= cue.from) return null
  const party = titleAt(unit, from, true)
  const between = party ? unit.words[party.to] : undefined
  if (!party || !isNominative(unit, party)) return null
  const leads = onlyAdverbs(unit, party.to, cue.from) || /^(?:со|с)$/u.test(between?.norm ?? '')
  return leads && (naming || cue.governs.has('что')) ? party : null
}

const TAKES_PERSONS: readonly Government[] = ['acc', 'naming', 'за', 'в', 'inf', 'против', 'с', 'gen']

/**
 * A person's name that touches a verb which takes no such object ("сказала ‹Вергара›"), or that opens the clause of a verb
 * of his gender ("‹Трасс› ранее обещала"): its subject, though the case of a foreign name was read otherwise.
 */
const touchingName = (unit: Unit, cue: Cue, entities: Entities): Party | null => {
  if (cue.form !== 'finite') return null
  const { from } = unit.segments[unit.segment[cue.at]!]!
  const { number, gender } = unit.words[cue.at]!.morph
  const takesPersons = TAKES_PERSONS.some((government) => cue.governs.has(government))
  for (const i of takesPersons ? [from] : [cue.to, from]) {
    const at = unit.mentions[i]
    if (at?.mention.type !== 'person' || at.mention.by || unit.segment[i] !== unit.segment[cue.at]) continue
    if (i === from && !(at.from === from && at.to <= cue.from && onlyAdverbs(unit, at.to, cue.from))) continue
    const kase = unit.words[at.head]!.morph.case
    if (kase !== 'Gen' && kase !== 'Acc') continue
    const party = partyAt(unit, at.head, entities)
    const { identity = '' } = party?.speaker ?? {}
    if (takesPersons && (number !== 'Sing' || !gender || entities.get(identity)?.gender !== gender)) continue
    return party
  }
  return null
}

/** Whether no clause with "что" follows the cue's segment, so that the cue is an aside and no main verb. */
const isLast = (unit: Unit, cue: Cue): boolean => {
  const { to } = unit.segments[unit.segment[cue.at]!]!
  return (
    !(unit.words[to]?.text === ',' && /^(?:что|чтобы)$/.test(unit.words[to + 1]?.norm ?? '')) &&
    unit.words[to]?.text !== ':'
  )
}

/**
 * The body of "в МИД", "в Кремле" that opens the cue's own segment, an adverb or two before it at most, or that an
 * insertion parts from it ("В посольстве, напротив, опровергли").
 */
const openingBody = (unit: Unit, cue: Cue, entities: Entities): Party | null => {
  let index = unit.segment[cue.at]!
  while (index > 0 && opensBare(unit, unit.segments[index]!.from, cue) && isInsertion(unit, index - 1)) index--
  if (index > 0 && index !== unit.segment[cue.at] && unit.segments[index]!.before === ',') index--
  const { from } = unit.segments[index]!
  for (let i = Math.max(from, cue.at - 20); i < Math.min(cue.from, from + 4); i++) {
    const { pos } = unit.words[i]!.morph
    if (pos === 'ADP') {
      const body = partyInside(unit, i, entities)
      if (body) return body
    }
  }
  return null
}

/** Whether nothing stands between the start of a segment and the cue but insertions and adverbs. */
const opensBare = (unit: Unit, from: number, cue: Cue): boolean => {
  const own = unit.segments[unit.segment[cue.at]!]!
  return from < own.from || onlyAdverbs(unit, own.from, cue.from)
}

const INSERTIONS =
  /^(?:напротив|наоборот|однако|впрочем|также|кстати|например|конечно|очевидно|вероятно|очередь|отметим)$/u

/** "напротив", "в свою очередь", "впрочем" between commas. */
const isInsertion = (unit: Unit, index: number): boolean => {
  const { from, to, before } = unit.segments[index]!
  return to - from <= 3 && before === ',' && INSERTIONS.test(unit.words[to - 1]!.lemma)
}

/** Whether a party before the cue is parted from it by insertions alone: "Тайвань, в свою очередь, призвал". */
const isLeading = (unit: Unit, cue: Cue, party: Party): boolean =>
  unit.segment[party.head] !== unit.segment[cue.at] &&
  !hasFinite(unit, party.to, cue.from) &&
  !unit.words.slice(party.to, cue.from).some((word) => isDash(word))

/** Whether nothing but adverbs stands before the cue in its segment. */
export const opensSegment = (unit: Unit, cue: Cue): boolean => {
  const { from } = unit.segments[unit.segment[cue.at]!]!
  for (let i = from; i < cue.from; i++) {
    const { pos } = unit.words[i]!.morph
    if (pos !== 'ADV' && pos !== 'CCONJ' && pos !== 'PART' && !/^(?:как|раз)$/.test(unit.words[i]!.norm)) return false
  }
  return true
}

/** The pronoun right after a cue that leads to no name; '' when there is none. */
const pronounAfter = (unit: Unit, cue: Cue, end: number): string => {
  for (let i = cue.to; i < Math.min(end, cue.to + 3); i++)
    if (PRONOUNS.has(unit.words[i]!.norm)) return unit.mentions[i] ? '' : unit.words[i]!.norm
  return ''
}
