import { attributeOf, decodeReferences, type Token } from '../../core/index.ts'
import { isoStamp } from '../stamps.ts'

/** A value with its place in the source. */
export interface Sourced {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** What a page's head says about the article: JSON-LD, OpenGraph, `<meta>`, `<link>`, `<title>`. */
export interface HeadData {
  readonly headline: Sourced | null
  /** Titles as machines are told them, best first; they serve to know the headline among the lines. */
  readonly titles: readonly string[]
  readonly published: string | null
  readonly updated: string | null
  readonly outlet: string | null
  readonly url: string | null
  /** Dates written in the head that are none (31 February). */
  readonly badDates: readonly string[]
}

const NODES = 2000
const JSON_LIMIT = 2_000_000

type Json = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Json => typeof value === 'object' && value !== null

const parseJson = (source: string): unknown => {
  for (const text of [source, source.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(text)
    } catch {
      // Pages print line breaks into strings and commas too many: the second try is without them.
    }
  }
  return null
}

const typeOf = (node: Json): string => {
  const type = node['@type']
  return typeof type === 'string'
    ? type
    : Array.isArray(type)
      ? type.filter((item) => typeof item === 'string').join(' ')
      : ''
}

const isArticle = (node: Json): boolean => /Article|NewsItem|BlogPosting|Reportage/i.test(typeOf(node))

/** All nodes of a JSON-LD document that are articles, without recursion and up to a fixed number. */
const articleNodes = (root: unknown): Json[] => {
  const found: Json[] = []
  const queue: unknown[] = [root]
  for (let i = 0; i < queue.length && i < NODES; i++) {
    const value = queue[i]
    if (Array.isArray(value)) queue.push(...value.slice(0, 100))
    else if (isNode(value)) {
      if (isArticle(value)) found.push(value)
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'itemListElement', 'item']) {
        if (isNode(value[key])) queue.push(value[key])
      }
    }
  }
  return found
}

const textOf = (value: unknown): string | null => {
  const first = Array.isArray(value) ? value[0] : value
  const text = isNode(first) ? (first.name ?? first['@id']) : first
  return typeof text === 'string' && text.trim() !== '' ? decodeReferences(text).replace(/\s+/g, ' ').trim() : null
}

const GENERIC_NAMES = /^(?:главная|новости|сайт|home|news|website|без названия)$/i

/** A site's name without its slogan and address; null when nothing is left that could be an outlet. */
const outletName = (name: string | null): string | null => {
  const text = name?.split(/\s[|—–-]\s|\s?[|:]\s|\.\s/u)[0]?.trim() ?? ''
  if (text === '' || text.length > 60 || GENERIC_NAMES.test(text) || /^https?:/i.test(text)) return null
  return text.split(/\s+/u).length > 7 ? null : text
}

const looksLikeDomain = (name: string | null): boolean =>
  name !== null && /^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(name)

const absolute = (url: string | null): string | null =>
  url !== null && url.length < 2000 && /^https?:\/\/[^\s/]+/i.test(url) ? url : null

/** Whether two stamps are one moment, however they are written. */
export const sameInstant = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && a.length > 19 && b.length > 19 && Date.parse(a) === Date.parse(b))

/** Gathers while the page is read; `finish` decides between what the sources say. */
export class HeadReader {
  readonly #source: string
  readonly #meta = new Map<string, Sourced>()
  readonly #articles: Json[] = []
  #title: Sourced | null = null
  #canonical: string | null = null

  constructor(source: string) {
    this.#source = source
  }

  feed(token: Token): void {
    if (token.kind === 'raw') this.#raw(token)
    else if (token.kind === 'open' && token.name === 'meta') this.#metaTag(token.attributes, token.start, token.end)
    else if (token.kind === 'open' && token.name === 'link') this.#link(token.attributes)
  }

