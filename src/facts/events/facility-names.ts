import type { Gender, Mention, Word } from '../../language/index.ts'
import { asWritten } from '../as-written.ts'
import { adjective } from '../statements/russian/nominative.ts'
import { FACILITY_PARTS, facilityFamily, isStationAbbreviation, stationAbbreviation } from './russian/facilities.ts'

/** One facility as one sentence names it. */
export interface NamedFacility {
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
const byInitials = (words: readonly Word[], at: number): NamedFacility | null => {
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

// What stands at a word as a facility: by a name of its own, by initials, by a bare word; null where nothing does.
const namedAt = (words: readonly Word[], mentions: readonly Mention[], at: number): NamedFacility | null => {
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

/**
 * The facilities of a sentence by the words that stand there: names of their own ("Приозерская АЭС"), initials ("ЗАЭС"), bare
 * words that may mean one that the page names elsewhere.
 */
export const facilitiesNamed = (words: readonly Word[], mentions: readonly Mention[]): readonly NamedFacility[] => {
  const found: NamedFacility[] = []
  for (let at = 0; at < words.length; at++) {
    const one = namedAt(words, mentions, at)
    if (!one) continue
    found.push(one)
    at = one.to - 1
  }
  return found
}

/** Where a facility begins with its ground, which goes before its name: "на территорию АЭС". */
export const groundStart = (words: readonly Word[], from: number): number => {
  let at = from
  while (at > 0 && from - at < REACH && isAttribute(words[at - 1]!) && !isCapital(words[at - 1]!)) at--
  return at > 0 && FACILITY_PARTS.has(words[at - 1]!.lemma) ? at - 1 : from
}
