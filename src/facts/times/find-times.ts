import { dayNumber, edtfBounds, isEdtf } from '../../core/index.ts'
import type { Analysis, Sentence } from '../../language/index.ts'
import type { TimeFact } from '../facts.ts'
import { lex, type Piece } from './lex.ts'
import type { Anchor } from './point.ts'
import { resolvePoint, weekdayOf } from './resolve.ts'
import { mayBegin } from './russian/points.ts'
import { type Expression, expressionAt } from './russian/ranges.ts'
import { FUTURE_WORDS, MONTHS, SAYING, WEEKDAYS } from './russian/words.ts'
import { timexOf } from './timex.ts'

/** Day number of an article's date of publication; null when nobody says, or only day and month are known. */
export const publicationDay = (published: string | null): number | null => {
  const match = published === null ? null : /^(\d{4})-(\d\d)-(\d\d)/.exec(published)
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

type Tense = Anchor['tense']

/** What a word says of time: a verb's tense, turned by "бы" and by "будет" before a participle. */
const tenseOf = (sentence: Sentence, i: number): Tense => {
  const { words } = sentence
  const { norm, morph } = words[i]!
  if (FUTURE_WORDS.test(norm) || morph.tense === 'Fut') return 'future'
  if (morph.tense !== 'Past' || (morph.pos !== 'VERB' && morph.pos !== 'AUX')) return null
  if (words[i + 1]?.norm === 'бы') return 'future'
  if (morph.verbForm === 'Part' && (words[i - 1]?.morph.tense === 'Fut' || words[i - 2]?.morph.tense === 'Fut'))
    return null
  return 'past'
}

/** Whether a comma parts a word from a place in its sentence. */
const commaBetween = (sentence: Sentence, i: number, at: number): boolean => {
  const { words } = sentence
  const step = words[i]!.start < at ? 1 : -1
  for (let k = i + step; words[k] && (step > 0 ? words[k]!.start < at : words[k]!.start > at); k += step)
    if (words[k]!.text === ',') return true
  return false
}

/**
 * Tense of the verb nearest to a place in its sentence: it says on which side of today a yearless date lies. A verb of
 * saying in another clause tells when one spoke, and is asked only where no other verb is near.
 */
const tenseNear = (sentence: Sentence, at: number): Tense => {
  const best: { own: Tense; said: Tense } = { own: null, said: null }
  const distance = { own: 160, said: 160 }
  for (const [i, word] of sentence.words.entries()) {
    const gap = Math.abs(word.start - at)
    if (gap >= 160) {
      if (word.start > at) break
      continue
    }
    const tense = tenseOf(sentence, i)
    if (!tense) continue
    const aside = tense === 'past' && SAYING.has(word.lemma) && commaBetween(sentence, i, at)
    const sort = aside ? 'said' : 'own'
    if (gap >= distance[sort]) continue
    best[sort] = tense
    distance[sort] = gap
  }
  return best.own ?? best.said
}

// One rule asks for the case of a word, after "накануне": other sentences need not be looked through.
const markGenitives = (pieces: readonly Piece[], sentence: Sentence): void => {
  if (!pieces.some((piece) => piece.text === 'накануне')) return
  let i = 0
  for (const piece of pieces) {
    while (i < sentence.words.length && sentence.words[i]!.start < piece.start) i++
    if (sentence.words[i]?.start === piece.start) piece.genitive = sentence.words[i]!.morph.case === 'Gen'
  }
}

const span = (pieces: readonly Piece[], found: Expression): { start: number; end: number } => ({
  start: pieces[found.at]!.start,
  end: pieces[found.next - 1]!.end,
})

/** Days. */
const YEAR = 366

const FULL = /^\d{4}-\d\d/

const edtfOf = (found: Expression, anchor: Anchor): string | null => {
  const from = resolvePoint(found.from, anchor)
  if (from === null) return null
  if (found.to) {
    const to = resolvePoint(found.to, { ...anchor, last: from })
    if (to === null) return null
    const value = `${from}/${to}`
    if (isEdtf(value) || from.startsWith('XXXX') || from.includes('T')) return value
    // "с декабря по март 2023 года": the earlier end lies in the year before.
    const earlier = resolvePoint({ ...found.from, year: Number(to.slice(0, 4)) - 1 }, anchor)
    return earlier !== null && found.from.year !== found.to.year && isEdtf(`${earlier}/${to}`)
      ? `${earlier}/${to}`
      : null
  }
  if (found.open === 'end' && !from.includes('/')) return `${from}/..`
  return found.open === 'start' && !from.includes('/') ? `../${from}` : from
}

const timeFact = (text: string, where: { start: number; end: number }, value: string, rule: string): TimeFact => {
  const { start, end } = where
  const timex = timexOf(text, { start, end, value })
  const why = { rule, words: [[start, end] as const] }
  return timex === undefined ? { start, end, value, why } : { start, end, value, timex, why }
}

const DAY = /^\d{4}-\d\d-\d\d$/
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/**
 * «в среду, 5 марта» names one day twice: the date decides what day it is, and a weekday that the calendar does not give
 * it is noted on both. Looks at the last two times found.
 */
const sameDay = (text: string, times: TimeFact[]): void => {
  const [weekday, date] = [times.at(-2), times.at(-1)]
  if (weekday?.why?.rule !== 'time.weekday' || date?.why?.rule !== 'time.day-month' || !DAY.test(date.value)) return
  if (!/^(?:,\s|\s\()$/.test(text.slice(weekday.end, date.start))) return
  const named = WEEKDAYS.get(/^\p{L}+/u.exec(text.slice(weekday.start, weekday.end).toLowerCase())?.[0] ?? '')
  const [year, month, day] = date.value.split('-').map(Number)
  const is = weekdayOf(dayNumber(year!, month!, day!)!)
  const note = named === undefined || is === named ? {} : { note: `the date is a ${DAYS[is - 1]}` }
  const value = DAY.test(weekday.value) ? date.value : weekday.value
  times.splice(-2, 2, { ...weekday, value, ...note }, { ...date, ...note })
}

const WRITTEN_OUT = /(?<!\d)(\d{1,2}) (\p{Ll}{3,8}) (\d{4})(?!\d)/gu

/**
 * Days after publication that an article writes with their year ("до 26 января 2024 года"), by month and day: where it
 * writes one again without, it means the same. Days that were are left out, since each has its anniversaries.
 */
const daysAhead = (text: string, published: number | null): ReadonlyMap<string, number> => {
  const found = new Map<string, number>()
  if (published === null) return found
  for (const [, day = '', word = '', year = ''] of text.matchAll(WRITTEN_OUT)) {
    const month = MONTHS.get(word)
    const at = month === undefined ? null : dayNumber(Number(year), month, Number(day))
    if (at === null || at <= published || at > published + YEAR) continue
    found.set(`${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`, Number(year))
  }
  return found
}

/**
 * Every expression of the article that names a calendar point or period, with its EDTF value. Relative words are
 * resolved from the publication date and, where the text says so ("в тот же день"), from the time named before them.
 * What cannot be resolved (no publication date, 31 February) is left out: nothing is guessed.
 *
 * @example «Переговоры прошли в среду», published 2025-07-12 → { value: '2025-07-09' }
 */
export const findTimes = (analysis: Analysis): readonly TimeFact[] => {
  const { text, published } = analysis.article
  const day = publicationDay(published)
  const times: TimeFact[] = []
  let last: string | null = null
  let lastYear: number | null = null
  const ahead = daysAhead(text, day)
  for (const sentence of analysis.sentences) {
    const pieces = lex(text, sentence.start, sentence.end)
    markGenitives(pieces, sentence)
    for (let at = 0; at < pieces.length; at++) {
      if (!mayBegin(pieces[at]!)) continue
      const found = expressionAt(pieces, at)
      if (!found) continue
      const where = span(pieces, found)
      const told = tenseNear(sentence, where.start)
      // "Запрет продлили до 30 сентября": what was done then ends later.
      const tense = found.open === 'start' && told === 'past' ? null : told
      const anchor: Anchor = { published: day, last, lastYear, ahead, tense }
      const value = edtfOf(found, anchor)
      if (value !== null && (isEdtf(value) || value.startsWith('XXXX'))) {
        times.push(timeFact(text, where, value, found.rule))
        sameDay(text, times)
        const point = value.split('/').find((end) => end !== '..') ?? value
        if (edtfBounds(point)) last = point
        if (FULL.test(point)) lastYear = Number(point.slice(0, 4))
      }
      at = found.next - 1
    }
  }
  return times
}
