import type { LookupFunction } from 'node:net'
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '../../../test/support/server.ts'
import { publicLookup } from './connector.ts'
import { Fetcher, retryAfter } from './fetcher.ts'
import { type NetworkOptions, networkSettings } from './options.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const serve = async (...given: Parameters<typeof testServer>): Promise<TestServer> => {
  const server = await testServer(...given)
  closing.push(() => server.close())
  return server
}

const fetcher = (options: NetworkOptions = {}, limit = 1_000_000): Fetcher => {
  const made = new Fetcher(networkSettings({ delay: 0, backOff: 1, allowHosts: ['127.0.0.1'], ...options }), limit)
  closing.push(() => made.close())
  return made
}

const said = async (made: Fetcher, url: string): Promise<string> => {
  const got = await made.get(url)
  if (got.kind === 'problem') return [got.code, ...Object.values(got.detail)].join(' ')
  return got.kind === 'fetched' ? new TextDecoder().decode(got.bytes) : got.kind
}

/** A resolver that answers with these addresses in turn. */
const resolver = (...answers: readonly (readonly string[])[]): LookupFunction & { asked: number } => {
  const lookup = Object.assign(
    ((_name, options, callback) => {
      const found = answers[Math.min(lookup.asked++, answers.length - 1)]!.map((address) => ({
        address,
        family: address.includes(':') ? 6 : 4,
      }))
      if (options.all) callback(null, found)
      else callback(null, found[0]!.address, found[0]!.family)
    }) as LookupFunction,
    { asked: 0 },
  )
  return lookup
}

describe('nothing private is reached', () => {
  test.each([
    'http://127.0.0.1:PORT/secret',
    'http://localhost:PORT/secret',
    'http://2130706433:PORT/secret',
    'http://0x7f.1:PORT/secret',
    'http://0177.0.0.1:PORT/secret',
    'http://0.0.0.0:PORT/secret',
    'http://[::1]:PORT/secret',
    'http://[::ffff:127.0.0.1]:PORT/secret',
    'http://[::ffff:7f00:1]:PORT/secret',
    'http://[64:ff9b::7f00:1]:PORT/secret',
    'http://169.254.169.254/latest/meta-data/',
  ])('%s', async (address) => {
    const server = await serve({ '/secret': 'secret' })
    const made = fetcher({ allowHosts: [] })
    expect(await said(made, address.replace('PORT', String(server.port)))).toMatch(/^address-private /)
    expect(server.asked).toEqual([])
  })

  test('a redirect to a private address is not followed, nor is one of robots.txt', async () => {
    const server = await serve({
      '/robots.txt': (request, response) =>
        request.headers.host?.startsWith('127') ? response.end('') : response.end('secret'),
      '/a': (_, response) => response.writeHead(302, { location: `http://localhost:${server.port}/secret` }).end(),
      '/secret': 'secret',
    })
    expect(await said(fetcher(), `${server.url}/a`)).toMatch(/^address-private /)
    expect(server.asked).toEqual(['/robots.txt', '/a'])
    const sly = await serve({
      '/robots.txt': (_, response) =>
        response.writeHead(302, { location: `http://localhost:${server.port}/robots.txt` }).end(),
    })
    expect(await said(fetcher(), `${sly.url}/a`)).toMatch(/^address-private /)
    expect(server.asked).toEqual(['/robots.txt', '/a'])
  })

  test('a name that resolves to a private address is not connected to, whatever else it resolves to', async () => {
    const server = await serve({ '/a': 'secret' })
    const made = fetcher({ allowHosts: [], lookup: resolver(['10.0.0.1', '::ffff:127.0.0.1', '127.0.0.1']) })
    expect(await said(made, `http://news.example:${server.port}/a`)).toBe('address-private 10.0.0.1')
  })

  test('every answer of a name server is judged, and the judged address is connected to (rebinding)', () => {
    const answers: unknown[] = []
    const lookup = publicLookup(
      resolver(['8.8.8.8'], ['127.0.0.1'], ['10.0.0.1', '2a00:1450:4010::8a'], ['::ffff:7f00:1']),
    )
    for (const all of [true, true, true, false]) {
      lookup('news.example', { all }, (error, found) => answers.push(error?.message ?? found))
    }
    expect(answers).toEqual([
      [{ address: '8.8.8.8', family: 4 }],
      '127.0.0.1 is not a public address',
      [{ address: '2a00:1450:4010::8a', family: 6 }],
      '::ffff:7f00:1 is not a public address',
    ])
  })

  test('a host that is allowed by name is reached wherever it is, and only it', async () => {
    const server = await serve({ '/a': 'inside' })
    const made = fetcher({ allowHosts: ['News.Intra'], lookup: resolver(['127.0.0.1']) })
    expect(await said(made, `http://news.intra:${server.port}/a`)).toBe('inside')
    expect(await said(made, `http://other.intra:${server.port}/a`)).toBe('address-private 127.0.0.1')
  })

  test.each(['file:///etc/passwd', 'ftp://a.example/x', 'http://user:word@a.example/', 'gopher://a', 'нет', 'http://'])(
    '%s is no address to ask',
    async (address) => expect(await said(fetcher(), address)).toBe('bad-address'),
  )
})

