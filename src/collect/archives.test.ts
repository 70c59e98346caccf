import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { zipOf } from '../../test/support/zip.ts'
import type { Problem } from '../core/index.ts'
import { joinLines } from './archives/pdf.ts'
import { type CollectOptions, collectFile, collectPages, type Page } from './index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'archives-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const collect = async (name: string, content: Uint8Array | string, options?: CollectOptions) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  const all: (Page | Problem)[] = []
  for await (const page of collectPages([path], options)) all.push(page)
  return all.map((item) => ({ ...item, input: item.input.replace(`${folder}/`, '') }))
}

const brief = (item: Page | Problem): string =>
  item.kind === 'problem'
    ? `${item.code} ${item.input}`
    : item.kind === 'record-page'
      ? `record ${item.text}`
      : `${item.format} ${new TextDecoder().decode(item.bytes).trim()}`

const briefs = async (...given: Parameters<typeof collect>) => (await collect(...given)).map(brief)

test('a file that a browser sends is read as one on the disk', async () => {
  const sent = async (name: string, bytes: Uint8Array) => {
    const found: string[] = []
    const chunks = async function* () {
      for (let i = 0; i < bytes.length; i += 7) yield bytes.subarray(i, i + 7)
    }
    for await (const page of collectFile(name, chunks())) found.push(`${page.input}: ${brief(page)}`)
    return found
  }
  const zip = zipOf([
    { name: 'a/page.html', bytes: '<p>a' },
    { name: 'b.txt', bytes: 'b' },
  ])
  expect(await sent('a.zip', zip)).toEqual(['a.zip#a/page.html: html <p>a', 'a.zip#b.txt: text b'])
  expect(await sent('a.txt.gz', gzipSync('b'))).toEqual(['a.txt.gz: text b'])
  expect(await sent('a.txt.gz', Buffer.from('b'))).toEqual(['a.txt.gz: bad-gzip a.txt.gz'])
  expect(await sent('a.exe', Buffer.from('b'))).toEqual(['a.exe: unknown-format a.exe'])
})

describe('WARC', () => {
  const record = (type: string, url: string, block: Buffer | string, headers = ''): Buffer => {
    const body = Buffer.from(block)
    return Buffer.concat([
      Buffer.from(
        `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2026-01-05T10:00:00Z\r\n${headers}Content-Length: ${body.length}\r\n\r\n`,
      ),
      body,
      Buffer.from('\r\n\r\n'),
    ])
  }
  const http = (type: string, body: Buffer | string, more = '', status = 200): Buffer =>
    Buffer.concat([Buffer.from(`HTTP/1.1 ${status} OK\r\nContent-Type: ${type}\r\n${more}\r\n`), Buffer.from(body)])
  const records = [
    record('warcinfo', '', 'software: test'),
    record('request', 'https://a.example/1', 'GET /1 HTTP/1.1\r\nHost: a.example\r\n\r\n'),
    record('response', 'https://a.example/1', http('text/html; charset=windows-1251', '<p>one')),
    record('response', 'https://a.example/2', http('text/html', gzipSync('<p>two'), 'Content-Encoding: gzip\r\n')),
    record(
      'response',
      'https://a.example/3',
      http('text/html', '6\r\n<p>thr\r\n2\r\nee\r\n0\r\n\r\n', 'Transfer-Encoding: chunked\r\n'),
    ),
    record('response', 'https://a.example/404', http('text/html', '<p>gone', '', 404)),
    record('response', 'https://a.example/p.png', http('image/png', Buffer.from('89504e47', 'hex'))),
    record('resource', 'https://a.example/4', '<p>four', 'Content-Type: text/html\r\n'),
    record('conversion', 'https://a.example/5', 'five', 'Content-Type: text/plain\r\n'),
  ]
  const expected = ['html <p>one', 'html <p>two', 'html <p>three', 'html <p>four', 'text five']

  test('pages of a plain one and of a packed one, with address, time and charset', async () => {
    expect(await briefs('a.warc', Buffer.concat(records))).toEqual(expected)
    const packed = await collect('a.warc.gz', Buffer.concat(records.map((one) => gzipSync(one))))
    expect(packed.map(brief)).toEqual(expected)
    expect(packed[0]).toMatchObject({
      input: 'a.warc.gz#https://a.example/1',
      charset: 'windows-1251',
      meta: { url: 'https://a.example/1', fetched: '2026-01-05T10:00:00Z' },
    })
  })
  test('one that breaks off gives what stands before; one that is none says so', async () => {
    const broken = Buffer.concat([gzipSync(records[2]!), gzipSync(records[3]!).subarray(0, 60)])
    expect((await briefs('a.warc.gz', broken))[0]).toBe('html <p>one')
    expect(await briefs('b.warc', 'просто текст')).toEqual(['bad-archive b.warc'])
    expect(await briefs('c.warc', '')).toEqual(['empty c.warc'])
  })
  test('a record that unpacks without end is left out, and the next one is read', async () => {
    const bomb = record(
      'response',
      'https://a.example/b',
      http('text/html', gzipSync(Buffer.alloc(3_000_000)), 'Content-Encoding: gzip\r\n'),
    )
    const found = await briefs('a.warc', Buffer.concat([bomb, records[2]!]), { limits: { pageBytes: 100_000 } })
    expect(found).toEqual(['too-large a.warc#https://a.example/b', 'html <p>one'])
  })
  test('WACZ', async () => {
    const wacz = zipOf([
      { name: 'archive/data.warc.gz', bytes: gzipSync(records[2]!) },
      { name: 'pages/pages.jsonl', bytes: '{"format":"json-pages-1.0"}' },
      { name: 'datapackage.json', bytes: '{}' },
    ])
    expect(await briefs('a.wacz', wacz)).toEqual(['html <p>one'])
  })
})

