import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { frameOf, type JournalRecord, PageJournal } from './journal.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'letopis-journal-'))
  path = join(folder, 'pages.journal')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const added = (id: string, text: string): JournalRecord => ({
  op: 'add',
  id,
  page: { kind: 'record-page', input: `${id}.txt`, meta: {} },
  bytes: new TextEncoder().encode(text),
})

const readAll = async (from = 0): Promise<JournalRecord[]> => {
  const journal = await PageJournal.open(path)
  const records: JournalRecord[] = []
  for await (const { record } of journal.read(from)) records.push(record)
  await journal.close()
  return records
}

const written = async (records: readonly JournalRecord[]): Promise<number> => {
  const journal = await PageJournal.open(path)
  for (const record of records) await journal.append([record])
  const { end } = journal
  await journal.close()
  return end
}

const records = fc.array(
  fc.oneof(
    fc.record({
      op: fc.constant('add' as const),
      id: fc.string(),
      page: fc.record({ input: fc.string({ unit: 'binary' }), meta: fc.dictionary(fc.string(), fc.string()) }),
      bytes: fc.uint8Array({ maxLength: 2_000 }),
    }),
    fc.record({ op: fc.constant('remove' as const), id: fc.string() }),
  ),
  { maxLength: 6 },
)

test('gives back what was written, in order', async () => {
  await written([added('а', 'Первая'), { op: 'remove', id: 'а' }, added('б', '')])
  expect(await readAll()).toEqual([added('а', 'Первая'), { op: 'remove', id: 'а' }, added('б', '')])
})

test('reads on from a position', async () => {
  const middle = await written([added('а', 'Первая')])
  await written([added('б', 'Вторая')])
  expect((await readAll(middle)).map(({ id }) => id)).toEqual(['б'])
})

test('whatever was written comes back', () =>
  fc.assert(
    fc.asyncProperty(records, async (given) => {
      await rm(path, { force: true })
      await written(given as JournalRecord[])
      expect(JSON.parse(JSON.stringify(await readAll()))).toEqual(JSON.parse(JSON.stringify(given)))
    }),
    { numRuns: 30 },
  ))

test('torn at any byte: every record before the tear is kept, nothing half-read, and writing goes on', () =>
  fc.assert(
    fc.asyncProperty(records, fc.double({ min: 0, max: 1, noNaN: true }), async (given, at) => {
      await rm(path, { force: true })
      const list = given as JournalRecord[]
      const end = await written(list)
      const cut = Math.floor(at * end)
      await truncate(path, cut)

      let whole = 0
      let position = 8
      for (const record of list) {
        position += frameOf(record).length
        if (position <= cut) whole++
      }
      expect(await readAll()).toHaveLength(whole)
      await written([added('next', 'После сбоя')])
      const after = await readAll()
      expect(after).toHaveLength(whole + 1)
      expect(after.at(-1)).toEqual(added('next', 'После сбоя'))
    }),
    { numRuns: 40 },
  ))

test('one flipped bit in the last record: that record is dropped, and it is said how much', async () => {
  const before = await written([added('а', 'Первая страница')])
  const end = await written([added('б', 'Вторая страница')])
  const bytes = await readFile(path)
  for (const at of [before, before + 5, before + 9, end - 1]) {
    const damaged = Buffer.from(bytes)
    damaged[at]! ^= 0x10
    await writeFile(path, damaged)
    const journal = await PageJournal.open(path)
    expect([journal.end, journal.torn]).toEqual([before, end - before])
    await journal.close()
  }
})

test('zeros after the last record, as some file systems leave, are dropped', async () => {
  await written([added('а', 'Первая')])
  await writeFile(path, Buffer.concat([await readFile(path), Buffer.alloc(4_096)]))
  expect((await readAll()).map(({ id }) => id)).toEqual(['а'])
})

test('another kind of file is left alone', async () => {
  await writeFile(path, 'Это чужой файл, и он остаётся, каким был.')
  await expect(PageJournal.open(path)).rejects.toThrow('no page journal')
  expect(await readFile(path, 'utf8')).toContain('чужой файл')
})
