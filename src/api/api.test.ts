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

describe('lists of the page', () => {
  test('disagreements stand by weight, with the pages that state them', async () => {
    const { total, items, facets } = await json('/api/v1/disagreements')
    expect(total).toBe(5)
    const weights = items.map(({ weight }: { weight: number }) => weight)
    expect(weights).toEqual([...weights].sort((a: number, b: number) => b - a))
    expect(facets.relations.map(({ count }: { count: number }) => count)).toEqual([3, 1, 1])
    const [date] = (await json('/api/v1/disagreements?about=date')).items
    expect(date.entry.id).toBe('e-signing')
    expect(date.articles.map(({ outlet }: { outlet: string }) => outlet)).toContain('Северная хроника')
    expect((await json('/api/v1/disagreements?about=date&outlet=Полис')).total).toBe(0)
  })

  test('statements by channel and speaker; counts ignore their own choice', async () => {
    const { items, facets } = await json('/api/v1/statements?channel=Балтинформ&include=facets')
    expect(items.length).toBe(3)
    for (const { chain } of items) expect(chain).toContain('Балтинформ')
    expect(facets.channels.length).toBeGreaterThan(3)
    const second = await json('/api/v1/statements?offset=1&limit=1')
    expect(second.items).toHaveLength(1)
    expect(second.items[0].outlet).toBeDefined()
  })

  test('an actor with whom it met and the state that it serves', async () => {
    const actor = await json('/api/v1/actors/i-0')
    expect(actor.serves.name).toBe('Кальвия')
    expect(actor.met[0]).toMatchObject({ name: 'Виктор Саар', count: 2 })
    expect(actor.met.map(({ id }: { id: string }) => id)).not.toContain(actor.serves.id)
  })

  test('a pair is the same in either order', async () => {
    const pair = await json('/api/v1/pairs/i-4/i-5')
    expect((await json('/api/v1/pairs/i-5/i-4')).dyad.id).toBe(pair.dyad.id)
    expect(pair.entries.length).toBe(pair.total)
    expect(pair.people[0].count).toBeGreaterThan(1)
    const visit = pair.entries.find(({ id }: { id: string }) => id === 'e-visit')
    expect(pair.dyad.members[visit.visited].name).toBe('Эстория')
    expect((await json('/api/v1/pairs')).items[0].members).toHaveLength(2)
  })

  test('sources say who copies whom, how much and how late', async () => {
    const { items, links, independence } = await json('/api/v1/sources')
    expect(links).toContainEqual({
      from: 'Курьер',
      to: 'Вестник залива',
      how: 'copies',
      count: 1,
      share: 0.6,
      delay: 11.5,
    })
    expect(items.find(({ outlet }: { outlet: string }) => outlet === 'Курьер').original).toBe(0.4)
    expect(independence.reduce((sum: number, { entries }: { entries: number }) => sum + entries, 0)).toBe(18)
  })
})

describe('the timeline as a file', () => {
  const file = async (path: string) => {
    const response = await get(path)
    return { type: response.headers.get('content-type'), text: await response.text(), response }
  }

  test('a table has a line an entry and keeps the filter', async () => {
    const { type, text } = await file('/api/v1/entries.csv?kind=agreement')
    expect(type).toBe('text/csv; charset=utf-8')
    expect(text.split('\r\n').filter(Boolean)).toHaveLength(2)
    expect(JSON.parse((await file('/api/v1/entries.json?kind=agreement')).text)[0].evidence.length).toBeGreaterThan(1)
  })

  test('a calendar places what is known to the month, in lines of 75 bytes', async () => {
    const { type, text } = await file('/api/v1/entries.ics?lang=en')
    expect(type).toBe('text/calendar; charset=utf-8')
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const plain = text.replaceAll('\r\n ', '')
    expect(plain).toContain('SUMMARY:Talks of Irma Lund and Viktor Saar in Lagoda')
    expect(plain).toContain('DTSTART;VALUE=DATE:20310514\r\nDTEND;VALUE=DATE:20310515')
    expect(plain).not.toContain('e-fishers')
    expect(plain.match(/BEGIN:VEVENT/g)?.length).toBe(plain.match(/END:VEVENT/g)?.length)
  })

  test('a feed begins with what pages told last, and is checked by its tag', async () => {
    const { type, text, response } = await file('/api/v1/entries.atom?kind=meeting')
    expect(type).toBe('application/atom+xml; charset=utf-8')
    expect(text.indexOf('e-next')).toBeLessThan(text.indexOf('e-torvik'))
    expect(text).toContain('kind=meeting')
    const again = await get('/api/v1/entries.atom?kind=meeting', {
      'if-none-match': response.headers.get('etag') ?? '',
    })
    expect(again.status).toBe(304)
    expect((await get('/api/v1/entries.atom?limit=3')).status).toBe(400)
  })
})

