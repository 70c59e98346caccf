import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../test/support/server.ts'
import { openWatch, type Watch } from './watch.ts'
import { feedsAsOpml, watchedFeeds } from './watched.ts'

const MINUTE = 60_000
const TEXT = `<p>${'Делегация осмотрела паром, причал и новый склад в порту. '.repeat(15)}</p>`
const article = (title: string): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1>${TEXT}</body></html>`

let folder: string
let server: TestServer
let now: number
let links: string[]
let pages: Record<string, string | number>
let etags: boolean
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'watch-'))
  now = Date.parse('2026-01-05T10:00:00Z')
  links = ['/1', '/2']
  pages = { '/1': article('Один'), '/2': article('Два'), '/3': article('Три') }
  etags = false
  const page =
    (path: string): Parameters<typeof testServer>[0][string] =>
    (request, response) => {
      const body = pages[path]
      const tag = `"${String(body).length}"`
      if (typeof body === 'number') response.writeHead(body).end()
      else if (etags && request.headers['if-none-match'] === tag) response.writeHead(304).end()
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag: tag }).end(body)
    }
  server = await testServer({
    '/rss': (_, response) =>
      response.end(
        `<?xml version="1.0"?><rss version="2.0"><channel><title>Газета</title>${links.map((link) => `<item><link>${link}</link></item>`).join('')}</channel></rss>`,
      ),
    '/1': page('/1'),
    '/2': page('/2'),
    '/3': page('/3'),
  })
})
afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const state = (): string => join(folder, 'watch.json')
const opened = async (inputs: readonly string[] = [`${server.url}/rss`], signal?: AbortSignal): Promise<Watch> => {
  const network = { delay: 0, backOff: 1, retries: 0, allowHosts: ['127.0.0.1'], ...(signal ? { signal } : {}) }
  const watch = await openWatch(inputs, { state: state(), network, now: () => now })
  if (watch === null) throw new Error('no watch')
  return watch
}

/** One round: feeds, pages, and every page kept unless it is refused. */
const round = async (watch: Watch, keep: (path: string) => boolean = () => true): Promise<string[]> => {
  await watch.readFeeds()
  const found: string[] = []
  for await (const item of watch.pages()) {
    const path = item.input.replace(server.url, '')
    if (item.kind === 'problem') found.push(`${item.code} ${path}`)
    else {
      found.push(path)
      if (keep(path)) watch.kept(item.input)
    }
  }
  await watch.finish()
  return found.sort()
}

test('new items are handed out once, also after a stop', async () => {
  expect(await round(await opened())).toEqual(['/1', '/2'])
  links = ['/3', '/1', '/2']
  expect(await round(await opened())).toEqual([])
  now += 20 * MINUTE
  expect(await round(await opened())).toEqual(['/3'])
})

test('the feeds that are followed go out as OPML, which a watch elsewhere takes', async () => {
  await round(await opened())
  const feeds = (await watchedFeeds(state())) ?? []
  expect(feeds).toMatchObject([{ url: `${server.url}/rss`, title: 'Газета', failures: 0 }])
  const list = join(folder, 'feeds.opml')
  writeFileSync(list, feedsAsOpml('Подписки', feeds))
  expect((await opened([list])).feeds).toEqual([{ url: `${server.url}/rss`, title: 'Газета' }])
})

test('what was not kept is handed out again, though the feed says nothing new', async () => {
  const controller = new AbortController()
  const watch = await opened(undefined, controller.signal)
  await watch.readFeeds()
  for await (const page of watch.pages()) {
    if (page.input.endsWith('/1')) watch.kept(page.input)
    else controller.abort()
  }
  await watch.finish()
  links = []
  expect(await round(await opened())).toEqual(['/2'])
})

test('pages are read again for edits for three days, then left alone; one that did not change says so itself', async () => {
  etags = true
  await round(await opened())
  const times: string[] = []
  for (let hour = 1; hour <= 100; hour++) {
    now += 60 * MINUTE
    pages['/1'] = article(`Один, версия ${hour > 30 ? 'вторая' : '1'}`)
    for (const path of await round(await opened())) times.push(`${hour} ${path}`)
  }
  // The first re-reading sees the first edit, the one after hour 30 the second; "/2" never changes.
  expect(times).toEqual(['1 /1', '48 /1'])
  const before = server.asked.length
  now += 24 * 60 * MINUTE
  await round(await opened())
  expect(server.asked.slice(before)).not.toContain('/1')
})

test('a page that fails for a moment is tried again later, one that is gone is not', async () => {
  pages['/1'] = 503
  pages['/2'] = 404
  expect(await round(await opened())).toEqual(['http-status /1', 'http-status /2'])
  expect(await round(await opened())).toEqual([])
  now += 6 * MINUTE
  pages['/1'] = article('Один')
  expect(await round(await opened())).toEqual(['/1'])
  now += 24 * 60 * MINUTE
  expect(await round(await opened())).not.toContain('http-status /2')
})

test('a feed that fails is told of and tried again', async () => {
  const watch = await opened([`${server.url}/none`])
  const { problems } = await watch.readFeeds()
  expect(problems).toMatchObject([{ code: 'http-status', detail: { status: 404 } }])
  expect(watch.next).toBe(now + 5 * MINUTE)
})

test('lists of subscriptions and front pages lead to feeds; what leads to none is told of', async () => {
  const list = join(folder, 'feeds.opml')
  writeFileSync(
    list,
    `<opml version="2.0"><body><outline text="x"><outline text="Г" xmlUrl="${server.url}/rss"/></outline></body></opml>`,
  )
  const watch = await opened([list, `${server.url}/rss`, join(folder, 'none.opml')])
  expect(watch.feeds).toEqual([{ url: `${server.url}/rss`, title: null }])
  expect(watch.problems).toMatchObject([{ code: 'missing' }])
})

test('a state of another make is not overwritten', async () => {
  writeFileSync(state(), '{"version":2}')
  expect(await openWatch([`${server.url}/rss`], { state: state() })).toBeNull()
  expect(await readFile(state(), 'utf8')).toBe('{"version":2}')
})
