import { overlap, WordSet } from '../../core/index.ts'
import type { Analysis, Sentence, Word } from '../../language/index.ts'
import type { FigureFact, StatementFact, TimeFact } from '../facts.ts'
import { innermost } from '../within.ts'
import { findDoubt } from './doubt.ts'
import { readNumber } from './number.ts'
import {
  APPROXIMATIONS,
  COMPOUND_NUMBERS,
  COMPOUND_UNITS,
  COUNTERS,
  CURRENCIES,
  FRACTIONS,
  HALF_UNIT,
  isDaypart,
  LABELS,
  NO_PEOPLE,
  ONE_UNIT,
  PARTIES,
  UNITS,
} from './russian/words.ts'

/** The full stop of an abbreviation ("млн.") is no part of a figure's words. */
const endOf = (word: Word): number => (word.text.endsWith('.') ? word.end - 1 : word.end)

const SIGNS = new WordSet(['$', '€', '£', '₽'])

type Reading = Omit<FigureFact, 'statement' | 'doubt'> & { readonly next: number }

/** "под" before a number is about it only in the accusative; "под 12 домами" tells where. */
const isUnder = (words: readonly Word[], phrase: string, at: number): boolean => {
  if (phrase !== 'под') return false
  const counted = words.slice(at, at + 5).find(({ morph }) => morph.pos === 'NOUN')
  return counted?.morph.case === 'Ins' || !/^\d/.test(words[at]!.text)
}

const approximationBefore = (
  words: readonly Word[],
  at: number,
): { value: FigureFact['approximation']; from: number } => {
  let phrase = ''
  const phrases: string[] = []
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    phrase = phrase === '' ? words[i]!.norm : `${words[i]!.norm} ${phrase}`
    phrases.push(phrase)
  }
  for (let length = phrases.length; length >= 1; length--) {
    const value = APPROXIMATIONS.get(phrases[length - 1]!)
    if (value && !isUnder(words, phrases[length - 1]!, at))
      return {
        value,
        from: /^(?:чуть|немного|несколько|совсем)$/.test(words[at - length - 1]?.norm ?? '')
          ? at - length - 1
          : at - length,
      }
  }
  return { value: undefined, from: at }
}

/** The noun phrase that is counted: adjectives and the noun in the genitive or in agreement, at most four words. */
const countedPhrase = (words: readonly Word[], at: number): { noun: Word; next: number } | null => {
  for (let i = at; i < words.length && i < at + 4; i++) {
    const { pos, case: kase } = words[i]!.morph
    if (pos === 'NOUN') return { noun: words[i]!, next: i + 1 }
    if (pos === 'ADJ' && kase === 'Nom' && i === at) return null
    if (pos !== 'ADJ' && pos !== 'DET' && !(pos === 'VERB' && words[i]!.morph.verbForm === 'Part')) {
      // "6000 военных", "30 раненых": an adjective that stands for people.
      const before = words[i - 1]
      return i > at && before?.morph.pos === 'ADJ' && before.morph.number === 'Plur' ? { noun: before, next: i } : null
    }
  }
  return null
}

const unitAt = (words: readonly Word[], at: number): { unit: string; next: number } | null => {
  const word = words[at]
  if (!word) return null
  const power = /^(кв|куб)(?:адратн|ическ|\.|$)/.exec(word.norm)
  if (power) {
    const after = words[at + 1]?.norm === '.' ? at + 2 : at + 1
    const inner = words[after] && (UNITS.get(words[after]!.norm) ?? UNITS.get(words[after]!.lemma))
    return inner === 'км' || inner === 'м' ? { unit: `${power[1]}. ${inner}`, next: after + 1 } : null
  }
  const unit = UNITS.get(word.norm.replace(/\.$/, '')) ?? UNITS.get(word.lemma)
  const per = words[at + 1]?.text === '/' ? words[at + 2]?.norm : undefined
  if ((unit === 'м' || unit === 'км') && (per === 'с' || per === 'ч')) return { unit: `${unit}/${per}`, next: at + 3 }
  if (unit !== undefined) return { unit, next: at + 1 }
  // "белорусских рублей", "швейцарских франков": the currency is the adjective with its noun.
  const currency = word.morph.pos === 'ADJ' ? UNITS.get(words[at + 1]?.lemma ?? '') : undefined
  return currency !== undefined && CURRENCIES.has(currency) ? { unit: `${word.lemma} ${currency}`, next: at + 2 } : null
}

