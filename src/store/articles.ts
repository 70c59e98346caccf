import { createHash } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import { edtfBounds } from '../core/index.ts'
import type { ArticleFacts } from '../facts/index.ts'
import { databaseJson, databaseText } from './json.ts'
import { countUp } from './meta.ts'
import type { KeptPage } from './page-record.ts'
import type { Tables } from './schema.ts'
import { addressOf, momentOf, rankOf, type Taken, takenAgain } from './version-order.ts'

/** A page with what was read from it: added together or not at all. */
export interface ReadPage {
  readonly page: KeptPage
  readonly facts: ArticleFacts
  /** The id that the page's user gave, if any: a changed text under it is a new version. */
  readonly givenId: string | null
}

/**
 * Is told of an article that was written, as it will be read again, with the mark by which the making of the chronicle
 * knows this writing of it.
 */
export type OnKept = (mark: string, facts: ArticleFacts) => void

/** `updated`: a new version of an article that is known by its id or address. */
export type Added = 'added' | 'updated' | 'unchanged'

/** Day number of a date or date with time; null without one, or when its year is not known. */
export const dayOf = (date: string | null): number | null => {
  const bounds = date === null ? null : edtfBounds(date)
  return bounds && Number.isFinite(bounds.first) ? bounds.first : null
}

const hashOf = (fields: unknown): string =>
  createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 24)

/** What the versions of one article have in common. */
const keyOf = ({ facts, givenId }: ReadPage): string => {
  if (givenId !== null) return `id ${givenId}`
  // The bare address of a site names no article: every page taken there would pass for a version of one.
  const address = facts.url === null ? null : addressOf(facts.url)
  return address === null ? `id ${facts.id}` : `url ${address}`
}

/**
 * The row of an article; `content` is the same for the same text and dates, whatever stands around them on the page;
 * `rank` orders versions.
 */
export const articleRowOf = (read: ReadPage) => {
  const { text, parts, input, ...rest } = read.facts
  const { id, url, outlet, language, headline, published, updated } = rest
  const content = hashOf([text, headline, outlet, url, published, updated])
  const { fetched: own, seen = {} } = read.page.record.meta
  const fetched = [momentOf(own), seen.fetched ?? ''].sort()[1] || null
  return {
    id,
    content,
    key: databaseText(keyOf(read)),
    current: false,
    page: read.page.id,
    rank: rankOf({ published, updated, fetched, content }),
    fetched,
    input: databaseText(seen.input !== undefined && seen.input < input ? seen.input : input),
    url: url && databaseText(url),
    outlet: outlet && databaseText(outlet),
    language,
    headline: headline && databaseText(headline),
    published,
    published_day: dayOf(published),
    updated,
    body: databaseText(text),
    parts: databaseJson(parts),
    facts: databaseJson(rest),
  }
}

export type ArticleRow = ReturnType<typeof articleRowOf>

/** A version that is there already and was taken again: later, or at another place. */
export interface Again extends Taken {
  readonly id: string
  readonly content: string
  readonly key: string
  readonly page: string
  readonly rank: string
  /** Whether the place that it is told by changes. */
  readonly moved: boolean
}

/** What adding these pages would do, and the rows to add; pages that change nothing have no row. */
export interface AddPlan {
  readonly outcomes: readonly Added[]
  readonly rows: readonly { readonly row: ArticleRow; readonly page: KeptPage }[]
  readonly again: readonly Again[]
}

const versionKey = ({ id, content }: { readonly id: string; readonly content: string }): string => `${id} ${content}`

/** A page with what is known of its takings. */
export const seenPage = (page: KeptPage, seen: Partial<Taken>): KeptPage => {
  const { fetched, input } = seen
  const known = { ...page.record.meta.seen, ...(fetched ? { fetched } : {}), ...(input ? { input } : {}) }
  return { ...page, record: { ...page.record, meta: { ...page.record.meta, seen: known } } }
}

/**
 * Looks up which of these pages are new. Of several pages with one text the first is kept, and of the others what they
 * say of when and where it was taken.
 *
 * @param anew what stands there already is written again too: the pages are read by other rules than before
 */
