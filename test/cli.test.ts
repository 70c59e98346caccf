import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChronicle } from '../src/app/index.ts'
import { collectPages } from '../src/collect/index.ts'
import { letopis, startLetopis } from './support/letopis.ts'

const ARRIVAL = `Премьер-министр Норвегии прибыл в Хельсинки

14 мая 2024, 10:20

Премьер-министр Норвегии Уле Берг прибыл в Хельсинки с двухдневным визитом, сообщило агентство «Порт».

«Мы обсудим паромное сообщение», — заявил он журналистам в аэропорту.
`
const TALKS = {
  id: 'talks',
  outlet: 'Вечерний вестник',
  published: '2024-05-15T18:00:00+03:00',
  title: 'Берг и Лахти провели переговоры',
  text: 'Премьер-министр Норвегии Уле Берг и президент Финляндии Анна Лахти провели переговоры в Хельсинки 15 мая. Норвегия и Финляндия подписали соглашение о паромах.',
}

let folder: string
let db: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'letopis-cli-'))
  db = join(folder, 'chronicle')
  await mkdir(join(folder, 'pages'))
  await writeFile(join(folder, 'pages', 'arrival.txt'), ARRIVAL)
  await writeFile(join(folder, 'pages', 'talks.ndjson'), `${JSON.stringify(TALKS)}\n`)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const pages = (): string => join(folder, 'pages')
const jsonLines = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)

test('a changed text under one id is a new version: shown, compared, and taken out by itself', async () => {
  const where = join(folder, 'versions')
  const later = {
    ...TALKS,
    updated: '2024-05-15T20:00:00+03:00',
    text: TALKS.text.replace('15 мая. Норвегия и Финляндия подписали соглашение о паромах.', '14 мая.'),
  }
  const file = join(folder, 'edited.ndjson')
  await writeFile(file, `${JSON.stringify(later)}\n${JSON.stringify(TALKS)}\n`)
  const added = await letopis(['add', file, '--db', where])
  expect(added.out).toContain('new versions: 1')
  const { out } = await letopis(['versions', 'talks', '--db', where])
  const [before = '', after = ''] = out.split('\n').map((line) => line.split('\t')[0] ?? '')
  expect(out).toContain('(present)')
  expect(out).toMatch(/^~ .*\[-15-\]\{\+14\+\} мая/m)
  expect(out).toContain('- Норвегия и Финляндия подписали соглашение о паромах.')
  expect(out).toMatch(/Withdrawn by the outlet:\n(.*\n)*? {2}event: «подписали»/)
  expect(after).not.toBe(before)
  const removed = await letopis(['remove', 'talks', '--only', before, '--db', where])
  expect([removed.code, removed.out]).toEqual([0, 'Removed: 1 article.\n'])
})

test('pages are added, shown, exported, listed, removed and read again', async () => {
  const added = await letopis(['add', pages(), '--db', db])
  expect([added.code, added.err.replace(/^\d+ pages?.*\n/gm, '')]).toEqual([0, ''])
  expect(added.out).toContain('Added: 2 pages.')

  const again = await letopis(['add', pages(), '--db', db])
  expect(again.out).toContain('already there: 2')

  const shown = await letopis(['chronicle', '--db', db, '--lang', 'ru'])
  expect(shown.code).toBe(0)
  expect(shown.out).toMatch(/14 мая 2024 +● /)
  expect(shown.out).toContain('1 источник')

  const kinds = await letopis(['chronicle', '--db', db, '--kind', 'attack'])
  expect([kinds.code, kinds.out]).toEqual([0, ''])
  expect(kinds.err).toContain('No entry answers')

  const exported = await letopis(['export', '--db', db])
  const entries = jsonLines(exported.out)
  expect(entries.length).toBeGreaterThan(0)
  for (const entry of entries)
    expect(Object.keys(entry)).toEqual(expect.arrayContaining(['id', 'kind', 'status', 'evidence']))

  const coded = await letopis(['export', '--db', db, '--format', 'plover'])
  expect(jsonLines(coded.out)[0]).toMatchObject({ quad_code: expect.any(Number), status: expect.any(String) })
  const uncovered = await letopis(['export', '--db', db, '--format', 'ics', '--what', 'stories'])
  expect([uncovered.code, uncovered.err]).toEqual([2, 'error: --format ics cannot tell stories. It covers: entries.\n'])

  const table = join(folder, 'articles.csv')
  await letopis(['export', '--db', db, '--format', 'csv', '--what', 'articles', '--out', table])
  expect((await readFile(table, 'utf8')).split('\r\n')[0]).toMatch(/^id,input,/)

  const list = await letopis(['articles', '--db', db])
  expect(list.out.split('\n').filter(Boolean)).toHaveLength(2)
  expect(list.out).toMatch(/^talks\t2024-05-15\tВечерний вестник\tБерг и Лахти провели переговоры\t/m)

  const id = String(entries[0]?.id)
  const corrected = await letopis(['correct', 'rename', id, 'Визит', 'Берга', '--author', 'Стол', '--db', db])
  expect([corrected.code, corrected.err]).toEqual([0, ''])
  const log = join(folder, 'corrections.json')
  await letopis(['correct', 'export', log, '--db', db])
  expect((await letopis(['correct', 'import', log, '--db', db])).out).toBe('Corrections taken: 0; known already: 1.\n')
  expect(await readFile(log, 'utf8')).toContain('"title": "Визит Берга"')

  const removed = await letopis(['remove', 'talks', 'nobody', '--db', db])
  expect([removed.code, removed.out]).toEqual([1, 'Removed: 1 article.\n'])
  expect(removed.err).toContain('Not in the chronicle: 1 id.')

  const rebuilt = await letopis(['rebuild', '--db', db])
  expect(rebuilt).toMatchObject({ code: 0 })
  expect(rebuilt.out).toContain('Read again: 1 page.')
  const left = await letopis(['articles', '--db', db])
  expect(left.out).not.toContain('talks')
}, 240_000)

