import type { LookupFunction } from 'node:net'

/** How pages are taken from the network. Whoever sets nothing gets a polite reader that sees the public internet alone. */
export interface NetworkOptions {
  /** Host names or addresses that may be private, loopback or link-local: named by the person who runs Letopis. */
  readonly allowHosts?: readonly string[]
  /** Milliseconds between two requests to one host; a longer `Crawl-delay` of its robots.txt is kept. */
  readonly delay?: number
  /** What the reader calls itself, in requests and in robots.txt (up to the slash). */
  readonly userAgent?: string
  /** Milliseconds for one request from its beginning to the last byte. */
  readonly timeout?: number
  /** Times that a request is made again after a failure that may pass. */
  readonly retries?: number
  /** Milliseconds before the first repetition; each further one waits twice as long. */
  readonly backOff?: number
  /** Longest wait that a server may ask for (`Retry-After`) before its page is left for later, in milliseconds. */
  readonly longestWait?: number
  /** Hosts that are read from at the same time. */
  readonly hostsAtOnce?: number
  /** Most pages taken from one address that names many (feed, sitemap, front page). */
  readonly mostPages?: number
  /** Take the text of feed items that carry it whole from the feed itself, not from their pages. */
  readonly feedText?: boolean
  /** Resolves names; the system's when absent. */
  readonly lookup?: LookupFunction
  readonly signal?: AbortSignal
}

export type NetworkSettings = Required<Omit<NetworkOptions, 'lookup' | 'signal'>> &
  Pick<NetworkOptions, 'lookup' | 'signal'>

const DEFAULTS: NetworkSettings = {
  allowHosts: [],
  delay: 1_000,
  userAgent: 'Letopis/0.1',
  timeout: 60_000,
  retries: 3,
  backOff: 1_000,
  longestWait: 60_000,
  hostsAtOnce: 16,
  mostPages: 50_000,
  feedText: false,
}

export const networkSettings = (options: NetworkOptions): NetworkSettings => ({ ...DEFAULTS, ...options })
