import { writeOpml } from '../feeds/opml.ts'
import { loadState } from './state.ts'

/** A feed that a watch follows, as its state file knows it. Times are milliseconds since 1970. */
export interface WatchedFeed {
  readonly url: string
  readonly title: string | null
  /** When it is read again. */
  readonly next: number
  /** Milliseconds between two readings; null before the first one that it answered. */
  readonly interval: number | null
  /** Times in a row that it did not answer. */
  readonly failures: number
}

/** The feeds of a watch by its state file, by address; null when the file is none of a watch's. */
export const watchedFeeds = async (path: string): Promise<readonly WatchedFeed[] | null> => {
  const state = await loadState(path)
  if (state === null) return null
  return Object.entries(state.feeds)
    .map(([url, { title, next, interval, failures }]) => ({ url, title, next, interval, failures }))
    .sort((a, b) => (a.url < b.url ? -1 : 1))
}

/** These feeds as a list of subscriptions that any feed reader takes (OPML 2.0). */
export const feedsAsOpml = (title: string, feeds: readonly WatchedFeed[]): string =>
  writeOpml(
    title,
    feeds.map(({ url, title: name }) => ({ url, title: name, site: null, folders: [] })),
  )
