import { foldLetters } from '../../core/index.ts'
import type { Analysis, Entity, Gender, MentionType, Word } from '../../language/index.ts'
import { asWritten } from '../as-written.ts'
import type { Speaker } from '../facts.ts'
import { describedSource } from './described.ts'
import { HONORIFIC, holderOf, isPlaceNoun } from './holders.ts'
import { nameAfterOffices, nameAfterRole } from './name-after.ts'
import { isAdjectival, phraseEnd, phraseStart } from './phrase.ts'
import { POINTS_BACK } from './russian/bodies.ts'
import { nominativePhrase } from './russian/nominative.ts'
import { INSTITUTIONS, MEDIA_NOUNS, NO_PLACE_OF_SPEECH, NO_SPEAKERS, SOURCE_NOUNS } from './russian/speakers.ts'
import { inCase, isNoun, type Unit, type UnitMention } from './unit.ts'
import { withAllStates, withWhose } from './whose.ts'

/** Somebody who may be a speaker, with the tokens that name him. */
export interface Party {
  readonly speaker: Speaker
  readonly medium: boolean
  readonly from: number
  readonly to: number
  /** Token that carries the case of the phrase. */
  readonly head: number
  readonly type?: MentionType
  /** An unnamed person's grammatical gender ("источник" Masc), by which a pronoun may lead back to him. */
  readonly gender?: Gender
  /** Stands for somebody named before: a pronoun, or a noun alone ("ведомство", "агентство"), by its lemma. */
  readonly anaphor?: string
}

/** Entities of the article by id. */
export type Entities = ReadonlyMap<string, Entity>

export const entitiesOf = (analysis: Analysis): Entities => new Map(analysis.entities.map((one) => [one.id, one]))

// How far from its verb a subject is looked for.
export const WINDOW = 60

const SPEAKING_TYPES: ReadonlySet<string> = new Set(['person', 'organization', 'country', 'media', 'place'])

/** The name to give for a mention: the fullest of the article, but a place (a capital for its state) as written. */
const nameOf = ({ mention, norms }: UnitMention, entities: Entities): string => {
  const entity = entities.get(mention.identity)
  if (mention.type === 'place') return mention.name
  if (mention.type === 'person') return (entity?.name ?? mention.name).replace(HONORIFIC, '')
  if (mention.type === 'country' && !mention.by && entity) return spelledAs(norms, entity) ?? mention.name
  return entity?.name ?? mention.name
}

// "Британия", "Соединенные Штаты", "КНР": that one of a state's names which stands there, by the beginnings of its words.
const spelledAs = (norms: readonly string[] | undefined, { variants }: Entity): string | undefined =>
  norms &&
  variants.find((variant) => {
    const words = foldLetters(variant).split(' ')
    return words.length === norms.length && words.every((word, i) => norms[i]!.startsWith(word.slice(0, ROOT)))
  })

/** Letters by which two forms of a word are known for one. */
const ROOT = 4

/** The party that a mention names; null for documents and events, which do not speak. */
export const partyOfMention = (at: UnitMention, entities: Entities): Party | null => {
  const { mention } = at
  if (!SPEAKING_TYPES.has(mention.type)) return null
  return {
    speaker: { name: nameOf(at, entities), identity: mention.identity, start: mention.start, end: mention.end },
    medium: mention.type === 'media',
    from: at.from,
    to: at.to,
    head: at.head,
    type: mention.type,
    ...(mention.by === 'pronoun' ? { anaphor: 'он' } : {}),
  }
}

/** Whether a common noun can speak: a person, an institution, a source. */
export const canSpeak = (unit: Unit, i: number): boolean => {
  const word = unit.words[i]!
  if (NO_SPEAKERS.has(word.lemma)) return false
  return (
    word.morph.animacy === 'Anim' ||
    INSTITUTIONS.has(word.lemma) ||
    MEDIA_NOUNS.has(word.lemma) ||
    SOURCE_NOUNS.has(word.lemma)
  )
}

/**
 * The party whose phrase has its head at `head`, with all the states that a noun in the plural joins behind it: see
 * `onePartyAt`.
 */
export const partyAt = (unit: Unit, head: number, entities: Entities, nominative = false): Party | null => {
  const party = onePartyAt(unit, head, entities, nominative)
  return party && (party.type === undefined || unit.mentions[head]?.mention.by === 'role')
    ? withAllStates(unit, party)
    : party
}

/**
 * The party whose phrase has its head at `head`: a name, a role with the name beside it, or an unnamed speaker by his
 * phrase in the nominative. Null for what does not speak. `nominative`: the phrase is a subject, however it was read.
 */
