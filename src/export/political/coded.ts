import type { ChronicleTables } from '../../app/index.ts'
import type { ChronicleStatement, Entry } from '../../chronicle/index.ts'
import type { What } from '../what.ts'
import { type CitedArticle, citedArticles } from './articles.ts'
import { Entities } from './entities.ts'

/** What a codebook makes of a record: its lines, none for what it has no code for. */
type Coder<T> = (record: T, entities: Entities, articles: ReadonlyMap<string, CitedArticle>) => string

/** The lines of a codebook for all statements, or for all entries. */
export async function* codedLines(
  tables: ChronicleTables,
  what: What,
  { statement, entry }: { readonly statement: Coder<ChronicleStatement>; readonly entry: Coder<Entry> },
): AsyncGenerator<string> {
  const entities = await Entities.of(tables)
  const articles = await citedArticles(tables)
  if (what === 'statements')
    for await (const said of tables.records('statements')) yield statement(said, entities, articles)
  else for await (const each of tables.records('entries')) yield entry(each, entities, articles)
}
