import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chronicle, correctionOf } from '../src/chronicle/index.ts'
import { keepPage, openStore, pageAgain, type ReadPage, type Store } from '../src/store/index.ts'
import { madeFacts } from './support/made-facts.ts'
import { PLACES, placesFor } from './support/places.ts'

type Given = Partial<Parameters<typeof madeFacts>[0]> & {
  readonly id: string
  readonly givenId?: string | null
  readonly fetched?: string
}

const read = ({ givenId, fetched, ...given }: Given): ReadPage => {
  const facts = madeFacts(given)
  const page = keepPage({
    kind: 'record-page',
    input: facts.input,
    text: facts.text,
    meta: {
      id: facts.id,
      ...(facts.published ? { published: facts.published } : {}),
      ...(fetched === undefined ? {} : { fetched }),
    },
  })
  return { page, facts, givenId: givenId === undefined ? facts.id : givenId }
}

const listed = async (store: Store): Promise<string[]> => {
  const ids: string[] = []
  for await (const { id } of store.articles()) ids.push(id)
  return ids
}

const chronicleOf = (articles: readonly { readonly id: string }[]): Chronicle => ({
  kind: 'chronicle',
  entries: [],
  identities: [],
  articles: articles.map(({ id }) => ({
    id,
    input: `pages/${id}.txt`,
    url: null,
    outlet: 'Порт',
    headline: null,
    published: '2024-05-14',
    reprintOf: null,
    story: null,
  })),
  statements: [],
  stories: [],
})

const { at, within } = placesFor('store')

