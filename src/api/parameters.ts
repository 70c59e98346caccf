import { z } from 'zod'
import type { DisagreementAbout, DisagreementRelation } from '../chronicle/index.ts'
import { edtfBounds } from '../core/index.ts'
import { WHATS } from '../export/index.ts'
import { EVENT_KINDS, STANCES, STATUSES } from '../facts/index.ts'
import { type Fault, fault } from './fault.ts'

/** One query parameter; `many` may be repeated (`kind=visit&kind=meeting`). */
export interface Parameter {
  readonly schema: z.ZodType
  readonly many?: boolean
  readonly about: string
}
export type Parameters = Readonly<Record<string, Parameter>>

const LONG = 400
const text = z.string().min(1).max(LONG)
const day = z
  .string()
  .regex(/^\d{4}(-\d\d(-\d\d)?)?$/, 'expected a year, a month or a day: 2025, 2025-09, 2025-09-03')
  .refine((value) => edtfBounds(value) !== null, 'names a day that does not exist')
const fullDay = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'expected a day: 2025-09-03')
  .refine((value) => edtfBounds(value) !== null, 'names a day that does not exist')
const whole = (most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'expected a whole number')
    .transform(Number)
    .pipe(z.number().max(most))

const MENTION_TYPES = ['person', 'organization', 'country', 'place', 'media', 'document', 'event'] as const
export const CHECKS = ['dispute', 'framing', 'one-origin', 'many-origins'] as const
export const INCLUDES = ['facets', 'density', 'ahead', 'first'] as const
const ABOUTS = [
  'date',
  'place',
  'status',
  'participants',
  'duration',
  'count',
  'document',
  'rank',
  'claim',
  'words',
] as const satisfies readonly DisagreementAbout[]
const RELATIONS = ['conflict', 'tension', 'claim', 'framing'] as const satisfies readonly DisagreementRelation[]
const outlet = z.string().max(LONG)

export const PAGING = {
  offset: { schema: whole(100_000_000), about: 'How many to skip; 0 when absent.' },
  limit: { schema: whole(500), about: 'How many to give, at most 500; 100 when absent.' },
} as const satisfies Parameters

export const ENTRY_FILTER = {
  actor: { schema: text, many: true, about: 'Identity id or preferred name; each one must take part.' },
  kind: { schema: z.enum(EVENT_KINDS), many: true, about: 'Any of these kinds.' },
  status: { schema: z.enum(STATUSES), many: true, about: 'Any of these statuses.' },
  outlet: { schema: outlet, many: true, about: 'Reported by any of these outlets; empty: pages that name none.' },
  from: { schema: day, about: 'First day, month or year; undated entries never pass.' },
  to: { schema: day, about: 'Last day, month or year.' },
  check: { schema: z.enum(CHECKS), many: true, about: 'Any of: disputed, put differently, one origin, several.' },
  story: { schema: text, about: 'Id of a story.' },
  q: { schema: text, about: 'Words in title, names, place or quotes; each must be found, in any form.' },
} as const satisfies Parameters

export const ENTRY_LIST = {
  ...ENTRY_FILTER,
  ...PAGING,
  section: { schema: z.enum(['ahead', 'timeline']), about: 'Only what lies ahead, or only the rest.' },
  order: { schema: z.enum(['new', 'old']), about: 'Latest first (default) or earliest first.' },
  include: {
    schema: z.enum(INCLUDES),
    many: true,
    about: 'Adds the facets, the counts over time, the first three that lie ahead, the first entry whole.',
  },
  first: { schema: fullDay, about: 'First day of the counts over time.' },
  last: { schema: fullDay, about: 'Last day of the counts over time.' },
} as const satisfies Parameters

export const ENTRY_FILE = {
  ...ENTRY_FILTER,
  order: { schema: z.enum(['new', 'old']), about: 'Latest first (default) or earliest first.' },
  lang: { schema: z.enum(['ru', 'en']), about: 'Language of titles and names; Russian when absent.' },
} as const satisfies Parameters