describe('ZIP', () => {
  test('pages with their sidecars; what browsers save beside them is passed over', async () => {
    const zip = zipOf([
      { name: 'b.txt', bytes: 'b' },
      { name: 'a/page.html', bytes: '<p>a' },
      { name: 'a/page.meta.json', bytes: '{"outlet":"Порт"}' },
      { name: 'a/page_files/frame.html', bytes: '<p>frame' },
      { name: 'a/page_files/style.css', bytes: 'p{}' },
      { name: 'c.ndjson.gz', bytes: gzipSync('{"text":"c"}') },
      { name: '__MACOSX/b.txt', bytes: 'no' },
      { name: 'inner.zip', bytes: zipOf([{ name: 'x.txt', bytes: 'x' }]) },
    ])
    const found = await collect('a.zip', zip)
    expect(found.map(brief)).toEqual(['html <p>a', 'text b', 'record c', 'unknown-format a.zip#inner.zip'])
    expect(found[0]).toMatchObject({ input: 'a.zip#a/page.html', meta: { outlet: 'Порт' } })
  })
  test.each(['../../etc/cron.d/x.txt', '/etc/x.txt', 'C:/x.txt', 'a\\..\\..\\x.txt'])(
    '%s leads nowhere',
    async (name) => {
      const before = readdirSync(folder)
      expect(await briefs('a.zip', zipOf([{ name, bytes: 'x' }]))).toEqual(['archive-escape a.zip'])
      expect(readdirSync(folder)).toEqual([...before, 'a.zip'])
    },
  )
  test('bombs are not unpacked: far too large, larger than they claim, one inside many', async () => {
    const zeros = Buffer.alloc(3_000_000, 32)
    const limits = { unpackedFree: 100_000, pageBytes: 1_000_000_000 }
    const entry = (name: string, more = {}) => ({ name, bytes: zeros, ...more })
    expect(await briefs('a.zip', zipOf([entry('a.txt')]), { limits })).toEqual(['too-large a.zip'])
    expect((await briefs('b.zip', zipOf([entry('a.txt', { claims: { size: 5 } })]), { limits }))[0]).toMatch(
      /^(?:bad-archive|too-large|unreadable) /,
    )
    const many = Array.from({ length: 40 }, (_, i) => ({ name: `${i}.txt`, bytes: 'x'.repeat(100) }))
    expect(await briefs('c.zip', zipOf(many, true))).toContain('too-large c.zip')
  })
  test('what is locked or broken is told of', async () => {
    const locked = zipOf([
      { name: 'a.txt', bytes: 'x', claims: { encrypted: true } },
      { name: 'b.txt', bytes: 'b' },
    ])
    expect(await briefs('a.zip', locked)).toEqual(['archive-locked a.zip#a.txt', 'text b'])
    expect(await briefs('b.zip', 'нет')).toEqual(['bad-archive b.zip'])
  })
})

test('a folder of saved pages gives the pages', async () => {
  mkdirSync(join(folder, 'page_files'))
  writeFileSync(join(folder, 'page.html'), '<p>page')
  writeFileSync(join(folder, 'page_files', 'frame.html'), '<p>frame')
  writeFileSync(join(folder, 'picture.png'), 'x')
  const all: string[] = []
  for await (const page of collectPages([folder])) all.push(brief(page))
  expect(all).toEqual(['html <p>page'])
})

describe('letters and saved pages', () => {
  test('MHTML: the page with its address', async () => {
    const text = [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://a.example/news/1',
      'Subject: =?utf-8?Q?=D0=9F=D0=B0=D1=80=D0=BE=D0=BC?=',
      'Date: Mon, 5 Jan 2026 10:00:00 -0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="--b"',
      '',
      '----b',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Location: https://a.example/news/1',
      '',
      '<html><body><p>=D0=9F=D0=B0=D1=80=D0=BE=D0=BC</p></body></html>',
      '----b',
      'Content-Type: text/html',
      'Content-Location: cid:frame',
      '',
      '<html>frame</html>',
      '----b--',
    ].join('\r\n')
    expect(await collect('a.mhtml', text)).toMatchObject([
      {
        format: 'html',
        bytes: new TextEncoder().encode('<html><body><p>Паром</p></body></html>'),
        meta: { url: 'https://a.example/news/1', title: 'Паром' },
      },
    ])
  })
  test('a letter: sender, subject and day; one without words says so', async () => {
    const letter = (body: string) =>
      `From: "Port News" <news@port.example>\r\nSubject: Ferry\r\nDate: Mon, 5 Jan 2026 10:00:00 +0300\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}`
    expect(await collect('a.eml', letter('Паром пришёл.'))).toMatchObject([
      { format: 'text', meta: { outlet: 'Port News', title: 'Ferry', published: '2026-01-05T10:00:00+03:00' } },
    ])
    expect(await briefs('b.eml', letter(''))).toEqual(['no-text b.eml'])
  })
})

