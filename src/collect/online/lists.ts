import { failure, type Problem, warning } from '../../core/index.ts'
import type { Limits } from '../limits.ts'
import type { Page } from '../page.ts'
import { readDocument } from './kind.ts'
import { pageOfItem } from './pages.ts'
import type { Task } from './task.ts'

/** What a saved list (OPML, feed, sitemap) holds: pages that it carries whole, and addresses to be asked. */
export interface SavedList {
  readonly pages: readonly Page[]
  readonly tasks: readonly Task[]
  readonly problem: Problem | null
}

const NOWHERE = 'http://list.invalid/'
const problem = (found: Problem): SavedList => ({ pages: [], tasks: [], problem: found })

/** Reads a saved OPML file, feed or sitemap. Addresses that are not written out whole lead nowhere. */
export const readSavedList = (bytes: Uint8Array, input: string, limits: Limits): SavedList => {
  const fetched = { kind: 'fetched', asked: NOWHERE, url: NOWHERE, bytes, type: '', validators: {}, at: '' } as const
  const document = readDocument(fetched, limits.pageBytes)
  if (document.kind === 'opml') {
    const tasks = document.feeds.map(({ url }): Task => ({ address: url, from: 'list' }))
    return { pages: [], tasks, problem: tasks.length > 0 ? null : warning('empty-list', input) }
  }
  if (document.kind === 'feed') {
    const known = document.items.filter(({ url }) => url === null || !url.startsWith(NOWHERE))
    const whole = known.filter(({ html }) => html !== null)
    const pages = whole.map((item) => pageOfItem(item, item.url, item.url ?? `${input}#${item.id}`))
    const tasks = known.flatMap((item): Task[] =>
      item.html === null && item.url !== null ? [{ address: item.url, from: 'feed', item }] : [],
    )
    return { pages, tasks, problem: known.length > 0 ? null : warning('empty-list', input) }
  }
  if (document.kind === 'sitemap') {
    const pages = document.pages.map(
      ({ url, title, published }): Task => ({
        address: url,
        from: 'sitemap',
        item: { title, published, updated: null, html: null },
      }),
    )
    const further = document.sitemaps.map((address): Task => ({ address, from: 'list' }))
    return { pages: [], tasks: [...pages, ...further], problem: null }
  }
  if (document.kind === 'broken') return problem(failure('broken-list', input, { what: document.what }))
  return problem(failure('unknown-format', input))
}
