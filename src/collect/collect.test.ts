import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Problem } from '../core/index.ts'
import { type CollectOptions, collectPages, type Page } from './index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'collect-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

const collect = async (inputs: readonly string[], options?: CollectOptions): Promise<(Page | Problem)[]> => {
  const all: (Page | Problem)[] = []
  for await (const page of collectPages(inputs, options)) all.push(page)
  return all
}

/** What came, as one short word each: `html page`, `record text`, `problem code`. */
const brief = (item: Page | Problem): string =>
  item.kind === 'problem'
    ? `${item.severity} ${item.code}${item.detail.line === undefined ? '' : ` line ${item.detail.line}`}`
    : item.kind === 'record-page'
      ? `record ${item.text}`
      : `${item.format} ${new TextDecoder().decode(item.bytes)}`

const briefs = async (inputs: readonly string[], options?: CollectOptions) =>
  (await collect(inputs, options)).map(brief)

async function* stream(...chunks: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
}

describe('files and folders', () => {
  test('a folder gives its pages by name, folders inside included, hidden files left out', async () => {
    put('b.txt', 'b')
    put('a/2.html', '<p>2')
    put('a/1.HTM', '<p>1')
    put('c.txt.gz', gzipSync('c'))
    put('.hidden.txt', 'no')
    expect(await briefs([folder])).toEqual(['html <p>1', 'html <p>2', 'text b', 'text c'])
  })
  test('a sidecar speaks for its page and is no page itself', async () => {
    const page = put('page.txt.gz', gzipSync('Текст.'))
    const sidecar = put('page.meta.json', '{"outlet":"Вестник","fetched":"2025-09-30","other":1,"url":7}')
    const [first, ...rest] = await collect([page, sidecar, folder])
    expect(first).toMatchObject({ kind: 'file-page', meta: { outlet: 'Вестник', fetched: '2025-09-30' } })
    expect(first).not.toHaveProperty('meta.url')
    expect(rest.map(brief)).toEqual(['text Текст.'])
  })
  test('a broken sidecar is a warning, and the page is read', async () => {
    put('page.txt', 'x')
    put('page.meta.json', '{"outlet":')
    expect(await briefs([folder])).toEqual(['warning bad-sidecar', 'text x'])
  })
  test('a sidecar without its page is told of', async () => {
    put('lost.meta.json', '{}')
    expect(await briefs([folder])).toEqual(['warning sidecar-without-page'])
  })
  test('what is no page is told of, and the others go on', async () => {
    put('1-empty.txt', '')
    put('2-image.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2))
    put('3-zeros.html', Uint8Array.of(65, 0, 66, 7, 0, 0, 1, 2, 3))
    put('4-table.xlsx', 'x')
    put('5-broken.txt.gz', 'not gzip')
    put('6-good.txt', 'good')
    put('README.md', 'about the folder, no page of it')
    expect(await briefs([folder, join(folder, 'nowhere'), join(folder, '4-table.xlsx')])).toEqual([
      'error empty',
      'error binary',
      'error binary',
      'warning unknown-format',
      'error bad-gzip',
      'text good',
      'error missing',
      'error unknown-format',
    ])
  })
  test('a folder that may not be read is told of', async () => {
    put('closed/a.txt', 'x')
    put('open.txt', 'y')
    chmodSync(join(folder, 'closed'), 0)
    const found = await briefs([folder])
    chmodSync(join(folder, 'closed'), 0o700)
    // The superuser may read everything.
    expect(found).toEqual(process.getuid?.() === 0 ? ['text x', 'text y'] : ['error no-permission', 'text y'])
  })
  test('a folder that holds itself is entered once', async () => {
    put('a.txt', 'a')
    symlinkSync(folder, join(folder, 'loop'))
    expect(await briefs([folder])).toEqual(['text a', 'warning folder-loop'])
  })
  test('a page beyond the limit is left out, packed or not', async () => {
    put('a.txt', 'x'.repeat(2000))
    put('b.txt.gz', gzipSync('x'.repeat(2000)))
    put('c.txt', 'small')
    expect(await briefs([folder], { limits: { pageBytes: 1000 } })).toEqual([
      'error too-large',
      'error too-large',
      'text small',
    ])
  })
  test('a bomb is not unpacked', async () => {
    const path = put('bomb.ndjson.gz', gzipSync(Buffer.alloc(3_000_000, 32)))
    expect(await briefs([path], { limits: { unpackedFree: 100_000 } })).toEqual(['error too-large'])
  })
})

describe('article records', () => {
  const record = (text: string) => JSON.stringify({ text })

  test('one a line; broken ones are told of by line and the others go on', async () => {
    const path = put('a.ndjson', [record('один'), '{broken', '', '[1]', '{"title":"x"}', record('два')].join('\r\n'))
    const all = await collect([path])
    expect(all.map(brief)).toEqual([
      'record один',
      'error not-json line 2',
      'error not-a-record line 4',
      'error no-text line 5',
      'record два',
    ])
    expect(all[4]).toMatchObject({ input: `${path}#6` })
  })
  test('an array, one object over several lines, objects one after another', async () => {
    expect(await briefs([put('a.json', `[${record('1')},\n ${record('2]}"')}]`)])).toEqual(['record 1', 'record 2]}"'])
    const one = put('b.json', JSON.stringify({ id: 7, text: 'a' }, null, 2))
    expect(await collect([one])).toEqual([{ kind: 'record-page', input: one, text: 'a', meta: { id: '7' } }])
    const pretty = (text: string) => JSON.stringify({ text, url: 'u' }, null, 1)
    expect(await briefs([put('c.json', `${pretty('1')}\n${pretty('2')}`)])).toEqual(['record 1', 'record 2'])
    expect(await briefs([put('d.json', '[]')])).toEqual(['warning no-records'])
  })
  test('a line beyond the limit is told of with its number, and the next one is read', async () => {
    const path = put('a.jsonl', `${record('1')}\n${record('x'.repeat(5000))}\n${record('3')}`)
    expect(await briefs([path], { limits: { lineBytes: 1000 } })).toEqual([
      'record 1',
      'error too-large line 2',
      'record 3',
    ])
  })
  test('a sidecar gives all records its outlet and dates, never its id or address; a record says more', async () => {
    put('a.meta.json', '{"id":"x","url":"u","outlet":"Общий","fetched":"2025-01-02"}')
    const path = put('a.ndjson', `${record('1')}\n{"text":"2","outlet":"Свой"}`)
    expect((await collect([path])).map((page) => 'meta' in page && page.meta)).toEqual([
      { outlet: 'Общий', fetched: '2025-01-02' },
      { outlet: 'Свой', fetched: '2025-01-02' },
    ])
  })
  test('other encodings', async () => {
    const text = `${record('Новости дня')}\n${record('Вести')}\n`
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
    const cp1251 = Uint8Array.from(
      [...text].map((c) => (c >= 'А' && c <= 'я' ? c.charCodeAt(0) - 0x350 : c.charCodeAt(0))),
    )
    for (const bytes of [utf16, cp1251, Buffer.from(`\ufeff${text}`)]) {
      expect(await briefs([put('a.ndjson', bytes)])).toEqual(['record Новости дня', 'record Вести'])
    }
  })
})

describe('standard input', () => {
  test.each([
    ['{"text":"a"}\n{"text":"b"}', ['record a', 'record b']],
    ['<!DOCTYPE html><p>x', ['html <!DOCTYPE html><p>x']],
    ['Просто текст', ['text Просто текст']],
    ['', ['error empty']],
  ])('%j is known by its beginning', async (source, expected) => {
    expect(await briefs(['-'], { stdin: stream(source) })).toEqual(expected)
  })
  test('lines cut anywhere between chunks are whole', async () => {
    const bytes = new TextEncoder().encode('{"text":"Вечер"}\n{"text":"Утро"}')
    const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte))
    expect(await briefs(['-'], { stdin: stream(...pieces) })).toEqual(['record Вечер', 'record Утро'])
  })
})
