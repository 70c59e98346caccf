import type { Entry } from '../chronicle/index.ts'
import { dayString, edtfBounds } from '../core/index.ts'
import type { ExportFormat } from './format.ts'
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

const stampOf = (entry: Entry): string => `${dated(entry).last.slice(0, 19).replace(/[-:]/g, '')}Z`

const STATUS: Readonly<Record<Entry['status'], string>> = {
  happened: 'CONFIRMED',
  ongoing: 'CONFIRMED',
  planned: 'TENTATIVE',
  possible: 'TENTATIVE',
  denied: 'CANCELLED',
}

const eventOf = (entry: Entry, telling: Telling): string => {
  const bounds = entry.date === null ? null : edtfBounds(entry.date)
  if (!bounds || !(bounds.last - bounds.first < WIDEST)) return ''
  const lines: readonly (readonly [string, string] | null)[] = [
    ['BEGIN', 'VEVENT'],
    ['UID', `${entry.id}@letopis`],
    ['DTSTAMP', stampOf(entry)],
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
  ]
  return lines.map((each) => (each ? line(...each) : '')).join('')
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
  async *write(tables, { lang, home }) {
    const telling = tellingIn(lang, home)
    yield line('BEGIN', 'VCALENDAR')
    yield line('VERSION', '2.0')
    yield line('PRODID', '-//Letopis//Letopis//EN')
    yield line('X-WR-CALNAME', escaped(telling.feed))
    for await (const entry of tables.records('entries')) yield eventOf(entry, telling)
    yield line('END', 'VCALENDAR')
  },
}
