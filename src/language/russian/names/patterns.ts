import { WordSet } from '../../../core/index.ts'
import type { Sentence, Word } from '../../analysis.ts'
import type { Gazetteer } from './gazetteer.ts'
import { CLOSE_QUOTE, type FoundName, isCapital, OPEN_QUOTE } from './spans.ts'
import { EVENT_HEADS, SITE_HEADS, TITLED_DOCUMENTS } from './words.ts'

/** Names that stand by a head noun: documents, events, sites, bodies of a state. */

const isAdjective = (word: Word | undefined): boolean =>
  word?.readings.some(
    ({ morph }) =>
      morph.pos === 'ADJ' || (morph.pos === 'VERB' && morph.verbForm === 'Part' && morph.case !== undefined),
  ) ?? false

const canBe = (word: Word | undefined, test: (morph: Word['morph']) => boolean): boolean =>
  word?.readings.some(({ morph }) => test(morph)) ?? false

const isNounLike = (word: Word | undefined): boolean =>
  canBe(
    word,
    (morph) =>
      morph.pos === 'NOUN' ||
      morph.pos === 'PROPN' ||
      morph.pos === 'ADJ' ||
      morph.pos === 'NUM' ||
      morph.pos === 'X' ||
      morph.verbForm === 'Part',
  )

const DOCUMENT_LINKS = new Set('о об обо и между по для от за из к в во с со на против без'.split(' '))
const AREA_NOUNS = new Set(['область', 'сфера', 'отношение', 'рамка', 'случай', 'война', 'космос'])
const MONTHS = new Set('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '))
const MAX_TITLE = 25

// Prepositions that only some nouns take with them: "о защите детей ‹от насилия›", "об ответственности ‹за съемку›".
const RULED: ReadonlyMap<string, RegExp> = new Map([
  ['от', /^(?:защит|освобожд|отказ|охран|отсроч|изоляц|очист|независим|страхован|спасени|избавлени)/u],
  ['за', /^(?:ответственност|наказани|штраф|контрол|надзор|плат|санкци|выплат|компенсаци|наблюдени)/u],
  ['из', /^(?:выход|вывод|выезд|вывоз|исключени|выдворени|высылк|эвакуаци|освобождени|экспорт)/u],
  ['к', /^(?:присоединени|доступ|переход|подготовк|допуск|привлечени|требовани|подключени|приравнивани)/u],
])
// "по предложению Москвы" tells how the document came to be, not what it is about.
const BY_WHOM = new Set(
  'предложение инициатива просьба решение поручение итог результат требование указание данные слово мнение'.split(' '),
)

const nounsBefore = (words: readonly Word[], at: number, ruling: RegExp): boolean => {
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    if (words[i]!.morph.pos === 'ADP') return false
    if (ruling.test(words[i]!.lemma)) return true
  }
  return false
}

// "о высылке нелегалов в Руанду", "о призыве на сборы" go on; "принял закон о бюджете в Москве" does not. A name that
// begins there counts by the case of its own first word.
const leadsOn = (words: readonly Word[], at: number, starts: ReadonlyMap<number, FoundName>): boolean => {
  const { norm } = words[at]!
  const ruling = RULED.get(norm)
  if (ruling) return nounsBefore(words, at, ruling)
  if (norm === 'по') return !BY_WHOM.has(words[at + 1]?.lemma ?? '')
  if (norm === 'с' || norm === 'со') return starts.has(at + 1)
  if (norm !== 'в' && norm !== 'во' && norm !== 'на') return true
  for (let i = at + 1; i < Math.min(words.length, at + 4); i++) {
    const { lemma, morph } = words[i]!
    if (AREA_NOUNS.has(lemma)) return true
    if (morph.pos === 'NOUN' || morph.pos === 'PROPN') return morph.case === 'Acc'
    if (!isNounLike(words[i])) return false
  }
  return false
}

/** What cannot stand in the subject of a document: a date of its signing, who signed it, an adverb. */
const isForeign = (words: readonly Word[], at: number, starts: ReadonlyMap<number, FoundName>): boolean => {
  const { pos, case: kase } = words[at]!.morph
  if (pos === 'ADV') return true
  if (/^\d{1,2}$/u.test(words[at]!.norm) && MONTHS.has(words[at + 1]?.lemma ?? '')) return true
  const type = starts.get(at)?.type
  return kase === 'Nom' && (type === 'person' || (type === 'organization' && isCapital(words[at])))
}

/** "о вхождении ДНР‹, ЛНР и Херсонской области›": a comma between names that "и" ends. */
const listsNames = (words: readonly Word[], comma: number, starts: ReadonlyMap<number, FoundName>): boolean => {
  for (let i = comma; i < Math.min(words.length, comma + 16); ) {
    const name = starts.get(i + 1)
    if (!name || name.type === 'person' || name.type === 'document') return false
    const after = words[name.to]
    if (after?.norm === 'и') return starts.has(name.to + 1)
    if (after?.text !== ',') return false
    i = name.to
  }
  return false
}

