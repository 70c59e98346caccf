import type { Case, Gender, GrammaticalNumber, Morph, Word } from '../../analysis.ts'
import type { Entry, Lexicon } from '../lexicon.ts'
import { PREPOSITION_CASES } from './context.ts'
import { abbreviationBase, formWith, writtenLike } from './nominative.ts'
import { wordName } from './thing-word.ts'

/** Brings a phrase (organization, place, document, office) to the nominative: its adjectives and head agree, its tail stands. */

interface Agreement {
  readonly case: Case
  readonly number: GrammaticalNumber
  readonly gender: Gender | undefined
  /** One noun in the plural for several names ("Донецкой и Луганской областей"): each name is singular. */
  readonly shared: boolean
}

export interface NormalPhrase {
  readonly text: string
  /** Word that carries the case, counted in the sentence. */
  readonly head: number
  readonly case: Case | null
  readonly gender: Gender | null
}

const isAttribute = (morph: Morph): boolean =>
  morph.case !== undefined &&
  (morph.pos === 'ADJ' || morph.pos === 'DET' || morph.pos === 'NUM' || morph.verbForm === 'Part') &&
  morph.variant === undefined

const isNoun = (morph: Morph): boolean => (morph.pos === 'NOUN' || morph.pos === 'PROPN') && morph.case !== undefined

