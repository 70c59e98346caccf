import type { Piece } from '../lex.ts'
import { word } from '../pieces.ts'
import type { Point } from '../point.ts'
import { type Found, pointAt } from './points.ts'

/** One or two points that make one expression ("с 8 по 9 мая"), or a point open to one side ("с 2015 года", "до мая"). */
export interface Expression {
  readonly rule: string
  readonly at: number
  readonly next: number
  readonly from: Point
  readonly to?: Point
  readonly open?: 'start' | 'end'
}

const isDash = (piece: Piece | undefined): boolean => piece?.kind === 'mark' && piece.text === '-'

/** A number that can only be read with what follows: the "8" of "с 8 по 9 мая", the "2014" of "2014–2015 годах". */
const bare = (pieces: readonly Piece[], at: number): { day?: number; year?: number } | null => {
  const piece = pieces[at]
  if (piece?.kind !== 'number') return null
  const value = Number(piece.text)
  if (piece.text.length <= 2 && value >= 1 && value <= 31) return { day: value }
  return piece.text.length === 4 && value >= 1000 && value <= 2199 ? { year: value } : null
}

/** The earlier end takes from the later one what it does not say itself: month and year of "8 по 9 мая 2023 года". */
const completed = (first: Point, second: Point): Point => ({
  ...(first.year === undefined && second.year !== undefined ? { year: second.year } : {}),
  ...(first.yearStep === undefined && first.year === undefined && second.yearStep ? { yearStep: second.yearStep } : {}),
  ...(first.month === undefined && first.day !== undefined && second.month !== undefined
    ? { month: second.month }
    : {}),
  ...first,
})

/** A dash joins two ends; so does "по" or "до" after "с", "и" after "между", "на" between days ("в ночь со 2-го на 3-е"). */
const joins = (pieces: readonly Piece[], before: string, at: number): boolean => {
  if (isDash(pieces[at])) return true
  const link = word(pieces, at)
  if (link === 'по') return true
  if (/^(?:с|со|от)$/.test(before) && link === 'до') return true
  if (/^(?:с|со)$/.test(before) && link === 'на') return true
  return before === 'между' && link === 'и'
}

const compatible = (first: Point, second: Point): boolean => {
  if (second.step || second.weekday !== undefined) return first.weekday !== undefined && second.weekday !== undefined
  if (first.day !== undefined) return second.day !== undefined && second.month !== undefined
  if (first.month !== undefined) return second.month !== undefined && second.day === undefined
  if (first.clock !== undefined) return second.clock !== undefined
  if (first.decade !== undefined) return second.decade !== undefined
  return (
    first.year !== undefined &&
    (second.year !== undefined || second.yearStep !== undefined) &&
    second.month === undefined
  )
}

// Prepositions that open a period. "С" with the instrumental ("с 2021 годом") compares and opens nothing.
const opens = (pieces: readonly Piece[], found: Found): 'start' | 'end' | undefined => {
  const before = word(pieces, found.at - 1)
  const last = word(pieces, found.next - 1)
  if (/^(?:с|со)$/.test(before) && !/(?:ом|ем|ью|ами)$/.test(last))
    return word(pieces, found.at - 2) === 'сравнению' ? undefined : 'end'
  if (before === 'ранее' && word(pieces, found.at - 2) === 'не') return 'end'
  if (before === 'до') return 'start'
  // "Занимал пост по март 1998 года": up to and with it.
  if (before === 'по' && (found.point.month !== undefined || found.point.year !== undefined) && !/(?:у|ам)$/.test(last))
    return 'start'
  return undefined
}

const isComma = (piece: Piece | undefined): boolean => piece?.kind === 'mark' && piece.text === ','

/** How many numbers a list of days may have. */
const LONGEST = 7

/**
 * Days that share the month behind the last of them. Days in a row ("8, 9 и 10 мая") are one time; of others ("5 и 16 ноября",
 * "вечером 5 и утром 6 ноября") each is a time of its own, and this is the first.
 */
const daysListed = (pieces: readonly Piece[], at: number, first: Point): Expression | null => {
  let day = first.day as number
  let inRow = true
  let j = at + 1
  for (let steps = 0; steps < LONGEST; steps++, j++) {
    if (word(pieces, j) !== 'и' && !isComma(pieces[j])) return null
    if (/^(?:утром|днем|вечером|ночью)$/.test(word(pieces, j + 1))) {
      inRow = false
      j++
    }
    const later = pointAt(pieces, j + 1)
    const next = later?.point.day ?? bare(pieces, j + 1)?.day
    if (next === undefined) return null
    inRow &&= next === ++day
    if (later?.point.day !== undefined && later.point.month !== undefined) {
      const from = completed(first, later.point)
      return inRow && later.point.clock === undefined && word(pieces, j) === 'и'
        ? { rule: 'time.days', at, next: later.next, from, to: later.point }
        : { rule: 'time.list', at, next: at + 1, from }
    }
    j++
  }
  return null
}

/** "2022 и 2023 годах": two years in a row are one time; of others the first is a time of its own. */
const yearsJoined = (pieces: readonly Piece[], at: number, first: Point): Expression | null => {
  if (word(pieces, at + 1) !== 'и') return null
  const later = pointAt(pieces, at + 2)
  if (later?.point.year === undefined || later.point.month !== undefined || first.year === undefined) return null
  // "2022 и 2023 года": one more unit would be said of the first too; only a plural is said of both.
  if (!/^(?:годы|годов|годах|годам|годами|гг)$/.test(word(pieces, later.next - 1))) return null
  return later.point.year === first.year + 1
    ? { rule: 'time.years', at, next: later.next, from: first, to: later.point }
    : { rule: 'time.list', at, next: at + 1, from: first }
}

/**
 * The expression that begins at a piece: range, list item, open period or a single point; null when there is none.
 *
 * @example expressionAt(lex('с 8 по 9 мая'), 1) // from 8 May to 9 May
 */
export const expressionAt = (pieces: readonly Piece[], at: number): Expression | null => {
  const before = word(pieces, at - 1)
  const start = pointAt(pieces, at)
  const open = start ? null : bare(pieces, at)
  const first: Point | null = start?.point ?? open
  if (!first) return null
  const link = start?.next ?? at + 1
  if (joins(pieces, before, link)) {
    const second = pointAt(pieces, link + 1)
    if (second && compatible(first, second.point) && !second.point.step) {
      return { rule: 'time.range', at, next: second.next, from: completed(first, second.point), to: second.point }
    }
  }
  if (!start) return open?.day === undefined ? yearsJoined(pieces, at, first) : daysListed(pieces, at, first)
  const side = start.point.step || start.point.clock !== undefined ? undefined : opens(pieces, start)
  return { rule: start.rule, at, next: start.next, from: start.point, ...(side ? { open: side } : {}) }
}