test('the chronicle does not depend on the order in which pages came', async () => {
  const inputs = [join(pages(), 'arrival.txt'), join(pages(), 'talks.ndjson')]
  const exports = []
  for (const order of [inputs, [...inputs].reverse()]) {
    const chronicle = await openChronicle('memory:', { command: 'test', workers: 1 })
    for (const input of order) {
      for await (const step of chronicle.add(collectPages([input]))) expect(step.kind).toBe('added')
      await chronicle.settle()
    }
    exports.push(await chronicle.chronicle())
    await chronicle.close()
  }
  expect(exports[0]!.entries.length).toBeGreaterThan(0)
  expect(exports[0]).toEqual(exports[1])
})

test('extract prints facts in the order of the input, from standard input too', async () => {
  const records = Array.from({ length: 40 }, (_, at) => ({
    ...TALKS,
    id: `r${at}`,
    text: TALKS.text.repeat(1 + ((at * 7) % 5)),
  }))
  const input = records.map((record) => `${JSON.stringify(record)}\n`).join('')
  const { code, out } = await letopis(['extract', '-', '--workers', '2'], { input })
  expect(code).toBe(0)
  const facts = jsonLines(out)
  expect(facts.map(({ id }) => id)).toEqual(records.map(({ id }) => id))
  const text = facts[0]!.text as string
  for (const { start, end } of facts[0]!.times as { start: number; end: number }[])
    expect(text.slice(start, end)).toMatch(/\S/)
})

test('extract writes brat standoff beside the text, one pair of files a page', async () => {
  const out = join(folder, 'brat')
  const given = await letopis(['extract', join(pages(), 'talks.ndjson'), '--format', 'brat', '--out', out])
  expect([given.code, given.out]).toEqual([0, ''])
  expect(given.err).toContain('brat standoff')
  expect(await readFile(join(out, 'talks.txt'), 'utf8')).toContain(TALKS.text)
  expect(await readFile(join(out, 'talks.ann'), 'utf8')).toMatch(/^T\d+\tMeeting \d+ \d+\tпереговоры$/m)
  expect(await readFile(join(out, 'annotation.conf'), 'utf8')).toContain('Status\tArg:<EVENT>')
})

test('a CoNLL-U file keeps its sentences and tokens, packed too, beside pages', async () => {
  const given = ['Берг', 'прибыл-таки', 'в', 'Осло.'].map((form, at) => `${at + 1}\t${form}${'\t_'.repeat(8)}`)
  const file = join(folder, 'given.conllu.gz')
  await writeFile(file, gzipSync(`# sent_id = x-7\n${given.join('\n')}\n\n1\tДа${'\t_'.repeat(8)}\n\n`))
  const { code, out } = await letopis(['analyze', file, join(pages(), 'arrival.txt')])
  expect(code).toBe(0)
  const forms = out.split('\n').flatMap((line) => (/^\d/.test(line) ? [line.split('\t')[1]] : []))
  expect(forms.slice(0, 6)).toEqual(['Берг', 'прибыл-таки', 'в', 'Осло.', 'Да', 'Премьер-министр'])
  const lines = await letopis(['analyze', file, join(folder, 'none.conllu'), '--format', 'jsonl'])
  expect(lines.code).toBe(1)
  expect(jsonLines(lines.out)).toMatchObject([{ sentences: [{ words: { length: 4 } }, { words: { length: 1 } }] }])
  expect(lines.err).toContain('none.conllu')
})