const onePartyAt = (unit: Unit, head: number, entities: Entities, nominative: boolean): Party | null => {
  const at = unit.mentions[head]
  const word = unit.words[head]!
  if (at && !at.mention.by) {
    const party = withWhose(unit, at, partyOfMention(at, entities))
    // "пресс-служба Кремля", "отец Лиры": a name in the genitive belongs to the noun before it, which is asked instead.
    return party
  }
  if (isNoun(word) && canSpeak(unit, head)) {
    const named = nameAfterRole(unit, head) ?? (word.morph.animacy === 'Anim' ? nameAfterOffices(unit, head) : null)
    if (named) {
      const party = partyOfMention(named, entities)
      // A foreign name may have been read in another case: then its office tells whether the verb agrees.
      const byOffice = unit.words[named.head]!.morph.case !== 'Nom' && word.morph.case === 'Nom'
      if (party) return { ...party, from: Math.min(head, named.from), head: byOffice ? head : party.head }
    }
  }
  if (at) {
    const party = partyOfMention(at, entities)
    if (party) return party
  }
  if (!isNoun(word) || !canSpeak(unit, head)) return null
  const medium = mediumNamed(unit, head, entities)
  const body = medium ? null : bodyNamed(unit, head, entities)
  if (body) return body
  const from = phraseStart(unit, head)
  const end = phraseEnd(unit, head)
  if (medium) return { ...medium, from, to: end }
  const phrase = nominativePhrase(unit.words.slice(from, end), head - from, nominative)
  if (!phrase) return null
  const described = describedSource(unit, from, head, end, nominative)
  const name = described ? `${phrase}, ${described.text}` : phrase
  const to = described?.to ?? end
  const outlet = JOURNALISTS.test(word.lemma) ? outletIn(unit, head + 1, to, entities) : null
  if (outlet) return { ...outlet, from, to, head }
  const holder = word.morph.animacy === 'Anim' ? holderOf(name, entities) : null
  if (holder) return { ...holder, from, to, head }
  const { gender, number } = word.morph
  return {
    speaker: { name, start: unit.words[from]!.start, end: unit.words[to - 1]!.end },
    medium: MEDIA_NOUNS.has(word.lemma) && word.lemma !== 'канал',
    from,
    to,
    head,
    ...(gender && number !== 'Plur' && isSomebody(word) ? { gender } : {}),
    ...(!described && (isBareNoun(unit, from, to, head) || isOutletsSource(unit, head, to))
      ? { anaphor: word.lemma }
      : {}),
  }
}

const isSomebody = ({ morph, lemma }: Word): boolean => morph.animacy === 'Anim' || SOURCE_NOUNS.has(lemma)

/** "собеседник газеты", "источник «Порта»": the one whom the outlet has spoken with before. */
const isOutletsSource = (unit: Unit, head: number, to: number): boolean =>
  SOURCE_NOUNS.has(unit.words[head]!.lemma) &&
  unit.words[head]!.morph.number !== 'Plur' &&
  unit.words
    .slice(head + 1, to)
    .every(
      (word, k) =>
        unit.quotes[head + 1 + k] ||
        MEDIA_NOUNS.has(word.lemma) ||
        unit.mentions[head + 1 + k]?.mention.type === 'media',
    )

const JOURNALISTS = /^(?:корреспондент|журналист|репортер|обозреватель|спецкор|собкор|корр)$/u

/** The outlet whose journalist reports: "корреспондент ТАСС". */
const outletIn = (unit: Unit, from: number, to: number, entities: Entities): Party | null => {
  for (let i = from; i < to; i++) {
    const at = unit.mentions[i]
    if (at?.mention.type === 'media') return partyOfMention(at, entities)
  }
  return null
}

/** Whether a phrase is a noun alone, or with one that points back as it does ("глава ведомства", "военное ведомство"). */
const isBareNoun = (unit: Unit, from: number, to: number, head: number): boolean => {
  const { lemma, morph } = unit.words[head]!
  if (morph.number === 'Plur' && !/^(?:власть|источник|собеседник)$/.test(lemma)) return false
  const rest = unit.words.slice(head + 1, to)
  if (rest.length === 1 && head === from && morph.animacy === 'Anim' && isPlaceNoun(rest[0]!.lemma)) return true
  if (rest.length > 1 || (rest[0] && !POINTS_BACK.test(rest[0].lemma))) return false
  if (head === from || POINTS_BACK.test(lemma)) return true
  return unit.words
    .slice(from, head)
    .every((word) => SAME.test(word.lemma) || (word.lemma === 'дипломатический' && MISSIONS.test(lemma)))
}

