import { WordSet } from '../../../core/index.ts'
import type { Sentence, Word } from '../../analysis.ts'
import { canBe, documents, isAdjective, quoteEnd } from './document-names.ts'
import type { Gazetteer } from './gazetteer.ts'
import { type FoundName, HOUSES, isCapital, OPEN_QUOTE } from './spans.ts'
import { EVENT_HEADS, SITE_HEADS, TITLED_DOCUMENTS } from './words.ts'

/** Names that stand by a head noun: documents, events, sites, bodies of a state. */

const KNOWN_EVENTS = new Set(
  'пмэф вэф олимпиада паралимпиада универсиада евровидение холокост евромайдан майдан чемпионат-мира brexit брекзит'.split(
    ' ',
  ),
)

const events = (words: readonly Word[]): FoundName[] => {
  const found: FoundName[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (isCapital(word) && KNOWN_EVENTS.has(word.lemma)) {
      found.push({ from: i, to: i + 1, type: 'event', rule: 'pattern.event' })
      continue
    }
    if (!EVENT_HEADS.has(word.lemma)) continue
    let from = i
    while (from > 0 && i - from < 5 && isAdjective(words[from - 1])) from--
    while (from < i && !isCapital(words[from])) from++
    const proper = from < i && (from > 0 || words[from]!.lemma.length > 3)
    if (proper && i - from >= 1) found.push({ from, to: i + 1, type: 'event', rule: 'pattern.event' })
  }
  return found
}

// "Комплекс «Сармат»", "зенитный комплекс С-300": only a complex of houses is a place.
const HOUSING =
  /^(?:жил|торгов|спортивн|гостиничн|выставочн|развлекательн|храмов|дворцов|мемориальн|музейн|курортн|санаторн|туристическ|горнолыжн|складск|делов|офисн|театральн|монастырск|больничн)/u
const isWeapon = (words: readonly Word[], i: number): boolean =>
  words[i]!.lemma === 'комплекс' && !HOUSING.test(words[i - 1]?.lemma ?? '')

const sites = (words: readonly Word[], names: readonly FoundName[]): FoundName[] => {
  const at = new Map<number, FoundName>()
  for (const name of names) if (!at.has(name.from)) at.set(name.from, name)
  const found: FoundName[] = []
  for (let i = 0; i + 1 < words.length; i++) {
    if (!SITE_HEADS.has(words[i]!.lemma) || isWeapon(words, i)) continue
    const open = OPEN_QUOTE.test(words[i + 1]!.text)
    const close = open && isCapital(words[i + 2]) ? quoteEnd(words, i + 1, 6) : -1
    if (close > 0) {
      found.push({ from: i, to: close + 1, type: 'place', rule: 'pattern.site' })
      continue
    }
    const name = at.get(i + 1)
    // "Сектор Газа" is the land, whatever the town in it is called.
    if (name && name.type === 'place' && (!name.entry || words[i]!.lemma === 'сектор')) {
      found.push({ from: i, to: name.to, type: 'place', rule: 'pattern.site' })
    } else if (!name && isCapital(words[i + 1]) && words[i + 1]!.text.length > 2 && !isCapital(words[i])) {
      let to = i + 2
      while (to < words.length && to < i + 4 && isCapital(words[to]) && !at.has(to) && words[to]!.text.length > 2) to++
      found.push({ from: i, to, type: 'place', rule: 'pattern.site' })
    }
  }
  return found
}

/** Bodies of a state: with its name in the genitive or its adjective they stand for one body. */
const STATE_BODIES = new WordSet(
  (
    'правительство парламент министерство посольство консульство армия войско власть администрация разведка прокуратура полиция руководство ' +
    'суд сенат конгресс генштаб спецслужба флот авиация минобороны минфин мид кабмин кабинет делегация ведомство военное генпрокуратура военный ' +
    'силовик дипломатия мвд центробанк генконсульство постпредство оппозиция военнослужащий солдат пресс-служба сторона войска страна представительство штаб'
  ).split(' '),
)

