import { contentId } from '../core/index.ts'
import { type ArticleFacts, EVENT_KINDS, STANCES, STATUSES } from '../facts/index.ts'
import type { MentionType } from '../language/index.ts'
import { pairsBefore } from './code-points.ts'

/**
 * Facts as brat standoff (https://brat.nlplab.org/standoff.html), so that people can correct them in an annotation tool:
 * names, times, statements and figures are text-bound annotations, events are events with their trigger, statuses and
 * stances are attributes, and what is no span (values, full names) stands in the annotator's note, which the tool lets
 * one edit: `speaker=Анна Берг ; via=Агентство Север | Газета`.
 */

/** What a name's type is called in brat. */
export const BRAT_NAMES: Readonly<Record<MentionType, string>> = {
  person: 'Person',
  organization: 'Organization',
  country: 'Country',
  place: 'Place',
  media: 'Media',
  document: 'Document',
  event: 'Named_event',
}

/** Names of brat begin with a capital: "visit" → "Visit". */
export const bratType = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1)

/** The configuration that brat needs beside the files: types and the values of attributes. */
export const BRAT_CONFIGURATION: string = [
  '[entities]',
  ...Object.values(BRAT_NAMES),
  'Time',
  'Statement',
  'Figure',
  '',
  '[relations]',
  '<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>',
  '',
  '[events]',
  ...EVENT_KINDS.map(bratType),
  '',
  '[attributes]',
  `Kind\tArg:Statement, Value:direct|indirect`,
  `Stance\tArg:Statement, Value:${STANCES.join('|')}`,
  `Status\tArg:<EVENT>, Value:${STATUSES.join('|')}`,
  '',
].join('\n')

/** A field's value inside a note: the marks that part fields and lists are written as in an address. */
const inNote = (value: string): string =>
  value.replace(/[%;|=\s]/gu, (char) => (char === ' ' ? ' ' : encodeURIComponent(char)))

const note = (fields: Readonly<Record<string, string | readonly string[] | undefined>>): string =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined && value.length > 0)
    .map(([name, value]) => `${name}=${(typeof value === 'string' ? [value] : value!).map(inNote).join(' | ')}`)
    .join(' ; ')

/** Pieces of a span between line breaks: brat knows no annotation that runs over one. */
const pieces = (text: string, start: number, end: number): readonly (readonly [number, number])[] => {
  const found: [number, number][] = []
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && text[at] !== '\n') continue
    if (at > from) found.push([from, at])
    from = at + 1
  }
  return found.length > 0 ? found : [[start, end]]
}

/** Writes the lines of one page's annotations and numbers them. */
class Standoff {
  readonly lines: string[] = []
  private readonly text: string
  private readonly point: (at: number) => number
  private readonly counts = new Map<string, number>()

  constructor(text: string) {
    this.text = text
    const pairs = pairsBefore(text)
    this.point = (at) => at - pairs(at)
  }

  private id(letter: string): string {
    const next = (this.counts.get(letter) ?? 0) + 1
    this.counts.set(letter, next)
    return `${letter}${next}`
  }

  bound(type: string, start: number, end: number): string {
    const id = this.id('T')
    const parts = pieces(this.text, start, end)
    const spans = parts.map(([a, b]) => `${this.point(a)} ${this.point(b)}`).join(';')
    const words = parts.map(([a, b]) => this.text.slice(a, b)).join(' ')
    this.lines.push(`${id}\t${type} ${spans}\t${words.replace(/\t/g, ' ')}`)
    return id
  }

  event(type: string, start: number, end: number): string {
    const trigger = this.bound(type, start, end)
    const id = this.id('E')
    this.lines.push(`${id}\t${type}:${trigger}`)
    return id
  }

  attribute(name: string, of: string, value: string): void {
    this.lines.push(`${this.id('A')}\t${name} ${of} ${value}`)
  }

  note(of: string, fields: Parameters<typeof note>[0]): void {
    const text = note(fields)
    if (text !== '') this.lines.push(`${this.id('#')}\tAnnotatorNotes ${of}\t${text}`)
  }
}

/**
 * The annotations of one page: the content of the `.ann` file beside the `.txt` file that holds `facts.text`. Offsets
 * are code points, as brat counts.
 *
 * @example bratAnnotations(facts).split('\n')[0] // 'T1\tPerson 0 9\tАнна Берг'
 */
export const bratAnnotations = (
  facts: Pick<ArticleFacts, 'text' | 'mentions' | 'times' | 'statements' | 'events' | 'figures'>,
): string => {
  const out = new Standoff(facts.text)
  for (const { start, end, type, name } of facts.mentions) out.note(out.bound(BRAT_NAMES[type], start, end), { name })
  for (const { start, end, value } of facts.times) out.note(out.bound('Time', start, end), { value })
  for (const { start, end, kind, stance, speaker, via } of facts.statements) {
    const id = out.bound('Statement', start, end)
    out.attribute('Kind', id, kind)
    out.attribute('Stance', id, stance)
    out.note(id, { speaker: speaker?.name, via: via.map(({ name }) => name) })
  }
  for (const { kind, status, trigger, participants, date, place } of facts.events) {
    const id = out.event(bratType(kind), trigger.start, trigger.end)
    out.attribute('Status', id, status)
    out.note(id, {
      participants: participants.map(({ name }) => name),
      date: date ?? undefined,
      place: place?.name,
    })
  }
  for (const { start, end, value, to, unit, of, approximation } of facts.figures)
    out.note(out.bound('Figure', start, end), {
      value: String(value),
      to: to === undefined ? undefined : String(to),
      unit,
      of,
      approximation,
    })
  return out.lines.map((line) => `${line}\n`).join('')
}

/** The name of a page's files without their endings: its id, with marks that no file name takes written as "_". */
export const bratStem = (id: string): string => id.replace(/[^\p{L}\p{N}.-]/gu, '_').replace(/^\.+/, '_')

// A name of a file in an archive has 100 bytes, with its ending.
const LONGEST = 90

/** Names for the files of articles that no file system takes for one another's. */
export class BratStems {
  readonly #taken = new Map<string, number>()

  next(id: string): string {
    const written = bratStem(id)
    const stem = new TextEncoder().encode(written).length > LONGEST ? contentId([id]) : written
    // File systems that know no capitals would take two such names for one.
    const times = (this.#taken.get(stem.toLowerCase()) ?? 0) + 1
    this.#taken.set(stem.toLowerCase(), times)
    return times === 1 ? stem : `${stem}-${times}`
  }
}