// Tests of one place share its database and look only at their own articles.
describe.each(PLACES)('a store in %s', (kind) => {
  let store: Store
  beforeAll(async () => {
    store = await openStore(await at(kind), { command: 'test' })
  })
  afterAll(() => store.close())

  test('keeps an article and gives it back', async () => {
    const page = read({ id: 'keep-1', text: 'Ёлка на площади', headline: 'Ёлка «зажжена»' })
    expect(await store.add([page])).toEqual(['added'])
    expect(await store.article('keep-1')).toEqual(page.facts)
    expect(await store.article('keep-none')).toBeNull()
  })

  test('keeps decisions in their order, each once, and tells of them by the revision', async () => {
    const decisions = ['а', 'б'].map((title, i) =>
      correctionOf(`2031-06-01T10:0${i}:00Z`, 'стол', { kind: 'rename-entry', entry: 'e', title }),
    )
    const before = await store.revision()
    expect(await store.correct([...decisions, decisions[0]!])).toBe(2)
    expect(await store.correct(decisions)).toBe(0)
    expect(await store.corrections()).toEqual(decisions)
    expect(await store.revision()).not.toBe(before)
  })

  test('tells what changed since a cursor', async () => {
    const hashes = (records: Record<string, string>) => new Map(Object.entries(records))
    const first = await store.changes('test', hashes({ a: '1', b: '1' }), null)
    expect([first.all, [...first.changed].sort()]).toEqual([true, ['a', 'b']])
    const next = await store.changes('test', hashes({ a: '2', c: '1' }), first.cursor)
    expect([next.all, [...next.changed].sort(), next.gone]).toEqual([false, ['a', 'c'], ['b']])
    const last = await store.changes('test', hashes({ a: '2', c: '1' }), next.cursor)
    expect([[...last.changed], last.gone, last.cursor]).toEqual([[], [], next.cursor])
  })

  test('adding a page twice changes nothing', async () => {
    const pages = [read({ id: 'twice-1' }), read({ id: 'twice-2' })]
    expect(await store.add(pages)).toEqual(['added', 'added'])
    const before = await store.revision()
    expect(await store.add(pages)).toEqual(['unchanged', 'unchanged'])
    expect(await store.revision()).toBe(before)
  })

  test('a page twice in one batch is one article', async () => {
    expect(await store.add([read({ id: 'batch-1' }), read({ id: 'batch-1' })])).toEqual(['added', 'unchanged'])
    expect((await listed(store)).filter((id) => id === 'batch-1')).toHaveLength(1)
  })

  test.each([
    ['first', ['2024-05-14', '2024-05-15']],
    ['last', ['2024-05-15', '2024-05-14']],
  ])('a changed text under one id is a new version, and the latest counts though it came %s', async (when, days) => {
    const id = `version-${when}`
    const steps = []
    for (const day of days) steps.push(...(await store.add([read({ id, text: `Текст от ${day}`, published: day })])))
    expect(steps).toEqual(['added', 'updated'])
    expect((await store.article(id))?.published).toBe('2024-05-15')
    expect((await listed(store)).filter((one) => one === id)).toHaveLength(1)
  })

  test('a page whose teasers changed is no new version', async () => {
    const page = read({ id: 'teasers-1' })
    const around = (text: string): ReadPage => ({
      ...page,
      facts: { ...page.facts, parts: [...page.facts.parts, { kind: 'teaser', text }] },
    })
    expect(await store.add([around('Читайте также: «Паром встал»')])).toEqual(['added'])
    expect(await store.add([around('Читайте также: «Паром пошёл»')])).toEqual(['unchanged'])
    expect(await store.versions('teasers-1')).toHaveLength(1)
  })

  test('a changed text under one address is a new version under its own id', async () => {
    const url = 'https://vestnik.example/2024/05/nota'
    const first = read({ id: 'url-1', url, text: 'Было', published: '2024-05-14', givenId: null })
    const second = read({
      id: 'url-2',
      url,
      text: 'Стало',
      published: '2024-05-14',
      updated: '2024-05-16',
      givenId: null,
    })
    expect(await store.add([first, second])).toEqual(['added', 'updated'])
    expect((await listed(store)).filter((id) => id.startsWith('url-'))).toEqual(['url-2'])
    expect((await store.versions('url-1')).map(({ version, facts }) => [facts.text, version.current])).toEqual([
      ['Было', false],
      ['Стало', true],
    ])
    // The article goes with all its versions; an earlier one, or a version that is named, goes alone.
    await store.remove(['url-1'])
    expect((await store.versions('url-2')).map(({ version }) => version.id)).toEqual(['url-2'])
    await store.add([first])
    const [, latest] = await store.versions('url-2')
    await store.remove(['url-2'], latest!.version.version)
    expect((await listed(store)).filter((id) => id.startsWith('url-'))).toEqual(['url-1'])
    await store.add([second])
    await store.remove(['url-2'])
    expect(await store.versions('url-1')).toEqual([])
  })

  test('an address with tracking parameters, another scheme or a trailing slash is the same article', async () => {
    const at = (id: string, url: string, text: string, fetched: string) =>
      read({ id, url, text, givenId: null, fetched })
    const pages = [
      at('way-1', 'http://www.port.example/2024/05/way/?utm_source=tg', 'Первый текст', '2024-05-14T10:00Z'),
      at('way-2', 'https://port.example/2024/05/way#comments', 'Второй текст', '2024-05-14T12:00Z'),
    ]
    expect(await store.add(pages)).toEqual(['added', 'updated'])
    expect((await listed(store)).filter((id) => id.startsWith('way-'))).toEqual(['way-2'])
  })

  test('the text that was taken last counts, also when it is one that stood before', async () => {
    const at = (text: string, fetched: string) => read({ id: 'back-1', text, fetched })
    const pages = [
      at('Первый текст', '2024-05-14T10:00Z'),
      at('Второй текст', '2024-05-14T12:00Z'),
      at('Первый текст', '2024-05-14T14:00Z'),
    ]
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      for (const at of order) await store.add([pages[at]!])
      expect((await store.article('back-1'))?.text).toBe('Первый текст')
      expect((await store.versions('back-1')).map(({ facts }) => facts.text)).toEqual(['Второй текст', 'Первый текст'])
      expect(await store.remove(['back-1'])).toEqual({ removed: 1, missing: 0 })
      const kept: string[] = []
      for await (const { record } of store.pages()) kept.push(record.meta.id ?? '')
      expect(kept).not.toContain('back-1')
    }
  })

  test('a text that is taken again and again is kept once, and tells the chronicle nothing new', async () => {
    const at = (fetched: string) => read({ id: 'again-0', text: 'Один и тот же текст', fetched })
    await store.add([at('2024-05-14T10:00Z')])
    const before = await store.revision()
    for (const hour of ['12', '14', '13'])
      expect(await store.add([at(`2024-05-14T${hour}:00Z`)])).toEqual(['unchanged'])
    if (kind !== 'memory') expect(await store.revision()).toBe(before)
    const kept = []
    for await (const { record } of store.pages()) if (record.meta.id === 'again-0') kept.push(record.meta.seen)
    expect(kept).toEqual([{ fetched: '2024-05-14T14:00:00', input: 'pages/again-0.txt' }])
    // What came between, though it is told last, is the earlier text.
    await store.add([read({ id: 'again-0', text: 'Другой текст', fetched: '2024-05-14T13:30Z' })])
    expect((await store.article('again-0'))?.text).toBe('Один и тот же текст')
    await store.remove(['again-0'])
  })

  test('pages with one text but for their furniture are no versions of each other', async () => {
    const parts = (teaser: string) => [{ kind: 'teaser', text: teaser }] as const
    const pages = ['Анонс', 'Другой анонс'].map((teaser) =>
      read({ id: 'same-1', text: 'Один текст', parts: parts(teaser) }),
    )
    await store.add(pages)
    expect(await store.versions('same-1')).toHaveLength(1)
    for await (const line of store.articles()) if (line.id === 'same-1') expect(line.versions).toBe(1)
    await store.remove(['same-1'])
  })

  test('the chronicle is made with the earlier versions of articles whose text has changed', async () => {
    const texts = ['Было раньше', 'Стало потом']
    await store.add(texts.map((text, at) => read({ id: 'told-1', text, published: `2024-05-1${at + 4}` })))
    let seen: string[] = []
    await store.renew((facts, histories) => {
      seen = histories.flatMap(({ versions }) => versions.map(({ facts: { text } }) => text))
      return chronicleOf(facts)
    })
    expect(seen).toEqual(expect.arrayContaining(texts))
    expect(seen.indexOf(texts[0]!)).toBeLessThan(seen.indexOf(texts[1]!))
    await store.remove(['told-1'])
  })

  test('pages taken at the bare address of a site are no versions of each other', async () => {
    const url = 'https://vestnik.example/'
    const pages = ['А', 'Б'].map((text, at) => read({ id: `site-${at}`, url, text, givenId: null }))
    expect(await store.add(pages)).toEqual(['added', 'added'])
  })

  test('removing takes the article out with its page, and says what was not there', async () => {
    const kept = read({ id: 'remove-1' })
    await store.add([kept, read({ id: 'remove-2' })])
    expect(await store.remove(['remove-1', 'remove-none'])).toEqual({ removed: 1, missing: 1 })
    expect(await store.article('remove-1')).toBeNull()
    const pages: string[] = []
    for await (const { id } of store.pages()) pages.push(id)
    expect(pages).not.toContain(kept.page.id)
    expect(await store.add([kept])).toEqual(['added'])
  })

  test('gives back every page as it came, byte by byte', async () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0, 255, 10, 13, 208, 191])
    const page = {
      kind: 'file-page',
      input: 'pages/raw.html',
      format: 'html',
      bytes,
      meta: { outlet: 'Порт' },
    } as const
    await store.add([{ page: keepPage(page), facts: madeFacts({ id: 'raw-1' }), givenId: null }])
    const again = []
    for await (const { record, bytes: kept } of store.pages()) {
      if (record.input === page.input) again.push(pageAgain(record, kept))
    }
    expect(again).toEqual([page])
  })

  test('takes texts that PostgreSQL does not: NUL and half a surrogate pair, at the same length', async () => {
    const text = 'до\u0000после\ud800 и \u{1F600}'
    await store.add([read({ id: 'odd-1', text, headline: null })])
    const kept = await store.article('odd-1')
    expect(kept?.text).toHaveLength(text.length)
    expect(kept?.text.endsWith('\u{1F600}')).toBe(true)
  })

  test('knows when the chronicle is older than its articles', async () => {
    await store.add([read({ id: 'stale-1' })])
    expect(await store.isStale()).toBe(true)
    await store.renew((facts) => chronicleOf(facts))
    expect(await store.isStale()).toBe(false)
    expect((await store.chronicle()).articles.map(({ id }) => id)).toEqual(await listed(store))
    await store.remove(['stale-1'])
    expect(await store.isStale()).toBe(true)
  })

  test('a chronicle that fails to be made leaves the old one standing', async () => {
    await store.renew((facts) => chronicleOf(facts))
    const before = await store.chronicle()
    await store.add([read({ id: 'fail-1' })])
    await expect(
      store.renew(() => {
        throw new Error('made on purpose')
      }),
    ).rejects.toThrow()
    expect(await store.chronicle()).toEqual(before)
    expect(await store.isStale()).toBe(true)
  })
})

