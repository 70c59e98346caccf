import type { Piece } from '../lex.ts'
import { mark, number, word } from '../pieces.ts'
import type { Point } from '../point.ts'
import { DAY_PARTS } from './words.ts'

const CLOCK_ZONES = /^(?:мск|msk|gmt|utc|utс|по|московскому|местному|часов|часа|час|ч)$/

/** "13:00", "18.00 мск", with the zone or "по местному времени" after it. */
export const clockAt = (pieces: readonly Piece[], at: number): { clock: string; next: number } | null => {
  const hour = number(pieces, at)
  const separator = mark(pieces, at + 1)
  const minute = pieces[at + 2]
  if (hour === null || hour > 23 || (separator !== ':' && separator !== '.') || minute?.kind !== 'number') return null
  if (
    minute.text.length !== 2 ||
    Number(minute.text) > 59 ||
    minute.ending !== '' ||
    pieces[at]!.end !== pieces[at + 1]!.start
  )
    return null
  if (pieces[at + 1]!.end !== minute.start || pieces[at]!.text.length > 2) return null
  let next = at + 3
  // "3:0:1" and "1.10.2022" are something else.
  if (
    /[.:]/.test(mark(pieces, next)) &&
    pieces[next + 1]?.kind === 'number' &&
    pieces[next + 1]!.start === pieces[next]!.end
  )
    return null
  const zoned = CLOCK_ZONES.test(word(pieces, next))
  const before = word(pieces, at - 1)
  if (separator === '.' && !zoned && (before !== 'в' || pieces[at]!.text.length < 2)) return null
  if (
    separator === ':' &&
    !zoned &&
    !/^(?:в|во|к|до|с|около|после|на|и|примерно|часам)$/.test(before) &&
    at > 0 &&
    pieces[at - 1]!.kind !== 'number'
  )
    return null
  if (/^(?:мск|msk|gmt|utc)$/.test(word(pieces, next))) next++
  else if (word(pieces, next) === 'по' && /^(?:москв|местн|киевск|московск|гринвич)/.test(word(pieces, next + 1))) {
    next += /^врем/.test(word(pieces, next + 2)) ? 3 : 2
  }
  return { clock: `${String(hour).padStart(2, '0')}:${minute.text}`, next }
}

/** A day with the hour that follows it ("21 марта в 14:00"), or with the part of the day ("сегодня утром"). */
export const withClock = (
  pieces: readonly Piece[],
  found: { point: Point; next: number },
): { point: Point; next: number } => {
  let at = found.next
  if (mark(pieces, at) === ',') at++
  if (/^(?:в|около|к)$/.test(word(pieces, at))) at++
  const clock = at > found.next || pieces[at]?.kind === 'number' ? clockAt(pieces, at) : null
  if (clock) return { point: { ...found.point, clock: clock.clock }, next: clock.next }
  return DAY_PARTS.has(word(pieces, found.next)) && word(pieces, found.next) !== 'дня'
    ? { point: found.point, next: found.next + 1 }
    : found
}
