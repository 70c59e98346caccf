import { buildChronicle } from '../../src/chronicle/build.ts'
import type { ArticleFacts, EventFact, EventKind, ParticipantRole, Status } from '../../src/facts/index.ts'
import type { Case, Language, MentionType } from '../../src/language/index.ts'

/** States of the invented pages; every other name of two words is a person, of one word an organization. */
const STATES = new Set(['Норвегия', 'Исландия', 'Уругвай', 'Чили'])

export const typeOf = (name: string): MentionType =>
  STATES.has(name) ? 'country' : /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(name) ? 'person' : 'organization'

const GENITIVE: Readonly<Record<string, string>> = {
  Норвегия: 'Норвегии',
  Исландия: 'Исландии',
  Уругвай: 'Уругвая',
  Чили: 'Чили',
}

/** A language small enough to read at a glance: states are declined, other names carry their case in brackets. */
export const plainLanguage: Language = {
  code: 'ru',
  analyze: () => {
    throw new Error('not needed here')
  },
  decline: (name: string, _type: MentionType, to: Case) =>
    to === 'Nom' ? name : to === 'Gen' && GENITIVE[name] ? GENITIVE[name] : `${name}[${to}]`,
  romanize: (name: string) => `~${name}`,
}

interface PageHeader {
  readonly id: string
  readonly published?: string | null
  readonly outlet?: string | null
  readonly headline?: string | null
}

/** A sentence and the events in it: `kind status trigger | participants | date | place`. */
export type Line = readonly [text: string, ...events: string[]]

const roleOf = (written: string): { readonly name: string; readonly role: ParticipantRole } => {
  const [name = '', role = 'side'] = written.split(':').map((part) => part.trim())
  return { name, role: role as ParticipantRole }
}

const eventOf = (written: string, text: string, from: number): EventFact => {
  const [head = '', who = '', date = '', place = ''] = written.split('|').map((part) => part.trim())
  const [kind, status, trigger = ''] = head.split(' ')
  const start = text.indexOf(trigger, from)
  if (start < 0) throw new Error(`no "${trigger}" in the line`)
  const [value = '', basis = 'text'] = date.split(' ')
  return {
    kind: kind as EventKind,
    status: status as Status,
    trigger: { start, end: start + trigger.length, lemma: trigger.toLowerCase() },
    participants: who
      .split(',')
      .filter((part) => part.trim() !== '')
      .map(roleOf)
      .map(({ name, role }) => ({ name, role, identity: name, type: typeOf(name) })),
    date: value === '' ? null : value,
    dateBasis: value === '' ? null : (basis as 'text' | 'publication'),
    place: place === '' ? null : { name: place, identity: place },
    figures: [],
  }
}

/**
 * Facts of an invented page, written so that a person can read them.
 *
 * @example page({ id: 'a', published: '2031-05-12' }, ['Анна Берг прибыла в Осло.', 'visit happened прибыла | Анна Берг:visitor, Норвегия:host | 2031-05-12 | Осло'])
 */
export const page = (
  { id, published = null, outlet = null, headline = null }: PageHeader,
  ...lines: readonly Line[]
): ArticleFacts => {
  let text = headline === null ? '' : `${headline}\n\n`
  const events: EventFact[] = []
  for (const [sentence, ...written] of lines) {
    const from = text.length
    text += `${sentence} `
    for (const one of written) events.push(eventOf(one, text, from))
  }
  const names = new Map<string, MentionType>()
  for (const event of events) {
    for (const { name } of event.participants) names.set(name, typeOf(name))
    if (event.place) names.set(event.place.name, STATES.has(event.place.name) ? 'country' : 'place')
  }
  return {
    id,
    input: `${id}.txt`,
    url: null,
    outlet,
    language: 'ru',
    headline,
    published,
    publishedBasis: published === null ? null : 'input',
    updated: null,
    text: text.trimEnd(),
    parts: [],
    notes: [],
    credits: [],
    mentions: [...names].map(([name, type]) => ({ start: 0, end: 0, type, name, identity: name })),
    times: [],
    statements: [],
    events,
    figures: [],
    documents: [],
  }
}

/** What is listed of some pages: about and relation of each disagreement, with its versions. */
export const listed = (...pages: readonly ArticleFacts[]): string[] =>
  buildChronicle(pages, plainLanguage).entries.flatMap(({ disagreements }) =>
    disagreements.map(
      ({ about, relation, versions }) => `${about} ${relation}: ${versions.map(({ value }) => value).join(' / ')}`,
    ),
  )

/** The same page, with a mention wherever one of two states is written. */
export const withStates = (facts: ArticleFacts): ArticleFacts => {
  const mentions = ['Чили', 'Норвегии', 'Норвегия'].flatMap((word) =>
    [...facts.text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({
      start: index,
      end: index + word.length,
      type: 'country' as const,
      name: word === 'Чили' ? word : 'Норвегия',
      identity: word === 'Чили' ? 'c' : 'n',
    })),
  )
  return { ...facts, mentions: [...facts.mentions, ...mentions] }
}