/** A counted noun agrees with its number: "57 статьей", "159 УК" name an article of a law and count nothing. */
const agrees = (value: number, noun: Word): boolean => {
  const { number, case: kase } = noun.morph
  if (noun.text.length <= 4 && noun.text === noun.text.toUpperCase()) return false
  if (number === undefined || noun.morph.pos === 'ADJ') return true
  if (!Number.isInteger(value)) return true
  const last = value % 10
  const teen = Math.floor(value / 10) % 10 === 1
  if (last === 1 && !teen) return true
  return number === 'Plur' || (kase === 'Gen' && last >= 2 && last <= 4 && !teen)
}

/** "двух стран", "обе стороны" name the parties of the text and give no figure. */
const namesParties = (value: number, noun: Word): boolean => value === 2 && PARTIES.has(noun.lemma)

/** Parts of a law as they are shortened: "ч. 3 ст. 286" counts nothing. */
const LAW_PARTS = new Set(['ст', 'ч', 'п', 'пп', 'гл', 'абз'])

const isLabel = (words: readonly Word[], at: number): boolean => {
  const before = words[at - 1]
  if (before?.text === '.' && LAW_PARTS.has(words[at - 2]?.norm ?? '')) return true
  return (
    before !== undefined &&
    (before.text === '№' || before.text === '#' || LABELS.has(before.lemma) || before.text === '/')
  )
}

/** One past the genitive after a counter: "единиц ‹боевой техники и вооружения›"; at most six words. */
const genitiveAfter = (words: readonly Word[], at: number): number => {
  let end = at
  for (let i = words[at]?.text === '.' ? at + 1 : at; i < Math.min(words.length, at + 6); i++) {
    const { pos, case: kase } = words[i]!.morph
    if (pos === 'NOUN' && kase === 'Gen') end = i + 1
    else if (!(pos === 'ADJ' && kase === 'Gen') && words[i]!.norm !== 'и') break
  }
  return end
}

const withNumber = (words: readonly Word[], at: number): Reading | null => {
  const currency = SIGNS.has(words[at]!.text) ? UNITS.get(words[at]!.text) : undefined
  const begin = currency ? at + 1 : at
  const number = readNumber(words, begin)
  if (!number || isLabel(words, at)) return null
  const { value: approximation, from } = approximationBefore(words, at)
  const range = number.to === undefined ? {} : { to: number.to }
  const base = { value: number.value, ...range, ...(approximation ? { approximation } : {}) }
  const rest = unitAt(words, number.next)
  const start = words[from]!.start
  if (currency) return { unit: currency, ...base, start, end: endOf(words[number.next - 1]!), next: number.next }
  if (rest) {
    // An age is no figure of the world, nor is a calendar year.
    if (rest.unit === 'год' && number.digits && number.value > 1000) return null
    // "около девяти часов утра" is an hour of the day.
    if (rest.unit === 'час' && isDaypart(words[rest.next]?.lemma ?? '')) return null
    const of = /^(?:%|т|баррель)$/.test(rest.unit) || rest.unit === 'человек' ? countedPhrase(words, rest.next) : null
    const end = endOf(of ? words[of.next - 1]! : words[rest.next - 1]!)
    const counted =
      of && of.noun.morph.case === 'Gen'
        ? {
            of: words
              .slice(rest.next, of.next)
              .map((w) => w.text)
              .join(' '),
          }
        : {}
    return {
      unit: rest.unit,
      ...base,
      ...counted,
      start,
      end: counted.of ? end : endOf(words[rest.next - 1]!),
      next: rest.next,
    }
  }
  const counted = countedPhrase(words, number.next)
  if (!counted || number.value === 1 || !agrees(number.value, counted.noun) || namesParties(number.value, counted.noun))
    return null
  if (FRACTIONS.has(counted.noun.lemma) || LAW_PARTS.has(counted.noun.norm)) return null
  const things = COUNTERS.has(counted.noun.lemma) ? genitiveAfter(words, counted.next) : counted.next
  const person =
    (counted.noun.morph.animacy === 'Anim' && !NO_PEOPLE.has(counted.noun.lemma)) || counted.noun.morph.pos === 'ADJ'
  return {
    unit: person ? 'человек' : 'единица',
    ...base,
    of: words
      .slice(things > counted.next ? counted.next : number.next, things)
      .map((w) => w.text)
      .join(' '),
    start,
    end: words[things - 1]!.end,
    next: things,
  }
}

