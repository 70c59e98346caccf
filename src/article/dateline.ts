import type { Span } from '../core/index.ts'
import { findStamps, type Stamp } from './stamps.ts'

/** "ТАШКЕНТ, 3 сентября — Sputnik." at the head of a paragraph. */
export interface Dateline extends Span {
  readonly place: string | null
  readonly stamp: Stamp | null
  readonly agency: string | null
}

// A dateline is short; what comes later in the paragraph is the story.
const REACH = 110
const DASH = '[—–-]'
const PLACE =
  /^([А-ЯЁA-Z][А-ЯЁа-яёA-Za-z-]{1,24}(?:[ \u00a0][А-ЯЁA-Z][А-ЯЁа-яёA-Za-z-]{0,24}){0,2}(?:[ \u00a0]\([А-ЯЁа-яё -]{2,30}\))?)/u
const AGENCY_NAME =
  '(?:ИА[ \\u00a0])?[«"]?[A-ZА-ЯЁ][A-Za-zА-Яа-яЁё.-]{1,20}(?:[ \\u00a0][A-ZА-ЯЁ][A-Za-zА-Яа-яЁё-]{1,20}){0,2}[»"]?'
// Between slashes or brackets, alone or behind place and day: "/ТАСС/.", "(Reuters) -".
const SLASHED = new RegExp(
  `^[ \\u00a0,.]{0,3}(?:${DASH}[ \\u00a0]?)?/(${AGENCY_NAME})(?:,[^/()]{0,40})?/[ \\u00a0]?(?:\\.|${DASH}|:)?`,
  'u',
)
const BRACKETED = new RegExp(
  `^[ \\u00a0,.]{0,3}(?:${DASH}[ \\u00a0]?)?\\((${AGENCY_NAME})\\)[ \\u00a0]?(?:\\.|${DASH}|:)`,
  'u',
)
// Behind a dash and closed by a full stop: "— РИА Новости."; or an agency in capitals and a dash: "ИНТЕРФАКС -".
const DASHED = new RegExp(
  `^[ \\u00a0,.]{0,3}${DASH}[ \\u00a0]?(${AGENCY_NAME}(?:\\.[A-Za-z]{2,5})?)(?:,[ \\u00a0][А-ЯЁ][А-Яа-яЁё. -]{2,40})?\\.(?=[ \\u00a0])`,
  'u',
)
const CAPITALS = new RegExp(
  `^[ \\u00a0,.]{1,3}([A-ZА-ЯЁ][A-ZА-ЯЁ-]{3,20}(?:\\.[A-Z]{2,5})?)[ \\u00a0]?${DASH}(?=[ \\u00a0])`,
  'u',
)
// Behind a day the agency may be written in any case: "Нур-Султан. 12 августа. КазТАГ -".
const DATED = new RegExp(`^[ \\u00a0,.]{1,3}(${AGENCY_NAME}(?:\\.[A-Za-z]{2,5})?)[ \\u00a0]?${DASH}(?=[ \\u00a0])`, 'u')
// "5 мая, Минск /Корр. БЕЛТА/."
const DAY_FIRST =
  /^(\d{1,2}[ \u00a0][а-яё]{3,9}),[ \u00a0]([А-ЯЁ][А-ЯЁа-яё-]{1,24})[ \u00a0]?\/(?:Корр\.[ \u00a0]?)?([A-ZА-ЯЁ][^/]{1,30})\/\.?/u
const CLOSE = new RegExp(`^[ \\u00a0]?(?:\\.|${DASH})(?=[ \\u00a0])`, 'u')

const unquote = (name: string): string => name.replace(/[«»"]/g, '').trim()

type Agency = { readonly length: number; readonly name: string }

const firstAgency = (rest: string, patterns: readonly RegExp[]): Agency | null => {
  for (const pattern of patterns) {
    const match = pattern.exec(rest)
    if (match) return { length: match[0].length, name: unquote(match[1]!) }
  }
  return null
}

/** "(Reuters) -" or "/ТАСС/." with no place before it. */
const bareAgency = (head: string): Dateline | null => {
  const match = head[0] === '/' ? SLASHED.exec(head) : head[0] === '(' ? BRACKETED.exec(head) : null
  return match && /[.—–:-]$/u.test(match[0])
    ? { start: 0, end: match[0].length, place: null, stamp: null, agency: unquote(match[1]!) }
    : null
}

const dayFirst = (head: string): Dateline | null => {
  const match = DAY_FIRST.exec(head)
  const stamp = match ? findStamps(match[1]!)[0] : undefined
  return match && stamp ? { start: 0, end: match[0].length, place: match[2]!, stamp, agency: unquote(match[3]!) } : null
}

// Without a day, "Сергей Лавров — Министр." looks like a dateline: there the place must be in capitals.
const agencyFor = (place: string, dayFollows: boolean, rest: string): Agency | null => {
  if (dayFollows) return firstAgency(rest, [SLASHED, BRACKETED, DASHED, DATED])
  return firstAgency(rest, place === place.toUpperCase() ? [SLASHED, BRACKETED, DASHED, CAPITALS] : [SLASHED])
}

/**
 * The dateline that opens a paragraph, or null. It has a place with a day, an agency, or both.
 *
 * @example findDateline('МОСКВА, 13 сен — РИА Новости. Президент…') // place МОСКВА, 13 September, agency РИА Новости
 * @example findDateline('Пекин. 5 мая. ИНТЕРФАКС - Делегация…')
 */
export const findDateline = (paragraph: string): Dateline | null => {
  const head = paragraph.slice(0, REACH)
  const early = bareAgency(head) ?? dayFirst(head)
  if (early) return early
  const place = PLACE.exec(head)
  if (!place) return null
  let at = place[0].length
  const stamp = findStamps(head.slice(at, at + 40))[0]
  // The day stands right behind the place, parted by a comma or a full stop.
  const dayFollows = stamp !== undefined && /^[.,][ \u00a0]?$/u.test(head.slice(at, at + stamp.start))
  if (dayFollows) at += stamp.end
  const agency = agencyFor(place[0], dayFollows, head.slice(at))
  if (agency) {
    return { start: 0, end: at + agency.length, place: place[0], stamp: dayFollows ? stamp : null, agency: agency.name }
  }
  const close =
    dayFollows && (place[0] === place[0].toUpperCase() || head[at] === '.') ? CLOSE.exec(head.slice(at)) : null
  return close ? { start: 0, end: at + close[0].length, place: place[0], stamp: stamp!, agency: null } : null
}
