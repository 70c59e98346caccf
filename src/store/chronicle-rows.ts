import { createHash } from 'node:crypto'
import {
  type ChronicleArticle,
  type ChronicleStatement,
  type Entry,
  type Identity,
  type Story,
  standingEvidence,
} from '../chronicle/index.ts'
import { edtfBounds } from '../core/index.ts'
import { dayOf } from './articles.ts'

/** A row of a table that holds whole records: `hash` tells whether a record has changed since it was written. */
export type Row = { readonly [column: string]: unknown }

const hashOf = (record: unknown): string =>
  createHash('sha1').update(JSON.stringify(record)).digest('base64').slice(0, 22)

const finite = (day: number | undefined): number | null => (day !== undefined && Number.isFinite(day) ? day : null)

// Longer than any entry's words in a desk's life; PostgreSQL takes no text of more than a megabyte of search words.
const SEARCHED = 150_000

/** Words to be searched: ё as е, because writers differ. */
const searched = (texts: readonly string[]): string =>
  texts.join(' \n').slice(0, SEARCHED).replaceAll('ё', 'е').replaceAll('Ё', 'Е')

const publishedFirst = (a: { published: string | null }, b: { published: string | null }): number => {
  const [x, y] = [a.published ?? '9999', b.published ?? '9999']
  return x < y ? -1 : x > y ? 1 : 0
}

/** Outlets on each origin, the origin with most of them first; a page without an outlet counts by itself. */
const originSizes = (entry: Entry): number[] => {
  const outlets = new Map<number, Set<string>>()
  for (const { origin, outlet, article } of standingEvidence(entry)) {
    const known = outlets.get(origin) ?? new Set()
    outlets.set(origin, known.add(outlet ?? `\n${article}`))
  }
  return [...outlets.values()].map((set) => set.size).sort((a, b) => b - a)
}

const wordsOf = (entry: Entry): string =>
  searched([
    entry.title,
    entry.titleEn,
    ...entry.participants.flatMap(({ name, nameEn }) => [name, nameEn]),
    ...(entry.place ? [entry.place.name, entry.place.nameEn] : []),
    ...entry.evidence.map(({ quote }) => quote),
  ])

/** Outlets that report an entry, earliest first; null stands for pages that name none. */
const outletsOf = (entry: Entry): (string | null)[] => [
  ...new Set([...standingEvidence(entry)].sort(publishedFirst).map(({ outlet }) => outlet)),
]

const count = (entry: Entry, framing: boolean): number =>
  entry.disagreements.filter(({ relation }) => (relation === 'framing') === framing).length

export const entryRow = (entry: Entry): Row => {
  const bounds = entry.date === null ? null : edtfBounds(entry.date)
  const first = finite(bounds?.first)
  const last = finite(bounds?.last)
  const origins = originSizes(entry)
  const line = {
    id: entry.id,
    kind: entry.kind,
    status: entry.status,
    date: entry.date,
    title: entry.title,
    titleEn: entry.titleEn,
    participants: entry.participants.map(({ name, nameEn, identity }) => ({ name, nameEn, identity })),
    place: entry.place && { name: entry.place.name, nameEn: entry.place.nameEn },
    outlets: outletsOf(entry),
    origins,
    disputes: count(entry, false),
    framings: count(entry, true),
    ...(entry.withdrawn ? { withdrawn: true } : {}),
  }
  return {
    id: entry.id,
    hash: hashOf(entry),
    kind: entry.kind,
    status: entry.status,
    date: entry.date,
    dated: bounds !== null,
    first_day: first,
    last_day: last,
    // An entry stands at the first day of its date; where that is open, at the last.
    sort_day: first ?? last,
    disputes: line.disputes,
    framings: line.framings,
    origins: origins.length,
    part_of: entry.partOf,
    story: entry.story,
    line,
    record: entry,
    words: wordsOf(entry),
  }
}

/** Rows of the tables that hang on entries. */
export const entryChildren = (
  entries: readonly Entry[],
): Readonly<Record<'entry_aliases' | 'entry_participants' | 'entry_outlets' | 'evidence', readonly Row[]>> => ({
  entry_aliases: entries.flatMap(({ id, aliases }) =>
    [...new Set(aliases)].filter((alias) => alias !== id).map((alias) => ({ alias, entry: id })),
  ),
  entry_participants: entries.flatMap(({ id, participants }) =>
    participants.map(({ identity, name, nameEn, type }, n) => ({
      entry: id,
      n,
      identity,
      name,
      name_en: nameEn,
      type,
    })),
  ),
  entry_outlets: entries.flatMap((entry) =>
    outletsOf(entry).map((outlet) => ({ entry: entry.id, outlet: outlet ?? '' })),
  ),
  evidence: entries.flatMap(({ id, evidence }) =>
    evidence.flatMap(({ article, event, withdrawn }, n) => (withdrawn ? [] : [{ entry: id, n, article, event }])),
  ),
})

export const identityRow = (identity: Identity, entries: number): Row => ({
  id: identity.id,
  hash: hashOf([identity, entries]),
  type: identity.type,
  name: identity.name,
  name_en: identity.nameEn,
  // Each word after a space, so that the beginning of any of them can be looked for.
  names: ` ${searched([identity.name, identity.nameEn, ...identity.variants.map(({ name }) => name)])
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `,
  articles: identity.articles,
  entries,
  record: identity,
})

export const statementRow = (statement: ChronicleStatement, outlet: string | null): Row => ({
  article: statement.article,
  n: statement.index,
  hash: hashOf([statement, outlet]),
  speaker: statement.speaker?.identity ?? null,
  speaker_name: statement.speaker?.name ?? null,
  stance: statement.stance,
  outlet: outlet ?? '',
  published: statement.published,
  published_day: dayOf(statement.published),
  record: statement,
  words: searched([statement.quote, statement.speaker?.name ?? '']),
})

export const storyRow = (story: Story): Row => ({ id: story.id, hash: hashOf(story), record: story })

export const articleRow = (article: ChronicleArticle): Row => ({
  id: article.id,
  hash: hashOf(article),
  outlet: article.outlet ?? '',
  published: article.published,
  published_day: dayOf(article.published),
  reprint_of: article.reprintOf?.article ?? null,
  share: article.reprintOf?.share ?? null,
  story: article.story,
  record: article,
})

/** In how many entries each identity takes part. */
export const entriesOfIdentities = (entries: readonly Entry[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { participants } of entries)
    participants.forEach(({ identity }, at) => {
      if (participants.findIndex((one) => one.identity === identity) === at)
        counts.set(identity, (counts.get(identity) ?? 0) + 1)
    })
  return counts
}
