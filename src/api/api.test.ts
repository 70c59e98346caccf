import { beforeEach, describe, expect, test } from 'vitest'
import { storySource } from '../../test/web/story.ts'
import { createApi } from './create.ts'
import { pagesToJson } from './pages.ts'
import type { ChronicleSource } from './source.ts'

let api: ReturnType<typeof createApi>
let source: ChronicleSource
beforeEach(() => {
  source = storySource()
  api = createApi(source, { version: '9.9.9', maxBody: 10_000 })
})

const get = (path: string, headers: Record<string, string> = {}) => api.request(`http://localhost${path}`, { headers })
// Answers are read as a reader of the documentation would: without our types.
// biome-ignore lint/suspicious/noExplicitAny: the shape is what these tests check
const json = async (path: string): Promise<any> => (await get(path)).json()
const post = (body: string, headers: Record<string, string> = {}) =>
  api.request('http://localhost/api/pages', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  })

describe('the timeline', () => {
  test('gives rows in timeline order, a page at a time', async () => {
    const all = await json('/api/v1/entries')
    expect(all.total).toBe(18)
    expect(all.sections).toEqual({ ahead: 6, dated: 11, undated: 1 })
    const second = await json('/api/v1/entries?offset=2&limit=3')
    expect(second.items).toEqual(all.items.slice(2, 5))
  })

  test('filters by all conditions together', async () => {
    const { items } = await json('/api/v1/entries?kind=meeting&kind=call&status=happened&from=2031&to=2031-05')
    expect(items.map(({ id }: { id: string }) => id)).toEqual(['e-talks', 'e-video'])
  })

  test('two actors make a pair, named by id or by name', async () => {
    const { items } = await json(`/api/v1/entries?actor=${encodeURIComponent('Ирма Лунд')}&actor=i-1&kind=invitation`)
    expect(items).toHaveLength(1)
  })

  test('an empty outlet stands for pages that name none', async () => {
    expect((await json('/api/v1/entries?outlet=')).total).toBe(5)
  })

  test('search finds other forms of the words', async () => {
    const { items } = await json(`/api/v1/entries?q=${encodeURIComponent('паромная линия')}`)
    expect(items.length).toBeGreaterThan(1)
  })

  test('counts come on demand and ignore their own facet', async () => {
    const { facets, density } = await json('/api/v1/entries?kind=call&include=facets&include=density')
    expect(facets.kinds.length).toBeGreaterThan(5)
    expect(facets.statuses.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(1)
    expect(density.cells).toEqual([expect.objectContaining({ kind: 'call', count: 1, ids: ['e-video'] })])
  })

  test('counts over days for a short span, over months for a long one', async () => {
    const days = await json('/api/v1/entries?include=density&first=2031-05-01&last=2031-05-31')
    expect(days.density.unit).toBe('day')
    expect(days.density.before).toBe(1)
    expect((await json('/api/v1/entries?include=density')).density.unit).toBe('month')
  })
})

describe('single things', () => {
  test('an alias answers with the present entry', async () => {
    const { entry, articles } = await json('/api/v1/entries/old-signing')
    expect(entry.id).toBe('e-signing')
    expect(articles.map(({ id }: { id: string }) => id)).toEqual(['polis-1', 'gulf-2', 'courier-1', 'north-2'])
  })

  test('evidence quotes its article to the character', async () => {
    const { entry } = await json('/api/v1/entries/e-visit')
    for (const { article, start, end, quote } of entry.evidence) {
      const { facts } = await json(`/api/v1/articles/${article}`)
      expect(facts.text.slice(start, end)).toBe(quote)
    }
  })

  test('an article names the entries of its events and its copies', async () => {
    const view = await json('/api/v1/articles/gulf-2')
    expect(view.entries[0].id).toBe('e-talks')
    expect(view.reprints[0]).toMatchObject({ id: 'courier-1', share: 0.6 })
  })

  test('actors, statements and sources', async () => {
    expect((await json(`/api/v1/actors?q=${encodeURIComponent('лунд')}`)).items[0].nameEn).toBe('Irma Lund')
    expect((await json('/api/v1/actors/i-0')).name).toBe('Ирма Лунд')
    const denials = await json('/api/v1/statements?stance=denies&article=north-1')
    expect(denials.total).toBe(2)
    expect((await json('/api/v1/sources')).items).toHaveLength(5)
    expect((await json('/api/v1/overview')).about.title).toBe('Кальвия и Эстория')
  })
})

describe('errors name the remedy', () => {
  test.each([
    ['/api/v1/entries?kid=visit', 400, 'unknown-parameter', 'kind'],
    ['/api/v1/entries?kind=dance', 400, 'bad-parameter', 'kind'],
    ['/api/v1/entries?from=2031-02-31', 400, 'bad-parameter', 'from'],
    ['/api/v1/entries?limit=501', 400, 'bad-parameter', 'limit'],
    ['/api/v1/entries?limit=1&limit=2', 400, 'bad-parameter', 'limit'],
    ['/api/v1/entries/none', 404, 'not-found', 'list'],
    ['/api/v1/articles/none', 404, 'not-found', 'list'],
    ['/api/v2', 404, 'no-route', 'openapi'],
  ])('%s', async (path, status, code, remedy) => {
    const response = await get(path)
    const { error } = (await response.json()) as { error: { code: string; remedy: string } }
    expect([response.status, error.code]).toEqual([status, code])
    expect(error.remedy).toContain(remedy)
  })

  test('a failing source is reported, not shown', async () => {
    const told: unknown[] = []
    const broken = { ...source, overview: () => Promise.reject(new Error('secret path')) }
    const response = await createApi(broken, { version: '1', onError: (error) => told.push(error) }).request(
      'http://localhost/api/v1/overview',
    )
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secret')
    expect(told).toHaveLength(1)
  })
})

test('an unchanged chronicle is not sent again', async () => {
  const first = await get('/api/v1/entries')
  const etag = first.headers.get('etag') ?? ''
  expect((await get('/api/v1/entries', { 'if-none-match': etag })).status).toBe(304)
  expect((await get('/api/v1/entries', { 'if-none-match': 'W/"older"' })).status).toBe(200)
})

test('every answer forbids what is not ours', async () => {
  const { headers } = await get('/api/v1/health')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('content-security-policy')).not.toContain('unsafe')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

describe('adding pages', () => {
  const record = { kind: 'record-page', input: 'a.ndjson#1', text: 'Текст.', meta: { outlet: 'Полис' } } as const

  test('bytes and records arrive as they were sent', async () => {
    const seen: unknown[] = []
    const adding: ChronicleSource = {
      ...source,
      addPages: async (pages) => {
        seen.push(...pages)
        return { added: pages.length, updated: 0, unchanged: 0, problems: [] }
      },
    }
    const bytes = new Uint8Array([0, 255, 208, 159])
    const file = { kind: 'file-page', input: 'p.html', format: 'html', bytes, charset: 'koi8-r', meta: {} } as const
    const response = await createApi(adding, { version: '1' }).request('http://localhost/api/pages', {
      method: 'POST',
      body: pagesToJson([record, file]),
      headers: { 'content-type': 'application/json' },
    })
    expect(await response.json()).toMatchObject({ added: 2 })
    expect(seen).toEqual([record, file])
  })

  test.each([
    ['not json', '{', {}, 400],
    ['not pages', '{"pages":[{"input":"x"}]}', {}, 400],
    ['another type', pagesToJson([record]), { 'content-type': 'text/plain' }, 415],
    ['too large', JSON.stringify({ pages: [{ ...record, text: 'я'.repeat(9_000) }] }), {}, 413],
    ['from another site', pagesToJson([record]), { 'sec-fetch-site': 'cross-site' }, 403],
  ])('%s is refused', async (_, body, headers, status) => {
    expect((await post(body, headers)).status).toBe(status)
  })

  test('an article is removed by id', async () => {
    const remove = (id: string) => api.request(`http://localhost/api/articles/${id}`, { method: 'DELETE' })
    expect(await (await remove('gulf-1')).json()).toEqual({ removed: 1, missing: 0 })
    expect((await remove('none')).status).toBe(404)
  })
})

test('a name that was rebound to this machine is refused', async () => {
  expect((await api.request('http://evil.example/api/v1/overview')).status).toBe(403)
  const open = createApi(source, { version: '1', hosts: 'any' })
  expect((await open.request('http://desk.local/api/v1/overview')).status).toBe(200)
})

test('the description lists every route and its parameters', async () => {
  const { openapi, paths, info } = await json('/api/v1/openapi.json')
  expect([openapi, info.version]).toEqual(['3.1.0', '9.9.9'])
  const names = paths['/api/v1/entries'].get.parameters.map(({ name }: { name: string }) => name)
  expect(names).toContain('kind')
  expect(paths['/api/pages'].post.requestBody.content['application/json'].schema.properties.pages.type).toBe('array')
})
