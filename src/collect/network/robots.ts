import robotsParser from 'robots-parser'
import { decode, failure, type Problem } from '../../core/index.ts'
import type { Answer } from './request.ts'

/** What a host allows (RFC 9309). */
export interface Robots {
  readonly allows: (url: string) => boolean
  /** Milliseconds that it asks to leave between requests. */
  readonly delay: number
  readonly sitemaps: readonly string[]
  /** Why its robots.txt could not be had for now: nothing may be taken until it can. */
  readonly failed: Problem | null
}

const OPEN: Robots = { allows: () => true, delay: 0, sitemaps: [], failed: null }

/** Nothing may be taken from a host whose robots.txt cannot be had. */
export const shut = (failed: Problem): Robots => ({ allows: () => false, delay: 0, sitemaps: [], failed })

// A host may ask for patience, not for standstill.
const LONGEST_DELAY = 30_000
const LIMIT = 500_000

type Parser = (
  url: string,
  text: string,
) => {
  isAllowed(url: string, agent?: string): boolean | undefined
  getCrawlDelay(agent?: string): number | undefined
  getSitemaps(): string[]
}

const absolute = (sitemap: string, base: string): string[] => {
  try {
    return [new URL(sitemap, base).href]
  } catch {
    return []
  }
}

/** Reads the answer to a request for robots.txt: none there (4xx) allows everything, a server in trouble nothing. */
export const readRobots = (url: string, answer: Answer, userAgent: string): Robots => {
  if (answer.status >= 500 || answer.status === 429)
    return shut(failure('robots-unreachable', url, { status: answer.status }))
  if (answer.status >= 300) return OPEN
  const { text } = decode(answer.bytes.subarray(0, LIMIT))
  if (/^\s*<(?:!doctype|html)/i.test(text)) return OPEN
  const name = userAgent.split('/')[0] ?? userAgent
  // The package's types describe a default export that Node sees as the module itself.
  const rules = (robotsParser as unknown as Parser)(url, text)
  return {
    allows: (page) => rules.isAllowed(page, name) !== false,
    delay: Math.min(LONGEST_DELAY, 1_000 * (rules.getCrawlDelay(name) ?? 0)),
    sitemaps: rules
      .getSitemaps()
      .slice(0, 100)
      .flatMap((sitemap) => absolute(sitemap, url)),
    failed: null,
  }
}
