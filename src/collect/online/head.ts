import { attributeOf, decodeReferences, tokensOf } from '../../core/index.ts'

/** A link to a feed that a page's head or body names. */
export interface FeedLink {
  readonly url: string
  readonly title: string | null
}

/** What the collector needs to know of an HTML page: where it belongs, what it leads to, how much is on it. */
export interface PageHead {
  readonly title: string
  readonly heading: string
  readonly canonical: string | null
  /** The page is an AMP version of another. */
  readonly amp: boolean
  readonly feeds: readonly FeedLink[]
  /** Links of the body that look like feeds. */
  readonly feedAnchors: readonly string[]
  readonly ogType: string | null
  /** A machine-readable date or an article node stands in it. */
  readonly dated: boolean
  /** Address that a meta refresh leads to at once. */
  readonly refresh: string | null
  /** The beginning of the visible text outside links. */
  readonly text: string
}

const FEED_TYPES = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)$/i
const FEED_PATH = /(?:^|[/._?=-])(?:rss|feed|feeds|atom|rdf)(?:[/._?=&-]|\d?$|$)/i
const TEXT = 3_000
const UNSEEN = new Set(['script', 'style', 'noscript', 'textarea', 'iframe', 'template', 'svg'])

const absolute = (href: string | null, base: string): string | null => {
  if (href === null || href.trim() === '' || href.length > 2_000) return null
  try {
    const url = new URL(decodeReferences(href.trim()), base)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}

const refreshOf = (content: string | null, base: string): string | null => {
  const match = /^\s*([0-9.]{1,4})\s*[;,]\s*(?:url\s*=\s*)?['"]?([^'"]{1,2000})/i.exec(content ?? '')
  return match && Number(match[1]) <= 5 ? absolute(match[2]!, base) : null
}

class Reading {
  readonly #base: string
  title = ''
  heading = ''
  canonical: string | null = null
  amp = false
  readonly feeds = new Map<string, FeedLink>()
  readonly feedAnchors = new Set<string>()
  ogType: string | null = null
  dated = false
  refresh: string | null = null
  text = ''

  constructor(base: string) {
    this.#base = base
  }

  link(attributes: string): void {
    const rel = (attributeOf(attributes, 'rel') ?? '').toLowerCase().split(/\s+/)
    const href = absolute(attributeOf(attributes, 'href'), this.#base)
    if (href === null) return
    if (rel.includes('canonical')) this.canonical ??= href
    const isFeed = FEED_TYPES.test(attributeOf(attributes, 'type') ?? '')
    if (rel.includes('alternate') && isFeed && this.feeds.size < 50) {
      const title = attributeOf(attributes, 'title')
      this.feeds.set(href, { url: href, title: title === null ? null : decodeReferences(title).trim() })
    }
  }

  meta(attributes: string): void {
    const key = attributeOf(attributes, 'property') ?? attributeOf(attributes, 'name') ?? ''
    const content = attributeOf(attributes, 'content')
    if (/^og:type$/i.test(key)) this.ogType ??= content?.trim().toLowerCase() ?? null
    if (/^article:published_time$/i.test(key)) this.dated = true
    if (/^refresh$/i.test(attributeOf(attributes, 'http-equiv') ?? '')) this.refresh ??= refreshOf(content, this.#base)
  }

  anchor(attributes: string): void {
    if (!/rss|feed|atom|rdf/i.test(attributes) || this.feedAnchors.size >= 50) return
    const href = absolute(attributeOf(attributes, 'href'), this.#base)
    if (href !== null && FEED_PATH.test(new URL(href).pathname)) this.feedAnchors.add(href)
  }
}

const AMP = /^\s*(?:amp|⚡)(?:\s|=|$)|\s(?:amp|⚡)(?:\s|=|$)/i

/** Reads the head of an HTML page, and the beginning of its visible text. `base` is its address. */
export const readHead = (source: string, base: string): PageHead => {
  const page = new Reading(base)
  let inLink = 0
  let inHeading = false
  let unseen = ''
  for (const token of tokensOf(source)) {
    if (token.kind === 'raw') {
      if (token.name === 'title' && page.title === '')
        page.title = decodeReferences(source.slice(token.start, Math.min(token.end, token.start + 500)))
      if (token.name === 'script' && /ld\+json/i.test(token.attributes))
        page.dated ||= /"datePublished"/.test(source.slice(token.start, token.end))
    } else if (token.kind === 'text') {
      if (unseen !== '') continue
      const text = source.slice(token.start, Math.min(token.end, token.start + TEXT))
      if (inHeading) page.heading += text
      if (inLink === 0 && page.text.length < TEXT) page.text += text
    } else if (token.kind === 'open') {
      if (token.name === 'html') page.amp = AMP.test(token.attributes)
      else if (token.name === 'link') page.link(token.attributes)
      else if (token.name === 'meta') page.meta(token.attributes)
      else if (token.name === 'a') {
        inLink++
        page.anchor(token.attributes)
      } else if (token.name === 'h1') inHeading = page.heading === ''
      else if (UNSEEN.has(token.name) && unseen === '') unseen = token.name
    } else if (token.name === unseen) unseen = ''
    else if (token.name === 'a') inLink = Math.max(0, inLink - 1)
    else if (token.name === 'h1') inHeading = false
  }
  const { title, heading, text } = page
  return {
    title: title.replace(/\s+/g, ' ').trim(),
    heading: decodeReferences(heading).replace(/\s+/g, ' ').trim(),
    canonical: page.canonical,
    amp: page.amp,
    feeds: [...page.feeds.values()],
    feedAnchors: [...page.feedAnchors],
    ogType: page.ogType,
    dated: page.dated,
    refresh: page.refresh,
    text: decodeReferences(text).replace(/\s+/g, ' ').trim(),
  }
}
