import type { Entry } from '../chronicle/index.ts'
import { dayString, edtfBounds } from '../core/index.ts'
import type { ExportFormat, Standing } from './format.ts'
import { dated } from './newest.ts'
import { type Telling, tellingIn } from './telling.ts'

/** An entry known only to a season or a year stands on no day of a calendar. */
const WIDEST = 31

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r?\n/g, '\\n')
    .replace(/[\u0000-\u001f\u007f]/g, ' ')

/** One content line, folded so that no line is longer than 75 bytes and no character is cut (RFC 5545, 3.1). */
const line = (name: string, value: string): string => {
  let folded = ''
  let bytes = 0
  for (const character of `${name}:${value}`) {
    const size = Buffer.byteLength(character)
    if (bytes + size > 75) {
      folded += '\r\n '
      bytes = 1
    }
    folded += character
    bytes += size
  }
  return `${folded}\r\n`
}

const compact = (day: number): string => dayString(day).replaceAll('-', '')

const compactMoment = (iso: string): string => `${iso.slice(0, 19).replace(/[-:]/g, '')}Z`

const STATUS: Readonly<Record<Entry['status'], string>> = {
  happened: 'CONFIRMED',
  ongoing: 'CONFIRMED',
  planned: 'TENTATIVE',
  possible: 'TENTATIVE',
  denied: 'CANCELLED',
}

type Line = readonly [name: string, value: string] | null
const component = (lines: readonly Line[]): string => lines.map((each) => (each ? line(...each) : '')).join('')

/** Minutes since 1970: a later file counts more than an earlier one, also where the chronicle was made anew between. */
const sequenceOf = (at: string): string => String(Math.floor(Date.parse(at) / 60_000))

const uidOf = (id: string): string => `${id}@letopis`

/**
 * What takes an event out of a calendar that holds it: its day is not known any more, and a calendar wants one (RFC
 * 5545, 3.6.1).
 */
const cancelled = (id: string, { at }: Standing): string =>
  component([
    ['BEGIN', 'VEVENT'],
    ['UID', uidOf(id)],
    ['DTSTAMP', compactMoment(at)],
    ['SEQUENCE', sequenceOf(at)],
    ['DTSTART;VALUE=DATE', '19700101'],
    ['STATUS', 'CANCELLED'],
    ['TRANSP', 'TRANSPARENT'],
    ['END', 'VEVENT'],
  ])

const eventOf = (entry: Entry, telling: Telling, standing: Standing | null): string => {
  const bounds = entry.date === null ? null : edtfBounds(entry.date)
  // It may have stood on a day before.
  if (!bounds || !(bounds.last - bounds.first < WIDEST)) return standing ? cancelled(entry.id, standing) : ''
  return component([
    ['BEGIN', 'VEVENT'],
    ['UID', uidOf(entry.id)],
    ['DTSTAMP', standing ? compactMoment(standing.at) : compactMoment(dated(entry).last)],
    standing ? ['SEQUENCE', sequenceOf(standing.at)] : null,
    ['DTSTART;VALUE=DATE', compact(bounds.first)],
    ['DTEND;VALUE=DATE', compact(bounds.last + 1)],
    ['SUMMARY', escaped(telling.title(entry))],
    entry.place ? ['LOCATION', escaped(telling.name(entry.place))] : null,
    ['DESCRIPTION', escaped(telling.summary(entry))],
    ['CATEGORIES', entry.kind.toUpperCase()],
    ['STATUS', STATUS[entry.status]],
    ['TRANSP', 'TRANSPARENT'],
    ['URL', telling.link(entry)],
    ['END', 'VEVENT'],
  ])
}

/** Entries as a calendar, whole days each. What is not known to the month stands on no day and is left out. */
export const ICALENDAR: ExportFormat = {
  name: 'ics',
  title: { ru: 'Календарь, iCalendar', en: 'Calendar, iCalendar' },
  about: 'a calendar (iCalendar, RFC 5545); what is not known to the month is left out',
  covers: ['entries'],
  media: 'text/calendar; charset=utf-8',
  extension: 'ics',
  streams: true,
  tellsGone: true,
  async *write(tables, { lang, home, standing }) {
    const telling = tellingIn(lang, home)
    yield line('BEGIN', 'VCALENDAR')
    yield line('VERSION', '2.0')
    yield line('PRODID', '-//Letopis//Letopis//EN')
    yield line('X-WR-CALNAME', escaped(telling.feed))
    for await (const entry of tables.records('entries')) yield eventOf(entry, telling, standing)
    if (standing) for (const id of standing.gone) yield cancelled(id, standing)
    yield line('END', 'VCALENDAR')
  },
}
