import { XMLParser } from 'fast-xml-parser'
import { decodeReferences } from '../../core/index.ts'
import { feedDate } from './dates.ts'
import { withoutDoctype } from './xml.ts'

/** A page that a sitemap names; the title, publication and date are those of a news sitemap. */
export interface SitemapPage {
  readonly url: string
  readonly modified: string | null
  readonly published: string | null
  readonly title: string | null
}

export interface Sitemap {
  readonly kind: 'sitemap'
  readonly pages: readonly SitemapPage[]
  /** Addresses of further sitemaps, the latest changed first. */
  readonly sitemaps: readonly string[]
}

const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  processEntities: false,
  parseTagValue: false,
  trimValues: true,
  isArray: (name) => name === 'url' || name === 'sitemap' || name === 'news',
})

type Loose = Readonly<Record<string, unknown>>
const loose = (value: unknown): Loose => (typeof value === 'object' && value !== null ? (value as Loose) : {})
const list = (value: unknown): readonly Loose[] => (Array.isArray(value) ? value.map(loose) : [])
const string = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? decodeReferences(value) : undefined

const addressOf = (value: unknown, base: string): string | null => {
  try {
    const url = new URL(string(value) ?? '', base)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}

const pageOf = (entry: Loose, base: string): SitemapPage[] => {
  const url = string(entry.loc) === undefined ? null : addressOf(entry.loc, base)
  if (url === null) return []
  const news = list(entry.news)[0] ?? {}
  return [
    {
      url,
      modified: feedDate(string(entry.lastmod)),
      published: feedDate(string(news.publication_date)),
      title: string(news.title) ?? null,
    },
  ]
}

const newest = (a: string | null, b: string | null): number =>
  (a ?? '') < (b ?? '') ? 1 : (a ?? '') > (b ?? '') ? -1 : 0

/**
 * Reads a sitemap, a news sitemap or an index of sitemaps (sitemaps.org 0.9, Google News 0.9); a plain text one is a list
 * of addresses. The newest pages stand first. null when it is none.
 */
export const readSitemap = (text: string, base: string): Sitemap | null => {
  if (!text.includes('<')) {
    const lines = text.split(/\s+/).filter((line) => /^https?:\/\//.test(line))
    const pages = lines.map((url) => ({ url, modified: null, published: null, title: null }))
    return pages.length > 0 ? { kind: 'sitemap', pages, sitemaps: [] } : null
  }
  try {
    const root = loose(parser.parse(withoutDoctype(text)))
    if (root.urlset === undefined && root.sitemapindex === undefined) return null
    const pages = list(loose(root.urlset).url).flatMap((entry) => pageOf(entry, base))
    const sitemaps = list(loose(root.sitemapindex).sitemap)
      .map(({ loc, lastmod }) => ({ url: addressOf(loc, base), modified: feedDate(string(lastmod)) }))
      .sort((a, b) => newest(a.modified, b.modified))
      .flatMap(({ url }) => url ?? [])
    pages.sort((a, b) => newest(a.published ?? a.modified, b.published ?? b.modified))
    return { kind: 'sitemap', pages, sitemaps }
  } catch {
    return null
  }
}