export const planAdding = async (db: Kysely<Tables>, reads: readonly ReadPage[], anew = false): Promise<AddPlan> => {
  const rows = reads.map(articleRowOf)
  const stored = await db
    .selectFrom('articles')
    .select(['id', 'content', 'key', 'page', 'input', 'fetched', 'published', 'updated'])
    .where('key', 'in', rows.length > 0 ? [...new Set(rows.map((row) => row.key))] : [''])
    .execute()
  const keys = new Set(stored.map((row) => row.key))
  const before = new Map(stored.map((row) => [versionKey(row), row]))
  const due = new Map<string, AddPlan['rows'][number]>()
  const again = new Map<string, Again>()
  const outcomes = rows.map((row, index): Added => {
    const key = versionKey(row)
    const page = reads[index]!.page
    const stands = before.get(key)
    const known = due.get(key)?.row ?? again.get(key) ?? stands
    const outcome = known ? 'unchanged' : keys.has(row.key) ? 'updated' : 'added'
    const taken = known ? takenAgain(known, row) : null
    const rank = (moment: Taken): string => rankOf({ ...row, fetched: moment.fetched })
    if (!known) due.set(key, { row, page })
    else if (due.has(key)) {
      const first = due.get(key)!
      if (taken) due.set(key, { row: { ...first.row, ...taken, rank: rank(taken) }, page: seenPage(first.page, taken) })
    } else if (anew && known.page === row.page) {
      const { fetched, input } = taken ?? known
      due.set(key, { row: { ...row, fetched, input, rank: rank({ fetched, input }) }, page })
    } else if (taken && stands) {
      const { id, content, key: article, page: kept } = stands
      const moved = taken.input !== stands.input
      again.set(key, { id, content, key: article, page: kept, ...taken, rank: rank(taken), moved })
    }
    keys.add(row.key)
    return outcome
  })
  return {
    outcomes,
    rows: current([...due.values()], new Set(stored.map(({ key }) => key))),
    again: [...again.values()],
  }
}

// What has no other version is the one that is read: no other is to be chosen for it.
const current = (due: AddPlan['rows'], stored: ReadonlySet<string>): AddPlan['rows'] => {
  const counts = new Map<string, number>()
  for (const { row } of due) counts.set(row.key, (counts.get(row.key) ?? 0) + 1)
  return due.map(({ row, page }) =>
    counts.get(row.key) === 1 && !stored.has(row.key) ? { row: { ...row, current: true }, page } : { row, page },
  )
}

