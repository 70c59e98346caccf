import type { Watch, WatchOptions } from './watch.ts'
import type { WatchedFeed } from './watched.ts'

/**
 * Opens a watch over what a person named: lists of subscriptions, feeds, news sitemaps, front pages. null when the state
 * file is none of a watch's. The network's own code is loaded here and not before.
 */
export const openWatch = async (inputs: readonly string[], options: WatchOptions): Promise<Watch | null> =>
  (await import('./watch.ts')).openWatch(inputs, options)

/** The feeds of a watch by its state file, by address; null when the file is none of a watch's. */
export const watchedFeeds = async (path: string): Promise<readonly WatchedFeed[] | null> =>
  (await import('./watched.ts')).watchedFeeds(path)

/** These feeds as a list of subscriptions that any feed reader takes (OPML 2.0). */
export const feedsAsOpml = async (title: string, feeds: readonly WatchedFeed[]): Promise<string> =>
  (await import('./watched.ts')).feedsAsOpml(title, feeds)
