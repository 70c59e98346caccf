import type { Disagreement, DisagreementAbout, Entry, EntryView, Evidence } from '../../src/api/index.ts'
import { dateText } from './dates.ts'
import { whenOf } from './edtf.ts'
import { differenceOf } from './kinds.ts'
import { nameText } from './names.ts'
import { settings } from './settings.svelte.ts'
import { unbroken } from './typography.ts'

/** Exact words that a value rests on; `number` is the piece of evidence (from 1) that holds them. */
export interface Source {
  readonly article: string
  readonly outlet: string | null
  readonly published: string | null
  readonly start: number
  readonly end: number
  readonly number?: number
}

export interface FieldVersion {
  readonly text: string
  /** EDTF, when the field is a date. */
  readonly date: string | null
  readonly relation: 'lead' | 'coarser' | 'conflict' | 'other' | 'plain'
  readonly sources: readonly Source[]
  /** In the words of the pages, not ours. */
  readonly quoted: boolean
}

export interface Field {
  readonly name: 'date' | 'place' | 'participants' | DisagreementAbout
  readonly versions: readonly FieldVersion[]
}

const sourceOf = (evidence: Evidence, i: number): Source => ({
  article: evidence.article,
  outlet: evidence.outlet,
  published: evidence.published,
  start: evidence.start,
  end: evidence.end,
  number: i + 1,
})

const where = (entry: Entry, test: (evidence: Evidence, i: number) => boolean): Source[] =>
  entry.evidence.map(sourceOf).filter((_, i) => test(entry.evidence[i] as Evidence, i))

const dateRelation = (value: string, lead: string): FieldVersion['relation'] => {
  const a = whenOf(value)
  const b = whenOf(lead)
  return !a || !b ? 'plain' : a.first <= b.last && b.first <= a.last ? 'coarser' : 'conflict'
}

const dateField = ({ entry }: EntryView): Field => {
  const lead = entry.date
  const others = [...new Set(entry.evidence.map(({ date }) => date))].filter((date) => date !== null && date !== lead)
  const version = (date: string | null, relation: FieldVersion['relation']): FieldVersion => ({
    text: dateText(date),
    date,
    relation,
    sources: date === null ? [] : where(entry, (each) => each.date === date),
    quoted: false,
  })
  const rest = others.map((date) => version(date, lead === null ? 'plain' : dateRelation(date as string, lead)))
  const order = ['coarser', 'conflict', 'plain']
  rest.sort((a, b) => order.indexOf(a.relation) - order.indexOf(b.relation))
  return { name: 'date', versions: [version(lead, 'lead'), ...rest] }
}

const placeField = ({ entry }: EntryView): Field => {
  const lead = entry.place?.name ?? null
  const dispute = entry.disagreements.find(({ about }) => about === 'place')
  const relationOf = (place: string): FieldVersion['relation'] => {
    if (lead !== null && (lead.includes(place) || place.includes(lead))) return 'coarser'
    if (!dispute?.versions.some(({ value }) => value === place)) return 'plain'
    return differenceOf(dispute.relation) === 'fork' ? 'conflict' : 'other'
  }
  const others = [...new Set(entry.evidence.map(({ place }) => place))].filter(
    (place) => place !== null && place !== lead,
  )
  const version = (place: string | null, relation: FieldVersion['relation']): FieldVersion => ({
    text:
      place === null
        ? settings.words.notStated
        : place === lead && entry.place
          ? nameText(entry.place)
          : unbroken(place),
    date: null,
    relation,
    sources: place === null ? [] : where(entry, (each) => each.place === place),
    quoted: false,
  })
  return {
    name: 'place',
    versions: [version(lead, 'lead'), ...others.map((place) => version(place, relationOf(place as string)))],
  }
}

const participantsField = ({ entry, named }: EntryView): Field => {
  const names = new Set(entry.participants.map(({ name }) => name))
  return {
    name: 'participants',
    versions: [
      {
        text: entry.participants.map(nameText).join(', ') || settings.words.notStated,
        date: null,
        relation: 'lead',
        sources: where(entry, (_, i) => named[i]?.some((name) => names.has(name)) ?? false),
        quoted: false,
      },
    ],
  }
}

const OWN_FIELDS: readonly DisagreementAbout[] = ['document', 'duration', 'count', 'rank']

/** Sources of one version of a disagreement, with the piece of evidence that holds the same words where there is one. */
export const sourcesOf = (view: EntryView, version: Disagreement['versions'][number]): Source[] => {
  const cards = new Map(view.articles.map((card) => [card.id, card]))
  return version.sources.map(({ article, start, end }) => {
    const at = view.entry.evidence.findIndex((each) => each.article === article && each.start < end && start < each.end)
    const card = cards.get(article)
    return {
      article,
      outlet: card?.outlet ?? null,
      published: card?.published ?? null,
      start,
      end,
      ...(at < 0 ? {} : { number: at + 1 }),
    }
  })
}

/** Text of a disputed value: dates and statuses in words of the interface, all else as the pages have it. */
export const versionText = (about: DisagreementAbout, value: string): string => {
  const { statuses } = settings.words
  if (about === 'date' && whenOf(value)) return dateText(value)
  if (about === 'status' && Object.hasOwn(statuses, value)) return statuses[value as keyof typeof statuses]
  return unbroken(value)
}

const disputedField = (view: EntryView, disagreement: Disagreement): Field => ({
  name: disagreement.about,
  versions: disagreement.versions.map((version, i) => ({
    text: versionText(disagreement.about, version.value),
    date: null,
    relation: i === 0 ? 'lead' : differenceOf(disagreement.relation) === 'fork' ? 'conflict' : 'other',
    sources: sourcesOf(view, version),
    quoted: true,
  })),
})

/** One source an article: its first words for the value stand for the rest. */
export const oneAnArticle = (sources: readonly Source[]): readonly Source[] =>
  sources.filter(({ article }, i) => sources.findIndex((each) => each.article === article) === i)

/** Every field of an entry with all its versions, the preferred one first. */
export const fieldsOf = (view: EntryView): Field[] => [
  dateField(view),
  placeField(view),
  participantsField(view),
  ...view.entry.disagreements
    .filter(({ about }) => OWN_FIELDS.includes(about))
    .map((disagreement) => disputedField(view, disagreement)),
]

export const fieldName = (name: Field['name']): string => {
  const { when, where: place, who, abouts } = settings.words
  return name === 'date' ? when : name === 'place' ? place : name === 'participants' ? who : abouts[name]
}

export const relationText = (relation: FieldVersion['relation']): string => {
  const { coarser, conflicts, saidOtherwise } = settings.words
  return relation === 'coarser'
    ? coarser
    : relation === 'conflict'
      ? conflicts
      : relation === 'other'
        ? saidOtherwise
        : ''
}
