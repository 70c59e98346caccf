import { parseFeed } from 'feedsmith'
import { decodeReferences } from '../../core/index.ts'
import { feedDate } from './dates.ts'
import { withoutDoctype } from './xml.ts'

/** One item of a feed, in whichever format it came. */
export interface FeedItem {
  /** What the feed knows it by: its guid or id, else its address. */
  readonly id: string
  /** Absolute address of its page; null when the feed gives none. */
  readonly url: string | null
  readonly title: string | null
  readonly published: string | null
  readonly updated: string | null
  /** Its whole text as HTML, where the feed carries it. */
  readonly html: string | null
}

export interface Feed {
  readonly kind: 'feed'
  readonly title: string | null
  readonly items: readonly FeedItem[]
  /** Minutes that the feed asks to leave between two readings (`ttl`, `sy:updatePeriod`). */
  readonly minutes: number | null
}

type Loose = Readonly<Record<string, unknown>>

const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null
const list = (value: unknown): readonly Loose[] => (Array.isArray(value) ? value.filter(isLoose) : [])
const string = (value: unknown): string | null => {
  const text = isLoose(value) && !Array.isArray(value) ? value.value : value
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null
}
const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (isLoose(inner) ? inner[key] : undefined), value)
const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value)

const absolute = (address: string | null, base: string): string | null => {
  if (address === null || address.length > 4_000) return null
  try {
    const { href, protocol } = new URL(address, base)
    return protocol === 'http:' || protocol === 'https:' ? href : null
  } catch {
    return null
  }
}

/** Titles may hold tags and references, once or twice over. */
const plainTitle = (title: string | null): string | null => {
  const text = decodeReferences(decodeReferences(title ?? '').replace(/<[^<>]{1,200}>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
  return text === '' ? null : text.slice(0, 1_000)
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Text without tags keeps its paragraphs. */
const asHtml = (text: string): string =>
  /<[a-z!/]/i.test(text)
    ? text
    : escaped(text)
        .split(/\n\s*\n|\n/)
        .map((line) => `<p>${line}</p>`)
        .join('\n')

const WHOLE = 600

/** Visible length of HTML, near enough to tell a text from its announcement. */
const visible = (html: string): number => html.replace(/<[^<>]{0,2000}>/g, '').replace(/\s+/g, ' ').length

const CUT = /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|читать (?:далее|полностью)|подробнее|read more)[\s\p{P}]*$/iu

/** The first of these texts that is a whole one. */
const wholeText = (...texts: readonly (string | null)[]): string | null => {
  for (const text of texts) {
    if (text === null || visible(text) < WHOLE) continue
    if (!CUT.test(text.replace(/<[^<>]{0,2000}>/g, '').trim())) return asHtml(text)
  }
  return null
}

const atomLink = (entry: Loose): string | null => {
  const links = list(entry.links)
  const alternate = links.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links[0]
  return string(alternate?.href)
}

const rssItem = (item: Loose, base: string): FeedItem => {
  const guid = string(item.guid)
  const permanent = at(item, 'guid', 'isPermaLink') !== false && /^https?:/i.test(guid ?? '')
  const url = absolute(string(item.link) ?? string(at(item, 'rdf', 'about')) ?? (permanent ? guid : null), base)
  const date = string(item.pubDate) ?? string(first(at(item, 'dc', 'dates'))) ?? string(at(item, 'dc', 'date'))
  const changed = string(first(at(item, 'dcterms', 'modified'))) ?? string(at(item, 'atom', 'updated'))
  return {
    id: guid ?? url ?? string(item.title) ?? '',
    url,
    title: plainTitle(string(item.title)),
    published: feedDate(date ?? undefined),
    updated: feedDate(changed ?? undefined),
    html: wholeText(string(at(item, 'content', 'encoded')), string(item.description)),
  }
}

const atomEntry = (entry: Loose, base: string): FeedItem => {
  const url = absolute(atomLink(entry) ?? string(entry.id), base)
  const updated = feedDate(string(entry.updated) ?? undefined)
  const published = feedDate(string(entry.published) ?? undefined)
  return {
    id: string(entry.id) ?? url ?? '',
    url,
    title: plainTitle(string(entry.title)),
    published: published ?? updated,
    updated: published === null || updated === published ? null : updated,
    html: wholeText(string(entry.content), string(entry.summary)),
  }
}

const jsonItem = (item: Loose, base: string): FeedItem => {
  const url = absolute(string(item.url) ?? string(item.external_url), base)
  return {
    id: string(item.id) ?? url ?? '',
    url,
    title: plainTitle(string(item.title)),
    published: feedDate(string(item.date_published) ?? undefined),
    updated: feedDate(string(item.date_modified) ?? undefined),
    html: wholeText(string(item.content_html), string(item.content_text)),
  }
}

const PERIODS: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
}

const minutesOf = (feed: Loose): number | null => {
  const ttl = Number(feed.ttl)
  if (Number.isFinite(ttl) && ttl > 0) return ttl
  const period = PERIODS[string(at(feed, 'sy', 'updatePeriod')) ?? '']
  const often = Number(at(feed, 'sy', 'updateFrequency') ?? 1)
  return period === undefined ? null : period / (often > 0 ? often : 1)
}

/** Yandex's full text is what others put into `content:encoded`. */
const withFullText = (text: string): string =>
  /<yandex:full-text/i.test(text) && !/<content:encoded/i.test(text)
    ? text.replace(/<(\/?)yandex:full-text(?=[\s>])/gi, '<$1content:encoded')
    : text

/**
 * Reads a feed: RSS 0.9x to 2.0, RDF (RSS 0.90 and 1.0), Atom 0.3 and 1.0, JSON Feed. No entities but XML's own are
 * resolved, so that a document type cannot blow it up. null when it is none or broken beyond reading.
 *
 * @example readFeed('<rss version="2.0"><channel><item><link>https://a.example/1</link></item></channel></rss>', 'https://a.example/rss')
 */
export const readFeed = (text: string, base: string): Feed | null => {
  try {
    const { format, feed } = parseFeed(withFullText(withoutDoctype(text.trim()))) as unknown as {
      format: string
      feed: Loose
    }
    const items = list(feed.items).length > 0 ? list(feed.items) : list(feed.entries)
    const read = format === 'atom' ? atomEntry : format === 'json' ? jsonItem : rssItem
    const site = absolute(string(feed.link) ?? string(feed.home_page_url), base) ?? base
    return {
      kind: 'feed',
      title: plainTitle(string(feed.title)),
      items: items.map((item) => read(item, site)).filter(({ url, html }) => url !== null || html !== null),
      minutes: minutesOf(feed),
    }
  } catch {
    // The library tells only that it is no feed.
    return null
  }
}
