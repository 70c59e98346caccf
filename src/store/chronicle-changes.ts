import type { Transaction } from 'kysely'
import type { Chronicle } from '../chronicle/index.ts'
import {
  articleRow,
  entriesOfIdentities,
  entryRow,
  identityRow,
  type Row,
  statementRow,
  storyRow,
} from './chronicle-rows.ts'
import { SHAPES, takeOut, upsert, writeEntries } from './chronicle-write.ts'
import type { Tables } from './schema.ts'

interface Difference<T> {
  readonly changed: readonly T[]
  readonly gone: readonly T[]
  /** All records that are other objects than before, and those that they stand for or that are gone. */
  readonly fresh: readonly T[]
  readonly old: readonly T[]
}

/** The parts of two lists that are not the same objects, without what they begin and end with in common. */
const middles = <T>(before: readonly T[], now: readonly T[]): readonly [readonly T[], readonly T[]] => {
  const most = Math.min(before.length, now.length)
  let from = 0
  while (from < most && before[from] === now[from]) from++
  let to = 0
  while (to < most - from && before.at(-1 - to) === now.at(-1 - to)) to++
  return [before.slice(from, before.length - to), now.slice(from, now.length - to)]
}

/** The same of two lists that rise by their ids. */
const rising = <T extends { readonly id: string }>(
  before: readonly T[],
  now: readonly T[],
): readonly [readonly T[], readonly T[]] => {
  const gone: T[] = []
  const fresh: T[] = []
  let at = 0
  for (const record of now) {
    while (at < before.length && (before[at] as T).id < record.id) gone.push(before[at++] as T)
    const old = before[at]
    if (old === record) at++
    else {
      if (old?.id === record.id) gone.push(before[at++] as T)
      fresh.push(record)
    }
  }
  return [[...gone, ...before.slice(at)], fresh]
}

/** Records that are other objects than before and differ, and those whose key is gone. */
const difference = <T>(
  before: readonly T[],
  now: readonly T[],
  keyOf: (record: T) => string,
  apart: (before: readonly T[], now: readonly T[]) => readonly [readonly T[], readonly T[]] = middles,
): Difference<T> => {
  if (before === now) return { changed: [], gone: [], fresh: [], old: [] }
  const [was, is] = apart(before, now)
  const had = new Set(was)
  const has = new Set(is)
  const fresh = is.filter((record) => !had.has(record))
  const replaced = was.filter((record) => !has.has(record))
  const old = new Map(replaced.map((record) => [keyOf(record), record]))
  const changed = fresh.filter((record) => {
    const known = old.get(keyOf(record))
    old.delete(keyOf(record))
    return known === undefined || JSON.stringify(known) !== JSON.stringify(record)
  })
  return { changed, gone: [...old.values()], fresh, old: replaced }
}

const byId = ({ id }: { readonly id: string }): string => id

/**
 * Writes what differs between the chronicle as it is stored and as it is now, inside the caller's transaction; the
 * stored one must be exactly `before`. Gives how many records were written or taken out.
 */
export const writeChanges = async (trx: Transaction<Tables>, before: Chronicle, now: Chronicle): Promise<number> => {
  const put = async (shape: keyof typeof SHAPES, changed: readonly Row[], gone: readonly Row[]): Promise<number> => {
    await takeOut(trx, SHAPES[shape], gone)
    await upsert(trx, SHAPES[shape], changed)
    return changed.length + gone.length
  }
  const entries = difference(before.entries, now.entries, byId)
  await takeOut(
    trx,
    SHAPES.entries,
    entries.gone.map(({ id }) => ({ id })),
  )
  await writeEntries(trx, entries.changed, entries.changed.map(entryRow))

  const people = difference(before.identities, now.identities, byId, rising)
  const [more, less] = [entriesOfIdentities(entries.fresh), entriesOfIdentities(entries.old)]
  const due = new Set([
    ...people.changed.map(byId),
    ...[...more.keys(), ...less.keys()].filter((id) => more.get(id) !== less.get(id)),
  ])
  const recounted = due.size === 0 ? [] : now.identities.filter(({ id }) => due.has(id))
  const counts = entriesOfIdentities(due.size === 0 ? [] : now.entries)
  const outlets = new Map(now.articles.map(({ id, outlet }) => [id, outlet]))
  const statements = difference(before.statements, now.statements, ({ article, index }) => `${article}\n${index}`)
  const stories = difference(before.stories, now.stories, byId)
  const articles = difference(before.articles, now.articles, byId)
  return (
    entries.changed.length +
    entries.gone.length +
    (await put(
      'identities',
      recounted.map((one) => identityRow(one, counts.get(one.id) ?? 0)),
      people.gone.map(({ id }) => ({ id })),
    )) +
    (await put(
      'statements',
      statements.changed.map((one) => statementRow(one, outlets.get(one.article) ?? null)),
      statements.gone.map(({ article, index }) => ({ article, n: index })),
    )) +
    (await put(
      'stories',
      stories.changed.map(storyRow),
      stories.gone.map(({ id }) => ({ id })),
    )) +
    (await put(
      'articles',
      articles.changed.map(articleRow),
      articles.gone.map(({ id }) => ({ id })),
    ))
  )
}
