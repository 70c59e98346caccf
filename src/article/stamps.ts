import { dayNumber, dayString } from '../core/index.ts'

/** A date, with or without an hour, that a page writes about itself ("17:47 03.09.2025", "29 сен, 02:16"). */
export interface Stamp {
  readonly start: number
  readonly end: number
  /** null when the stamp does not name the year. */
  readonly year: number | null
  readonly month: number
  readonly day: number
  /** `HH:MM` or `HH:MM:SS`. */
  readonly time: string | null
  /** `+03:00`, `Z`; null when the page does not say. */
  readonly zone: string | null
  readonly role: 'published' | 'updated' | null
  /** False for a day that does not exist (31 February). */
  readonly possible: boolean
}

const MONTHS: readonly (readonly [string, number])[] = [
  ['янв', 1],
  ['фев', 2],
  ['мар', 3],
  ['апр', 4],
  ['мая', 5],
  ['май', 5],
  ['июн', 6],
  ['июл', 7],
  ['авг', 8],
  ['сен', 9],
  ['окт', 10],
  ['ноя', 11],
  ['дек', 12],
]
const MONTH =
  '(янв(?:аря|арь)?|фев(?:раля|раль|р)?|мар(?:та|т)?|апр(?:еля|ель)?|мая|май|июн(?:я|ь)?|июл(?:я|ь)?|авг(?:уста|уст)?|сен(?:тября|тябрь|т)?|окт(?:ября|ябрь)?|ноя(?:бря|брь|б)?|дек(?:абря|абрь)?)\\.?'
const TIME = '([01]?\\d|2[0-3])[:.]([0-5]\\d)(?::([0-5]\\d))?'
const ZONE =
  '(?:\\s{0,2}\\(?(мск|msk|по московскому времени|по мск|gmt|utc|[+-]\\d\\d:?\\d\\d)(?:\\s?([+-]\\d{1,2})(?::?(\\d\\d))?)?\\)?)?'
const GAP = '[\\s\\u00a0,/|•·—–-]{1,5}(?:(?:в|at)[\\s\\u00a0])?'
const DATE = `(?:(\\d{4})-(\\d\\d)-(\\d\\d)|(\\d{1,2})([./])(\\d{1,2})\\11(\\d{4}|\\d\\d)(?!\\d)|(\\d{1,2})[\\s\\u00a0.]{1,2}${MONTH}(?![а-яё])(?:,?[\\s\\u00a0]{1,2}(\\d{4})(?!\\d)(?:[\\s\\u00a0]?(?:г\\.?(?![а-яё])|года))?)?)`

// A date with its hour before or behind; every part is bounded, so the search is linear.
const STAMP = new RegExp(
  `(?<![\\d.:])(?:(?:${TIME.replaceAll('[:.]', ':')}${ZONE}${GAP})?${DATE}(?:(?:T|${GAP})${TIME}(?![\\d.])${ZONE}(Z)?)?)`,
  'giu',
)

const ROLE_PUBLISHED =
  /(?:опубликован[оа]?|дата публикации|размещен[оа]?|создан[оа]?|добавлен[оа]?|published)[\s:(—–-]{0,4}$/iu
const ROLE_UPDATED =
  /(?:обновлен[оа]?|обновление|обновлён[оа]?|изменен[оа]?|изменён[оа]?|отредактирован[оа]?|updated|дата обновления)[\s:(—–-]{0,4}$/iu

const monthOf = (word: string): number => {
  const low = word.toLowerCase()
  return MONTHS.find(([head]) => low.startsWith(head))?.[1] ?? 0
}

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text))

const zoneOf = (name: string | undefined, hours: string | undefined, minutes: string | undefined): string | null => {
  if (name === undefined) return null
  const low = name.toLowerCase()
  if (/^[+-]/.test(low)) return low.length === 6 ? low : `${low.slice(0, 3)}:${low.slice(3)}`
  if (low !== 'gmt' && low !== 'utc') return '+03:00'
  if (hours === undefined) return 'Z'
  return `${hours[0]}${hours.slice(1).padStart(2, '0')}:${minutes ?? '00'}`
}

const clock = (h: string | undefined, m: string | undefined, s: string | undefined): string | null =>
  h === undefined || m === undefined ? null : `${h.padStart(2, '0')}:${m}${s === undefined ? '' : `:${s}`}`