describe('every format of the register', () => {
  test('is listed, described, and answers under the filter', async () => {
    const { items } = await json('/api/v1/export')
    const { paths } = await json('/api/v1/openapi.json')
    expect(items.length).toBeGreaterThan(15)
    for (const { name, media, title } of items as { name: string; media: string; title: { ru: string } }[]) {
      expect(title.ru).not.toBe('')
      expect(paths).toHaveProperty([`/api/v1/export/${name}`])
      if (name === 'conllu') continue
      const response = await get(`/api/v1/export/${name}?kind=meeting&lang=en`)
      expect([response.status, response.headers.get('content-type')], name).toEqual([200, media])
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0)
    }
  })

  test('holds what stands behind the entries that pass', async () => {
    const lines = async (path: string) => (await (await get(path)).text()).split('\n').filter(Boolean)
    const all = await lines('/api/v1/export/jsonl?what=articles')
    const some = await lines('/api/v1/export/jsonl?what=articles&kind=agreement')
    expect(some.length).toBeLessThan(all.length)
    const [plover] = await lines('/api/v1/export/plover?kind=agreement')
    expect(JSON.parse(plover ?? '')).toMatchObject({ event: ['SUPPORT'], status: 'happened' })
  })

  test('gives a cursor for the next time where one is named', async () => {
    const response = await get('/api/v1/export/jsonl?since=0')
    expect(response.headers.get('letopis-cursor')).toMatch(/^memory\../)
    expect((await response.text()).split('\n').filter(Boolean)).toHaveLength(18)
    expect((await get('/api/v1/export/jsonl?what=dyads&since=0')).status).toBe(200)
  })

  test('refuses what it does not cover, naming what it does', async () => {
    const response = await get('/api/v1/export/ics?what=statements')
    const { error } = (await response.json()) as { error: { remedy: string } }
    expect([response.status, error.remedy]).toEqual([400, 'Use one of: entries.'])
  })
})