/** Chooses the version of each article that the chronicle reads. */
const chooseVersions = async (trx: Transaction<Tables>, keys: readonly string[]): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update articles set current = (articles.id = best.id and articles.content = best.content)
    from (
      select distinct on (key) key, id, content from articles
      where key in (${sql.join(keys)}) order by key, rank collate "C" desc, id
    ) best
    where articles.key = best.key
      and articles.current is distinct from (articles.id = best.id and articles.content = best.content)`.execute(trx)
  return (numAffectedRows ?? 0n) > 0n
}

/** Writes when and where versions were taken again; tells whether that changes what the chronicle reads. */
export const writeAgain = async (trx: Transaction<Tables>, all: readonly Again[]): Promise<boolean> => {
  if (all.length === 0) return false
  const given = JSON.stringify(
    all.map(({ id, content, fetched, rank, input }) => ({ id, content, fetched, rank, input })),
  )
  await sql`
    update articles set fetched = given.fetched, rank = given.rank, input = given.input
    from json_to_recordset(cast(${given} as json))
      as given(id text, content text, fetched text, rank text, input text)
    where articles.id = given.id and articles.content = given.content`.execute(trx)
  const chosen = await chooseVersions(trx, [...new Set(all.map(({ key }) => key))])
  return chosen || all.some(({ moved }) => moved)
}

/** Writes when and where pages were taken again that articles rest on already. */
export const writeTakings = async (trx: Transaction<Tables>, takings: ReadonlyMap<string, Taken>): Promise<void> => {
  const rows = await trx
    .selectFrom('articles')
    .select(['id', 'content', 'key', 'page', 'input', 'fetched', 'published', 'updated'])
    .where('page', 'in', [...takings.keys()])
    .execute()
  const again = rows.flatMap((row): Again[] => {
    const taken = takenAgain(row, takings.get(row.page) as Taken)
    return taken ? [{ ...row, ...taken, rank: rankOf({ ...row, ...taken }), moved: taken.input !== row.input }] : []
  })
  if (await writeAgain(trx, again)) await countUp(trx, 'articles')
}

/** The facts of planned rows that will be read again as they are: all but those with characters that no database takes. */
export const unchangedFacts = (
  reads: readonly ReadPage[],
  rows: AddPlan['rows'],
): { readonly content: string; readonly facts: ArticleFacts }[] => {
  const given = new Map(reads.map(({ facts, page }) => [`${facts.id} ${page.id}`, facts]))
  return rows.flatMap(({ row: { id, content, page, input, body, facts: json } }) => {
    const facts = given.get(`${id} ${page}`)
    if (!facts || facts.text !== body || json.includes('\uFFFD')) return []
    return [{ content, facts: { ...facts, input, parts: [] } }]
  })
}

/** The number of the transaction as rows bear it that it writes. */
export const ownMark = async (trx: Transaction<Tables>): Promise<string> => {
  const { rows } = await sql<{ mark: string }>`select cast(cast(pg_current_xact_id() as xid) as text) as mark`.execute(
    trx,
  )
  return rows[0]?.mark ?? ''
}

/** Writes planned rows. The transaction is the caller's. */
export const writeArticles = async (trx: Transaction<Tables>, rows: readonly ArticleRow[]): Promise<void> => {
  if (rows.length === 0) return
  for (let from = 0; from < rows.length; from += 200) {
    await trx
      .insertInto('articles')
      .values(rows.slice(from, from + 200))
      .onConflict((conflict) =>
        conflict.columns(['id', 'content']).doUpdateSet((eb) => ({
          input: eb.ref('excluded.input'),
          parts: eb.ref('excluded.parts'),
          facts: eb.ref('excluded.facts'),
          key: eb.ref('excluded.key'),
          page: eb.ref('excluded.page'),
          rank: eb.ref('excluded.rank'),
          fetched: eb.ref('excluded.fetched'),
          current: sql<boolean>`excluded.current or articles.current`,
        })),
      )
      .execute()
  }
  const several = rows.filter((row) => !row.current)
  if (several.length > 0) await chooseVersions(trx, [...new Set(several.map((row) => row.key))])
}

/** Takes out what the same pages gave when they were read by other rules. */
export const dropEarlierReadings = async (trx: Transaction<Tables>, reads: readonly ReadPage[]): Promise<void> => {
  if (reads.length === 0) return
  const rows = reads.map(articleRowOf)
  const present = JSON.stringify(rows.map(({ id, content, page }) => ({ id, content, page })))
  const { rows: gone } = await sql<{ key: string }>`
    delete from articles
    where page in (${sql.join(rows.map(({ page }) => page))})
      and not exists (
        select from json_to_recordset(cast(${present} as json)) as given(id text, content text, page text)
        where given.id = articles.id and given.content = articles.content and given.page = articles.page
      )
    returning key`.execute(trx)
  const keys = [...new Set(gone.map(({ key }) => key))]
  if (keys.length > 0) await chooseVersions(trx, keys)
}

/** One row as removing sees it. */
export interface Removable {
  readonly id: string
  readonly content: string
  readonly page: string
}

/**
 * What taking an article out takes: all its versions when the id is that of the one that counts; an earlier one alone
 * when the id is its own; with `version`, that one alone.
 */
export const removable = async (
  db: Kysely<Tables>,
  ids: readonly string[],
  version?: string,
): Promise<{ readonly found: ReadonlySet<string>; readonly rows: readonly Removable[] }> => {
  if (ids.length === 0) return { found: new Set(), rows: [] }
  const named = await db
    .selectFrom('articles')
    .select(['id', 'content', 'page', 'key', 'current'])
    .where('id', 'in', ids)
    .$if(version !== undefined, (query) => query.where('content', '=', version ?? ''))
    .execute()
  const whole = version === undefined ? named.filter(({ current }) => current).map(({ key }) => key) : []
  const rest =
    whole.length === 0
      ? []
      : await db.selectFrom('articles').select(['id', 'content', 'page']).where('key', 'in', whole).execute()
  return {
    found: new Set(named.map(({ id }) => id)),
    rows: [...new Map([...named, ...rest].map((row) => [versionKey(row), row])).values()],
  }
}

/** Takes versions out; the latest of those that are left of an article comes forward. */
export const deleteVersions = async (trx: Transaction<Tables>, rows: readonly Removable[]): Promise<void> => {
  if (rows.length === 0) return
  const given = JSON.stringify(rows.map(({ id, content }) => ({ id, content })))
  const { rows: gone } = await sql<{ key: string }>`
    delete from articles using json_to_recordset(cast(${given} as json)) as given(id text, content text)
    where articles.id = given.id and articles.content = given.content returning articles.key`.execute(trx)
  const keys = [...new Set(gone.map(({ key }) => key))]
  if (keys.length > 0) await chooseVersions(trx, keys)
}

/** The facts of an article from its row. */
export const factsOf = (row: { input: string; body: string; parts: unknown; facts: unknown }): ArticleFacts =>
  ({ ...(row.facts as object), input: row.input, text: row.body, parts: row.parts ?? [] }) as unknown as ArticleFacts

/**
 * Facts of all articles in order of their ids, each in its chosen version. `parts` are left empty: the chronicle rests
 * on the text, and the cut parts of ten thousand pages need not stand in memory.
 */
export async function* readFacts(db: Kysely<Tables>): AsyncGenerator<ArticleFacts> {
  let last = ''
  for (;;) {
    const rows = await db
      .selectFrom('articles')
      .select(['id', 'input', 'body', 'facts', sql<null>`null`.as('parts')])
      .where('current', '=', true)
      .where('id', '>', last)
      .orderBy('id')
      .limit(200)
      .execute()
    for (const row of rows) yield factsOf(row)
    if (rows.length < 200) return
    last = rows.at(-1)!.id
  }
}
