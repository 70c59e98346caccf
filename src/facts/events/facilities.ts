import type { Gender, Mention, Word } from '../../language/index.ts'
import { asWritten } from '../as-written.ts'
import { adjective } from '../statements/russian/nominative.ts'
import { type Party, partiesOf } from './parties.ts'
import type { Reading, SentenceReading } from './reading.ts'
import { FACILITY_PARTS, facilityFamily, isStationAbbreviation, stationAbbreviation } from './russian/facilities.ts'

/** One facility as one sentence names it. */
interface Named {
  readonly family: string
  /** What tells it from others of its family: the stem of its adjective, its proper name; empty where nothing does. */
  readonly key: string
  /** Its name in the nominative; empty for a bare word. */
  readonly name: string
  readonly from: number
  readonly to: number
  readonly head: number
}

const REACH = 4
const OPEN = /^[«"“„]$/
const CLOSE = /^[»"”]$/

const isCapital = ({ text, norm }: Word): boolean => text !== norm && /^\p{Lu}/u.test(text)
const isAttribute = ({ morph, readings }: Word): boolean =>
  morph.pos === 'ADJ' || readings.some((reading) => reading.morph.pos === 'ADJ')

const ENDING = /(?:ий|ый|ой|ого|его|ому|ему|им|ым|ом|ем|ая|яя|ую|юю|ое|ее|ей|ие|ые|их|ых)$/
const stemOf = (norm: string): string => norm.replace(ENDING, '')

// "Запорожской" → "Запорожская": an adjective of a place agrees with its head.
const nominativeOf = (word: Word, gender: Gender): string => {
  const reading = word.known ? word.readings.find(({ morph }) => morph.pos === 'ADJ') : undefined
  const stem = stemOf(word.norm)
  const lemma = reading?.lemma ?? stem + (/[кгхжшчщ]$/.test(stem) ? 'ий' : 'ый')
  return [...adjective(lemma, gender, 'Sing')]
    .map((letter, i) => (word.text[i]?.toLowerCase() === letter ? word.text[i] : letter))
    .join('')
}

/** What stands behind the head as its name. */
interface Tail {
  readonly to: number
  readonly text: string
}

const QUOTED = 6

// A name in quotation marks, or one that the names of the page know as a place; a saying in quotation marks is none.
const tailOf = (words: readonly Word[], head: number, mentions: readonly Mention[]): Tail | null => {
  const next = words[head + 1]
  if (!next) return null
  if (OPEN.test(next.text)) {
    if (!words[head + 2] || !isCapital(words[head + 2]!)) return null
    for (let i = head + 3; i < Math.min(words.length, head + QUOTED); i++)
      if (CLOSE.test(words[i]!.text)) return { to: i + 1, text: asWritten(words.slice(head + 1, i + 1)) }
    return null
  }
  if (!isCapital(next)) return null
  const place = mentions.find(
    ({ type, from, to, by }) =>
      type === 'place' && by === undefined && to > head + 1 && (from === head || from === head + 1),
  )
  if (!place) return null
  const own = place.from === head ? place.name.slice(place.name.indexOf(' ') + 1) : ''
  return { to: place.to, text: own || asWritten(words.slice(head + 1, place.to)) }
}

const genderOf = (word: Word): Gender => {
  if (isStationAbbreviation(word.norm)) return 'Fem'
  return word.morph.gender ?? word.readings.find(({ morph }) => morph.gender)?.morph.gender ?? 'Masc'
}

const PREFIXED = /^(\p{Lu}{1,3})(ГРЭС|ГАЭС|АЭС|ГЭС|ТЭЦ|ТЭС)$/u

// "ЗАЭС": the initials of what stands before the kind.
const byInitials = (words: readonly Word[], at: number): Named | null => {
  const match = PREFIXED.exec(words[at]!.text)
  // The Eurasian Economic Union ends in letters of a station by chance.
  if (!match || words[at]!.text === 'ЕАЭС' || isStationAbbreviation(words[at]!.norm)) return null
  const initials = match[1]!.toLowerCase()
  return { family: 'power', key: `=${initials}`, name: words[at]!.text, from: at, to: at + 1, head: at }
}

const adjectiveLemma = ({ readings }: Word): string =>
  readings.find(({ morph }) => morph.pos === 'ADJ' && morph.variant === undefined)?.lemma ?? ''

// The first of the adjectives before a head that is a name's; the first word of a sentence is a capital anyway.
const properFrom = (words: readonly Word[], from: number, head: number, mentions: readonly Mention[]): number => {
  for (let i = from; i < head; i++) {
    if (!isCapital(words[i]!)) continue
    if (i > 0) return i
    const named = mentions.some((mention) => mention.from === 0 && mention.to > head && mention.type !== 'country')
    if (named && /(?:[сц]к)\p{L}{2,3}$/u.test(words[0]!.norm)) return i
  }
  return head
}

const OWN_KINDS: ReadonlySet<string> = new Set(['атомный', 'тепловой', 'гидроаккумулирующий'])
const INTO = new Set(['в', 'во', 'на', 'под', 'у'])

// "железнодорожная станция", "завод удобрений", "станция в Рудном" are others than the one that the page names.
const tellsAnother = (words: readonly Word[], from: number, at: number, mentions: readonly Mention[]): boolean => {
  for (let i = from; i < at; i++)
    if (words[i]!.morph.pos === 'ADJ' && !OWN_KINDS.has(adjectiveLemma(words[i]!))) return true
  const next = words[at + 1]
  if (!next) return false
  if (
    next.morph.case === 'Gen' &&
    (next.morph.pos === 'NOUN' || next.morph.pos === 'PROPN' || next.morph.pos === 'ADJ')
  )
    return true
  return (
    INTO.has(next.norm) &&
    mentions.some(({ type, from: start }) => start <= at + 3 && start > at && (type === 'place' || type === 'country'))
  )
}

const namedAt = (words: readonly Word[], mentions: readonly Mention[], at: number): Named | null => {
  const word = words[at]!
  const initials = byInitials(words, at)
  if (initials) return initials
  const station = isStationAbbreviation(word.norm)
  const lemma = station ? word.norm : word.lemma
  const plain = facilityFamily(lemma)
  if (plain === undefined || word.morph.number === 'Plur') return null
  // "Завод" in the middle of a sentence is a word of some other name.
  if (word.text !== word.norm && !station && at > 0) return null
  let from = at
  while (from > 0 && at - from < REACH && isAttribute(words[from - 1]!)) from--
  const first = properFrom(words, from, at, mentions)
  const short = stationAbbreviation(lemma, words.slice(from, at).map(adjectiveLemma))
  const family = short ? 'power' : plain
  const head = short ?? lemma
  if (first < at) {
    // A name inside quotation marks is a company's.
    if (OPEN.test(words[first - 1]?.text ?? '')) return null
    const adjectives = words.slice(first, at)
    const gender = short ? 'Fem' : genderOf(word)
    const kept = short ? adjectives.filter(isCapital) : adjectives
    const name = [...kept.map((one) => nominativeOf(one, gender)), head].join(' ')
    return { family, key: stemOf(adjectives[0]!.norm), name, from: first, to: at + 1, head: at }
  }
  const tail = tailOf(words, at, mentions)
  // "станция «Заря-3»" flies.
  if (tail && family === 'halt' && /\d/.test(tail.text)) return null
  if (tail)
    return { family, key: tail.text.toLowerCase(), name: `${head} ${tail.text}`, from: at, to: tail.to, head: at }
  if (tellsAnother(words, from, at, mentions)) return null
  return { family, key: '', name: '', from: at, to: at + 1, head: at }
}

/** A facility under all its names. */
interface Facility {
  readonly family: string
  readonly key: string
  readonly name: string
}

const initialsOf = ({ name }: Facility): string =>
  name
    .split(/[\s-]+/)
    .slice(0, -1)
    .map((word) => word.charAt(0).toLowerCase())
    .join('')

const isPower = ({ family }: { readonly family: string }): boolean => family === 'power'
const isHydro = ({ name }: Facility): boolean => /(?:^|\s)ГА?ЭС(?:\s|$)/.test(name)

// What may be called by a word of a family: a bare "станция" is a power station or a stop of a railway, a dam belongs to
// a hydroelectric station.
const mayBe = (family: string, other: Facility): boolean =>
  other.family === family || (family === 'halt' && isPower(other)) || (family === 'dam' && isHydro(other))

/** The facilities that a page names by a name of their own, by what tells each from the others of its family. */
const knownIn = (all: readonly (readonly Named[])[]): ReadonlyMap<string, readonly Facility[]> => {
  const known = new Map<string, Facility[]>()
  for (const { family, key, name } of all.flat()) {
    if (key === '' || key.startsWith('=')) continue
    const own = known.get(key) ?? []
    known.set(key, own)
    const at = own.findIndex((one) => mayBe(family, one) || mayBe(one.family, { family, key, name }))
    if (at < 0) own.push({ family, key, name })
    // "Приозерская АЭС" tells more than "Приозерская станция".
    else if (isPower({ family }) && !/\p{Lu}$/u.test(own[at]!.name)) own[at] = { family, key, name }
  }
  return known
}

/** A facility as a sentence names it, and by its fullest name. */
type Resolved = Named & { readonly full: string }

/** So many of those named last are asked whether a bare word means them. */
const RECENT = 24

/** The facilities of a page by sentence, each bare word led back to what the page names. */
const resolve = (all: readonly (readonly Named[])[]): (readonly Resolved[])[] => {
  const byKey = knownIn(all)
  const known = [...byKey.values()].flat()
  const initialled = new Map(known.flatMap((one) => (isPower(one) ? [[initialsOf(one), one] as const] : [])).reverse())
  const onlyOf = new Map<string, Facility | undefined>()
  let last: readonly Facility[] = []
  const meant = ({ family, key, name }: Named): Facility | undefined => {
    if (key.startsWith('=')) return initialled.get(key.slice(1)) ?? { family, key, name }
    if (key !== '') return byKey.get(key)?.find((one) => mayBe(family, one))
    const before = last.find((one) => mayBe(family, one))
    if (before) return before
    if (!onlyOf.has(family)) {
      const fit = known.filter((one) => mayBe(family, one))
      onlyOf.set(family, fit.length === 1 ? fit[0] : undefined)
    }
    return onlyOf.get(family)
  }
  return all.map((named) =>
    named.flatMap((one) => {
      const facility = meant(one)
      if (!facility) return []
      if (one.key !== '') last = [facility, ...last.filter(({ name }) => name !== facility.name)].slice(0, RECENT)
      return [{ ...one, full: facility.name }]
    }),
  )
}

// "на территорию АЭС": the ground of a facility goes before its name.
const groundStart = (words: readonly Word[], from: number): number => {
  let at = from
  while (at > 0 && from - at < REACH && isAttribute(words[at - 1]!) && !isCapital(words[at - 1]!)) at--
  return at > 0 && FACILITY_PARTS.has(words[at - 1]!.lemma) ? at - 1 : from
}

const mentionOf = ({ words, index, mentions }: SentenceReading, one: Resolved): Mention => {
  const own = mentions.find(({ type, from, to }) => type === 'place' && from <= one.from && one.to <= to)
  const from = groundStart(words, one.from)
  return {
    type: 'place',
    name: one.full,
    identity: own?.identity ?? '',
    sentence: index,
    from,
    to: one.to,
    head: from < one.from ? from : one.head,
    start: words[from]!.start,
    end: words[one.to - 1]!.end,
  }
}

const NONE: readonly Party[] = []
const read = new WeakMap<Reading, readonly (readonly Party[])[]>()

const readAll = (reading: Reading): readonly (readonly Party[])[] => {
  const named = reading.sentences.map(({ words, mentions }) => {
    const found: Named[] = []
    for (let at = 0; at < words.length; at++) {
      const one = namedAt(words, mentions, at)
      if (!one) continue
      found.push(one)
      at = one.to - 1
    }
    return found
  })
  return resolve(named).map((found, index) => {
    if (found.length === 0) return NONE
    const sentence = reading.sentences[index]!
    return partiesOf(
      sentence.words,
      found.map((one) => mentionOf(sentence, one)),
      new Map(),
    )
  })
}

/**
 * The facilities that a sentence names, as places, each by the page's fullest name of it: stations, ports, bridges, dams,
 * bases. "ЗАЭС" and a bare "станция" lead back to the station that the page names.
 *
 * @example 'Миссия прибыла на Приозерскую атомную станцию. Станция работает.' // 'Приозерская АЭС', twice
 */
export const facilitiesIn = (reading: Reading, index: number): readonly Party[] => {
  let all = read.get(reading)
  if (!all) {
    all = readAll(reading)
    read.set(reading, all)
  }
  return all[index] ?? NONE
}

/** Whether a mention stands inside the name of a facility of its sentence. */
export const isInFacility = (reading: Reading, { sentence, from, to }: Mention): boolean =>
  facilitiesIn(reading, sentence).some(({ mention }) => mention.from <= from && to <= mention.to)

/**
 * Whether a facility only stands in what talks are about: "переговоры по АЭС", "обсудили положение на АЭС". A noun
 * that is not the act itself stands between them then.
 */
export const isTopic = ({ words }: SentenceReading, { mention }: Party, trigger: number): boolean => {
  let at = words[mention.head]?.head ?? -1
  for (let steps = 0; steps < words.length && at >= 0 && at !== trigger; steps++) {
    const { morph, lemma, head } = words[at]!
    if (morph.pos === 'VERB') return false
    if ((morph.pos === 'NOUN' || morph.pos === 'PROPN') && !FACILITY_PARTS.has(lemma)) return true
    at = head
  }
  return at === trigger && (words[mention.from - 1]?.norm === 'по' || words[mention.from - 1]?.norm === 'о')
}
