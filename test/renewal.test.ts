import { readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Joining } from '../src/app/joining.ts'
import { buildChronicle, type Chronicle } from '../src/chronicle/index.ts'
import type { ArticleFacts } from '../src/facts/index.ts'
import { keepPage, openStore, type ReadPage, type Store } from '../src/store/index.ts'
import { page, plainLanguage } from './support/invented-facts.ts'
import { PLACES, placesFor } from './support/places.ts'

/** What pages of two outlets tell of talks on several days: entries that later pages join, move and dispute. */
const told = (day: number, outlet: string): ArticleFacts => {
  const date = `2031-05-${String(day).padStart(2, '0')}`
  return page({ id: `${outlet}-${day}`, published: date, outlet }, [
    `Анна Берг провела переговоры с Марией Рохас в Осло ${day} мая и рассказала о новой верфи.`,
    `meeting happened переговоры | Анна Берг, Мария Рохас | ${date} | Осло`,
  ])
}
const FACTS = [3, 4, 9, 12, 12, 20].flatMap((day) => ['Маяк', 'Порт'].map((outlet) => told(day, outlet)))
const PAGES = [...new Map(FACTS.map((facts) => [facts.id, facts])).values()]

const read = (facts: ArticleFacts): ReadPage => ({
  page: keepPage({ kind: 'record-page', input: facts.input, text: facts.text, meta: { id: facts.id } }),
  facts,
  givenId: facts.id,
})

// The store gives records in an order of its own, and facts without their parts.
const records = (chronicle: Chronicle): Record<string, string[]> =>
  Object.fromEntries(
    (['entries', 'identities', 'articles', 'statements', 'stories'] as const).map((table) => [
      table,
      chronicle[table].map((record) => JSON.stringify(record)).sort(),
    ]),
  )

const { at, within } = placesFor('renewal')

describe.each(PLACES)('a chronicle kept up to date in %s', (kind) => {
  let store: Store
  beforeAll(async () => {
    store = await openStore(await at(kind), { command: 'test' })
  })
  afterAll(() => store.close())

  const expected = async (): Promise<Record<string, string[]>> => {
    const facts: ArticleFacts[] = []
    for await (const each of store.facts()) facts.push(each)
    return records(buildChronicle(facts, plainLanguage))
  }

  test('is after every batch the one that all pages give at once, whoever wrote the one before', async () => {
    const mine = new Joining(plainLanguage)
    for (const batch of [PAGES.slice(4, 7), PAGES.slice(0, 4), PAGES.slice(7)]) {
      await store.add(batch.map(read))
      await store.renewBy(mine)
      expect(records(await store.chronicle())).toEqual(await expected())
    }
    // Another process takes a page out; this one's knowledge of what is stored is then old.
    await store.remove([PAGES[5]!.id])
    await store.renewBy(new Joining(plainLanguage))
    expect(records(await store.chronicle())).toEqual(await expected())
    await store.add([read(PAGES[5]!)])
    await store.renewBy(mine)
    expect(records(await store.chronicle())).toEqual(await expected())
    expect(await store.isStale()).toBe(false)
  })

  test('is the same of pages that were made ready as they were written, though some changed or went before it was made', async () => {
    const ids = PAGES.map(({ id }) => id)
    await store.remove(ids)
    const mine = new Joining(plainLanguage)
    await store.add(PAGES.slice(0, 6).map(read), mine.prepare)
    await store.add(PAGES.slice(6).map(read), mine.prepare)
    await store.remove([ids[1] as string])
    const longer = { ...PAGES[3]!, text: `${PAGES[3]!.text}\nДальше ничего не было.`, updated: '2031-06-01' }
    expect(await store.add([read(longer)])).toEqual(['updated'])
    await store.renewBy(mine)
    expect(mine.known.size).toBe(PAGES.length - 1)
    const listed: string[] = []
    for await (const facts of store.facts()) listed.push(facts.id)
    expect(listed).toHaveLength(PAGES.length - 1)
    const again = new Joining(plainLanguage)
    await store.renewBy(again)
    expect(records(mine.latest as Chronicle)).toEqual(records(again.latest as Chronicle))
    await store.remove([longer.id])
    await store.add([PAGES[1]!, PAGES[3]!].map(read), mine.prepare)
    await store.renewBy(mine)
    expect(records(await store.chronicle())).toEqual(await expected())
  })

  test('is gone on with by the next process, which takes up what the last one knew', async () => {
    const mine = new Joining(plainLanguage)
    await store.renewBy(mine)
    await mine.keep(store, 0)
    const next = await Joining.of(store, plainLanguage)
    expect(next.known.size).toBe(kind === 'memory' ? 0 : PAGES.length)
    await store.remove([PAGES[2]!.id])
    await store.renewBy(next)
    expect(records(await store.chronicle())).toEqual(await expected())
    await next.keep(store, 0)
    await store.add([read(PAGES[2]!)])
    await store.renewBy(await Joining.of(store, plainLanguage))
    expect(records(await store.chronicle())).toEqual(await expected())
  })

  test('is written no more when nothing changed', async () => {
    const mine = new Joining(plainLanguage)
    await store.renewBy(mine)
    const before = await store.revision()
    await store.renewBy(mine)
    await store.renewBy(new Joining(plainLanguage))
    expect(await store.revision()).toBe(before)
  })
})

test('a folder that one process after another adds to has the chronicle of all pages at once, whatever became of what joining knew', async () => {
  const damages: readonly ((path: string) => Promise<void>)[] = [
    async () => {},
    async (path) => truncate(path, Math.floor((await stat(path)).size * 0.7)),
    async (path) =>
      writeFile(
        path,
        (await readFile(path)).map((byte, n) => (n === 5_000 ? byte ^ 1 : byte)),
      ),
    async () => {},
  ]
  const where = within('one-after-another')
  let whole = false
  for (const [n, damage] of damages.entries()) {
    const store = await openStore(where, { command: 'test' })
    await store.add(PAGES.slice(n * 3, n * 3 + 3).map(read))
    if (n === 2) await store.remove([PAGES[1]!.id])
    const mine = await Joining.of(store, plainLanguage)
    expect(mine.known.size > 0).toBe(whole)
    await store.renewBy(mine)
    const facts: ArticleFacts[] = []
    for await (const each of store.facts()) facts.push(each)
    expect(records(await store.chronicle())).toEqual(records(buildChronicle(facts, plainLanguage)))
    await mine.keep(store, 0)
    await store.close()
    await damage(join(where, 'joining'))
    whole = n === 0
  }
})
