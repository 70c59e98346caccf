import { describe, expect, test } from 'vitest'
import { feedDate } from './dates.ts'
import { readFeed } from './feed.ts'
import { readOpml, writeOpml } from './opml.ts'
import { readSitemap } from './sitemap.ts'

const BASE = 'https://severnaya.example/rss'
const LONG = `<p>${'Делегация осмотрела паром и причал. '.repeat(30)}</p>`

/** The first item of a feed as `url | title | published | updated | text?`. */
const item = (text: string): string => {
  const first = readFeed(text, BASE)?.items[0]
  if (!first) return 'none'
  return [first.url, first.title, first.published, first.updated, first.html === null ? 'link' : 'text'].join(' | ')
}

describe('feeds', () => {
  test.each([
    [
      'RSS 2.0',
      `<?xml version="1.0"?><rss version="2.0"><channel><title>С</title><item><title>Паром &amp; порт &laquo;Ладога&raquo;</title><link>/1</link><pubDate>Mon, 05 Jan 2026 10:00:00 +0300</pubDate><description>Кратко.</description></item></channel></rss>`,
      'https://severnaya.example/1 | Паром & порт «Ладога» | 2026-01-05T10:00:00+03:00 |  | link',
    ],
    [
      'RSS 2.0 with the whole text',
      `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>a</title><guid>https://severnaya.example/2</guid><content:encoded><![CDATA[${LONG}]]></content:encoded></item></channel></rss>`,
      'https://severnaya.example/2 | a |  |  | text',
    ],
    [
      'the whole text as Yandex has it',
      `<rss version="2.0" xmlns:yandex="http://news.yandex.ru"><channel><item><title>a</title><link>https://severnaya.example/3</link><yandex:full-text>${LONG.replace(/<\/?p>/g, '')}</yandex:full-text></item></channel></rss>`,
      'https://severnaya.example/3 | a |  |  | text',
    ],
    [
      'RSS 0.91 with a document type',
      `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><item><title>a</title><link>https://severnaya.example/4</link></item></channel></rss>`,
      'https://severnaya.example/4 | a |  |  | link',
    ],
    [
      'RSS 0.90',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>T</title></channel><item><title>a</title><link>https://severnaya.example/5</link></item></rdf:RDF>`,
      'https://severnaya.example/5 | a |  |  | link',
    ],
    [
      'RSS 1.0',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>T</title></channel><item rdf:about="https://severnaya.example/6"><title>a</title><dc:date>2026-01-05T10:00:00+03:00</dc:date></item></rdf:RDF>`,
      'https://severnaya.example/6 | a | 2026-01-05T10:00:00+03:00 |  | link',
    ],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>u:1</id><title type="html">a &amp;lt;b&amp;gt;</title><link rel="self" href="/x"/><link href="/7"/><published>2026-01-05T09:00:00Z</published><updated>2026-01-05T10:00:00Z</updated><content type="html">${LONG.replaceAll('<', '&lt;')}</content></entry></feed>`,
      'https://severnaya.example/7 | a | 2026-01-05T09:00:00+00:00 | 2026-01-05T10:00:00+00:00 | text',
    ],
    [
      'JSON Feed',
      `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"/8","title":"a","content_text":"Кратко","date_published":"2026-01-05T10:00:00+03:00"}]}`,
      'https://severnaya.example/8 | a | 2026-01-05T10:00:00+03:00 |  | link',
    ],
    ['a page', '<html><body>нет</body></html>', 'none'],
    ['nothing', '', 'none'],
  ])('%s', (_, text, expected) => expect(item(text)).toBe(expected))

  test('an announcement that breaks off is no whole text', () => {
    const text = `<rss version="2.0"><channel><item><link>/1</link><description>${'слово '.repeat(200)}… Читать далее</description></item></channel></rss>`
    expect(item(text)).toContain('link')
  })
  test('entities of a document type are not expanded', () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(1000)}">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}<!ENTITY f SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&j;</title><item><title>&j;&f;</title><link>/1</link></item></channel></rss>`
    expect(item(bomb)).toBe('https://severnaya.example/1 | &j;&f; |  |  | link')
  })
  test('depth, and addresses that are none, do no harm', () => {
    const deep = `<rss version="2.0"><channel><item><title>${'<a>'.repeat(100_000)}</title><link>javascript:alert(1)</link></item></channel></rss>`
    expect(['none', ' |  |  |  | link']).toContain(item(deep))
  })
  test('how often to come', () => {
    const minutes = (inner: string) =>
      readFeed(
        `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>${inner}<item><link>/1</link></item></channel></rss>`,
        BASE,
      )?.minutes
    expect([
      minutes('<ttl>15</ttl>'),
      minutes('<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>'),
      minutes(''),
    ]).toEqual([15, 15, null])
  })
})

