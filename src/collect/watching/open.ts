import type { Watch, WatchOptions } from './watch.ts'

/**
 * Opens a watch over what a person named: lists of subscriptions, feeds, news sitemaps, front pages. null when the state
 * file is none of a watch's. The network's own code is loaded here and not before.
 */
export const openWatch = async (inputs: readonly string[], options: WatchOptions): Promise<Watch | null> =>
  (await import('./watch.ts')).openWatch(inputs, options)
