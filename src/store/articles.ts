import { createHash } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import { edtfBounds } from '../core/index.ts'
import type { ArticleFacts } from '../facts/index.ts'
import { databaseJson, databaseText } from './json.ts'
import type { KeptPage } from './page-record.ts'
import type { Tables } from './schema.ts'

/** A page with what was read from it: added together or not at all. */
export interface ReadPage {
  readonly page: KeptPage
  readonly facts: ArticleFacts
  /** The id that the page's user gave, if any: a changed text under it is a new version. */
  readonly givenId: string | null
}

/** `updated`: a new version of an article that is known by its id or address. */
export type Added = 'added' | 'updated' | 'unchanged'

/** Day number of a date or date with time; null without one, or when its year is not known. */
export const dayOf = (date: string | null): number | null => {
  const bounds = date === null ? null : edtfBounds(date)
  return bounds && Number.isFinite(bounds.first) ? bounds.first : null
}

const hashOf = (fields: unknown): string =>
  createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 24)

// The bare address of a site names no article: every page taken there would pass for a version of one.
const namesArticle = (url: string): boolean => {
  try {
    const { pathname, search } = new URL(url)
    return pathname.length > 1 || search !== ''
  } catch {
    return false
  }
}

/** What the versions of one article have in common. */
const keyOf = ({ facts, givenId }: ReadPage): string =>
  givenId !== null
    ? `id ${givenId}`
    : facts.url !== null && namesArticle(facts.url)
      ? `url ${facts.url}`
      : `id ${facts.id}`

/** The row of an article; `content` is the same for the same text, parts and dates, `rank` orders versions. */
export const articleRowOf = (read: ReadPage) => {
  const { text, parts, input, ...rest } = read.facts
  const { id, url, outlet, language, headline, published, updated } = rest
  const content = hashOf([text, headline, outlet, url, published, updated, parts])
  return {
    id,
    content,
    key: databaseText(keyOf(read)),
    current: false,
    page: read.page.id,
    // The latest state of the page wins; ties are broken by content, never by arrival.
    rank: `${updated ?? published ?? ''} ${content}`,
    input: databaseText(input),
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

/** What adding these pages would do, and the rows to add; pages that change nothing have no row. */
export interface AddPlan {
  readonly outcomes: readonly Added[]
  readonly rows: readonly { readonly row: ArticleRow; readonly page: KeptPage }[]
}

/** Looks up which of these pages are new. Of equal ones in the batch the first counts. */
export const planAdding = async (db: Kysely<Tables>, reads: readonly ReadPage[]): Promise<AddPlan> => {
  const rows = reads.map(articleRowOf)
  const stored = await db
    .selectFrom('articles')
    .select(['id', 'content', 'key', 'page', 'input'])
    .where('key', 'in', rows.length > 0 ? rows.map((row) => row.key) : [''])
    .execute()
  const keys = new Set(stored.map((row) => row.key))
  const known = new Map(stored.map((row) => [`${row.id} ${row.content}`, row]))
  const outcomes: Added[] = []
  const due: AddPlan['rows'][number][] = []
  for (const [index, row] of rows.entries()) {
    const same = known.get(`${row.id} ${row.content}`)
    const page = reads[index]!.page
    outcomes.push(same ? 'unchanged' : keys.has(row.key) ? 'updated' : 'added')
    // The same page from a second place: the place that sorts first is kept, whichever came first.
    if (same && !(same.page === row.page && row.input < same.input)) continue
    due.push({ row, page })
    known.set(`${row.id} ${row.content}`, row)
    keys.add(row.key)
  }
  return { outcomes, rows: due }
}

/** Chooses the version of each article that the chronicle reads. */
const chooseVersions = async (trx: Transaction<Tables>, keys: readonly string[]): Promise<void> => {
  await sql`
    update articles set current = (articles.id = best.id and articles.content = best.content)
    from (
      select distinct on (key) key, id, content from articles
      where key in (${sql.join(keys)}) order by key, rank desc, id
    ) best
    where articles.key = best.key
      and articles.current is distinct from (articles.id = best.id and articles.content = best.content)`.execute(trx)
}

/** Writes planned rows. The transaction is the caller's. */
export const writeArticles = async (trx: Transaction<Tables>, rows: readonly ArticleRow[]): Promise<void> => {
  if (rows.length === 0) return
  // One statement cannot touch a row twice: of the same article from two places the last planned one counts.
  const distinct = [...new Map(rows.map((row) => [`${row.id} ${row.content}`, row])).values()]
  for (let from = 0; from < distinct.length; from += 200) {
    await trx
      .insertInto('articles')
      .values(distinct.slice(from, from + 200))
      .onConflict((conflict) =>
        conflict.columns(['id', 'content']).doUpdateSet((eb) => ({
          input: sql<string>`least(articles.input, excluded.input)`,
          facts: eb.ref('excluded.facts'),
          key: eb.ref('excluded.key'),
          page: eb.ref('excluded.page'),
        })),
      )
      .execute()
  }
  await chooseVersions(trx, [...new Set(rows.map((row) => row.key))])
}

/** Ids of the pages that articles were read from, all versions. */
export const pagesOf = async (db: Kysely<Tables>, ids: readonly string[]): Promise<{ id: string; page: string }[]> =>
  ids.length === 0 ? [] : db.selectFrom('articles').select(['id', 'page']).where('id', 'in', ids).execute()

/** Takes articles out with all their versions; versions under another id of the same address come forward. */
export const deleteArticles = async (trx: Transaction<Tables>, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  const gone = await trx.deleteFrom('articles').where('id', 'in', ids).returning('key').execute()
  const keys = [...new Set(gone.map((row) => row.key))]
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
