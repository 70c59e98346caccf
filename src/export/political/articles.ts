import type { ChronicleTables } from '../../app/index.ts'

/** What a record cites of an article. */
export interface CitedArticle {
  readonly url: string | null
  readonly outlet: string | null
}

/** The articles of a chronicle by id. */
export const citedArticles = async (tables: ChronicleTables): Promise<ReadonlyMap<string, CitedArticle>> => {
  const cited = new Map<string, CitedArticle>()
  for await (const { id, url, outlet } of tables.records('articles')) cited.set(id, { url, outlet })
  return cited
}
