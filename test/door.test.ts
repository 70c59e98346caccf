import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { letopis, type Running, startLetopis } from './support/letopis.ts'

const PAGE = (day: number): string => `Паром вышел из Осло ${day} мая

${day} мая 2024

Министр транспорта Норвегии Кари Дал прибыла в Хельсинки ${day} мая, сообщило агентство «Порт».
`

let folder: string
let db: string
let serving: Running
let url: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'letopis-door-'))
  db = join(folder, 'chronicle')
  await mkdir(join(folder, 'pages'))
  for (const day of [14, 15]) await writeFile(join(folder, 'pages', `${day}.txt`), PAGE(day))
  await letopis(['add', join(folder, 'pages', '14.txt'), '--db', db])
  serving = startLetopis(['serve', '--db', db, '--port', '0'])
  url = /http:\S+/.exec(await serving.shows(/open at http:\S+/))![0]
})
afterAll(async () => {
  serving.child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

test('while a server has the chronicle open, other commands go through it', async () => {
  const added = await letopis(['add', join(folder, 'pages'), '--db', db])
  expect(added.code).toBe(0)
  expect(added.out).toContain('Added: 1 page, already there: 1.')
  const list = await letopis(['articles', '--db', db])
  expect(list.out.split('\n').filter(Boolean)).toHaveLength(2)
  const overview = (await (await fetch(`${url}/api/v1/overview`)).json()) as { articles: number }
  expect(overview.articles).toBe(2)
})

test('an export goes through it record by record, and is the one of the folder', async () => {
  const exported = async (...flags: string[]): Promise<string> => (await letopis(['export', ...flags, '--db', db])).out
  for (const what of ['entries', 'facts']) {
    const through = await exported('--what', what)
    expect(through).toBe(await (await fetch(`${url}/api/v1/export/jsonl?what=${what}&lang=en`)).text())
    expect(through.split('\n').filter(Boolean).length).toBeGreaterThan(0)
  }
})

test('what must have the folder alone is told plainly who has it', async () => {
  const { code, err } = await letopis(['rebuild', '--db', db])
  expect(code).toBe(1)
  expect(err).toContain(`"letopis serve" has it open (process ${serving.child.pid} `)
})

test('the door opens to nobody without the token', async () => {
  const knock = await fetch(`${url}/door`, { method: 'POST', body: '{"method":"chronicle"}' })
  expect(knock.status).toBe(403)
})

test('when the server was killed, the next command clears its lock and finds everything', async () => {
  serving.child.kill('SIGKILL')
  await serving.ended
  const list = await letopis(['articles', '--db', db])
  expect(list.code).toBe(0)
  expect(list.out.split('\n').filter(Boolean)).toHaveLength(2)
})
