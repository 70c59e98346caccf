import { isTracking } from '../../core/index.ts'
import type { PageHead } from './head.ts'

const PRINT_PARAMETER = /^(?:print|printable|version|view|outputtype|amp|output|format|mode)$/i
const PRINT_VALUE = /^(?:|1|y|yes|true|print|printable|amp)$/i

/** An address without its fragment and what only tells where the reader came from. */
export const plainAddress = (address: string): string => {
  const url = new URL(address)
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) if (isTracking(name)) url.searchParams.delete(name)
  return url.href
}

/** The key under which two addresses are one page: no scheme, no `www.`, no tracking, no slash at the end. */
export const addressKey = (address: string): string => {
  const url = new URL(plainAddress(address))
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${url.search}`
}

/** The address of the page that an AMP or print version is made from, told by its own address alone; null for others. */
export const fullVersion = (address: string): string | null => {
  const url = new URL(address)
  const before = url.href
  url.hostname = url.hostname.replace(/^amp\.(?=[^.]+\.)/, '')
  url.pathname = url.pathname
    .replace(/^\/(?:amp|print)(?=\/.)/i, '')
    .replace(/\/(?:amp|print|printable)\/?$/i, '/')
    .replace(/(?:[.-](?:amp|print))(?=\.(?:html?|php|shtml)$)/i, '')
  for (const [name, value] of [...url.searchParams])
    if (PRINT_PARAMETER.test(name) && PRINT_VALUE.test(value)) url.searchParams.delete(name)
  return url.href === before ? null : url.href
}

const siteOf = (host: string): string =>
  host
    .replace(/^(?:www|m|mobile|amp|wap|pda)\./, '')
    .split('.')
    .slice(-3)
    .join('.')

const isCache = (host: string): boolean => /(?:^|\.)ampproject\.org$|^www\.google\.[a-z.]+$/.test(host)

/**
 * The address of the article itself when a page says that it is another version of it (AMP, print, a cache), to be taken
 * in its place; null when the page is the article. A canonical address on another site is a copy's nod to its origin, not
 * the same page; one that leads to the front page is a mistake of the site.
 */
export const articleAddress = (head: PageHead, url: string): string | null => {
  const { canonical } = head
  const page = new URL(url)
  const version = head.amp || fullVersion(url) !== null || isCache(page.host)
  if (canonical === null || !version || addressKey(canonical) === addressKey(url)) return null
  const to = new URL(canonical)
  if (to.pathname === '/' && to.search === '') return null
  return siteOf(to.hostname) === siteOf(page.hostname) || isCache(page.host) ? canonical : null
}
