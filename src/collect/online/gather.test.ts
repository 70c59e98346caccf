import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../test/support/server.ts'
import { DEFAULT_LIMITS } from '../limits.ts'
import type { NetworkOptions } from '../network/options.ts'
import { gatherPages } from './addresses.ts'

let server: TestServer
afterEach(() => server.close())

const TEXT = `<p>${'Делегация осмотрела паром, причал и новый склад в порту. '.repeat(15)}</p>`
const article = (title: string, head = '', html = '<html>'): string =>
  `<!DOCTYPE html>${html}<head><title>${title}</title>${head}</head><body><h1>${title}</h1>${TEXT}</body></html>`

/** What a run gives: `path title`, or the problem's code with its path; sorted, for hosts answer in any order. */
const run = async (
  pages: Parameters<typeof testServer>[0],
  paths: readonly string[],
  options: NetworkOptions = {},
): Promise<string[]> => {
  server = await testServer(pages)
  const network = { delay: 0, backOff: 1, retries: 0, allowHosts: ['127.0.0.1'], ...options }
  const tasks = paths.map((path) => ({ address: `${server.url}${path}`, from: 'person' as const }))
  const found: string[] = []
  for await (const item of gatherPages(tasks, network, DEFAULT_LIMITS)) {
    const path = item.input.replace(server.url, '')
    if (item.kind === 'problem') found.push(`${item.code} ${path}`)
    else if (item.kind === 'file-page') {
      const title = /<h1>(.*?)<\/h1>/.exec(new TextDecoder().decode(item.bytes))?.[1] ?? item.format
      found.push(`${path} ${title}${item.meta.published ? ` ${item.meta.published.slice(0, 10)}` : ''}`)
    }
  }
  return found.sort()
}

const moved = (to: string) => (_: unknown, response: import('node:http').ServerResponse) =>
  void response.writeHead(302, { location: to }).end()

describe('pages', () => {
  test('an article with its address and the time of its taking', async () => {
    server = await testServer({ '/news/1?utm_source=rss': article('Паром') })
    const tasks = [{ address: `${server.url}/news/1?utm_source=rss`, from: 'person' as const }]
    const found = []
    for await (const page of gatherPages(tasks, { allowHosts: ['127.0.0.1'] }, DEFAULT_LIMITS)) found.push(page)
    expect(found).toMatchObject([
      { kind: 'file-page', format: 'html', charset: 'utf-8', meta: { url: `${server.url}/news/1` } },
    ])
    expect(found[0]).toHaveProperty('meta.fetched', expect.stringMatching(/^\d{4}-\d\d-\d\dT/))
  })

  test('AMP, print and mobile versions are one article', async () => {
    const canonical = '<link rel="canonical" href="/news/1">'
    const pages = {
      '/news/1': article('Паром', canonical),
      '/news/1/amp': article('Паром', canonical, '<html amp>'),
      '/lite/1': article('Паром', canonical, '<html ⚡ lang="ru">'),
      '/news/1?print=1': article('Паром для печати'),
      '/news/1?utm_medium=x': article('Паром', canonical),
      '/m/1': article('Паром', canonical),
    }
    const found = await run(pages, Object.keys(pages))
    expect(found.map((line) => line.split(' ')[1])).toEqual(['Паром'])
  })

  test('a print version of a page that is gone stands for itself', async () => {
    expect(await run({ '/news/1/print': article('Печать') }, ['/news/1/print'])).toEqual(['/news/1/print Печать'])
  })

  test('a canonical address of another site, or of the front page, moves nothing', async () => {
    const pages = {
      '/news/1': article('Один', '<link rel="canonical" href="https://other.example/x">'),
      '/news/2': article('Два', '<link rel="canonical" href="/">'),
      '/news/3': article('Три', '<link rel="canonical" href="/">'),
    }
    expect(await run(pages, Object.keys(pages))).toEqual(['/news/1 Один', '/news/2 Два', '/news/3 Три'])
  })

  test('a headline that tells of what is gone, or holds the number, is an article', async () => {
    const pages = {
      '/n/1': article('Паром номер 404'),
      '/n/2': article('Заявление о закрытии порта: страница не найдена в архиве ведомства'),
      '/n/3': article('404 — Газета'),
    }
    expect(await run(pages, Object.keys(pages))).toEqual([
      '/n/1 Паром номер 404',
      '/n/2 Заявление о закрытии порта: страница не найдена в архиве ведомства',
      'soft-404 /n/3',
    ])
  })

  test('what is no article is told apart', async () => {
    const short = (title: string, text: string) =>
      `<html><head><title>${title}</title></head><body>${text}</body></html>`
    const pages = {
      '/gone/1': short('Ошибка 404', '<h1>Страница не найдена</h1>'),
      '/gone/2': `<h1>Материал удалён</h1>${TEXT}`,
      '/gone/3/x': moved('/'),
      '/': article('Северная газета'),
      '/login': short('Газета', 'Чтобы продолжить чтение, войдите или оформите подписку.'),
      '/cookie': short('Газета', 'Мы используем файлы cookie. Нажмите «Принять», чтобы продолжить. Даю согласие.'),
      '/wall': moved('/consent?back=wall'),
      '/consent': article('Мы ценим вашу приватность'),
      '/bot': short('Just a moment...', 'Checking your browser before accessing'),
      '/script': short('Газета', 'Для работы сайта включите JavaScript.'),
      '/picture': (_: unknown, response: import('node:http').ServerResponse) =>
        void response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from('89504e470d0a1a0a', 'hex')),
      '/empty': (_: unknown, response: import('node:http').ServerResponse) => void response.end(),
      '/moved': '<html><head><meta http-equiv="refresh" content="0; url=/news/1"></head></html>',
      '/news/1': article('Паром'),
    }
    const asked = Object.keys(pages).filter((path) => !['/', '/consent', '/news/1'].includes(path))
    expect(await run(pages, [...asked, '/nowhere'])).toEqual([
      '/news/1 Паром',
      'bot-check /bot',
      'consent-wall /cookie',
      'consent-wall /wall',
      'empty /empty',
      'http-status /nowhere',
      'login-wall /login',
      'not-a-page /picture',
      'script-wall /script',
      'soft-404 /gone/1',
      'soft-404 /gone/2',
      'soft-404 /gone/3/x',
    ])
  })
})

