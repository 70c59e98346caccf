import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backUp, openChronicle, restoreBackup } from '../src/app/index.ts'
import { collectPages } from '../src/collect/index.ts'
import { startPostgres } from './support/postgres.ts'

let folder: string
let db: string
let file: string

const whole = async (where: string) => {
  const letopis = await openChronicle(where, { command: 'test', workers: 1 })
  try {
    await letopis.settle()
    return { chronicle: await letopis.chronicle(), log: await letopis.correctionLog() }
  } finally {
    await letopis.close()
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'letopis-backup-'))
  db = join(folder, 'db')
  file = join(folder, 'chronicle.backup.gz')
  const letopis = await openChronicle(db, { command: 'test', workers: 1 })
  for await (const step of letopis.add(
    collectPages(['examples/05-port.txt', 'examples/12-port.txt', 'examples/16-port.txt']),
  ))
    expect(step.kind).not.toBe('left-out')
  await letopis.settle()
  const [entry] = (await letopis.chronicle()).entries
  await letopis.correct('Стол', [{ kind: 'rename-entry', entry: entry!.id, title: 'Как решил стол' }])
  await letopis.close()
  await writeFile(join(db, 'outlets.json'), '{"настройка":1}')
  // Made beside a process that has the chronicle open.
  const open = await openChronicle(db, { command: 'other', workers: 1 })
  await backUp(db, file, 'letopis test')
  await open.close()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a restored chronicle is the same, ids, corrections and settings included', async () => {
  const copy = join(folder, 'copy')
  // What an earlier restore was stopped in is in nobody's way.
  await mkdir(join(folder, '.copy.restoring'))
  await writeFile(join(folder, '.copy.restoring', 'pages.journal'), 'LETOP')
  const { pages, corrections, settings, entries } = await restoreBackup(copy, file, { workers: 1 })
  expect([corrections, settings]).toEqual([1, 1])
  const [before, after] = [await whole(db), await whole(copy)]
  expect(after).toEqual(before)
  expect(entries).toBe(before.chronicle.entries.length)
  expect(before.chronicle.entries.map(({ title }) => title)).toContain('Как решил стол')
  expect(pages).toBe(3)
  expect(await readFile(join(copy, 'outlets.json'), 'utf8')).toBe('{"настройка":1}')
  expect((await readdir(folder)).filter((name) => name.includes('restoring'))).toEqual([])
})

test('the file is lines of JSON that another program reads, pages byte by byte', async () => {
  const lines = gunzipSync(await readFile(file))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines[0]).toMatchObject({ 'letopis-backup': 1, by: 'letopis test' })
  const page = lines.find(({ record }) => record?.input?.endsWith('05-port.txt'))
  expect(Buffer.from(page.base64, 'base64')).toEqual(await readFile('examples/05-port.txt'))
  expect(lines.at(-1)).toMatchObject({ end: { corrections: 1 }, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
})

describe('what is not whole restores nothing', () => {
  const changed = async (change: (text: string) => string): Promise<string> => {
    const path = join(folder, 'changed.gz')
    await writeFile(path, gzipSync(change(gunzipSync(await readFile(file)).toString('utf8'))))
    return path
  }
  const refused = async (path: string, code: string): Promise<void> => {
    const target = join(folder, 'never')
    await expect(restoreBackup(target, path)).rejects.toMatchObject({ problem: { code } })
    await expect(stat(target)).rejects.toThrow()
    expect((await readdir(folder)).filter((name) => name.includes('restoring'))).toEqual([])
  }

  test('a page that was changed', async () =>
    refused(await changed((text) => text.replace('"base64":"', '"base64":"AAAA')), 'backup-damaged'))
  test('a line that is missing', async () =>
    refused(await changed((text) => text.replace(/\n\{"page"[^\n]*/, '')), 'backup-damaged'))
  test('an end that is missing', async () =>
    refused(await changed((text) => text.replace(/\{"end"[^\n]*\n/, '')), 'backup-damaged'))
  test('a later format', async () =>
    refused(await changed((text) => text.replace('"letopis-backup":1', '"letopis-backup":2')), 'backup-newer'))
  test('another file', async () => refused(await changed(() => '{"a":1}\n'), 'not-a-backup'))
  test('a torn archive', async () => {
    const path = join(folder, 'torn.gz')
    const bytes = await readFile(file)
    await writeFile(path, bytes.subarray(0, bytes.length - 200))
    await refused(path, 'backup-damaged')
  })
  test('no archive at all', async () => {
    const path = join(folder, 'plain')
    await writeFile(path, 'нет')
    await refused(path, 'backup-damaged')
  })
})

test('nothing is restored over a chronicle', async () => {
  const before = await whole(db)
  await expect(restoreBackup(db, file)).rejects.toMatchObject({ problem: { code: 'restore-into-used' } })
  expect(await whole(db)).toEqual(before)
})

test('from a folder into PostgreSQL and back: the same chronicle, decisions and page bytes; a second restore changes nothing', async () => {
  const server = await startPostgres()
  try {
    const database = await server.database()
    const there = await restoreBackup(database, file, { workers: 1 })
    expect(there).toMatchObject({ pages: 3, corrections: 1 })
    const before = await whole(db)
    expect(await whole(database)).toEqual(before)
    await expect(restoreBackup(database, file)).rejects.toMatchObject({ problem: { code: 'restore-into-used' } })

    const back = join(folder, 'from-server.gz')
    expect(await backUp(database, back, 'letopis test')).toMatchObject({ pages: 3, corrections: 1, settings: 0 })
    const home = join(folder, 'home-again')
    await restoreBackup(home, back, { workers: 1 })
    expect(await whole(home)).toEqual(before)
    const pagesIn = async (path: string) =>
      gunzipSync(await readFile(path))
        .toString('utf8')
        .split('\n')
        .filter((line) => line.startsWith('{"page"'))
        .sort()
    expect(await pagesIn(back)).toEqual(await pagesIn(file))
  } finally {
    await server.stop()
  }
}, 60_000)
