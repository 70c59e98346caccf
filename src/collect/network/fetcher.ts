import { setTimeout as sleep } from 'node:timers/promises'
import type { Agent } from 'undici'
import { failure, type Problem } from '../../core/index.ts'
import { publicAgent } from './connector.ts'
import { Cookies } from './cookies.ts'
import { networkFailure } from './failures.ts'
import type { NetworkSettings } from './options.ts'
import { type Answer, ask } from './request.ts'
import { type Robots, readRobots, shut } from './robots.ts'
import { Turns } from './turns.ts'
import { isBotCheck } from './walls.ts'

/** What an earlier answer said of its state, for a conditional request. */
export interface Validators {
  readonly etag?: string
  readonly modified?: string
}

/** A document as a server gave it. */
export interface Fetched {
  readonly kind: 'fetched'
  /** The address that was asked, and the one that answered in the end. */
  readonly asked: string
  readonly url: string
  readonly bytes: Uint8Array
  /** Media type without parameters, in small letters; '' when none was said. */
  readonly type: string
  readonly charset?: string
  readonly validators: Validators
  /** When it was taken, ISO 8601. */
  readonly at: string
}

/** The server has nothing newer than what is known. */
export interface NotModified {
  readonly kind: 'not-modified'
  readonly url: string
}

const REDIRECTS = 8
const ROBOTS_HOURS = 24
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504])
const ACCEPT =
  'text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5'

/** An http or https address as it is asked for, without its fragment; null for anything else. */
export const httpAddress = (text: string, base?: string): URL | null => {
  if (text.length > 4_000) return null
  try {
    const url = new URL(text.trim(), base)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
    if (url.username !== '' || url.password !== '') return null
    url.hash = ''
    return url
  } catch {
    return null
  }
}

/** Milliseconds that a `Retry-After` asks for (seconds or a date); null without one. */
export const retryAfter = (value: string | null, now: number): number | null => {
  if (value === null) return null
  if (/^\s*\d{1,9}\s*$/.test(value)) return Number(value) * 1_000
  const date = Date.parse(value)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}

const validatorsOf = (answer: Answer): Validators => {
  const etag = answer.header('etag')
  const modified = answer.header('last-modified')
  return { ...(etag === null ? {} : { etag }), ...(modified === null ? {} : { modified }) }
}

