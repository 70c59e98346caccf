import type { Case, Gender, GrammaticalNumber, Morph, Word } from '../../analysis.ts'
import type { Entry, Lexicon } from '../lexicon.ts'
import { abbreviationBase, capitalizeLike, formWith, spellLike } from './nominative.ts'

/** Brings a phrase (organization, place, document, office) to the nominative: its adjectives and head agree, its tail stands. */

interface Agreement {
  readonly case: Case
  readonly number: GrammaticalNumber
  readonly gender: Gender | undefined
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

const canAttribute = (word: Word): boolean =>
  word.readings.some(({ morph }) => isAttribute(morph)) &&
  !word.readings.some(({ morph }) => morph.name === 'Sur' && false)

/** First word that can be the head: a noun after words that can only go before one. */
export const headOf = (words: readonly Word[], from: number, to: number): number => {
  for (let i = from; i < to; i++) {
    const word = words[i]!
    if (word.morph.pos === 'PUNCT') continue
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

const agreementOf = (words: readonly Word[], from: number, head: number, hint: Case | null): Agreement | null => {
  const word = words[head]!
  let best: Agreement | null = null
  let bestScore = -1
  for (const { morph, lemma } of word.readings) {
    if (morph.case === undefined || morph.number === undefined) continue
    if (!isNoun(morph) && !isAttribute(morph)) continue
    let score = isNoun(morph) ? 1 : 0.5
    let agree = true
    for (let i = from; i < head; i++) {
      const attribute = words[i]!
      if (!canAttribute(attribute)) continue
      const fits = attribute.readings.some(
        ({ morph: own }) =>
          isAttribute(own) &&
          own.case === morph.case &&
          (own.number === undefined || own.number === morph.number) &&
          (own.number === 'Plur' ||
            morph.number === 'Plur' ||
            own.gender === undefined ||
            morph.gender === undefined ||
            own.gender === morph.gender),
      )
      if (fits) score += 1
      else agree = false
    }
    if (!agree) score -= 1
    if (morph === word.morph) score += 0.3
    if (hint && morph.case === hint) score += 0.6
    if (morph.name) score += 0.2
    // A form that is its own dictionary form is that rather than a rare plural's genitive ("Луизиана").
    if (lemma === word.norm && morph.case === 'Nom' && morph.number === 'Sing') score += 0.25
    score -= CASE_ORDER.indexOf(morph.case) * 0.01
    if (score > bestScore) {
      bestScore = score
      best = { case: morph.case, number: morph.number, gender: morph.gender }
    }
  }
  return best
}

const fits = (morph: Morph, wanted: Agreement): boolean =>
  morph.case === wanted.case &&
  (morph.number === undefined || morph.number === wanted.number) &&
  (wanted.number === 'Plur' ||
    morph.gender === undefined ||
    wanted.gender === undefined ||
    morph.gender === wanted.gender)

const nominativeOf = (word: Word, wanted: Agreement, lexicon: Lexicon, head: boolean): string | null => {
  for (const reading of word.readings) {
    const { morph } = reading
    if (!fits(morph, wanted) || (head ? !isNoun(morph) && !isAttribute(morph) : !isAttribute(morph))) continue
    const gender = isAttribute(morph) ? wanted.gender : morph.gender
    const made = formWith(lexicon, reading as Entry, { case: 'Nom', number: wanted.number, gender })
    if (made) return capitalizeLike(spellLike(made, word.text), word.text)
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

/**
 * The nominative of words [from, to): adjectives and the head noun by their common case, the rest as written.
 *
 * @example "Центральным телеграфным агентством Кореи" → "Центральное телеграфное агентство Кореи"
 */
export const normalPhrase = (
  words: readonly Word[],
  from: number,
  to: number,
  lexicon: Lexicon,
  hint: Case | null = null,
): NormalPhrase => {
  const head = headOf(words, from, to)
  const agreement = agreementOf(words, from, head, hint)
  let text = ''
  for (let i = from; i < to; i++) {
    const word = words[i]!
    let made = word.text
    if (isAbbreviation(word.text)) made = word.text
    else if (i === head) {
      const known = agreement && nominativeOf(word, agreement, lexicon, true)
      made = (word.known || !abbreviationBase(word.text)) && known ? known : singleWord(word, lexicon, hint)
    } else if (i < head && agreement) made = nominativeOf(word, agreement, lexicon, false) ?? word.text
    text += made + (i + 1 < to ? gap(words, i) : '')
  }
  return { text, head, case: agreement?.case ?? null, gender: agreement?.gender ?? null }
}
