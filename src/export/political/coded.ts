import type { ChronicleTables } from '../../app/index.ts'
import { recordId } from '../../app/index.ts'
import type { ChronicleStatement, Entry } from '../../chronicle/index.ts'
import type { Standing } from '../format.ts'
import type { What } from '../what.ts'
import { type CitedArticle, citedArticles } from './articles.ts'
import { Entities } from './entities.ts'

/** What a codebook makes of a record: its lines, none for what it has no code for. */
type Coder<T> = (record: T, entities: Entities, articles: ReadonlyMap<string, CitedArticle>) => string

interface Coders {
  readonly statement: Coder<ChronicleStatement>
  readonly entry: Coder<Entry>
  /** The line that says that nothing is coded under an id any more. */
  readonly gone: (id: string) => string
}

/** The lines of a codebook for all statements, or for all entries; of changes also what has no code any more. */
export async function* codedLines(
  tables: ChronicleTables,
  what: What,
  standing: Standing | null,
  { statement, entry, gone }: Coders,
): AsyncGenerator<string> {
  const entities = await Entities.of(tables)
  const articles = await citedArticles(tables)
  const told = (lines: string, id: string): string => (lines === '' && standing ? gone(id) : lines)
  if (what === 'statements')
    for await (const said of tables.records('statements'))
      yield told(statement(said, entities, articles), recordId('statements', said))
  else for await (const each of tables.records('entries')) yield told(entry(each, entities, articles), each.id)
  for (const id of standing?.gone ?? []) yield gone(id)
}
