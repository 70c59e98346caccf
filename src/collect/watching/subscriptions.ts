import { readFile } from 'node:fs/promises'
import { decode, failure, type Problem } from '../../core/index.ts'
import { readOpml } from '../feeds/opml.ts'
import { type Fetcher, httpAddress } from '../network/fetcher.ts'
import { feedsToTry, isFrontPage } from '../online/front.ts'
import { readHead } from '../online/head.ts'
import { readDocument } from '../online/kind.ts'
import { fileProblem } from '../source.ts'

/** A feed to be watched; one that was found on a front page is known by that page's address too. */
export interface Watched {
  readonly url: string
  readonly title: string | null
}

const feedsOf = (text: string, input: string): readonly Watched[] | Problem => {
  const feeds = readOpml(text)
  return feeds !== null && feeds.length > 0
    ? feeds.map(({ url, title }) => ({ url, title }))
    : failure('empty-list', input)
}

/** The first feed of a front page that answers as one. */
const feedOfSite = async (source: string, url: string, fetcher: Fetcher, limit: number): Promise<Watched | null> => {
  const head = readHead(source, url)
  if (!isFrontPage(head, url)) return null
  for (const group of feedsToTry(head, url, await fetcher.robots(new URL(url)))) {
    for (const address of group) {
      const got = await fetcher.get(address)
      if (got.kind !== 'fetched') continue
      const { kind } = readDocument(got, limit)
      if (kind === 'feed' || kind === 'sitemap') return { url: address, title: head.title || null }
    }
  }
  return null
}

/**
 * The feeds that a person named: lists of subscriptions (files or addresses), feeds and sitemaps themselves, and front
 * pages whose feed is looked for. A feed that does not answer now is watched all the same.
 */
export const subscriptionsOf = async (
  inputs: readonly string[],
  fetcher: Fetcher,
  limit: number,
): Promise<{ readonly feeds: readonly Watched[]; readonly problems: readonly Problem[] }> => {
  const feeds = new Map<string, Watched>()
  const problems: Problem[] = []
  const take = (found: readonly Watched[] | Problem): void => {
    if ('kind' in found) problems.push(found)
    else for (const feed of found) if (httpAddress(feed.url) !== null) feeds.set(feed.url, feed)
  }
  for (const input of inputs) {
    const address = /^https?:/i.test(input) ? httpAddress(input) : null
    if (address === null) {
      try {
        take(feedsOf(decode(await readFile(input)).text, input))
      } catch (error) {
        problems.push(fileProblem(error, input))
      }
      continue
    }
    const got = await fetcher.get(address.href)
    const document = got.kind === 'fetched' ? readDocument(got, limit) : null
    if (document?.kind === 'opml') take(document.feeds.map(({ url, title }) => ({ url, title })))
    else if (document?.kind === 'html' && got.kind === 'fetched') {
      const feed = await feedOfSite(document.source, got.url, fetcher, limit)
      take(feed === null ? failure('no-feeds', input) : [feed])
    } else if (got.kind === 'problem' && got.code === 'address-private') take(got)
    else take([{ url: address.href, title: null }])
  }
  return { feeds: [...feeds.values()], problems }
}