describe('beyond this machine', () => {
  const TOKEN = 'k7-Qz.0123456789abcdef'
  beforeEach(() => {
    api = createApi(source, { version: '9.9.9', token: TOKEN, hosts: 'any' })
  })

  test.each(['/api/v1/entries', '/api/v1/health', '/api/v1/export/jsonl', '/', '/?token=wrong', '/nowhere'])(
    '%s is answered to nobody without the token',
    async (path) => {
      const response = await get(path)
      expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
      expect((await response.json()).error.remedy).toContain('Authorization: Bearer')
      expect((await get(path, { authorization: 'Bearer wrong', cookie: 'letopis-token=wrong' })).status).toBe(401)
    },
  )

  test('a program sends it, a browser trades it for a cookie and goes on without it in the address', async () => {
    expect((await get('/api/v1/entries', { authorization: `Bearer ${TOKEN}` })).status).toBe(200)
    const response = await get(`/api/v1/entries?kind=visit&token=${TOKEN}`)
    expect([response.status, response.headers.get('location')]).toEqual([303, '/api/v1/entries?kind=visit'])
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toContain('HttpOnly')
    expect((await get('/api/v1/entries?kind=visit', { cookie: cookie.split(';')[0] ?? '' })).status).toBe(200)
  })

  test('nothing is added without it', async () => {
    expect((await post(pagesToJson([]))).status).toBe(401)
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

  test('addresses are handed on; what is none never is', async () => {
    const seen: string[] = []
    const adding: ChronicleSource = {
      ...source,
      addAddresses: async (addresses) => {
        seen.push(...addresses)
        return { added: 3, updated: 0, unchanged: 0, problems: [] }
      },
    }
    const send = (addresses: unknown) =>
      createApi(adding, { version: '1' }).request('http://localhost/api/addresses', {
        method: 'POST',
        body: JSON.stringify({ addresses }),
        headers: { 'content-type': 'application/json' },
      })
    expect(await (await send(['https://port.example/rss'])).json()).toMatchObject({ added: 3 })
    for (const bad of [['/etc/passwd'], ['file:///etc/passwd'], [], 'https://port.example', ['-'], [7]])
      expect((await send(bad)).status).toBe(400)
    expect(seen).toEqual(['https://port.example/rss'])
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
  const pair = paths['/api/v1/pairs/{id}/{other}'].get.parameters.map(({ name }: { name: string }) => name)
  expect(pair).toEqual(['id', 'other'])
  expect(paths['/api/v1/entries.ics'].get.responses[200].content).toHaveProperty('text/calendar')
  expect(paths['/api/pages'].post.requestBody.content['application/json'].schema.properties.pages.type).toBe('array')
})

describe('corrections', () => {
  const decide = (body: object) =>
    api.request('http://localhost/api/corrections', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
  const rename = { kind: 'rename-entry', entry: 'old-talks', title: 'Беседа в Лагоде' }

  test('a decision changes what is read, is listed with its author, and can be undone', async () => {
    const before = (await get('/api/v1/overview')).headers.get('etag')
    const { corrections } = (await (await decide({ author: 'Стол', actions: [rename] })).json()) as {
      corrections: { id: string }[]
    }
    expect((await json('/api/v1/entries/e-talks')).entry.title).toBe('Беседа в Лагоде')
    expect((await get('/api/v1/overview')).headers.get('etag')).not.toBe(before)
    const [row] = (await json('/api/v1/corrections')).items
    expect(row).toMatchObject({
      author: 'Стол',
      state: 'holds',
      names: { 'old-talks': { nameEn: expect.any(String) } },
    })
    await decide({ author: 'Стол', actions: [{ kind: 'undo', correction: corrections[0]?.id }] })
    expect((await json('/api/v1/entries/e-talks')).entry.title).toContain('Переговоры')
    expect((await json('/api/v1/corrections')).items.map(({ state }: { state: string }) => state)).toEqual([
      'holds',
      'undone',
    ])
  })

  test('under another name a participant is still traced to the pages that name it', async () => {
    await decide({ author: 'Стол', actions: [{ kind: 'rename-identity', identity: 'i-0', name: 'И. Лунд' }] })
    const { entry, named } = await json('/api/v1/entries/e-talks')
    expect(entry.participants.map(({ name }: { name: string }) => name)).toContain('И. Лунд')
    expect(named[0]).toContain('И. Лунд')
  })

  test('the log goes elsewhere and back without doubling', async () => {
    await decide({
      author: 'Стол',
      actions: [rename, { kind: 'note', about: 'entry', id: 'e-talks', text: 'Сверить' }],
    })
    const log = await (await get('/api/v1/corrections/log')).text()
    const there = createApi(storySource(), { version: '1' })
    const bring = () =>
      there.request('http://localhost/api/corrections/import', {
        method: 'POST',
        body: log,
        headers: { 'content-type': 'application/json' },
      })
    expect(await (await bring()).json()).toEqual({ added: 2 })
    expect(await (await bring()).json()).toEqual({ added: 0 })
    const notes = (await (await there.request('http://localhost/api/v1/notes/e-talks')).json()) as { items: object[] }
    expect(notes.items).toMatchObject([{ text: 'Сверить', author: 'Стол' }])
  })

  test.each([
    ['no author', { actions: [rename] }],
    ['no such kind', { author: 'x', actions: [{ kind: 'delete-everything' }] }],
    ['an empty title', { author: 'x', actions: [{ ...rename, title: ' ' }] }],
    ['a field too many', { author: 'x', actions: [{ ...rename, date: '2031' }] }],
  ])('%s is refused with the remedy', async (_, body) => {
    const response = await decide(body)
    expect(response.status).toBe(400)
    expect(((await response.json()) as { error: { remedy: string } }).error.remedy).toContain('author')
  })
})

describe('versions of an article', () => {
  test('every text that it has had, and what changed between the last two', async () => {
    const { items, comparison } = await json('/api/v1/articles/gulf-2/versions')
    expect(items.map(({ version, current }: { version: string; current: boolean }) => [version, current])).toEqual([
      ['first', false],
      ['second', true],
    ])
    const changed = comparison.sentences.filter(({ kind }: { kind: string }) => kind !== 'same')
    expect(changed).toHaveLength(1)
    expect(changed[0].words.filter(({ kind }: { kind: string }) => kind === 'removed')[0].text).toContain('13 мая')
    expect(comparison.withdrawn.map(({ quote }: { quote: string }) => quote)).toContain('Беседа')
    expect(comparison.withdrawn[0].entry.id).toBe('e-talks')
  })

  test('the entry keeps the withdrawn words as evidence that proves nothing, with the text that they stood in', async () => {
    const { entry } = await json('/api/v1/entries/e-talks')
    const [gone] = entry.evidence.filter(({ withdrawn }: { withdrawn?: true }) => withdrawn)
    const { facts, version } = await json(`/api/v1/articles/${gone.article}?version=${gone.version}`)
    expect(version).toBe('first')
    expect(facts.text.slice(gone.start, gone.end)).toBe(gone.quote)
    expect(entry.date).toBe('2031-05-14')
  })

  test('versions to compare can be named; what is not there says so', async () => {
    const { comparison } = await json('/api/v1/articles/gulf-2/versions?from=second&to=first')
    expect([comparison.from, comparison.to]).toEqual(['second', 'first'])
    expect((await get('/api/v1/articles/gulf-2/versions?to=third')).status).toBe(404)
    expect((await get('/api/v1/articles/none/versions')).status).toBe(404)
  })
})

test('pairs and documents are written as files too', async () => {
  const lines = (await (await get('/api/v1/export/jsonl?what=dyads')).text()).trim().split('\n')
  expect(JSON.parse(lines[0] ?? '').members).toHaveLength(2)
  const table = await (await get('/api/v1/export/csv?what=documents')).text()
  expect(table).toMatch(/^identity,name,/)
})