describe('PDF', () => {
  const pdf = (lines: readonly string[]): string => {
    const content = `BT /F1 12 Tf 20 700 Td 14 TL ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`
    return `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>endobj\n4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n5 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj\ntrailer<</Root 1 0 R>>`
  }
  test('its text; pictures and broken ones say why there is none', async () => {
    expect((await briefs('a.pdf', pdf(['The ferry came', 'in time.'])))[0]).toMatch(/^text The ferry came\s+in time\.$/)
    expect(await briefs('b.pdf', pdf([]))).toEqual(['pdf-no-text b.pdf'])
    expect(await briefs('c.pdf', '%PDF-1.4 нет')).toEqual(['bad-archive c.pdf'])
  })
  test('lines become paragraphs again', () => {
    const set = [
      'Паром вышел из порта Ладога и взял курс на Хельсинки, со-',
      'общила администрация порта во вторник вечером, пятого января',
      'этого года.',
      'На борту было двести пассажиров, среди них министр транспорта',
      'и его помощники.',
    ]
    expect(joinLines(set.join('\n'))).toBe(
      'Паром вышел из порта Ладога и взял курс на Хельсинки, сообщила администрация порта во вторник вечером, пятого января этого года.\n\nНа борту было двести пассажиров, среди них министр транспорта и его помощники.',
    )
  })
})

describe('exports of other programs', () => {
  const long = `<p>${'Делегация осмотрела паром и причал. '.repeat(10)}</p>`
  const metas = (items: readonly (Page | Problem)[]) => items.map((item) => ('meta' in item ? item.meta : brief(item)))

  test('Miniflux', async () => {
    const root = {
      total: 1,
      entries: [
        {
          id: 1,
          title: 'Паром',
          url: 'https://a.example/1',
          content: long,
          published_at: '2026-01-05T10:00:00+03:00',
          feed: { title: 'Порт' },
        },
      ],
    }
    expect(metas(await collect('a.json', JSON.stringify(root)))).toEqual([
      { url: 'https://a.example/1', title: 'Паром', published: '2026-01-05T10:00:00+03:00', outlet: 'Порт' },
    ])
  })
  test('FreshRSS, also as the zip that it writes', async () => {
    const items = [
      {
        id: 'x',
        title: 'Паром',
        published: 1767596400,
        alternate: [{ href: 'https://a.example/1' }],
        summary: { content: long },
        origin: { title: 'Порт' },
      },
    ]
    const json = JSON.stringify({ id: 'user/-/state/org.freshrss/starred', title: 'Избранное', items }, null, 2)
    const expected = [{ url: 'https://a.example/1', title: 'Паром', published: '2026-01-05T07:00:00Z', outlet: 'Порт' }]
    expect(metas(await collect('a.json', json))).toEqual(expected)
    expect(metas(await collect('a.zip', zipOf([{ name: 'starred_2026.json', bytes: json }])))).toEqual(expected)
  })
  test('a Telegram channel: whole messages, each with its time, edits under one id', async () => {
    const message = (more: object) => ({
      type: 'message',
      date: '2026-01-05T10:00:00',
      date_unixtime: '1767596400',
      ...more,
    })
    const root = {
      name: 'Порт сегодня',
      type: 'public_channel',
      id: 77,
      messages: [
        { id: 1, type: 'service', action: 'create_channel' },
        message({ id: 2, text: 'Паром пришёл.' }),
        message({
          id: 3,
          text: ['Министр ', { type: 'bold', text: 'Лахти' }, ' прибыла.'],
          edited_unixtime: '1767600000',
        }),
        message({ id: 4, text: '', photo: 'x.jpg' }),
      ],
    }
    const found = await collect('result.json', JSON.stringify(root, null, 1))
    expect(found.map(brief)).toEqual(['record Паром пришёл.', 'record Министр Лахти прибыла.'])
    expect(metas(found)[1]).toEqual({
      id: 'telegram:77/3',
      outlet: 'Порт сегодня',
      published: '2026-01-05T07:00:00Z',
      updated: '2026-01-05T08:00:00Z',
    })
  })
  test('article records that hold lists stay records', async () => {
    expect(await briefs('a.ndjson', '{"items":[1],"text":"a"}\n{"text":"b"}')).toEqual(['record a', 'record b'])
    expect(await briefs('b.json', '{"entries":[')).toEqual(['not-json b.json'])
  })
})