  #raw(token: Token & { readonly kind: 'raw' }): void {
    const { name, start, end } = token
    if (name === 'title' && this.#title === null) {
      this.#title = {
        text: decodeReferences(this.#source.slice(start, Math.min(end, start + 1000)))
          .replace(/\s+/g, ' ')
          .trim(),
        start,
        end,
      }
    }
    if (name !== 'script' || end - start > JSON_LIMIT || !/ld\+json/i.test(token.attributes)) return
    const source = this.#source
      .slice(start, end)
      .replace(/^\s*(?:<!--|\/\*.{0,40}?\*\/|<!\[CDATA\[)|(?:-->|\]\]>)\s*$/g, '')
    this.#articles.push(...articleNodes(parseJson(source)))
  }

  #metaTag(attributes: string, start: number, end: number): void {
    const key =
      attributeOf(attributes, 'property') ?? attributeOf(attributes, 'name') ?? attributeOf(attributes, 'itemprop')
    const content = key === null ? null : attributeOf(attributes, 'content')
    if (key === null || content === null || content.trim() === '') return
    const low = key.toLowerCase()
    if (this.#meta.has(low) || this.#meta.size > 200) return
    const at = this.#source.indexOf(content, start)
    const from = at >= 0 && at < end ? at : start
    this.#meta.set(low, {
      text: decodeReferences(content).replace(/\s+/g, ' ').trim(),
      start: from,
      end: at >= 0 && at < end ? from + content.length : end,
    })
  }

  #link(attributes: string): void {
    if (!/canonical/i.test(attributes) || this.#canonical !== null) return
    if (/^canonical$/i.test(attributeOf(attributes, 'rel') ?? '')) {
      this.#canonical = absolute(decodeReferences(attributeOf(attributes, 'href') ?? ''))
    }
  }

  #first(...keys: readonly string[]): string | null {
    for (const key of keys) {
      const found = this.#meta.get(key)
      if (found) return found.text
    }
    return null
  }

  /** The article node that says most, preferring one with a date. */
  get #article(): Json | null {
    return this.#articles.find((node) => typeof node.datePublished === 'string') ?? this.#articles[0] ?? null
  }

  finish(): HeadData {
    const article = this.#article
    const badDates: string[] = []
    const date = (...values: readonly (string | null)[]): string | null => {
      for (const value of values) {
        if (value === null) continue
        const iso = isoStamp(value)
        if (iso !== null) return iso
        if (/\d{4}-\d\d-\d\d/.test(value)) badDates.push(value)
      }
      return null
    }
    const published = date(
      textOf(article?.datePublished),
      this.#first(
        'article:published_time',
        'og:published_time',
        'datepublished',
        'article:published',
        'published_time',
        'publication_date',
        'pubdate',
        'mediator_published_time',
        'dc.date.issued',
        'dc.date',
        'date',
      ),
      textOf(article?.dateCreated),
    )
    const updated = date(
      textOf(article?.dateModified),
      this.#first('article:modified_time', 'og:updated_time', 'datemodified', 'last-modified', 'dc.date.modified'),
    )
    const site = outletName(this.#first('og:site_name', 'application-name', 'apple-mobile-web-app-title'))
    const publisher = outletName(textOf(article?.publisher))
    const headline = this.#meta.get('og:title') ?? this.#title
    return {
      headline: headline ?? null,
      titles: [
        textOf(article?.headline),
        this.#first('og:title'),
        this.#first('twitter:title'),
        this.#title?.text ?? null,
      ].filter((title): title is string => title !== null && title !== ''),
      published,
      updated: sameInstant(updated, published) ? null : updated,
      outlet: site !== null && !(looksLikeDomain(site) && publisher !== null) ? site : (publisher ?? site),
      url:
        this.#canonical ??
        absolute(this.#first('og:url')) ??
        absolute(textOf(article?.url)) ??
        absolute(textOf(article?.mainEntityOfPage)),
      badDates,
    }
  }
}
