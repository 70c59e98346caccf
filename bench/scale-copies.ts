import { sql } from 'kysely'
import type { Chronicle } from '../src/chronicle/index.ts'
import { entryRow, recordRow, statementRow } from '../src/store/chronicle-rows.ts'
import { SHAPES, upsert } from '../src/store/chronicle-write.ts'
import { openServer } from '../src/store/database.ts'
import { alteredText, later } from './scale-facts.ts'

/** What a field's texts are: names of records, days, or words; all else is left alone. */
const IDS = new Set([
  'id',
  'article',
  'articles',
  'identity',
  'entry',
  'entries',
  'story',
  'partOf',
  'aliases',
  'country',
])
const DAYS = new Set(['date', 'published', 'from', 'to', 'value'])
const WORDS = new Set(['name', 'nameEn', 'title', 'titleEn', 'quote', 'headline'])

const changed = (value: unknown, field: string, copy: number, same: ReadonlySet<string>): unknown => {
  if (typeof value === 'string') {
    if (IDS.has(field)) return same.has(value) ? value : `${value}~${copy}`
    if (DAYS.has(field)) return later(value, copy)
    return WORDS.has(field) ? alteredText(value, copy, same) : value
  }
  if (Array.isArray(value)) return value.map((one) => changed(one, field, copy, same))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, changed(one, key, copy, same)]))
}

/** The records of a chronicle as another world would have them: years later, with other names; states stay the same. */
const inAnotherWorld = <T>(records: readonly T[], copy: number, same: ReadonlySet<string>): readonly T[] =>
  copy === 0 ? records : records.map((record) => changed(record, '', copy, same) as T)

/**
 * Fills an empty PostgreSQL database with copies of a chronicle until it has so many articles, without joining them: what
 * reading a chronicle of that size costs rests on its records alone.
 */
export const fillWithCopies = async (url: string, chronicle: Chronicle, articles: number): Promise<void> => {
  const { db } = await openServer(url)
  const states = chronicle.identities.filter(({ type }) => type === 'country')
  const same = new Set(states.flatMap(({ id, name, nameEn }) => [id, name, nameEn]))
  for (let copy = 0; copy * chronicle.articles.length < articles; copy++) {
    const worlds = <T>(records: readonly T[]): readonly T[] => inAnotherWorld(records, copy, same)
    await db.transaction().execute(async (trx) => {
      await upsert(trx, SHAPES.entries, worlds(chronicle.entries).map(entryRow))
      await upsert(trx, SHAPES.identities, worlds(chronicle.identities).map(recordRow))
      await upsert(trx, SHAPES.statements, worlds(chronicle.statements).map(statementRow))
      await upsert(trx, SHAPES.stories, worlds(chronicle.stories).map(recordRow))
      await upsert(trx, SHAPES.articles, worlds(chronicle.articles).map(recordRow))
    })
    console.error(`copy ${copy}`)
  }
  await sql`analyze`.execute(db)
  await db.destroy()
}
