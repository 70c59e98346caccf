import { isObject } from '../meta.ts'
import { pageOfItem } from '../online/pages.ts'
import type { Page, PageMeta } from '../page.ts'

/** What an export of another program's holds; `links` are items of which only the address is known. */
export interface Exported {
  readonly pages: readonly Page[]
  readonly links: readonly string[]
}

type Loose = Readonly<Record<string, unknown>>

const list = (value: unknown): readonly Loose[] => (Array.isArray(value) ? value.filter(isObject) : [])
const string = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null
const loose = (value: unknown): Loose => (isObject(value) ? value : {})

/** Seconds since 1970, as numbers or digits. */
const moment = (value: unknown): string | null => {
  const seconds = Number(value)
  return Number.isFinite(seconds) && seconds > 0 && seconds < 4e9
    ? new Date(seconds * 1_000).toISOString().replace('.000Z', 'Z')
    : null
}

const ENOUGH = 200

const itemPages = (
  items: readonly Loose[],
  input: string,
  read: (item: Loose) => {
    readonly url: string | null
    readonly title: string | null
    readonly published: string | null
    readonly updated: string | null
    readonly html: string | null
    readonly outlet: string | null
  },
): Exported => {
  const pages: Page[] = []
  const links: string[] = []
  for (const [i, item] of items.entries()) {
    const { url, outlet, ...rest } = read(item)
    const long = (rest.html ?? '').replace(/<[^<>]{0,2000}>/g, '').trim().length >= ENOUGH
    if (!long) {
      if (url !== null) links.push(url)
      continue
    }
    const page = pageOfItem(rest, url, url ?? `${input}#${i + 1}`)
    const { fetched: _, ...meta } = page.meta
    pages.push({ ...page, meta: { ...meta, ...(outlet === null ? {} : { outlet }) } } as Page)
  }
  return { pages, links }
}

/** `GET /v1/entries` of Miniflux. */
const miniflux = (root: Loose, input: string): Exported =>
  itemPages(list(root.entries), input, (entry) => ({
    url: string(entry.url),
    title: string(entry.title),
    published: string(entry.published_at),
    updated: null,
    html: string(entry.content),
    outlet: string(loose(entry.feed).title),
  }))

/** Google Reader's form, in which FreshRSS (and others) write items. */
const reader = (root: Loose, input: string): Exported =>
  itemPages(list(root.items), input, (item) => ({
    url: string(list(item.canonical)[0]?.href) ?? string(list(item.alternate)[0]?.href),
    title: string(item.title),
    published: moment(item.published),
    updated: moment(item.updated),
    html: string(loose(item.content).content) ?? string(loose(item.summary).content),
    outlet: string(loose(item.origin).title),
  }))

/** A message's text comes whole or in pieces, plain ones and links, names, quotes. */
const textOf = (text: unknown): string =>
  typeof text === 'string'
    ? text
    : Array.isArray(text)
      ? text.map((piece) => (typeof piece === 'string' ? piece : (string(loose(piece).text) ?? ''))).join('')
      : ''

/** `result.json` of a channel, as Telegram Desktop exports it. */
const telegram = (root: Loose, input: string): Exported => {
  const channel = string(root.name)
  const pages: Page[] = []
  for (const message of list(root.messages)) {
    const text = textOf(message.text).trim()
    if (message.type !== 'message' || !/\p{L}/u.test(text)) continue
    const published = moment(message.date_unixtime) ?? string(message.date)
    const updated = moment(message.edited_unixtime) ?? string(message.edited)
    const meta: PageMeta = {
      id: `telegram:${root.id ?? channel ?? ''}/${message.id}`,
      ...(channel === null ? {} : { outlet: channel }),
      ...(published === null ? {} : { published }),
      ...(updated === null ? {} : { updated }),
    }
    pages.push({ kind: 'record-page', input: `${input}#${message.id}`, text, meta })
  }
  return { pages, links: [] }
}

/**
 * Reads the exports of other programs: Miniflux's entries, FreshRSS's and other readers' items, a Telegram channel. null
 * for any other JSON.
 */
export const readExport = (root: unknown, input: string): Exported | null => {
  if (!isObject(root) || typeof root.text === 'string') return null
  if (Array.isArray(root.messages) && (root.type !== undefined || root.name !== undefined)) return telegram(root, input)
  if (Array.isArray(root.entries)) return miniflux(root, input)
  return Array.isArray(root.items) ? reader(root, input) : null
}

/** Whether a line is an article record by itself: then the file has one a line, whatever lists they hold. */
const isRecordLine = (line: string): boolean => {
  try {
    return typeof (JSON.parse(line) as Loose | null)?.text === 'string'
  } catch {
    return false
  }
}

/** Whether a JSON document begins like one of these exports: an object with a list under one of their names. */
export const looksLikeExport = (head: string): boolean =>
  !isRecordLine(head.slice(0, Math.max(0, head.indexOf('\n')))) &&
  /^[\s\ufeff]*\{/.test(head) &&
  !/^[\s\ufeff]*\{[^{}[\]]*"text"\s*:/.test(head) &&
  /"(?:messages|entries|items)"\s*:\s*\[/.test(head)
