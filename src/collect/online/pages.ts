import type { FeedItem } from '../feeds/feed.ts'
import type { Fetched } from '../network/fetcher.ts'
import type { FilePage, Page, PageMeta } from '../page.ts'
import { plainAddress } from './same.ts'
import type { Task } from './task.ts'

const metaOf = (task: Task, url: string, fetched: string): PageMeta => {
  const { item } = task
  return {
    url: plainAddress(url),
    fetched,
    ...(item?.title ? { title: item.title } : {}),
    ...(item?.published ? { published: item.published } : {}),
    ...(item?.updated ? { updated: item.updated } : {}),
  }
}

/** A page of HTML or plain text as it was fetched. */
export const pageOf = (task: Task, got: Fetched, format: 'html' | 'text'): FilePage => ({
  kind: 'file-page',
  input: task.address,
  format,
  bytes: got.bytes,
  ...(got.charset === undefined ? {} : { charset: got.charset }),
  meta: metaOf(task, got.url, got.at),
})

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** The page that a feed item makes by itself: its text with the heading that the feed gives it. */
export const pageOfItem = (
  item: Pick<FeedItem, 'title' | 'published' | 'updated' | 'html'>,
  url: string | null,
  input: string,
): Page => {
  const title = item.title === null ? '' : `<h1>${escaped(item.title)}</h1>`
  const source = `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><article>${title}\n${item.html ?? ''}</article></body></html>`
  return {
    kind: 'file-page',
    input,
    format: 'html',
    bytes: new TextEncoder().encode(source),
    charset: 'utf-8',
    meta: {
      ...(url === null ? {} : { url: plainAddress(url) }),
      ...(item.title === null ? {} : { title: item.title }),
      ...(item.published === null ? {} : { published: item.published }),
      ...(item.updated === null ? {} : { updated: item.updated }),
      fetched: new Date().toISOString(),
    },
  }
}