const stampOf = (match: RegExpExecArray, text: string): Stamp | null => {
  const [
    whole,
    h1,
    m1,
    s1,
    z1,
    zh1,
    zm1,
    isoY,
    isoM,
    isoD,
    dotD,
    ,
    dotM,
    dotY,
    wordD,
    wordM,
    wordY,
    h2,
    m2,
    s2,
    z2,
    zh2,
    zm2,
    zulu,
  ] = match
  const year = isoY ?? dotY ?? wordY
  const month = wordM === undefined ? Number(isoM ?? dotM) : monthOf(wordM)
  const day = Number(isoD ?? dotD ?? wordD)
  if (day === 0 || day > 39 || month === 0) return null
  const before = text.slice(Math.max(0, match.index - 30), match.index)
  const possible = dayNumber(year === undefined ? 2000 : fullYear(year), month, day) !== null
  return {
    start: match.index,
    end: match.index + whole.length,
    year: year === undefined ? null : fullYear(year),
    month,
    day,
    time: clock(h2, m2, s2) ?? clock(h1, m1, s1),
    zone: zulu ? 'Z' : h2 === undefined ? zoneOf(z1, zh1, zm1) : zoneOf(z2, zh2, zm2),
    role: ROLE_UPDATED.test(before) ? 'updated' : ROLE_PUBLISHED.test(before) ? 'published' : null,
    possible,
  }
}

/**
 * All dates with or without an hour in one line, in order. Days that do not exist are listed too (`possible: false`), so
 * that they can be reported instead of being read as something else.
 *
 * @example findStamps('17:47 03.09.2025 (обновлено: 17:54 03.09.2025)') // two stamps, the second `updated`
 */
export const findStamps = (text: string): Stamp[] => {
  const stamps: Stamp[] = []
  STAMP.lastIndex = 0
  for (let match = STAMP.exec(text); match !== null; match = STAMP.exec(text)) {
    const stamp = stampOf(match, text)
    if (stamp !== null) stamps.push(stamp)
    if (match[0].length === 0) STAMP.lastIndex++
  }
  return stamps
}

const pad = (n: number, width = 2): string => String(n).padStart(width, '0')

/** The latest year in which the day lies not after `notAfter` (`YYYY-MM-DD…`); null without such a day. */
const yearBefore = (month: number, day: number, notAfter: string | undefined): number | null => {
  const limit = notAfter === undefined ? null : /^(\d{4})-(\d\d)-(\d\d)/.exec(notAfter)
  if (!limit) return null
  const last = dayNumber(Number(limit[1]), Number(limit[2]), Number(limit[3]))
  if (last === null) return null
  for (let year = Number(limit[1]), tries = 0; tries < 9; year--, tries++) {
    const at = dayNumber(year, month, day)
    if (at !== null && at <= last) return year
  }
  return null
}

/**
 * The ISO form of a stamp: `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM[:SS][zone]`; `XXXX-MM-DD` when nobody names the year.
 * `notAfter` (when the page was taken, or published) gives a missing year: the latest such day not after it.
 */
export const stampValue = (stamp: Stamp, notAfter?: string): string => {
  const year = stamp.year ?? yearBefore(stamp.month, stamp.day, notAfter)
  if (year === null) return `XXXX-${pad(stamp.month)}-${pad(stamp.day)}`
  const day = `${pad(year, 4)}-${pad(stamp.month)}-${pad(stamp.day)}`
  return stamp.time === null ? day : `${day}T${stamp.time}${stamp.zone ?? ''}`
}

const RELATIVE = /^\W{0,3}(сегодня|вчера)(?:[\s\u00a0,]{1,3}(?:в[\s\u00a0])?([01]?\d|2[0-3]):([0-5]\d))?/iu

/** "Сегодня, 10:15" of a page header, on the day that the page was taken; null when it says no such thing. */
export const relativeStamp = (text: string, fetched: string | undefined): string | null => {
  const match = RELATIVE.exec(text)
  const taken = fetched === undefined ? null : /^(\d{4})-(\d\d)-(\d\d)/.exec(fetched)
  if (!match || !taken) return null
  const today = dayNumber(Number(taken[1]), Number(taken[2]), Number(taken[3]))
  if (today === null) return null
  const day = dayString(match[1]!.toLowerCase() === 'вчера' ? today - 1 : today)
  const time = clock(match[2], match[3], undefined)
  return time === null ? day : `${day}T${time}`
}

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d{1,9})?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?$/

/** A machine's date (sidecar, record, JSON-LD, `<time datetime>`) in the contract's form; null when it is no date. */
export const isoStamp = (value: string): string | null => {
  const text = value.trim()
  const match = text.length <= 40 ? ISO.exec(text) : null
  if (!match) return /^XXXX-\d\d-\d\d$/.test(text) ? text : null
  const [, y, mo, d, h, mi, s, zone] = match
  if (dayNumber(Number(y), Number(mo), Number(d)) === null) return null
  if (h === undefined) return `${y}-${mo}-${d}`
  if (Number(h) > 23 || Number(mi) > 59 || Number(s ?? 0) > 59) return null
  const offset =
    zone === undefined || zone === 'Z'
      ? (zone ?? '')
      : zone.length === 3
        ? `${zone}:00`
        : zone.length === 5
          ? `${zone.slice(0, 3)}:${zone.slice(3)}`
          : zone
  return `${y}-${mo}-${d}T${h}:${mi}${s === undefined ? '' : `:${s}`}${offset}`
}