/** End of the subject of a document ("о стратегическом партнерстве между Россией и КНДР"): first word after it. */
const subjectEnd = (words: readonly Word[], from: number, starts: ReadonlyMap<number, FoundName>): number => {
  let end = from
  const limit = Math.min(words.length, from + MAX_TITLE)
  for (let i = from; i < limit; i++) {
    const word = words[i]!
    if (end === i && i > from && OPEN_QUOTE.test(word.text) && isCapital(words[i + 1])) {
      const close = quoteEnd(words, i, limit - i)
      if (close > 0) end = close + 1
      break
    }
    if (word.text === ',' && end === i && listsNames(words, i, starts)) continue
    if (word.morph.pos === 'PUNCT' || word.morph.pos === 'SYM') break
    const verb = word.morph.pos === 'VERB' || word.morph.pos === 'AUX'
    if (verb && word.morph.verbForm !== 'Part' && !isCapital(word)) break
    if (DOCUMENT_LINKS.has(word.norm)) {
      if (i > from && !leadsOn(words, i, starts)) break
      continue
    }
    if (isForeign(words, i, starts)) break
    // "конвенция о консулах и Договор о дружбе" are two.
    if (words[i - 1]!.norm === 'и' && TITLED_DOCUMENTS.has(word.lemma) && isCapital(word)) break
    if (word.morph.pos === 'DET') continue
    if (!isNounLike(word)) break
    end = i + 1
  }
  return end
}

/**
 * The end of a document's subject before the subject of the sentence: "О приостановке соглашения о визах ‹министры›
 * договорились". Only where the document itself is no subject, and the verb that follows agrees with a noun.
 */
const withoutSubject = (words: readonly Word[], head: number, end: number): number => {
  const verb = words[end]?.morph
  if (verb?.verbForm !== 'Fin' || words[head]!.morph.case === 'Nom') return end
  for (let i = head + 3; i < end; i++)
    if (canBe(words[i], ({ pos, case: kase, number }) => pos === 'NOUN' && kase === 'Nom' && number === verb.number))
      return i
  return end
}

const quoteEnd = (words: readonly Word[], open: number, limit: number): number => {
  let depth = 1
  for (let i = open + 1; i < words.length && i <= open + limit; i++) {
    const { text } = words[i]!
    if (text === '«' || text === '„' || text === '“') depth++
    else if (CLOSE_QUOTE.test(text) && --depth === 0) return i
  }
  return -1
}

const documents = (words: readonly Word[], names: readonly FoundName[]): FoundName[] => {
  const found: FoundName[] = []
  const starts = new Map(names.map((name) => [name.from, name]))
  for (let i = 0; i < words.length; i++) {
    const head = words[i]!
    if (!TITLED_DOCUMENTS.has(head.lemma)) continue
    // "Организация Договора о …" is a body.
    if (i > 0 && words[i - 1]!.lemma === 'организация' && isCapital(words[i - 1])) continue
    let from = i
    while (from > 0 && i - from < 4 && isAdjective(words[from - 1]) && isCapital(words[from - 1]) && from - 1 > 0)
      from--
    const next = words[i + 1]
    let to = i + 1
    if (next && OPEN_QUOTE.test(next.text) && isCapital(words[i + 2])) {
      const close = quoteEnd(words, i + 1, MAX_TITLE)
      if (close > 0) to = close + 1
    } else if (next && (next.norm === 'о' || next.norm === 'об' || next.norm === 'обо')) {
      const end = words[i + 2]?.norm === 'том' ? 0 : withoutSubject(words, i, subjectEnd(words, i + 1, starts))
      if (end > i + 2) to = end
    }
    if (to === i + 1 && from < i) {
      // "Конституция Украины", "Версальский договор": an adjective in a capital makes it a name.
      to = i + 1
    } else if (to === i + 1) {
      const named = starts.get(i + 1)
      if (named?.type === 'country' && (head.lemma === 'конституция' || head.lemma === 'кодекс')) to = named.to
      else continue
    }
    found.push({ from, to, type: 'document', rule: 'pattern.document' })
    i = to - 1
  }
  return found
}

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

const sites = (words: readonly Word[], names: readonly FoundName[]): FoundName[] => {
  const at = new Map<number, FoundName>()
  for (const name of names) if (!at.has(name.from)) at.set(name.from, name)
  const found: FoundName[] = []
  for (let i = 0; i + 1 < words.length; i++) {
    if (!SITE_HEADS.has(words[i]!.lemma)) continue
    const open = OPEN_QUOTE.test(words[i + 1]!.text)
    const close = open && isCapital(words[i + 2]) ? quoteEnd(words, i + 1, 6) : -1
    if (close > 0) {
      found.push({ from: i, to: close + 1, type: 'place', rule: 'pattern.site' })
      continue
    }
    const name = at.get(i + 1)
    if (name && name.type === 'place' && !name.entry) {
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
    if (!STATE_BODIES.has(words[i]!.lemma)) continue
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

/** "МИД" + "России" → "МИД России": a body's name goes on with its state. */
export const extendBodies = (words: readonly Word[], names: readonly FoundName[]): FoundName[] => {
  const byStart = new Map<number, FoundName>()
  for (const name of names) if (name.type === 'country' && !byStart.has(name.from)) byStart.set(name.from, name)
  if (byStart.size === 0) return [...names]
  return names.map((name) => {
    if (name.type !== 'organization' || name.phrase) return name
    const country = byStart.get(name.to)
    const genitive = country !== undefined && (country.cases === undefined || (country.cases & 2) !== 0)
    if (!country || !genitive || country.to <= name.to || !STATE_ABBREVIATION.test(words[name.from]!.text)) return name
    return { from: name.from, to: country.to, type: name.type, rule: `${name.rule}+country` }
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
