import type { Robots } from '../network/robots.ts'
import type { PageHead } from './head.ts'

const FRONT = /^\/(?:(?:index|main|home|default)\.\w{2,5}|[a-z]{2}\/?)?$/i
const DATED = /(?:^|\/)(?:19|20)\d\d(?:[/-]\d\d?){1,2}|\d{5,}/

/**
 * Whether an address that a person gave is a site's front page or a section, whose feeds are wanted, and not an article:
 * its address is bare, or it is short, says nothing of a date, and calls itself a site.
 */
export const isFrontPage = (head: PageHead, url: string): boolean => {
  const { pathname, search } = new URL(url)
  if (head.ogType === 'article' || head.dated) return false
  if (FRONT.test(pathname) && search === '') return true
  const short = pathname.split('/').filter(Boolean).length <= 2 && !DATED.test(pathname) && pathname.length < 40
  return short && head.ogType === 'website' && head.feeds.length > 0
}

const COMMENTS = /comments?(?:\/|$|\.)|kommentar|комментари/i
/** Where sites keep a feed that they do not name. */
const USUAL = ['/rss', '/rss.xml', '/feed', '/feed.xml', '/atom.xml', '/rss/all.xml']

/** Feeds to be tried for a front page, in groups: the next group only when nothing came of the one before. */
export const feedsToTry = (head: PageHead, url: string, robots: Robots): readonly (readonly string[])[] => {
  const named = head.feeds.filter((feed) => !COMMENTS.test(`${feed.url} ${feed.title ?? ''}`)).map((feed) => feed.url)
  const news = robots.sitemaps.filter((sitemap) => /news/i.test(sitemap))
  const groups = [
    named,
    head.feedAnchors.filter((anchor) => !COMMENTS.test(anchor)).slice(0, 5),
    news.slice(0, 5),
    ...USUAL.map((path) => [new URL(path, url).href]),
    robots.sitemaps.slice(0, 3),
  ]
  return groups.filter((group) => group.length > 0)
}