describe('polite', () => {
  test('robots.txt is kept, for our name before the others', async () => {
    const robots = 'User-agent: *\nDisallow: /closed\n\nUser-agent: letopis\nDisallow: /ours\nCrawl-delay: 0\n'
    const server = await serve({ '/robots.txt': robots, '/closed/a': 'a', '/ours/b': 'b' })
    const made = fetcher()
    expect(await said(made, `${server.url}/closed/a`)).toBe('a')
    expect(await said(made, `${server.url}/ours/b`)).toMatch(/^robots-forbid /)
    expect(server.asked).toEqual(['/robots.txt', '/closed/a'])
  })

  test('a robots.txt in trouble shuts its host', async () => {
    const server = await serve({ '/robots.txt': (_, response) => response.writeHead(500).end(), '/a': 'a' })
    expect(await said(fetcher({ retries: 0 }), `${server.url}/a`)).toBe('robots-unreachable 500')
    expect(server.asked).toEqual(['/robots.txt'])
  })

  test('one request at a time to a host', async () => {
    let now = 0
    let most = 0
    const server = await serve({
      '/a': (_, response) => {
        most = Math.max(most, ++now)
        setTimeout(() => {
          now--
          response.end('a')
        }, 5)
      },
    })
    const made = fetcher()
    await Promise.all([1, 2, 3, 4].map((n) => made.get(`${server.url}/a?${n}`)))
    expect(most).toBe(1)
  })

  test('what failed for a moment is asked again; Retry-After is waited for, a long one told', async () => {
    let failures = 2
    const server = await serve({
      '/a': (_, response) =>
        failures-- > 0 ? response.writeHead(503, { 'retry-after': '0' }).end() : response.end('came'),
      '/b': (request) => request.socket.destroy(),
      '/c': (_, response) => response.writeHead(429, { 'retry-after': '86400' }).end(),
      '/d': (_, response) => response.writeHead(404).end(),
    })
    const made = fetcher()
    expect(await said(made, `${server.url}/a`)).toBe('came')
    expect(await said(made, `${server.url}/b`)).toMatch(/^net-failed /)
    expect(await said(made, `${server.url}/c`)).toBe('come-later 86400')
    expect(await said(made, `${server.url}/d`)).toBe('http-status 404')
    const times = (path: string) => server.asked.filter((asked) => asked === path).length
    expect(['/a', '/b', '/c', '/d'].map(times)).toEqual([3, 4, 1, 1])
  })

  test('what is known is told to the server', async () => {
    const server = await serve({
      '/a': (request, response) =>
        request.headers['if-none-match'] === '"1"'
          ? response.writeHead(304).end()
          : response.writeHead(200, { etag: '"1"', 'last-modified': 'Mon, 05 Jan 2026 10:00:00 GMT' }).end('a'),
    })
    const made = fetcher()
    const first = await made.get(`${server.url}/a`)
    expect(first).toMatchObject({ validators: { etag: '"1"', modified: 'Mon, 05 Jan 2026 10:00:00 GMT' } })
    expect(await made.get(`${server.url}/a`, { etag: '"1"' })).toEqual({
      kind: 'not-modified',
      url: `${server.url}/a`,
    })
  })

  test.each([
    ['17', 17_000],
    ['Mon, 05 Jan 2026 10:00:30 GMT', 30_000],
    ['Mon, 05 Jan 2026 09:00:00 GMT', 0],
    ['soon', null],
    [null, null],
  ])('Retry-After: %s', (value, wait) => expect(retryAfter(value, Date.parse('2026-01-05T10:00:00Z'))).toBe(wait))
})

