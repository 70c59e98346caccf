import { codePointOffsets, type Span } from '../core/index.ts'
import { EVENT_KINDS, type EventKind, STANCES, STATUSES, type Stance, type Status } from '../facts/index.ts'
import type { MentionType } from '../language/index.ts'
import { BRAT_NAMES, bratType } from './brat.ts'

/** What a page's standoff says, in the words of docs/facts.md; offsets are UTF-16 code units of `text`. */
export interface StandoffFacts {
  readonly text: string
  readonly mentions: readonly (Span & { readonly type: MentionType; readonly name: string })[]
  readonly times: readonly (Span & { readonly value: string })[]
  readonly statements: readonly (Span & {
    readonly kind: 'direct' | 'indirect'
    readonly stance: Stance
    readonly speaker: string | null
    readonly via: readonly string[]
  })[]
  readonly events: readonly {
    readonly kind: EventKind
    readonly status: Status
    readonly trigger: Span
    readonly participants: readonly string[]
    readonly date: string | null
    readonly place: string | null
  }[]
  readonly figures: readonly (Span & { readonly value: number; readonly unit: string })[]
  /** Lines that say nothing known, with their numbers from 1. */
  readonly unread: readonly { readonly line: number; readonly text: string }[]
}

const decode = (value: string): string => {
  try {
    return decodeURIComponent(value)
  } catch {
    // A percent sign that somebody typed.
    return value
  }
}

type Fields = ReadonlyMap<string, readonly string[]>

const fieldsOf = (note: string): Fields => {
  const fields = new Map<string, readonly string[]>()
  for (const field of note.split(';')) {
    const at = field.indexOf('=')
    if (at < 0) continue
    const values = field.slice(at + 1).split('|')
    const list = values.map((value) => decode(value.trim())).filter((value) => value !== '')
    fields.set(field.slice(0, at).trim(), list)
  }
  return fields
}

interface Bound extends Span {
  readonly type: string
}

const BOUND = /^([^\s]+) (\d+ \d+(?:;\d+ \d+)*)$/
const NAMES = new Map(Object.entries(BRAT_NAMES).map(([type, name]) => [name, type as MentionType]))
const KINDS = new Map(EVENT_KINDS.map((kind) => [bratType(kind), kind]))

const one = (fields: Fields | undefined, name: string): string | null => fields?.get(name)?.[0] ?? null

const known = <T extends string>(values: readonly T[], value: string | undefined, otherwise: T): T =>
  values.find((each) => each === value) ?? otherwise

/**
 * Reads a page's standoff, as `bratAnnotations` writes it and people correct it: a missing attribute is `says`,
 * `indirect`, `happened`; a missing note leaves names and values empty, and a time or figure without its value is
 * listed as unread, as is any line of another make. Never throws.
 */
export const readBrat = (text: string, annotations: string): StandoffFacts => {
  const offsets = codePointOffsets(text)
  const bounds = new Map<string, Bound>()
  const events = new Map<string, { type: string; trigger: string }>()
  const attributes = new Map<string, string>()
  const notes = new Map<string, Fields>()
  const places = new Map<string, number>()
  const unread: { line: number; text: string }[] = []
  const lines = annotations.split(/\r?\n/)
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue
    const [id = '', body = '', rest = ''] = line.split('\t')
    const bound = id.startsWith('T') ? BOUND.exec(body) : null
    if (bound) {
      const ends = bound[2]!.split(/[ ;]/).map((point) => offsets[Number(point)])
      const [start, end] = [ends[0], ends.at(-1)]
      if (start === undefined || end === undefined || end <= start) unread.push({ line: i + 1, text: line })
      else bounds.set(id, { type: bound[1]!, start, end })
      places.set(id, i + 1)
      continue
    }
    const event = id.startsWith('E') ? /^([^\s:]+):(T\d+)/.exec(body) : null
    const attribute = /^[AM]/.test(id) ? /^(\S+) (\S+) (\S+)$/.exec(body) : null
    const noted = id.startsWith('#') ? /^AnnotatorNotes (\S+)$/.exec(body) : null
    if (event) events.set(id, { type: event[1]!, trigger: event[2]! })
    else if (attribute) attributes.set(`${attribute[1]} ${attribute[2]}`, attribute[3]!)
    else if (noted) notes.set(noted[1]!, fieldsOf(rest))
    else unread.push({ line: i + 1, text: line })
  }
  const left = (id: string): void => {
    const line = places.get(id)!
    unread.push({ line, text: lines[line - 1]! })
  }
  const facts = { mentions: [], times: [], statements: [], figures: [] } as {
    mentions: StandoffFacts['mentions'][number][]
    times: StandoffFacts['times'][number][]
    statements: StandoffFacts['statements'][number][]
    figures: StandoffFacts['figures'][number][]
  }
  const triggers = new Set([...events.values()].map(({ trigger }) => trigger))
  for (const [id, { type, start, end }] of bounds) {
    const fields = notes.get(id)
    const name = NAMES.get(type)
    const value = one(fields, 'value')
    if (name) facts.mentions.push({ start, end, type: name, name: one(fields, 'name') ?? text.slice(start, end) })
    else if (type === 'Time' && value !== null) facts.times.push({ start, end, value })
    else if (type === 'Figure' && value !== null && Number.isFinite(Number(value)))
      facts.figures.push({ start, end, value: Number(value), unit: one(fields, 'unit') ?? '' })
    else if (type === 'Statement')
      facts.statements.push({
        start,
        end,
        kind: known(['direct', 'indirect'], attributes.get(`Kind ${id}`), 'indirect'),
        stance: known(STANCES, attributes.get(`Stance ${id}`), 'says'),
        speaker: one(fields, 'speaker'),
        via: fields?.get('via') ?? [],
      })
    else if (!triggers.has(id)) left(id)
  }
  const told: StandoffFacts['events'][number][] = []
  for (const [id, { type, trigger }] of events) {
    const at = bounds.get(trigger)
    const kind = KINDS.get(type)
    if (!at || !kind) continue
    const fields = notes.get(id)
    told.push({
      kind,
      status: known(STATUSES, attributes.get(`Status ${id}`), 'happened'),
      trigger: { start: at.start, end: at.end },
      participants: fields?.get('participants') ?? [],
      date: one(fields, 'date'),
      place: one(fields, 'place'),
    })
  }
  return { text, ...facts, events: told, unread }
}