export const EXPORT_FILE = {
  ...ENTRY_FILE,
  what: { schema: z.enum(WHATS), about: 'What to write, where the format covers more than one thing.' },
  since: {
    schema: text,
    about: 'Only what changed since this cursor, which the header Letopis-Cursor of an earlier answer gave; 0 begins.',
  },
  bom: {
    schema: z.enum(['true', 'false']).transform((value) => value === 'true'),
    about: 'Whether a table of text begins with the mark by which sheet programs see UTF-8.',
  },
} as const satisfies Parameters

export const DISAGREEMENT_LIST = {
  ...PAGING,
  about: { schema: z.enum(ABOUTS), many: true, about: 'About any of these.' },
  relation: { schema: z.enum(RELATIONS), many: true, about: 'Any of these relations.' },
  actor: { schema: text, many: true, about: 'Identity id or preferred name; each one takes part in the entry.' },
  outlet: { schema: outlet, many: true, about: 'A page of any of these outlets states a version.' },
  q: { schema: text, about: "Words of the entry's title or of the versions." },
} as const satisfies Parameters

export const ACTOR_LIST = {
  ...PAGING,
  q: { schema: text, about: 'Beginning of any word of a name.' },
  type: { schema: z.enum(MENTION_TYPES), many: true, about: 'Any of these types.' },
} as const satisfies Parameters

export const ARTICLE = {
  version: {
    schema: text,
    about: 'One of its versions, by the name that the list of versions gives; the present one when absent.',
  },
} as const satisfies Parameters

export const SENT_FILE = {
  name: { schema: text, about: 'Name of the file; its ending tells what it holds.' },
} as const satisfies Parameters

export const VERSION_PAIR = {
  from: { schema: text, about: 'The earlier version; the one before `to` when absent.' },
  to: { schema: text, about: 'The later version; the present one when absent.' },
} as const satisfies Parameters

export const STATEMENT_LIST = {
  ...PAGING,
  speaker: { schema: text, about: 'Identity id or name.' },
  stance: { schema: z.enum(STANCES), many: true, about: 'Any of these stances.' },
  channel: { schema: text, many: true, about: 'Came through any of these agencies or outlets.' },
  story: { schema: text, about: 'Id of a story.' },
  outlet: { schema: outlet, many: true, about: 'In any of these outlets.' },
  article: { schema: text, about: 'Only of this article.' },
  from: { schema: day, about: 'First publication day, month or year.' },
  to: { schema: day, about: 'Last publication day, month or year.' },
  q: { schema: text, about: 'Words of the statement or its speaker.' },
  include: { schema: z.enum(['facets']), many: true, about: 'Adds the counts behind each filter.' },
} as const satisfies Parameters

type Value<P extends Parameter> = P extends { many: true } ? z.output<P['schema']>[] : z.output<P['schema']>
export type Values<P extends Parameters> = { [K in keyof P]?: Value<P[K]> }

const bad = (name: string, value: string, why: string): Fault =>
  fault(400, 'bad-parameter', `Parameter "${name}" cannot be "${value.slice(0, 80)}": ${why}.`, `Correct "${name}".`)

/**
 * Reads a query string by its parameters; the first thing wrong comes back as a fault. Nothing unknown passes, so that
 * a mistyped filter is not silently left out.
 *
 * @example readQuery({ limit: ['5'] }, PAGING) // { limit: 5 }
 */
export const readQuery = <P extends Parameters>(
  query: Readonly<Record<string, readonly string[]>>,
  parameters: P,
): Values<P> | Fault => {
  const values: Record<string, unknown> = {}
  for (const [name, given] of Object.entries(query)) {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined
    if (!parameter) {
      const known = Object.keys(parameters).join(', ') || 'none'
      return fault(400, 'unknown-parameter', `There is no parameter "${name.slice(0, 80)}".`, `Use one of: ${known}.`)
    }
    if (!parameter.many && given.length > 1) return bad(name, given.join('&'), 'it may stand once')
    const read: unknown[] = []
    for (const value of given) {
      const result = parameter.schema.safeParse(value)
      if (!result.success) return bad(name, value, result.error.issues[0]?.message ?? 'not accepted')
      read.push(result.data)
    }
    values[name] = parameter.many ? read : read[0]
  }
  return values as Values<P>
}