const fetchedOf = (asked: string, url: URL, answer: Answer): Fetched => {
  const type = answer.header('content-type') ?? ''
  const charset = /charset\s*=\s*["']?([A-Za-z0-9_:.-]{2,40})/i.exec(type)?.[1]
  return {
    kind: 'fetched',
    asked,
    url: url.href,
    bytes: answer.bytes,
    type: (type.split(';')[0] ?? '').trim().toLowerCase(),
    ...(charset === undefined ? {} : { charset }),
    validators: validatorsOf(answer),
    at: new Date().toISOString(),
  }
}

/**
 * Takes documents from the network politely: robots.txt is kept, one request at a time goes to a host with a pause
 * between them, failures that pass are tried again later and later, a server's `Retry-After` is waited for, and nothing
 * is reached that is not public (`publicAgent`). Close it in the end.
 */
export class Fetcher {
  readonly #settings: NetworkSettings
  readonly #limit: number
  readonly #agent: Agent
  readonly #turns = new Turns()
  readonly #robots = new Map<string, { readonly until: number; readonly rules: Promise<Robots> }>()

  constructor(settings: NetworkSettings, limit: number) {
    this.#settings = settings
    this.#limit = limit
    this.#agent = publicAgent(settings)
  }

  async close(): Promise<void> {
    await this.#agent.destroy()
  }

  /** What robots.txt of an address's host says; asked for once a day. */
  robots(url: URL): Promise<Robots> {
    const known = this.#robots.get(url.origin)
    if (known && known.until > performance.now()) return known.rules
    const rules = this.#readRobots(url)
    this.#robots.set(url.origin, { until: performance.now() + ROBOTS_HOURS * 3_600_000, rules })
    // What failed is asked for again, not kept for a day.
    void rules.then(
      ({ failed }) => {
        if (failed !== null) this.#robots.delete(url.origin)
      },
      () => this.#robots.delete(url.origin),
    )
    return rules
  }

  async #readRobots(origin: URL): Promise<Robots> {
    let url = new URL('/robots.txt', origin)
    for (let hop = 0; hop <= 5; hop++) {
      const answer = await this.#attempt(url, { accept: 'text/plain,*/*;q=0.5' }, url.href, 0)
      if ('kind' in answer) return shut(answer)
      const to =
        answer.status >= 300 && answer.status < 400 ? httpAddress(answer.header('location') ?? '', url.href) : null
      if (to === null) return readRobots(url.href, answer, this.#settings.userAgent)
      url = to
    }
    return shut(failure('too-many-redirects', url.href))
  }

  /** One request, again when its failure may pass. */
  async #attempt(
    url: URL,
    headers: Readonly<Record<string, string>>,
    input: string,
    pause: number,
  ): Promise<Answer | Problem> {
    const { signal, timeout, retries, backOff, longestWait, userAgent } = this.#settings
    const all = { 'user-agent': userAgent, 'accept-encoding': 'gzip, deflate, br', ...headers }
    return this.#turns.take(url.hostname, pause, signal, async () => {
      for (let tried = 0; ; tried++) {
        const time = AbortSignal.timeout(timeout)
        const waiting = backOff * 2 ** tried
        let wait = waiting
        let failed: Problem
        try {
          const answer = await ask(url, all, this.#agent, this.#limit, signal ? AbortSignal.any([signal, time]) : time)
          if (!PASSING.has(answer.status) || isBotCheck(answer)) return answer
          failed = failure('http-status', input, { status: answer.status })
          const asked = retryAfter(answer.header('retry-after'), Date.now())
          if (asked !== null && asked > longestWait) {
            return failure('come-later', input, { seconds: Math.ceil(asked / 1_000) })
          }
          wait = asked ?? waiting
          if (tried >= retries) return answer
        } catch (error) {
          if (signal?.aborted) throw signal.reason
          const { problem, passing } = networkFailure(error, input, timeout / 1_000)
          if (!passing || tried >= retries) return problem
          failed = problem
        }
        if (wait > longestWait) return failed
        await sleep(wait, undefined, signal ? { signal } : {})
      }
    })
  }

  /**
   * The document at an address; what is known of its state is sent along. Problems: `bad-address`, `address-private`,
   * `host-not-found`, `net-failed`, `net-timeout`, `tls-failed`, `http-status`, `too-large`, `come-later`,
   * `robots-forbid`, `robots-unreachable`, `too-many-redirects`, `bot-check`. Throws the signal's reason once it is aborted.
   */
  async get(address: string, known: Validators = {}): Promise<Fetched | NotModified | Problem> {
    const cookies = new Cookies()
    let url = httpAddress(address)
    if (url === null) return failure('bad-address', address)
    const seen = new Map<string, number>()
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      const robots = await this.robots(url)
      if (robots.failed !== null) return { ...robots.failed, input: address }
      if (!robots.allows(url.href)) return failure('robots-forbid', address, { url: url.href })
      const cookie = cookies.for(url.hostname)
      const headers = {
        accept: ACCEPT,
        'accept-language': 'ru,en;q=0.5',
        ...(cookie === null ? {} : { cookie }),
        ...(known.etag === undefined ? {} : { 'if-none-match': known.etag }),
        ...(known.modified === undefined ? {} : { 'if-modified-since': known.modified }),
      }
      const pause = hop > 0 ? 0 : Math.max(this.#settings.delay, robots.delay)
      const answer = await this.#attempt(url, headers, address, pause)
      if ('kind' in answer) return answer
      if (answer.status === 304) return { kind: 'not-modified', url: url.href }
      if (answer.status < 300) return fetchedOf(address, url, answer)
      const location = answer.status < 400 ? answer.header('location') : null
      if (location === null) {
        return isBotCheck(answer)
          ? failure('bot-check', address)
          : failure('http-status', address, { status: answer.status })
      }
      cookies.take(url.hostname, answer.cookies)
      const to = httpAddress(location, url.href)
      if (to === null) return failure('bad-redirect', address, { to: location.slice(0, 200) })
      const times = (seen.get(to.href) ?? 0) + 1
      seen.set(to.href, times)
      if (times > 2) break
      url = to
    }
    return failure('too-many-redirects', address)
  }
}
