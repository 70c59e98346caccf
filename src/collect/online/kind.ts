import { gunzipSync } from 'node:zlib'
import { decode } from '../../core/index.ts'
import { type Feed, readFeed } from '../feeds/feed.ts'
import { readOpml, type Subscription } from '../feeds/opml.ts'
import { readSitemap, type Sitemap } from '../feeds/sitemap.ts'
import { rootName } from '../feeds/xml.ts'
import { binaryKind } from '../format.ts'
import type { Fetched } from '../network/fetcher.ts'
import { TooLarge } from '../source.ts'

/** What a document turned out to be. */
export type Document =
  | Feed
  | Sitemap
  | { readonly kind: 'opml'; readonly feeds: readonly Subscription[] }
  | { readonly kind: 'html'; readonly source: string }
  | { readonly kind: 'text' }
  | { readonly kind: 'pdf' }
  | { readonly kind: 'broken'; readonly what: 'feed' | 'sitemap' }
  | { readonly kind: 'other'; readonly what: string }

/** A sitemap may come packed as a file, whatever its transport said. */
const unpacked = (bytes: Uint8Array, limit: number): Uint8Array => {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: limit })
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new TooLarge(limit + 1, limit)
    throw error
  }
}

const declared = (bytes: Uint8Array): string | undefined =>
  /<\?xml\s[^>]{0,200}?encoding\s{0,5}=\s{0,5}["']([A-Za-z0-9_:.-]{2,40})/i.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 400)),
  )?.[1]

const xmlDocument = (root: string, text: string, base: string): Document | null => {
  const name = root.toLowerCase().replace(/^[^:]*:/, '')
  if (name === 'urlset' || name === 'sitemapindex')
    return readSitemap(text, base) ?? { kind: 'broken', what: 'sitemap' }
  if (name === 'opml') return { kind: 'opml', feeds: readOpml(text) ?? [] }
  if (name === 'rss' || name === 'rdf' || name === 'feed' || name === 'channel')
    return readFeed(text, base) ?? { kind: 'broken', what: 'feed' }
  return null
}

/**
 * Tells what a document is by its content first and by what its server says second: servers send feeds as text/html and
 * pages as application/xml. Throws `TooLarge` for a packed one that unpacks beyond `limit`.
 */
export const readDocument = ({ bytes, type, charset, url }: Fetched, limit: number): Document => {
  const raw = unpacked(bytes, limit)
  if (/pdf/.test(type) || (raw[0] === 0x25 && raw[1] === 0x50 && raw[2] === 0x44 && raw[3] === 0x46))
    return { kind: 'pdf' }
  const binary = binaryKind(raw)
  if (binary !== null) return { kind: 'other', what: /^(?:image|audio|video|font)\//.test(type) ? type : binary }
  const { text } = decode(raw, declared(raw) ?? charset)
  const head = text.slice(0, 200_000)
  const root = rootName(head)
  if (root !== null) return xmlDocument(root, text, url) ?? { kind: 'html', source: text }
  if (/^\s*\{/.test(head) && /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/.test(head))
    return readFeed(text, url) ?? { kind: 'broken', what: 'feed' }
  if (/html/.test(type) || /<(?:html|body|head|p|div)[\s>]/i.test(head)) return { kind: 'html', source: text }
  if (/\.txt(?:\.gz)?$/i.test(new URL(url).pathname) && /^https?:\/\/\S+\s/.test(head)) {
    return readSitemap(text, url) ?? { kind: 'text' }
  }
  return type === '' || type.startsWith('text/plain') ? { kind: 'text' } : { kind: 'other', what: type }
}
