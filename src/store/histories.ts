import { type Kysely, sql } from 'kysely'
import type { ArticleHistory } from '../chronicle/index.ts'
import { factsOf } from './articles.ts'
import type { Tables } from './schema.ts'
import { distinctTexts } from './version-order.ts'
import { type VersionRow, versionRows } from './versions.ts'

// So many articles are read at a time, and so many held until the next reading.
const AT_ONCE = 50
const HELD = 1_000

interface Known {
  readonly mark: string
  /** Null where all versions have one text. */
  readonly history: ArticleHistory | null
}

const historyOf = (rows: readonly VersionRow[]): ArticleHistory | null => {
  const versions = distinctTexts(rows, ({ body }) => body).map((row) => ({
    version: row.content,
    facts: factsOf({ ...row, parts: [] }),
  }))
  return versions.length > 1 ? { versions } : null
}

/** The articles whose text has changed, each with its versions; what was read before and not written since is not read again. */
export class Histories {
  #known = new Map<string, Known>()

  /** All histories, in the order of the articles' keys. */
  async read(db: Kysely<Tables>): Promise<readonly ArticleHistory[]> {
    const { rows } = await sql<{ key: string; mark: string }>`
      select key, string_agg(id || ' ' || content || ' ' || cast(xmin as text), ',' order by id, content) as mark
      from articles where key in (select key from articles where not current) group by key order by key`.execute(db)
    const found: Known[] = []
    for (let from = 0; from < rows.length; from += AT_ONCE)
      found.push(...(await this.#these(db, rows.slice(from, from + AT_ONCE))))
    this.#known = new Map(rows.slice(0, HELD).map(({ key }, at) => [key, found[at] as Known]))
    return found.flatMap(({ history }) => history ?? [])
  }

  async #these(
    db: Kysely<Tables>,
    marked: readonly { readonly key: string; readonly mark: string }[],
  ): Promise<Known[]> {
    const due = marked.filter(({ key, mark }) => this.#known.get(key)?.mark !== mark)
    const groups = new Map<string, VersionRow[]>(due.map(({ key }) => [key, []]))
    const keys = [...groups.keys()]
    for (const row of await versionRows(db, keys)) groups.get(row.key)?.push(row)
    return marked.map(({ key, mark }) => {
      const rows = groups.get(key)
      return rows ? { mark, history: historyOf(rows) } : (this.#known.get(key) as Known)
    })
  }
}
