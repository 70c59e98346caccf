import type { ArticleFacts } from '../../src/facts/index.ts'
import { keepPage, openStore, type ReadPage } from '../../src/store/index.ts'
import { madeArticles } from './articles.ts'

const GROUP = 200

const readOf = (facts: ArticleFacts): ReadPage => {
  const { id, outlet, published, headline, input, text } = facts
  const meta = { id, ...(outlet && { outlet }), ...(published && { published }), ...(headline && { title: headline }) }
  return { page: keepPage({ kind: 'record-page', input, text, meta }), facts, givenId: id }
}

/** Keeps generated articles in a chronicle without reading them: seconds instead of the minutes that reading takes. */
export const fillStore = async (where: string, articles: number, seed = 1): Promise<void> => {
  const store = await openStore(where, { command: 'bench' })
  let group: ReadPage[] = []
  for (const facts of madeArticles(articles, seed)) {
    group.push(readOf(facts))
    if (group.length < GROUP) continue
    await store.add(group)
    group = []
  }
  if (group.length > 0) await store.add(group)
  await store.close()
}
