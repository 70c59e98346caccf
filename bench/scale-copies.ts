import { sql } from 'kysely'
import type { Chronicle } from '../src/chronicle/index.ts'
import { tablesOf, upsert } from '../src/store/chronicle-write.ts'
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

/** A chronicle as another world would have it: years later, with other names; states stay the same. */
const inAnotherWorld = (chronicle: Chronicle, copy: number, same: ReadonlySet<string>): Chronicle =>
  copy === 0 ? chronicle : (changed(chronicle, '', copy, same) as Chronicle)

/**
 * Fills an empty PostgreSQL database with copies of a chronicle until it has so many articles, without joining them: what
 * reading a chronicle of that size costs rests on its records alone.
 */
export const fillWithCopies = async (url: string, chronicle: Chronicle, articles: number): Promise<void> => {
  const { db } = await openServer(url)
  const states = chronicle.identities.filter(({ type }) => type === 'country')
  const same = new Set(states.flatMap(({ id, name, nameEn }) => [id, name, nameEn]))
  for (let copy = 0; copy * chronicle.articles.length < articles; copy++) {
    const world = inAnotherWorld(chronicle, copy, same)
    await db.transaction().execute(async (trx) => {
      for (const [shape, rows] of tablesOf(world)) await upsert(trx, shape, rows)
    })
    console.error(`copy ${copy}`)
  }
  await sql`analyze`.execute(db)
  await db.destroy()
}
