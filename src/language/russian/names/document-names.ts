import type { Word } from '../../analysis.ts'
import { CLOSE_QUOTE, type FoundName, isCapital, OPEN_QUOTE } from './spans.ts'
import { TITLED_DOCUMENTS } from './words.ts'

/** Names of documents by their head noun, and how far the subject of a document goes. */

export const isAdjective = (word: Word | undefined): boolean =>
  word?.readings.some(
    ({ morph }) =>
      morph.pos === 'ADJ' || (morph.pos === 'VERB' && morph.verbForm === 'Part' && morph.case !== undefined),
  ) ?? false

export const canBe = (word: Word | undefined, test: (morph: Word['morph']) => boolean): boolean =>
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

export const quoteEnd = (words: readonly Word[], open: number, limit: number): number => {
  let depth = 1
  for (let i = open + 1; i < words.length && i <= open + limit; i++) {
    const { text } = words[i]!
    if (text === '«' || text === '„' || text === '“') depth++
    else if (CLOSE_QUOTE.test(text) && --depth === 0) return i
  }
  return -1
}

export const documents = (words: readonly Word[], names: readonly FoundName[]): FoundName[] => {
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