test.each([
  ['Mon, 05 Jan 2026 10:00:00 +0300', '2026-01-05T10:00:00+03:00'],
  ['Mon, 5 January 26 7:05 GMT', '2026-01-05T07:05:00+00:00'],
  ['05 Jan 2026', '2026-01-05'],
  ['Пн, 05 Jan 2026 10:00:00 MSK', '2026-01-05T10:00:00+03:00'],
  ['2026-01-05T10:00:00.123Z', '2026-01-05T10:00:00+00:00'],
  ['2026-01-05 10:00', '2026-01-05T10:00:00'],
  ['2026-01-05', '2026-01-05'],
  ['31 Feb 2026', null],
  ['вчера', null],
  ['', null],
])('the date %s', (given, expected) => expect(feedDate(given)?.replace('Z', '+00:00') ?? null).toBe(expected))

describe('sitemaps', () => {
  test('pages, the newest first; news with title and date', () => {
    const text = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://a.example/old?a=1&amp;b=2</loc><lastmod>2025-01-05</lastmod></url><url><loc>https://a.example/new</loc><news:news><news:publication><news:name>С</news:name></news:publication><news:publication_date>2026-01-05T10:00:00+03:00</news:publication_date><news:title>Паром &amp; порт</news:title></news:news></url><url><loc>javascript:1</loc></url><url/></urlset>`
    expect(readSitemap(text, BASE)).toEqual({
      kind: 'sitemap',
      sitemaps: [],
      pages: [
        {
          url: 'https://a.example/new',
          modified: null,
          published: '2026-01-05T10:00:00+03:00',
          title: 'Паром & порт',
        },
        { url: 'https://a.example/old?a=1&b=2', modified: '2025-01-05', published: null, title: null },
      ],
    })
  })
  test('an index, a list of lines, something else', () => {
    const index = `<sitemapindex><sitemap><loc>/a.xml</loc><lastmod>2025-01-01</lastmod></sitemap><sitemap><loc>/b.xml.gz</loc><lastmod>2026-01-01</lastmod></sitemap></sitemapindex>`
    expect(readSitemap(index, BASE)?.sitemaps).toEqual([
      'https://severnaya.example/b.xml.gz',
      'https://severnaya.example/a.xml',
    ])
    expect(readSitemap('https://a.example/1\nhttps://a.example/2\n', BASE)?.pages).toHaveLength(2)
    expect(readSitemap('<html></html>', BASE)).toBeNull()
    expect(readSitemap('просто текст', BASE)).toBeNull()
  })
  test('entities are not expanded', () => {
    const text = `<!DOCTYPE urlset [<!ENTITY a "https://a.example/">]><urlset><url><loc>&a;1</loc></url></urlset>`
    expect(readSitemap(text, BASE)?.pages.map(({ url }) => url)).toEqual(['https://severnaya.example/&a;1'])
  })
})

describe('OPML', () => {
  const text = `<?xml version="1.0"?><opml version="1.0"><head/><body><outline text="Север"><outline text="Газета" title="Северная газета" xmlUrl="https://severnaya.example/rss?a=1&amp;b=2" htmlUrl="https://severnaya.example/"/></outline><outline text="Порт" xmlUrl="https://port.example/rss"/></body></opml>`
  test('folders and feeds, there and back', () => {
    const feeds = readOpml(text)
    expect(feeds).toEqual([
      {
        url: 'https://severnaya.example/rss?a=1&b=2',
        title: 'Северная газета',
        site: 'https://severnaya.example/',
        folders: ['Север'],
      },
      { url: 'https://port.example/rss', title: 'Порт', site: null, folders: [] },
    ])
    expect(readOpml(writeOpml('Подписки', feeds ?? []))).toEqual(feeds)
  })
  test('what is none', () => expect(readOpml('<rss></rss>') ?? []).toEqual([]))
})
