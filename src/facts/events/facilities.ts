import type { Mention } from '../../language/index.ts'
import { facilitiesNamed, groundStart, type NamedFacility } from './facility-names.ts'
import { type Party, partiesOf } from './parties.ts'
import type { Reading, SentenceReading } from './reading.ts'
import { FACILITY_PARTS } from './russian/facilities.ts'

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
const knownIn = (all: readonly (readonly NamedFacility[])[]): ReadonlyMap<string, readonly Facility[]> => {
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
type Resolved = NamedFacility & { readonly full: string }

/** So many of those named last are asked whether a bare word means them. */
const RECENT = 24

/** The facilities of a page by sentence, each bare word led back to what the page names. */
const resolve = (all: readonly (readonly NamedFacility[])[]): (readonly Resolved[])[] => {
  const byKey = knownIn(all)
  const known = [...byKey.values()].flat()
  const initialled = new Map(known.flatMap((one) => (isPower(one) ? [[initialsOf(one), one] as const] : [])).reverse())
  const onlyOf = new Map<string, Facility | undefined>()
  let last: readonly Facility[] = []
  const meant = ({ family, key, name }: NamedFacility): Facility | undefined => {
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
  const named = reading.sentences.map(({ words, mentions }) => facilitiesNamed(words, mentions))
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
