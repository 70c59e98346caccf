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
}

/** Records that are other objects than before and differ, and those whose key is gone. */
const difference = <T>(before: readonly T[], now: readonly T[], keyOf: (record: T) => string): Difference<T> => {
  if (before === now) return { changed: [], gone: [] }
  const had = new Set(before)
  const has = new Set(now)
  const fresh = now.filter((record) => !had.has(record))
  const old = new Map(before.flatMap((record) => (has.has(record) ? [] : [[keyOf(record), record] as const])))
  const changed = fresh.filter((record) => {
    const known = old.get(keyOf(record))
    old.delete(keyOf(record))
    return known === undefined || JSON.stringify(known) !== JSON.stringify(record)
  })
  return { changed, gone: [...old.values()] }
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

  const [had, has] = [entriesOfIdentities(before), entriesOfIdentities(now)]
  const people = difference(before.identities, now.identities, byId)
  const renamed = new Set(people.changed)
  const recounted = now.identities.filter((one) => renamed.has(one) || had.get(one.id) !== has.get(one.id))
  const outlets = new Map(now.articles.map(({ id, outlet }) => [id, outlet]))
  const statements = difference(before.statements, now.statements, ({ article, index }) => `${article}\n${index}`)
  const stories = difference(before.stories, now.stories, byId)
  const articles = difference(before.articles, now.articles, byId)
  return (
    entries.changed.length +
    entries.gone.length +
    (await put(
      'identities',
      recounted.map((one) => identityRow(one, has.get(one.id) ?? 0)),
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