test('what cannot be read is listed with the remedy, the rest goes on, the exit code says so', async () => {
  const bad = join(folder, 'bad')
  await mkdir(bad)
  await writeFile(join(bad, '1-empty.txt'), '')
  await writeFile(join(bad, '2-picture.html'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]))
  await writeFile(join(bad, '3-broken.ndjson'), `{"text": "нет конца\n${JSON.stringify(TALKS)}\n{"no": "text"}\n`)
  await writeFile(
    join(bad, '4-english.txt'),
    'The prime minister of Norway arrived in Helsinki on Tuesday for a two-day visit.\n',
  )
  await writeFile(join(bad, '5-good.txt'), ARRIVAL)
  const { code, out, err } = await letopis(['extract', bad])
  expect(code).toBe(1)
  expect(jsonLines(out)).toHaveLength(2)
  for (const name of ['1-empty.txt', '2-picture.html', '3-broken.ndjson', '4-english.txt']) expect(err).toContain(name)
  expect(err).not.toContain('5-good.txt')
  expect(err).toContain('mend that line')
  expect(err).not.toContain('fault of Letopis')
})

test.runIf(userInfo().uid !== 0)('a folder that may not be read is a problem of its own', async () => {
  const closed = join(folder, 'closed')
  await mkdir(closed, { mode: 0o000 })
  const { code, out, err } = await letopis(['extract', closed, join(pages(), 'arrival.txt')])
  await chmod(closed, 0o700)
  expect(code).toBe(1)
  expect(jsonLines(out)).toHaveLength(1)
  expect(err).toContain('chmod')
})

test.each([
  [['extract'], 'Nothing was named for input.'],
  [['frobnicate'], 'There is no command "frobnicate".'],
  [['extract', 'x', '--workers', 'many'], '--workers cannot be "many"'],
  [['chronicle', '--kind', 'party'], '--kind cannot be "party". Possible: visit, meeting'],
  [['add', '--dbb', 'x', 'y'], 'There is no option --dbb. Did you mean --db?'],
])('wrong use %j is explained and ends with 2', async (args, words) => {
  const { code, out, err } = await letopis(args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(words)
})

test('help and complaints are in the language asked for', async () => {
  const help = await letopis(['add', '--help', '--lang', 'ru'])
  expect(help.code).toBe(0)
  expect(help.out).toMatch(/Вызов: letopis add[\s\S]*Ключи:[\s\S]*Пример:\n {2}letopis add /)
  const wrong = await letopis(['remove'], { env: { LC_ALL: 'ru_RU.UTF-8' } })
  expect(wrong.err).toContain('Не указано: id.')
})

test('a chronicle that is not there, and a folder of other things, are told apart from an empty one', async () => {
  const none = await letopis(['chronicle', '--db', join(folder, 'none')])
  expect([none.code, none.out]).toEqual([1, ''])
  expect(none.err).toContain('letopis add PATH')
  const other = await letopis(['add', pages(), '--db', pages()])
  expect(other.code).toBe(1)
  expect(other.err).toContain('holds other files')
})

test('a server that does not answer is named without its password', async () => {
  const { code, err } = await letopis(['articles', '--db', 'postgres://desk:secret@127.0.0.1:1/letopis'])
  expect(code).toBe(1)
  expect(err).toContain('postgres://desk:***@127.0.0.1:1/letopis')
  expect(err).not.toContain('secret')
})

test('start prints the chronicle and serves it until Ctrl-C', async () => {
  const running = startLetopis(['start', pages(), '--port', '0'])
  const out = await running.shows(/open at http:\S+/)
  const url = /http:\S+/.exec(out)![0]
  const health = (await (await fetch(`${url}/api/v1/health`)).json()) as { status: string }
  expect(health.status).toBe('ok')
  running.child.kill('SIGINT')
  expect((await running.ended).code).toBe(0)
})

test('a busy port is named with another to choose', async () => {
  const busy = createServer()
  await new Promise<void>((ready) => busy.listen(0, '127.0.0.1', ready))
  const address = busy.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const { code, err } = await letopis(['start', pages(), '--port', String(port)])
  busy.close()
  expect(code).toBe(1)
  expect(err).toContain(`--port ${port + 1}`)
})

test('a reader that has seen enough ends it quietly', async () => {
  const input = Array.from({ length: 300 }, (_, at) => `${JSON.stringify({ ...TALKS, id: `q${at}` })}\n`).join('')
  const running = startLetopis(['extract', '-'], { input })
  running.child.stdout!.once('data', () => running.child.stdout!.destroy())
  const { code, err } = await running.ended
  expect(code).toBe(0)
  expect(err).not.toMatch(/EPIPE|Error|fault/)
})
