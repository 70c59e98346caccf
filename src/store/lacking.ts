import type { Kysely, Transaction } from 'kysely'
import { deleteVersions, writeTakings } from './articles.ts'
import type { OpenFolder } from './folder.ts'
import { countUp } from './meta.ts'
import { addedPage, type PageKeeper } from './page-keeper.ts'
import type { KeptPage } from './page-record.ts'
import type { Tables } from './schema.ts'
import type { Taken } from './version-order.ts'

type Write = (work: (trx: Transaction<Tables>) => Promise<void>) => Promise<void>

const forgetPages = async (trx: Transaction<Tables>, pages: readonly string[]): Promise<void> => {
  const rows = await trx.selectFrom('articles').select(['id', 'content', 'page']).where('page', 'in', pages).execute()
  await deleteVersions(trx, rows)
  await countUp(trx, 'articles')
}

/**
 * The pages of the journal whose articles the database lacks. What the journal tells of pages that the database has
 * (that they were taken out, or taken again) is made good on the way.
 */
export async function* lackingPages(
  { lacks, journal }: Pick<OpenFolder, 'lacks' | 'journal'>,
  keeper: PageKeeper,
  db: Kysely<Tables>,
  write: Write,
): AsyncGenerator<KeptPage> {
  if (lacks === null) return
  if (lacks === 'everything') {
    yield* keeper.read(db)
    return
  }
  const gone = new Set<string>()
  const again = new Map<string, Taken>()
  for await (const { record } of journal.read(lacks.after)) {
    if (record.op === 'remove') {
      gone.add(record.id)
      again.delete(record.id)
    } else if (record.op === 'again') again.set(record.id, record.taken)
  }
  for await (const page of keeper.read(db)) gone.delete(page.id)
  // A page taken out after the position may stand in the database still.
  if (gone.size > 0) await write((trx) => forgetPages(trx, [...gone]))
  for await (const { record } of journal.read(lacks.after)) {
    if (record.op === 'add' && !gone.has(record.id)) yield addedPage(record, again)
  }
  if (again.size > 0) await write((trx) => writeTakings(trx, again))
}