const isGenitive = (word: Word | undefined): boolean =>
  canBe(word, (morph) => morph.case === 'Gen') || word?.norm === 'и' || word?.norm === 'по' || word?.norm === '-'

const OWNED = new Set(['пресс-служба', 'руководство', 'страна', 'представительство', 'штаб'])

/** "пресс-служба Следственного комитета": end of the body that a press service or a leadership belongs to; -1 for none. */
const servedBody = (words: readonly Word[], head: number, owners: ReadonlyMap<number, FoundName>): number =>
  OWNED.has(words[head]!.lemma) ? (owners.get(head + 1)?.to ?? -1) : -1

// "посольство России в Белоруссии": where it sits belongs to its name.
const abroad = (
  words: readonly Word[],
  head: number,
  to: number,
  countries: ReadonlyMap<number, FoundName>,
): number => {
  const there = /посольств|консульств|постпредств/.test(words[head]!.lemma) ? countries.get(to + 1) : undefined
  return there && /^(?:в|во|на|при)$/.test(words[to]?.norm ?? '') ? there.to : to
}

// "Российская военная | операция": what is a noun elsewhere only goes before one here.
const leadsNoun = (words: readonly Word[], i: number): boolean =>
  words[i]!.morph.pos === 'ADJ' &&
  words[i + 1]?.morph.pos === 'NOUN' &&
  words[i + 1]!.morph.case === words[i]!.morph.case

/** "правительство Грузии", "министерство обороны США", "российское правительство", "украинские власти". */
const bodies = (words: readonly Word[], names: readonly FoundName[], gazetteer: Gazetteer): FoundName[] => {
  const countries = new Map<number, FoundName>()
  const owners = new Map<number, FoundName>()
  for (const name of names) {
    if (name.type === 'country') countries.set(name.from, name)
    else if (name.type === 'organization') owners.set(name.from, name)
  }
  const found: FoundName[] = []
  for (let i = 0; i < words.length; i++) {
    if (!STATE_BODIES.has(words[i]!.lemma) || leadsNoun(words, i)) continue
    // "Организация Договора о …" is a body.
    if (i > 0 && words[i - 1]!.lemma === 'организация' && isCapital(words[i - 1])) continue
    let from = i
    while (from > 0 && i - from < 4 && isAdjective(words[from - 1]) && words[from - 1]!.morph.pos !== 'DET') from--
    const adjective = words.slice(from, i).findIndex((word) => gazetteer.adjective(word.norm) !== null)
    let to = servedBody(words, i, owners)
    for (let k = to < 0 ? i + 1 : words.length; k < words.length && k <= i + 6; k++) {
      const name = countries.get(k)
      if (name) {
        to = name.to
        break
      }
      if (!isGenitive(words[k])) break
    }
    if (to < 0 && adjective >= 0) {
      to = i + 1
      // "российское министерство обороны": what it governs belongs to it.
      while (words[i]!.lemma === 'министерство' && to < i + 5 && isGenitive(words[to]) && !isCapital(words[to])) to++
    }
    if (to < 0) continue
    to = abroad(words, i, to, countries)
    const start = adjective >= 0 ? from + adjective : i
    if (start >= (found.at(-1)?.to ?? 0))
      found.push({ from: start, to, type: 'organization', phrase: true, rule: 'pattern.body' })
  }
  return found
}

const STATE_ABBREVIATION =
  /^(?:МИД|МВД|МО|ВС|ВВС|ВМС|ВМФ|ЦИК|ЦБ|ВКС|ПВО|МИДа|МИДом|МИДу|МИДе)$|^Мин[а-яё]{3,}$|^(?:Ген(?:штаб|прокуратур|консульств)|Центробанк|Центризбирком|Верховн|Конституционн|Министерств|Национальн|Совет|Правительств|Вооруженн|Парламент|Центральн|Служб|Посольств|Государственн|Федеральн)/

/** Houses stand in one capital alone, whatever state is named behind them. */
const isOfOneState = ({ entry }: FoundName): boolean => entry === undefined || HOUSES.has(entry.name)

