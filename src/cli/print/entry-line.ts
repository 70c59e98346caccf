import type { Entry } from '../../chronicle/index.ts'
import type { Messages } from '../messages/messages.ts'
import { readableDate } from './dates.ts'
import { type Output, wrap } from './output.ts'

export const MARKS = { happened: '●', ongoing: '◐', planned: '○', possible: '◌', denied: '⊘' } as const

const DATE_WIDTH = 14

type Line = Pick<
  Entry,
  | 'date'
  | 'status'
  | 'title'
  | 'titleEn'
  | 'participants'
  | 'place'
  | 'outlets'
  | 'origins'
  | 'disagreements'
  | 'withdrawn'
>

const isDisputed = ({ disagreements }: Line): boolean => disagreements.some(({ relation }) => relation !== 'framing')

const tells = ({ participants, place: at }: Line, title: string, place: string): boolean =>
  title.endsWith(place) || participants.some(({ identity }) => identity === at?.identity)

/** One entry as the chronicle prints it: date, status, title, place, sources, a mark where they disagree. */
export const entryLine = (entry: Line, messages: Messages, out: Output): string => {
  const words = messages.chronicle
  const title = messages.language === 'ru' ? entry.title : entry.titleEn
  const place = entry.place && (messages.language === 'ru' ? entry.place.name : entry.place.nameEn)
  // A plan, a possibility and a denial stand in the title; so does the place, unless it is among those who took part.
  const status = entry.status === 'ongoing' ? ` (${words.statuses[entry.status]})` : ''
  const sources = words.sources(entry.outlets, entry.origins).replaceAll(' ', '\u00a0')
  const gone = entry.withdrawn ? ` (${words.withdrawn})` : ''
  const rest = [`${title}${status}${gone}`, ...(place && !tells(entry, title, place) ? [place] : []), sources].join(
    ' · ',
  )
  const date = readableDate(entry.date, words)
  // On a narrow screen the date keeps no column of its own.
  const narrow = out.columns !== null && out.columns < 72
  const head = `${narrow ? date : date.padEnd(DATE_WIDTH)} ${MARKS[entry.status]}`
  const indent = narrow ? 3 : DATE_WIDTH + 3
  const text = wrap(`${head.replaceAll(' ', '\u00a0')} ${rest}${isDisputed(entry) ? ' ≠' : ''}`, out.columns, indent)
  return out.isTerminal ? paintHead(text, head, out) : text.replaceAll('\u00a0', ' ')
}

const paintHead = (text: string, head: string, out: Output): string => {
  const body = text.slice(head.length)
  const marked = body.endsWith('≠') ? `${body.slice(0, -1)}${out.paint('yellow', '≠')}` : body
  return `${out.paint('dim', head)}${marked}`
}