const ADJECTIVE = /(?:ск|цк)(ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$/
const ADJECTIVE_CASES: Readonly<Record<string, string>> = {
  ий: 'Nom Acc',
  ого: 'Gen Acc',
  ому: 'Dat',
  им: 'Ins Dat',
  ом: 'Loc',
  ая: 'Nom',
  ой: 'Gen Dat Ins Loc',
  ую: 'Acc',
  ое: 'Nom Acc',
  ие: 'Nom Acc',
  их: 'Gen Loc',
  ими: 'Ins',
}

/** "Каменском районе": the dictionary has the town alone, but its adjective agrees with the noun after it. */
const isMadeAdjective = (words: readonly Word[], i: number): boolean => {
  const ending = ADJECTIVE.exec(words[i]!.norm)?.[1]
  const next = words[i + 1]
  if (ending === undefined || !next || next.text !== next.norm) return false
  const cases = ADJECTIVE_CASES[ending]!
  return next.readings.some(
    ({ morph }) => morph.pos === 'NOUN' && morph.case !== undefined && cases.includes(morph.case),
  )
}

const canAttribute = (word: Word): boolean => word.readings.some(({ morph }) => isAttribute(morph))

/** "Красным Лиманом": an adjective that may be a noun as well goes before a noun that it agrees with. */
const leads = (word: Word, next: Word): boolean =>
  word.readings.some(({ morph }) => morph.pos === 'ADJ') &&
  next.readings.some(
    ({ morph }) => isNoun(morph) && morph.pos === 'NOUN' && morph.case !== 'Nom' && agreesAs(word, morph) === 'full',
  )

/** First word that can be the head: a noun after words that can only go before one. */
export const headOf = (words: readonly Word[], from: number, to: number): number => {
  for (let i = from; i < to; i++) {
    const word = words[i]!
    if (word.morph.pos === 'PUNCT') continue
    if (i + 1 < to && (isMadeAdjective(words, i) || leads(word, words[i + 1]!))) continue
    const noun = word.readings.some(({ morph }) => isNoun(morph))
    if (!canAttribute(word) || (noun && word.morph.pos !== 'ADJ' && word.morph.pos !== 'DET')) return i
    const next = words[i + 1]
    if (i + 1 >= to) return i
    // A noun such as "Русские", "рабочий" heads the phrase when no agreeing noun comes after it.
    if (noun && next && !next.readings.some(({ morph }) => isNoun(morph) || isAttribute(morph))) return i
  }
  return to - 1
}

const CASE_ORDER: readonly Case[] = ['Nom', 'Gen', 'Dat', 'Acc', 'Ins', 'Loc']

type Gendered = { readonly gender?: Gender | undefined }
const gendersAgree = (own: Gendered, head: Gendered): boolean =>
  own.gender === undefined || head.gender === undefined || own.gender === head.gender

/** How an attribute agrees with a reading of the head: in full, as one of several that share it, or not. */
const agreesAs = (attribute: Word, head: Morph): 'full' | 'shared' | null => {
  let shared = false
  for (const { morph } of attribute.readings) {
    if (!isAttribute(morph) || morph.case !== head.case) continue
    const number = morph.number === undefined || morph.number === head.number
    if (number && (head.number === 'Plur' || gendersAgree(morph, head))) return 'full'
    if (morph.number === 'Sing' && head.number === 'Plur' && gendersAgree(morph, head)) shared = true
  }
  return shared ? 'shared' : null
}

/** Cases that the preposition before a phrase leaves; null where none stands. */
const governedBy = (words: readonly Word[], from: number): readonly number[] | null =>
  PREPOSITION_CASES.get(words[from - 1]?.norm ?? '') ?? null

const agreementOf = (words: readonly Word[], from: number, head: number, hint: Case | null): Agreement | null => {
  const word = words[head]!
  const governed = governedBy(words, from)
  const common = word.text === word.norm
  let best: Agreement | null = null
  let bestScore = -1
  for (const { morph, lemma } of word.readings) {
    if (morph.case === undefined || morph.number === undefined) continue
    if (!isNoun(morph) && !isAttribute(morph)) continue
    if (common && morph.pos === 'PROPN') continue
    let score = isNoun(morph) ? 1 : 0.5
    let agree = true
    let shared = false
    for (let i = from; i < head; i++) {
      const attribute = words[i]!
      if (!canAttribute(attribute)) continue
      const way = agreesAs(attribute, morph)
      if (way === 'shared') shared = true
      if (way !== null) score += way === 'full' ? 1 : 0.6
      else agree = false
    }
    if (!agree) score -= 1
    if (morph === word.morph) score += 0.3
    if (hint && morph.case === hint) score += 0.6
    if (governed) score += governed.includes(CASE_ORDER.indexOf(morph.case)) ? 0.5 : -0.4
    if (morph.name) score += 0.2
    // A form that is its own dictionary form is that rather than a rare plural's genitive ("Луизиана").
    if (lemma === word.norm && morph.case === 'Nom' && morph.number === 'Sing') score += 0.25
    score -= CASE_ORDER.indexOf(morph.case) * 0.01
    if (score > bestScore) {
      bestScore = score
      best = { case: morph.case, number: morph.number, gender: morph.gender, shared }
    }
  }
  return best
}

const fits = (morph: Morph, wanted: Agreement): boolean =>
  morph.case === wanted.case &&
  (morph.number === undefined || morph.number === wanted.number || (wanted.shared && morph.number === 'Sing')) &&
  (wanted.number === 'Plur' && !wanted.shared ? true : gendersAgree(morph, wanted))

/** "Каменском" before "районе" as "Каменский": the ending alone tells. */
const madeAdjective = (word: Word, { number, gender, shared }: Agreement): string => {
  const ending = ADJECTIVE.exec(word.norm)?.[1]
  if (ending === undefined) return word.text
  const plural = number === 'Plur' && !shared
  const wanted = plural ? 'ие' : gender === 'Fem' ? 'ая' : gender === 'Neut' ? 'ое' : 'ий'
  return writtenLike(word.norm.slice(0, -ending.length) + wanted, word.text)
}

const nominativeOf = (word: Word, wanted: Agreement, lexicon: Lexicon, head: boolean): string | null => {
  const number = wanted.shared ? 'Sing' : wanted.number
  for (const reading of word.readings) {
    const { morph } = reading
    if (!fits(morph, wanted) || (head ? !isNoun(morph) && !isAttribute(morph) : !isAttribute(morph))) continue
    if (head && word.text === word.norm && morph.pos === 'PROPN') continue
    if (morph.case === 'Nom' && morph.number === number) return word.text
    const gender = isAttribute(morph) ? wanted.gender : morph.gender
    const made = formWith(lexicon, reading as Entry, { case: 'Nom', number, gender }, word.norm)
    if (made) return writtenLike(made, word.text)
  }
  return null
}

const gap = (words: readonly Word[], i: number): string => (words[i]!.end < (words[i + 1]?.start ?? 0) ? ' ' : '')

/** The words as written, with one space where the text has a gap. */
export const asWritten = (words: readonly Word[], from: number, to: number): string => {
  let text = ''
  for (let i = from; i < to; i++) text += words[i]!.text + (i + 1 < to ? gap(words, i) : '')
  return text
}

const isAbbreviation = (text: string): boolean =>
  text.length > 1 && text.length <= 6 && text === text.toUpperCase() && /^[A-ZА-ЯЁ]/.test(text)

/** One word's nominative without any context: abbreviations lose their endings, dictionary words their case. */
const singleWord = (word: Word, lexicon: Lexicon, hint: Case | null): string => {
  const base = abbreviationBase(word.text)
  if (base) return base
  const agreement = agreementOf([word], 0, 0, hint)
  return (agreement && nominativeOf(word, agreement, lexicon, true)) ?? word.text
}

/** "Запорожской ВГА": an abbreviation tells no gender, its attribute does. */
const beforeAbbreviation = (word: Word, lexicon: Lexicon): string => {
  const { morph } = word
  const chosen = word.readings.find((reading) => reading.morph === morph && isAttribute(morph))
  const reading = chosen ?? word.readings.find((other) => isAttribute(other.morph))
  if (!reading || reading.morph.case === 'Nom') return word.text
  const { number, gender } = reading.morph
  const made = formWith(lexicon, reading as Entry, { case: 'Nom', number, gender }, word.norm)
  return made ? writtenLike(made, word.text) : word.text
}

/** "улицы Московской", "Каменки Днепровской": an adjective that ends the phrase agrees with its head. */
const agreesAfter = (words: readonly Word[], at: number, head: number, to: number, agreement: Agreement): boolean =>
  at === head + 1 &&
  at + 1 === to &&
  agreement.case !== 'Nom' &&
  !agreement.shared &&
  words[at]!.text !== words[at]!.norm &&
  words[at]!.readings.some(({ morph, lemma }) => morph.pos === 'ADJ' && /[ыио]й$/.test(lemma) && fits(morph, agreement))

/** "Неа Анхиалоса": of two foreign words the last is declined. */
const secondName = (
  words: readonly Word[],
  head: number,
  to: number,
  lexicon: Lexicon,
  seen: ReadonlySet<string>,
): string | null => {
  const [first, last] = [words[head]!, words[head + 1]]
  if (head + 2 !== to || !last || first.known || last.known || last.text === last.norm) return null
  return wordName(words, head + 1, lexicon, seen, head)?.text ?? null
}

const NONE: ReadonlySet<string> = new Set()

/**
 * The nominative of words [from, to): adjectives and the head noun by their common case, the rest as written.
 *
 * @param seen lower-case nominatives that the article writes as names
 * @example "Центральным телеграфным агентством Кореи" → "Центральное телеграфное агентство Кореи"
 */
export const normalPhrase = (
  words: readonly Word[],
  from: number,
  to: number,
  lexicon: Lexicon,
  hint: Case | null = null,
  seen: ReadonlySet<string> = NONE,
): NormalPhrase => {
  const head = headOf(words, from, to)
  const alone = head === from && words[head]!.text !== words[head]!.norm && !isAbbreviation(words[head]!.text)
  const single = alone && !abbreviationBase(words[head]!.text) ? wordName(words, head, lexicon, seen) : null
  const second = single && single.text === words[head]!.text ? secondName(words, head, to, lexicon, seen) : null
  const agreement = agreementOf(words, from, head, single?.case ?? hint)
  let text = ''
  for (let i = from; i < to; i++) {
    const word = words[i]!
    let made = word.text
    if (isAbbreviation(word.text)) made = word.text
    else if (i === head) {
      const known = single?.text ?? (agreement && nominativeOf(word, agreement, lexicon, true))
      made = (word.known || !abbreviationBase(word.text)) && known ? known : singleWord(word, lexicon, hint)
    } else if (i < head && isAbbreviation(words[head]!.text)) {
      made = beforeAbbreviation(word, lexicon)
    } else if (i < head && agreement) {
      made = nominativeOf(word, agreement, lexicon, false) ?? madeAdjective(word, agreement)
    } else if (second !== null && i === head + 1) {
      made = second
    } else if (agreement && agreesAfter(words, i, head, to, agreement)) {
      made = nominativeOf(word, agreement, lexicon, false) ?? word.text
    }
    text += made + (i + 1 < to ? gap(words, i) : '')
  }
  return { text, head, case: single?.case ?? agreement?.case ?? null, gender: agreement?.gender ?? null }
}