describe('answers', () => {
  test('redirects are followed, with the cookies that they set; circles end', async () => {
    const server = await serve({
      '/a': (request, response) =>
        request.headers.cookie === 'seen=1'
          ? response.end('in')
          : response.writeHead(302, { location: '/a', 'set-cookie': 'seen=1; Path=/; HttpOnly' }).end(),
      '/b': (_, response) => response.writeHead(301, { location: '/c' }).end(),
      '/c': (_, response) => response.writeHead(301, { location: '/b' }).end(),
      '/d': (_, response) => response.writeHead(301, { location: 'file:///etc/passwd' }).end(),
    })
    const made = fetcher()
    expect(await said(made, `${server.url}/a`)).toBe('in')
    expect(await said(made, `${server.url}/b`)).toBe('too-many-redirects')
    expect(await said(made, `${server.url}/d`)).toBe('bad-redirect file:///etc/passwd')
  })

  test('packed bodies are unpacked; bombs and endless ones are not', async () => {
    const text = 'Новости'.repeat(100)
    const packed = (coding: string, bytes: Uint8Array) => (_: unknown, response: import('node:http').ServerResponse) =>
      void response.writeHead(200, { 'content-encoding': coding }).end(bytes)
    const server = await serve({
      '/gzip': packed('gzip', gzipSync(text)),
      '/br': packed('br', brotliCompressSync(text)),
      '/deflate': packed('deflate', deflateRawSync(text)),
      '/bomb': packed('gzip', gzipSync(Buffer.alloc(30_000_000))),
      '/broken': packed('gzip', Buffer.from('not gzip')),
      '/long': (_, response) => {
        response.writeHead(200)
        const more = () => {
          if (!response.destroyed) response.write(Buffer.alloc(100_000), () => setImmediate(more))
        }
        more()
      },
      '/claims': (_, response) => response.writeHead(200, { 'content-length': '99999999999' }).end('x'),
      '/headers': (_, response) => response.writeHead(200, { x: 'y'.repeat(100_000) }).end('x'),
    })
    const made = fetcher({ retries: 0 })
    for (const coding of ['gzip', 'br', 'deflate']) expect(await said(made, `${server.url}/${coding}`)).toBe(text)
    for (const path of ['bomb', 'long', 'claims'])
      expect(await said(made, `${server.url}/${path}`)).toMatch(/^too-large /)
    expect(await said(made, `${server.url}/broken`)).toMatch(/^net-failed /)
    expect(await said(made, `${server.url}/headers`)).toMatch(/^net-failed /)
  })

  test('a server that says nothing is given up', async () => {
    const server = await serve({ '/robots.txt': (_, response) => response.writeHead(404).end(), '/a': () => {} })
    expect(await said(fetcher({ timeout: 60, retries: 1 }), `${server.url}/a`)).toBe('net-timeout 0.06')
  })

  test('a check for robots is no page', async () => {
    const server = await serve({
      '/a': (_, response) => response.writeHead(403).end('<title>Just a moment...</title>'),
      '/b': (_, response) => response.writeHead(503).end('<title>DDoS-Guard</title>Проверка браузера'),
    })
    const made = fetcher()
    expect(await said(made, `${server.url}/a`)).toBe('bot-check')
    expect(await said(made, `${server.url}/b`)).toBe('bot-check')
  })

  test('stopping ends a wait at once', async () => {
    const controller = new AbortController()
    const server = await serve({ '/a': 'a' })
    const made = fetcher({ delay: 60_000, signal: controller.signal })
    const waiting = made.get(`${server.url}/a`)
    setTimeout(() => controller.abort(), 20)
    await expect(waiting).rejects.toThrow()
  })
})
