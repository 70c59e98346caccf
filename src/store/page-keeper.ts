import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Correction } from '../chronicle/index.ts'
import { seenPage } from './articles.ts'
import type { JournalFrame, JournalRecord, PageJournal } from './journal.ts'
import { databaseJson } from './json.ts'
import { setMeta } from './meta.ts'
import type { KeptPage } from './page-record.ts'
import type { Tables } from './schema.ts'
import type { Taken } from './version-order.ts'

/** Where the pages stand as they came: the journal of an embedded chronicle, or a table of the database. */
export interface PageKeeper {
  /** Keeps pages. They are safe when this and the transaction are done. */
  keep(trx: Transaction<Tables>, pages: readonly KeptPage[]): Promise<void>
  forget(trx: Transaction<Tables>, ids: readonly string[]): Promise<void>
  /** Keeps when and where kept pages were taken again, without keeping them twice. */
  takenAgain(trx: Transaction<Tables>, pages: readonly (Taken & { readonly page: string })[]): Promise<void>
  /** Makes decisions safe before the database has them; nothing where the database is all there is. */
  correct(trx: Transaction<Tables>, corrections: readonly Correction[]): Promise<void>
  /** Pages in the order in which they came, each one once; the last taking out of a page holds. */
  read(db: Kysely<Tables>): AsyncGenerator<KeptPage>
}

const distinctOf = (pages: readonly KeptPage[]): KeptPage[] => [
  ...new Map(pages.map((page) => [page.id, page])).values(),
]

export const tableKeeper: PageKeeper = {
  keep: async (trx, pages) => {
    for (const { id, record, bytes } of distinctOf(pages)) {
      const json = databaseJson(record)
      await trx
        .insertInto('pages')
        .values({ id, record: json, bytes })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ record: json }))
        .execute()
    }
  },
  forget: async (trx, ids) => {
    if (ids.length > 0) await trx.deleteFrom('pages').where('id', 'in', ids).execute()
  },
  takenAgain: async (trx, pages) => {
    for (const { page, ...taken } of pages) {
      const row = await trx.selectFrom('pages').select('record').where('id', '=', page).executeTakeFirst()
      if (!row) continue
      const { record } = seenPage({ id: page, record: row.record as never, bytes: new Uint8Array() }, taken)
      await trx
        .updateTable('pages')
        .set({ record: databaseJson(record) })
        .where('id', '=', page)
        .execute()
    }
  },
  correct: async () => {},
  read: async function* (db) {
    let last = '0'
    for (;;) {
      // By number, a few at a time: pages may be large.
      const rows = await db
        .selectFrom('pages')
        .select(['id', 'record', 'bytes', sql<string>`cast(number as text)`.as('place')])
        .where('number', '>', sql<number>`cast(${last} as bigint)`)
        .orderBy('number')
        .limit(20)
        .execute()
      for (const { id, record, bytes } of rows) {
        yield { id, record: record as unknown as KeptPage['record'], bytes: new Uint8Array(bytes) }
      }
      if (rows.length < 20) return
      last = rows.at(-1)!.place
    }
  },
}

export const journalKeeper = (journal: PageJournal): PageKeeper => ({
  keep: async (trx, pages) => {
    await journal.append(pages.map(({ id, record, bytes }) => ({ op: 'add', id, page: record, bytes })))
    await setMeta(trx, 'journal', String(journal.end))
  },
  forget: async (trx, ids) => {
    await journal.append(ids.map((id) => ({ op: 'remove', id })))
    await setMeta(trx, 'journal', String(journal.end))
  },
  takenAgain: async (trx, pages) => {
    await journal.append(
      pages.map(({ page, fetched, input }) => ({ op: 'again', id: page, taken: { fetched, input } })),
    )
    await setMeta(trx, 'journal', String(journal.end))
  },
  correct: async (trx, corrections) => {
    await journal.append(
      corrections.map((correction) => ({ op: 'correct', id: correction.id, correction: { ...correction } })),
    )
    await setMeta(trx, 'journal', String(journal.end))
  },
  read: () => readKept(() => journal.read()),
})

/** The page of a journal's record, with what is known of its takings. */
export const addedPage = (
  { id, page, bytes }: Extract<JournalRecord, { readonly op: 'add' }>,
  again: ReadonlyMap<string, Taken>,
): KeptPage => {
  const kept: KeptPage = { id, record: page as unknown as KeptPage['record'], bytes }
  const taken = again.get(id)
  return taken ? seenPage(kept, taken) : kept
}

/** Pages of a journal that were not taken out again; `read` gives its frames, and is asked twice. */
export async function* readKept(read: () => AsyncGenerator<JournalFrame>): AsyncGenerator<KeptPage> {
  const gone = new Map<string, number>()
  const again = new Map<string, Taken>()
  for await (const { record, end } of read()) {
    if (record.op === 'remove') {
      gone.set(record.id, end)
      again.delete(record.id)
    } else if (record.op === 'again') again.set(record.id, record.taken)
  }
  for await (const { record, end } of read()) {
    if (record.op === 'add' && end > (gone.get(record.id) ?? 0)) yield addedPage(record, again)
  }
}