const MISSIONS = /^(?:представительство|миссия|ведомство)$/u

// Adjectives that tell nothing of a body but that it is the one spoken of.
const SAME = /^(?:главный|данный|этот|указанный|упомянутый)$/u

/** Kinds of bodies: a name beside such a noun is the body's own, and no owner's. */
const KINDS_OF_BODIES =
  /^(?:регулятор|компания|корпорация|концерн|холдинг|банк|фонд|группировка|движение|организация|партия|авиакомпания|биржа|фирма|ассоциация|оператор)$/u

/** "группировка «…»", "компания «…»", "регулятор Ofgem": the body by the name that stands behind its kind. */
const bodyNamed = (unit: Unit, head: number, entities: Entities): Party | null => {
  if (!unit.quotes[head + 1]) {
    const at = unit.mentions[head + 1]
    const foreign = at?.mention.type === 'organization' && at.from === head + 1 && !at.mention.by
    if (!foreign || !KINDS_OF_BODIES.test(unit.words[head]!.lemma) || unit.words[head]!.morph.number === 'Plur')
      return null
    if (!/^\p{Script=Latin}/u.test(unit.words[at.from]!.text)) return null
    const party = partyOfMention(at, entities)
    return party && { ...party, from: phraseStart(unit, head), head }
  }
  for (let i = head + 1; i < head + 3; i++) {
    const at = unit.mentions[i]
    const party = at?.mention.type === 'organization' ? partyOfMention(at, entities) : null
    if (party) return { ...party, from: head, head }
  }
  return null
}

/** "газета «…»", "телеканал Al …": the outlet by its own name. */
const mediumNamed = (unit: Unit, head: number, entities: Entities): Party | null => {
  if (!MEDIA_NOUNS.has(unit.words[head]!.lemma)) return null
  const next = head + 1
  const at = unit.mentions[next]
  if (
    at?.mention.type === 'media' &&
    at.from === next &&
    !unit.quotes[next] &&
    /^\p{Lu}{2,}$/u.test(unit.words[next]!.text)
  )
    return partyOfMention(at, entities)
  const quote = unit.quotes[next]
  if (quote) {
    let to = next
    while (unit.quotes[to] === quote) to++
    const inner = unit.words
      .slice(next, to)
      .filter((word) => word.start >= quote.innerStart && word.end <= quote.innerEnd)
    if (inner.length === 0 || inner.length > 6) return null
    const name = asWritten(inner)
    return {
      speaker: { name, start: inner[0]!.start, end: inner[inner.length - 1]!.end },
      medium: true,
      from: head,
      to,
      head,
    }
  }
  let to = next
  while (to < unit.words.length && to - next < 6 && /^\p{Script=Latin}/u.test(unit.words[to]!.text)) to++
  if (to === next) return null
  const words = unit.words.slice(next, to)
  const name = asWritten(words)
  return {
    speaker: { name, start: words[0]!.start, end: words[words.length - 1]!.end },
    medium: true,
    from: head,
    to,
    head,
  }
}

/** "в МИД России", "в пресс-службе суда": the institution in which something was said by people left unnamed. */
export const partyInside = (unit: Unit, preposition: number, entities: Entities): Party | null => {
  const word = unit.words[preposition]!
  if (!/^(?:в|во|на)$/u.test(word.norm)) return null
  const inside = (party: Party | null): Party | null => party && { ...party, from: preposition }
  for (let i = preposition + 1; i < Math.min(unit.words.length, preposition + 6); i++) {
    const at = unit.mentions[i]
    if (at) {
      const { type, by } = at.mention
      if (by === 'role' && INSTITUTIONS.has(unit.words[at.head]!.lemma)) return inside(partyAt(unit, at.head, entities))
      if (type !== 'organization' && type !== 'country' && type !== 'place' && type !== 'media') return null
      if (type === 'place' && !inCase(unit.words[at.head]!, 'Loc')) return null
      return inside(withWhose(unit, at, partyOfMention(at, entities)))
    }
    const here = unit.words[i]!
    if (isNoun(here)) {
      if (NO_PLACE_OF_SPEECH.has(here.lemma) || !INSTITUTIONS.has(here.lemma)) return null
      return inside(partyAt(unit, i, entities))
    }
    if (!isAdjectival(unit, i)) return null
  }
  return null
}
