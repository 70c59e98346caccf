import type { ChronicleTables } from '../../app/index.ts'

/** What a record cites of an article. */
export interface CitedArticle {
  readonly url: string | null
  readonly outlet: string | null
}

/** The articles of a chronicle by id. */
export const citedArticles = async (tables: ChronicleTables): Promise<ReadonlyMap<string, CitedArticle>> => {
  const cited = new Map<string, CitedArticle>()
  // Few names for many articles: each is held once.
  const names = new Map<string, string>()
  for await (const { id, url, outlet } of tables.records('articles')) {
    if (outlet !== null && !names.has(outlet)) names.set(outlet, outlet)
    cited.set(id, { url, outlet: outlet === null ? null : (names.get(outlet) ?? null) })
  }
  return cited
}