test('pages that are read again by other rules leave nothing of the earlier reading', async () => {
  const store = await openStore(await at('PostgreSQL'), { command: 'test' })
  const page = read({ id: 'again-1', text: 'Текст' })
  const facts = { ...page.facts, headline: 'Заголовок по-новому' }
  await store.add([page])
  await store.restore([{ ...page, facts }])
  expect((await store.versions('again-1')).map(({ facts: { headline } }) => headline)).toEqual([facts.headline])
  await store.restore([{ ...page, facts: { ...facts, credits: ['Порт'] } }])
  expect((await store.article('again-1'))?.credits).toEqual(['Порт'])
  await store.close()
})

test('decisions come back from the journal when the database is lost', async () => {
  const where = within('decided')
  const decision = correctionOf('2031-06-01T10:00:00Z', 'стол', { kind: 'reject-entry', entry: 'e' })
  const first = await openStore(where, { command: 'test' })
  await first.add([read({ id: 'decided-1' })])
  await first.correct([decision])
  await first.add([read({ id: 'decided-1', fetched: '2024-05-14T14:00Z' })])
  await first.close()
  const second = await openStore(where, { command: 'test', rebuild: true })
  await second.restored()
  expect(await second.corrections()).toEqual([decision])
  for await (const { record } of second.pages()) expect(record.meta.seen?.fetched).toBe('2024-05-14T14:00:00')
  expect(await second.correct([decision])).toBe(0)
  await second.close()
}, 240_000)