/** "более часа", "полчаса", "трехдневный визит": a duration without a number of its own. */
const withoutNumber = (words: readonly Word[], at: number): Reading | null => {
  const word = words[at]!
  const half = HALF_UNIT.get(word.norm)
  const one = half ? undefined : ONE_UNIT.get(word.norm)
  if (half || one) {
    const { value: approximation, from } = approximationBefore(words, at)
    const known = approximation ? { approximation } : {}
    const span = { start: words[from]!.start, end: word.end }
    if (half) return { value: 0.5, unit: half, ...known, ...span, next: at + 1 }
    if (one && approximation && words[at - 1]!.norm !== 'до')
      return { value: 1, unit: one, ...known, ...span, next: at + 1 }
  }
  if (word.morph.pos !== 'ADJ' || word.norm.length < 9) return null
  for (const [prefix, value] of COMPOUND_NUMBERS) {
    if (!word.norm.startsWith(prefix) || Number.isNaN(value)) continue
    const unit = COMPOUND_UNITS.find(([stem]) => word.norm.startsWith(stem, prefix.length))
    if (!unit) continue
    const noun = words[at + 1]?.morph.pos === 'NOUN' ? words[at + 1]! : null
    return {
      value,
      unit: unit[1],
      ...(noun ? { of: noun.text } : {}),
      start: word.start,
      end: noun?.end ?? word.end,
      next: at + 1,
    }
  }
  return null
}

const figuresOf = (sentence: Sentence, taken: (start: number, end: number) => boolean): Reading[] => {
  const { words } = sentence
  const found: Reading[] = []
  for (let at = 0; at < words.length; ) {
    const { pos } = words[at]!.morph
    const reading =
      pos === 'PUNCT' && !SIGNS.has(words[at]!.text) ? null : (withNumber(words, at) ?? withoutNumber(words, at))
    if (reading && !taken(reading.start, reading.end)) found.push(reading)
    at = Math.max(at + 1, reading?.next ?? at + 1)
  }
  return found
}

/**
 * Numbers about the world with unit, what they count, how exact they are, the statement that gives them and the doubt
 * that the text itself casts on them. Calendar times, labels ("статья 57"), ages and ordinals are no figures.
 *
 * @example «около 90 кв. км» → { value: 90, unit: 'кв. км', approximation: 'about' }
 */
export const findFigures = (
  analysis: Analysis,
  times: readonly TimeFact[],
  statements: readonly StatementFact[],
): readonly FigureFact[] => {
  const figures: FigureFact[] = []
  let time = 0
  for (const [index, sentence] of analysis.sentences.entries()) {
    if (sentence.part === 'dateline') continue
    while (time < times.length && times[time]!.end <= sentence.start) time++
    const here: TimeFact[] = []
    for (let i = time; i < times.length && times[i]!.start < sentence.end; i++) here.push(times[i]!)
    const readings = figuresOf(sentence, (start, end) => here.some((t) => overlap(t, { start, end }) > 0))
    if (readings.length === 0) continue
    const doubt = findDoubt(analysis, index)
    for (const { next: _, start, end, ...reading } of readings) {
      const statement = innermost(statements, start, end)
      const why = { rule: 'figure.count', words: [[start, end] as const] }
      figures.push({
        start,
        end,
        ...reading,
        ...(statement === -1 ? {} : { statement }),
        ...(doubt === null ? {} : { doubt }),
        why,
      })
    }
  }
  return figures
}