describe('lists of pages', () => {
  const rss = (...items: readonly string[]): string =>
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Газета</title>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`
  const pages = {
    '/1': article('Один'),
    '/2': article('Два'),
    '/rss': rss(
      '<link>/1</link><pubDate>Mon, 05 Jan 2026 10:00:00 +0300</pubDate>',
      '<link>/2</link>',
      '<link>/1</link>',
    ),
  }

  test('a feed leads to its pages, each once, with what it says of them', async () => {
    expect(await run(pages, ['/rss', '/1'])).toEqual(['/1 Один', '/2 Два'])
    expect(server.asked.filter((path) => path === '/1')).toHaveLength(1)
    await server.close()
    expect(await run(pages, ['/rss'])).toEqual(['/1 Один 2026-01-05', '/2 Два'])
  })

  test('the whole text in a feed stands in for a page that cannot be had, or for all of them on request', async () => {
    const whole = (link: string, title: string) =>
      `<link>${link}</link><title>${title}</title><content:encoded><![CDATA[${TEXT}]]></content:encoded>`
    const own = { ...pages, '/rss': rss(whole('/1', 'Из ленты'), whole('/gone', 'Была')) }
    expect(await run(own, ['/rss'])).toEqual(['/1 Один', '/gone Была', 'feed-text-taken /gone'])
    await server.close()
    expect(await run(own, ['/rss'], { feedText: true })).toEqual(['/1 Из ленты', '/gone Была'])
    expect(server.asked).toEqual(['/robots.txt', '/rss'])
  })

  test('sitemaps, packed ones and indexes of them', async () => {
    const packed = gzipSync('<?xml version="1.0"?><urlset><url><loc>/1</loc></url><url><loc>/2</loc></url></urlset>')
    const found = await run(
      {
        ...pages,
        '/sitemap.xml': '<?xml version="1.0"?><sitemapindex><sitemap><loc>/a.xml.gz</loc></sitemap></sitemapindex>',
        '/a.xml.gz': (_, response) => response.writeHead(200, { 'content-type': 'application/x-gzip' }).end(packed),
      },
      ['/sitemap.xml'],
    )
    expect(found).toEqual(['/1 Один', '/2 Два'])
  })

  test('a packed sitemap that never ends is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(30_000_000, 32))
    expect(await run({ '/a.xml.gz': (_, response) => response.end(bomb) }, ['/a.xml.gz'])).toEqual([
      'too-large /a.xml.gz',
    ])
  })

  test('a list of subscriptions leads to feeds', async () => {
    const opml = '<?xml version="1.0"?><opml version="2.0"><body><outline text="x" xmlUrl="URL/rss"/></body></opml>'
    const found = await run({ ...pages, '/my.opml': (_, response) => response.end(opml.replace('URL', server.url)) }, [
      '/my.opml',
    ])
    expect(found).toEqual(['/1 Один 2026-01-05', '/2 Два'])
  })

  test.each([
    [
      'named in its head',
      article(
        'Газета',
        '<link rel="alternate" type="application/rss+xml" href="/rss"><link rel="alternate" type="application/rss+xml" title="Комментарии" href="/comments">',
      ),
      {},
    ],
    ['linked in its body', `<html><body><a href="/rss">RSS</a>${TEXT}</body></html>`, {}],
    ['where sites keep them', article('Газета'), {}],
    ['by the sitemap of robots.txt', article('Газета'), { '/rss': '', '/robots.txt': 'Sitemap: /news-map.xml' }],
  ])('the feeds of a front page: %s', async (_, front, more) => {
    const map = '<?xml version="1.0"?><urlset><url><loc>/1</loc></url><url><loc>/2</loc></url></urlset>'
    const found = await run({ ...pages, '/': front, '/news-map.xml': map, ...(more as object) }, ['/'])
    expect(found.map((line) => line.slice(0, 6))).toEqual(['/1 Оди', '/2 Два'])
  })

  test('what leads nowhere says so', async () => {
    const found = await run({ '/': article('Газета'), '/feed2': rss(), '/feed3': '<?xml version="1.0"?><rss>' }, [
      '/',
      '/feed2',
      'нет',
    ])
    expect(found).toEqual(['empty-list /feed2', 'bad-address нет', 'no-feeds /'].sort())
  })

  test('a list gives no more than it may', async () => {
    expect(await run(pages, ['/rss'], { mostPages: 1 })).toEqual(['/1 Один 2026-01-05', 'more-pages /rss'])
  })
})
