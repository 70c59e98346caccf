import { contentId, dayNumber, edtfBounds } from '../core/index.ts'
import type { ArticleFacts } from '../facts/index.ts'
import type { Entry } from './chronicle.ts'

const MOMENT = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/

/** Minutes since 1970-01-01 of a stated time of publication; null where none is stated or its year is not known. */
export const publishedMinute = (published: string | null): number | null => {
  const match = published ? MOMENT.exec(published) : null
  if (!match) return null
  const [, year, month, day, hour = '0', minute = '0', , zone] = match
  const at = dayNumber(Number(year), Number(month), Number(day))
  if (at === null) return null
  const offset = !zone || zone === 'Z' ? 0 : zoneMinutes(zone)
  return at * 1440 + Number(hour) * 60 + Number(minute) - offset
}

const zoneMinutes = (zone: string): number => {
  const digits = zone.replace(/\D/g, '')
  return (zone[0] === '-' ? -1 : 1) * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)))
}

/** The calendar day of publication as the page states it (its own clock), as a day number; null when not known. */
export const publishedDay = (published: string | null): number | null => {
  const match = published ? MOMENT.exec(published) : null
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What the canonical order of articles goes by. */
export interface ArticleOrder {
  readonly id: string
  /** Minute of publication; Infinity where none is stated. */
  readonly minute: number
}

/** The canonical order of articles: by time of publication, those without one last, ties by id. */
export const compareArticles = (a: ArticleOrder, b: ArticleOrder): number =>
  a.minute === b.minute ? compareText(a.id, b.id) : a.minute - b.minute

/** Each article once: nothing depends on the order in which pages arrived. */
export const distinctArticles = (facts: readonly ArticleFacts[]): ArticleFacts[] => {
  const versions = new Map<string, ArticleFacts[]>()
  for (const one of facts) {
    const same = versions.get(one.id)
    if (same) same.push(one)
    else versions.set(one.id, [one])
  }
  return [...versions.values()].map((same) => (same.length === 1 ? (same[0] as ArticleFacts) : firstByContent(same)))
}

// Two different pages under one id are the caller's mistake; which one stands must still not depend on their order.
const firstByContent = (same: readonly ArticleFacts[]): ArticleFacts =>
  [...same].sort((a, b) =>
    compareText(contentId([JSON.stringify(a)]), contentId([JSON.stringify(b)])),
  )[0] as ArticleFacts

const firstDay = ({ date }: Pick<Entry, 'date'>): number => {
  const bounds = date ? edtfBounds(date) : null
  return bounds === null ? Infinity : bounds.first === -Infinity ? bounds.last : bounds.first
}

// An entry is compared many times with others, and never changes.
const days = new WeakMap<Entry, number>()

const dayOf = (entry: Entry): number => {
  const known = days.get(entry)
  if (known !== undefined) return known
  const day = firstDay(entry)
  days.set(entry, day)
  return day
}

/** The order of entries in a chronicle: by the first day that they can mean, undated last, ties by id. */
export const byDate = (a: Entry, b: Entry): number => {
  const x = dayOf(a)
  const y = dayOf(b)
  return x === y ? (a.id < b.id ? -1 : 1) : x - y
}
