import { isTracking } from '../core/index.ts'

/**
 * The part of an address that names the article: without scheme, `www.`, trailing slash, tracking parameters and the
 * place on the page. Null for the bare address of a site, which names no article, and for what is no address.
 *
 * @example addressOf('https://www.port.example/2031/05/talks/?utm_source=tg#top') // 'port.example/2031/05/talks'
 */
export const addressOf = (url: string): string | null => {
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    return null
  }
  const { host, pathname, hash, searchParams } = parsed
  const kept = [...searchParams].filter(([name]) => !isTracking(name)).map((pair) => pair.join('='))
  const path = pathname.replace(/\/+$/, '')
  // Pages that a program in the browser draws are told apart behind the hash.
  const place = /^#!?\//.test(hash) ? hash : ''
  if (path === '' && kept.length === 0 && place === '') return null
  const query = kept.length === 0 ? '' : `?${kept.sort().join('&')}`
  return `${host.toLowerCase().replace(/^www\./, '')}${path}${query}${place}`
}

const MOMENT = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/

/**
 * A stated date or date with time as text that sorts by time, in UTC where it names its zone; empty where it is none or
 * its year is not known. A day without an hour comes before every hour of it.
 *
 * @example momentOf('2031-05-14T10:30+03:00') // '2031-05-14T07:30:00'
 */
export const momentOf = (stamp: string | null | undefined): string => {
  const match = stamp ? MOMENT.exec(stamp.trim()) : null
  if (!match) return ''
  const [, day = '', minute, second = '00', zone] = match
  if (minute === undefined) return day
  if (zone === undefined) return `${day}T${minute}:${second}`
  const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`
  const moment = Date.parse(`${day}T${minute}:${second}${offset}`)
  return Number.isNaN(moment) ? '' : new Date(moment).toISOString().slice(0, 19)
}

/** What decides which version of an article is the later one. */
export interface Dated {
  readonly published: string | null
  readonly updated: string | null
  /** When the page was taken from the network, as `momentOf` gives it; null when not known. */
  readonly fetched: string | null
  readonly content: string
}

/**
 * A text that sorts the versions of one article from the earliest to the latest: by what the page says of its last
 * change (else of its publication), then by when it was taken from the network; ties go by content. Never by arrival.
 */
export const rankOf = ({ published, updated, fetched, content }: Dated): string =>
  `${momentOf(updated) || momentOf(published)} ${fetched ?? ''} ${content}`

/** What is known of the takings of one text: the last moment, and the first by name of its inputs. */
export interface Taken {
  readonly fetched: string | null
  readonly input: string
}

/** What two takings of one text say together; null where the second adds nothing. */
export const takenAgain = (known: Taken, next: Taken): Taken | null => {
  const later = (next.fetched ?? '') > (known.fetched ?? '')
  const [input = known.input] = [known.input, next.input].sort()
  return later || input !== known.input ? { fetched: later ? next.fetched : known.fetched, input } : null
}

/** The last of each run of versions with one text, in their order: what a reader would call versions. */
export const distinctTexts = <T>(ordered: readonly T[], textOf: (version: T) => string): T[] => {
  const last = new Map(ordered.map((version, at) => [textOf(version), at]))
  return ordered.filter((version, at) => last.get(textOf(version)) === at)
}
