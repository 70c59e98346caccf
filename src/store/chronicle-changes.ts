import type { Transaction } from 'kysely'
import type { Chronicle } from '../chronicle/index.ts'
import { entryRow, type RecordRow, type Row, recordRow, statementRow } from './chronicle-rows.ts'
import { SHAPES, takeOut, upsert } from './chronicle-write.ts'
import type { Tables } from './schema.ts'

interface Difference<T> {
  readonly changed: readonly T[]
  readonly gone: readonly T[]
}

// A record that stands in both lists is looked for so many places further; so often may it not be found there.
const AHEAD = 200
const LOST = 50

/** How many records were taken out and put in where two lists part; as many as are looked through where that is not seen. */
const stepsTo = <T>(before: readonly T[], from: number, now: readonly T[], to: number): readonly [number, number] => {
  for (let step = 1; step < AHEAD; step++) {
    if (before[from + step] === now[to + step]) return [step, step]
    if (before[from + step] === now[to]) return [step, 0]
    if (before[from] === now[to + step]) return [0, step]
  }
  return [AHEAD, AHEAD]
}

/**
 * What two lists that are nearly the same do not have in common, record by record, found in one pass. A record that has
 * moved far may stand on both sides.
 */
const apart = <T>(before: readonly T[], now: readonly T[]): readonly [readonly T[], readonly T[]] => {
  const gone: T[] = []
  const fresh: T[] = []
  let [from, to, lost] = [0, 0, 0]
  while (from < before.length && to < now.length && lost < LOST) {
    if (before[from] === now[to]) {
      from++
      to++
      continue
    }
    const [out, into] = stepsTo(before, from, now, to)
    if (out === AHEAD && into === AHEAD) lost++
    gone.push(...before.slice(from, from + out))
    fresh.push(...now.slice(to, to + into))
    from += out
    to += into
  }
  return [
    [...gone, ...before.slice(from)],
    [...fresh, ...now.slice(to)],
  ]
}

/** Records that are other objects than before and differ, and those whose key is gone. */
const difference = <T>(before: readonly T[], now: readonly T[], keyOf: (record: T) => string): Difference<T> => {
  if (before === now) return { changed: [], gone: [] }
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
  return { changed, gone: [...old.values()] }
}

const byId = ({ id }: { readonly id: string }): string => id

/**
 * Writes what differs between the chronicle as it is stored and as it is now, inside the caller's transaction; the
 * stored one must be exactly `before`. Gives how many records were written or taken out.
 */
export const writeChanges = async (trx: Transaction<Tables>, before: Chronicle, now: Chronicle): Promise<number> => {
  const put = async <T>(
    shape: keyof typeof SHAPES,
    { changed, gone }: Difference<T>,
    rowOf: (record: T) => RecordRow,
    keyOf: (record: T) => Row,
  ): Promise<number> => {
    await takeOut(trx, SHAPES[shape], gone.map(keyOf))
    await upsert(trx, SHAPES[shape], changed.map(rowOf))
    return changed.length + gone.length
  }
  const keyed = ({ id }: { readonly id: string }): Row => ({ id })
  const entries = difference(before.entries, now.entries, byId)
  const people = difference(before.identities, now.identities, byId)
  const statements = difference(before.statements, now.statements, ({ article, index }) => `${article}\n${index}`)
  const stories = difference(before.stories, now.stories, byId)
  const articles = difference(before.articles, now.articles, byId)
  return (
    (await put('entries', entries, entryRow, keyed)) +
    (await put('identities', people, recordRow, keyed)) +
    (await put('statements', statements, statementRow, ({ article, index }) => ({ article, n: index }))) +
    (await put('stories', stories, recordRow, keyed)) +
    (await put('articles', articles, recordRow, keyed))
  )
}