// "Сенат Чили", "СК Чили": what the table knows as a body of one state is here another's of the same name.
const isAnothers = (words: readonly Word[], name: FoundName, country: FoundName): boolean => {
  const { entry, from, to } = name
  const own = entry?.country
  if (!own || own === country.entry?.country || isOfOneState(name)) return false
  return to - from > 1 || /^\p{Lu}{2,4}$/u.test(words[from]!.text) || STATE_BODIES.has(words[from]!.lemma)
}

/**
 * "МИД" + "России" → "МИД России": a body's name goes on with its state. A name of the table that goes on with another state is that
 * state's.
 */
export const extendBodies = (words: readonly Word[], names: readonly FoundName[]): FoundName[] => {
  const byStart = new Map<number, FoundName>()
  for (const name of names) if (name.type === 'country' && !byStart.has(name.from)) byStart.set(name.from, name)
  if (byStart.size === 0) return [...names]
  return names.map((name) => {
    if (name.type !== 'organization' || name.phrase) return name
    const country = byStart.get(name.to)
    const genitive = country !== undefined && (country.cases === undefined || (country.cases & 2) !== 0)
    if (!country || !genitive || country.to <= name.to) return name
    const others = isAnothers(words, name, country)
    if (!others && !STATE_ABBREVIATION.test(words[name.from]!.text)) return name
    const whole: FoundName = { from: name.from, to: country.to, type: name.type, rule: `${name.rule}+country` }
    return others && name.entry ? { ...whole, instead: name.entry.name } : whole
  })
}

const crosses = (a: FoundName, b: FoundName): boolean =>
  a.from < b.to && b.from < a.to && !(a.from <= b.from && b.to <= a.to) && !(b.from <= a.from && a.to <= b.to)

const HEADS: ReadonlySet<string> = new WordSet([
  ...TITLED_DOCUMENTS,
  ...KNOWN_EVENTS,
  ...EVENT_HEADS,
  ...SITE_HEADS,
  ...STATE_BODIES,
])

/** Whether a pattern can begin at a word: most sentences have no such word. */
const mayHead = (word: Word): boolean => HEADS.has(word.lemma)

/** Adds what patterns find to the names found; what would cross a name is left out. */
export const addPatterns = (sentence: Sentence, names: readonly FoundName[], gazetteer: Gazetteer): FoundName[] => {
  const { words } = sentence
  const extended = extendBodies(words, names)
  const inOrder = (a: FoundName, b: FoundName): number => a.from - b.from || b.to - a.to
  if (!words.some(mayHead)) return [...extended].sort(inOrder)
  const additions = [
    ...documents(words, extended),
    ...events(words),
    ...sites(words, extended),
    ...bodies(words, extended, gazetteer),
  ]
  const cover = new Cover(words.length)
  for (const name of extended) cover.add(name)
  const dropped = new Set<FoundName>()
  for (const addition of additions) {
    const near = cover.near(addition)
    if (near.some((name) => crosses(name, addition))) continue
    if (near.some((name) => name.from === addition.from && name.to === addition.to)) continue
    if (addition.phrase && near.some((name) => name.from <= addition.from && addition.to <= name.to)) continue
    cover.add(addition)
    if (addition.rule !== 'pattern.site') continue
    for (const name of near) {
      if (!name.entry && name.from > addition.from && name.to === addition.to && name.type === 'place')
        dropped.add(name)
    }
  }
  return cover.all.filter((name) => !dropped.has(name)).sort(inOrder)
}

/** Names by the words that they cover. */
class Cover {
  readonly all: FoundName[] = []
  private readonly byWord: (FoundName[] | undefined)[]

  constructor(length: number) {
    this.byWord = new Array(length)
  }

  add(name: FoundName): void {
    this.all.push(name)
    for (let i = name.from; i < name.to; i++) {
      const list = this.byWord[i]
      if (list) list.push(name)
      else this.byWord[i] = [name]
    }
  }

  near({ from, to }: FoundName): readonly FoundName[] {
    const found = new Set<FoundName>()
    for (let i = from; i < to; i++) for (const name of this.byWord[i] ?? []) found.add(name)
    return [...found]
  }
}
