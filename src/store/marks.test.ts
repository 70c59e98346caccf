import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenFolder, openFolder } from './folder.ts'
import { momentOf, readMarks, readMarksSince } from './marks.ts'

let within: string
let folder: OpenFolder

beforeAll(async () => {
  within = await mkdtemp(join(tmpdir(), 'letopis-marks-'))
  folder = await openFolder(join(within, 'chronicle'), 'test')
}, 60_000)

afterAll(async () => {
  await folder?.close()
  await rm(within, { recursive: true, force: true })
})

const write = async (...ids: readonly string[]): Promise<void> => {
  for (const id of ids)
    await sql`
      insert into articles (id, content, key, current, page, rank, input, language, body, parts, facts)
      values (${id}, ${`text-${id}`}, ${id}, true, ${id}, '', '', 'ru', '', '[]', '{}')`.execute(folder.db)
}

test('since a moment only what was written then is told; nothing is where something went', async () => {
  const { db } = folder
  await write('a', 'b')
  const known = await readMarks(db)
  expect([...known.keys()].sort()).toEqual(['a', 'b'])
  expect(known.get('a')).not.toBe(known.get('b'))
  const moment = await momentOf(db)

  await write('c')
  expect([...((await readMarksSince(db, moment, known)) ?? []).keys()]).toEqual(['c'])

  // Read again by other rules: the same text under another mark.
  await sql`update articles set content = content where id = 'a'`.execute(db)
  const since = await readMarksSince(db, moment, known)
  expect([...(since ?? []).keys()].sort()).toEqual(['a', 'c'])
  expect(since?.get('a')).not.toBe(known.get('a'))
  expect(await readMarks(db)).toEqual(new Map([...known, ...(since ?? [])]))

  await sql`delete from articles where id = 'b'`.execute(db)
  expect(await readMarksSince(db, moment, known)).toBeNull()
})
