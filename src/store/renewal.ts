import { type Kysely, sql } from 'kysely'
import type { ArticleHistory, Chronicle } from '../chronicle/index.ts'
import type { ArticleFacts } from '../facts/index.ts'
import { factsOf } from './articles.ts'
import { writeChanges } from './chronicle-changes.ts'
import { writeChronicle } from './chronicle-write.ts'
import type { Histories } from './histories.ts'
import { momentOf, readMarks, readMarksSince } from './marks.ts'
import { countUp, readMeta, setMeta } from './meta.ts'
import type { Tables } from './schema.ts'

/** Makes the chronicle out of what has changed among the articles; it keeps what it knows between two makings. */
export interface ChronicleKeeper {
  /** The articles that it has, with the mark of the reading that it has of each. */
  readonly known: ReadonlyMap<string, string>
  /** The chronicle that another process wrote last of what it knows, where it knows that. */
  readonly stored?: Written | null
  take(mark: string, facts: ArticleFacts): void
  /** Takes an article that it was told of when it was written; false where it was not told of this writing. */
  takeKnown?(id: string, mark: string): boolean
  drop(id: string): void
  /** Joins what was taken and dropped. */
  join(): void
  /** Ids of the articles whose facts it needs for so many entries next; `compose` gives whether there are more. */
  wanted(entries: number): readonly string[]
  compose(factsOf: (id: string) => ArticleFacts): boolean
  chronicle(histories: readonly ArticleHistory[]): Chronicle
  /** The chronicle as it was given last. */
  readonly latest?: Chronicle | null
}

/** The chronicle that a process wrote last, and the count of writings when it had. */
export interface Written {
  readonly chronicle: Chronicle
  readonly written: string
  /** Whether it is what was joined and nothing else: no article had other versions. */
  readonly plain: boolean
}

// Facts stand in memory for so many articles, or for the evidence of so many entries, at a time.
const ARTICLES = 200
const ENTRIES = 400

const readThese = async (db: Kysely<Tables>, ids: readonly string[]): Promise<ArticleFacts[]> => {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'input', 'body', 'facts', sql<null>`null`.as('parts')])
    .where('current', '=', true)
    .where(sql<boolean>`id = any(array(select json_array_elements_text(cast(${JSON.stringify(ids)} as json))))`)
    .execute()
  return rows.map(factsOf)
}

/** Brings what the keeper has to what the database has now; `since`: a moment at which it had all. */
const takeChanges = async (db: Kysely<Tables>, keeper: ChronicleKeeper, since: string | null): Promise<void> => {
  const written = since === null ? null : await readMarksSince(db, since, keeper.known)
  const present = written ?? (await readMarks(db))
  if (!written) for (const id of [...keeper.known.keys()]) if (!present.has(id)) keeper.drop(id)
  const due = [...present].flatMap(([id, mark]) =>
    keeper.known.get(id) === mark || keeper.takeKnown?.(id, mark) ? [] : [id],
  )
  for (let from = 0; from < due.length; from += ARTICLES)
    for (const facts of await readThese(db, due.slice(from, from + ARTICLES)))
      keeper.take(present.get(facts.id) as string, facts)
  keeper.join()
}

const composeAll = async (db: Kysely<Tables>, keeper: ChronicleKeeper): Promise<void> => {
  for (let more = true; more; ) {
    const ids = keeper.wanted(ENTRIES)
    const known = new Map<string, ArticleFacts>()
    for (let from = 0; from < ids.length; from += ARTICLES)
      for (const facts of await readThese(db, ids.slice(from, from + ARTICLES))) known.set(facts.id, facts)
    more = keeper.compose((id) => known.get(id) as ArticleFacts)
  }
}

/** What one who renews knows of the renewal before. */
export interface Before {
  /** The chronicle that was written last, where it knows that. */
  readonly last: Written | null
  /** A moment at which the keeper had all articles; null where it does not know one. */
  readonly since: string | null
  readonly histories: Histories
}

/**
 * Makes the chronicle and writes what changed; gives what it wrote, and the moment of the database of which that is made. The
 * caller sees to it that nobody else does so meanwhile. What this process wrote last tells which records changed; without it,
 * or when another has written since, the hashes do.
 */
export const renewChronicle = async (
  db: Kysely<Tables>,
  keeper: ChronicleKeeper,
  { last, since, histories }: Before,
): Promise<{ readonly made: Written; readonly moment: string }> => {
  // On a server others add and remove articles meanwhile: everything is read as it was at one moment.
  const { articles, written, chronicle, plain, moment } = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (snapshot) => {
      const { articles = '0', written = '0' } = await readMeta(snapshot)
      const moment = await momentOf(snapshot)
      await takeChanges(snapshot, keeper, since)
      await composeAll(snapshot, keeper)
      const changed = await histories.read(snapshot)
      return { articles, written, chronicle: keeper.chronicle(changed), plain: changed.length === 0, moment }
    })
  await db.transaction().execute(async (trx) => {
    const count =
      last?.written === written
        ? await writeChanges(trx, last.chronicle, chronicle)
        : await writeChronicle(trx, chronicle)
    if (count > 0) await countUp(trx, 'written')
    await setMeta(trx, 'chronicle', articles)
  })
  return { made: { chronicle, written: (await readMeta(db)).written ?? '0', plain }, moment }
}
