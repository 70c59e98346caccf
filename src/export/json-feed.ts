import type { ExportFormat } from './format.ts'
import { newestEntries } from './newest.ts'
import { tellingIn } from './telling.ts'

/** The newest entries as a JSON Feed (https://www.jsonfeed.org/version/1.1/): the items of the Atom feed. */
export const JSON_FEED: ExportFormat = {
  name: 'jsonfeed',
  title: { ru: 'Лента, JSON Feed', en: 'Feed, JSON Feed' },
  about: 'a feed (JSON Feed 1.1) of the same entries as the Atom feed',
  covers: ['entries'],
  media: 'application/feed+json; charset=utf-8',
  extension: 'feed.json',
  streams: true,
  async *write(tables, { lang, home, self }) {
    const telling = tellingIn(lang, home)
    const items = (await newestEntries(tables)).map(({ entry, first, last }) => ({
      id: telling.urn(entry),
      url: telling.link(entry),
      title: telling.title(entry),
      content_text: telling.summary(entry),
      date_published: first,
      date_modified: last,
      authors: [...new Set(entry.evidence.flatMap(({ outlet }) => outlet ?? []))]
        .slice(0, 20)
        .map((name) => ({ name })),
      tags: [entry.kind, entry.status],
      language: lang,
    }))
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: telling.feed,
      home_page_url: home,
      feed_url: self,
      language: lang,
      items,
    }
    yield `${JSON.stringify(feed, null, 2)}\n`
  },
}
