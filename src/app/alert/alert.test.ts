import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { inventedChronicle } from '../../../test/support/invented-chronicle.ts'
import type { Entry } from '../../chronicle/index.ts'
import { alertFeed } from '../../export/alert-feed.ts'
import { alertTurn, type Deliver } from './alert.ts'
import type { AlertEvent } from './compare.ts'
import { webhook } from './webhook.ts'

const entries = inventedChronicle.entries
const kindred = (kind: string): Entry => entries.find((entry) => entry.kind === kind) as Entry
const [first, second] = [kindred('visit'), kindred('meeting')]
const at = '2031-06-01T10:00:00.000Z'

let folder: string
let server: Server
let url: string
/** What the server got, and the statuses that it answers before it takes an event. */
let got: { event: AlertEvent; key: string | undefined }[] = []
let refusals: number[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'letopis-alert-'))
  server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    got.push({ event: JSON.parse(body), key: request.headers['idempotency-key'] as string | undefined })
    response.writeHead(refusals.shift() ?? 204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
})
afterEach(() => {
  got = []
  refusals = []
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true, force: true })
})

const quick = (): Deliver => webhook(url, { tries: 3, pause: 1 })
let turns = 0
const state = (): string => join(folder, `${turns++}.alert`)

test('the first turn only remembers; then what appears, changes its status or gains a disagreement is told', async () => {
  const path = state()
  expect(await alertTurn(path, [first], quick(), { at })).toMatchObject({ noticed: 0, delivered: 0 })
  const changed: Entry = {
    ...first,
    status: 'denied',
    disagreements: [...first.disagreements, { id: 'new', about: 'place', relation: 'conflict', versions: [] }],
  }
  expect(await alertTurn(path, [changed, second], quick(), { at })).toMatchObject({
    noticed: 3,
    delivered: 3,
    pending: 0,
  })
  expect(got.map(({ event }) => [event.type, event.entry.id, event.from])).toEqual([
    ['status', first.id, first.status],
    ['disagreement', first.id, undefined],
    ['appeared', second.id, undefined],
  ])
  expect(got.every(({ event, key }) => event.id === key)).toBe(true)
  expect(await alertTurn(path, [changed, second], quick(), { at })).toMatchObject({ noticed: 0, delivered: 0 })
})

test('from the start on, what is there already is told too', async () => {
  expect(await alertTurn(state(), entries, quick(), { at, fromStart: true })).toMatchObject({
    delivered: entries.length,
  })
})

test('an entry that took another id is the same under its alias', async () => {
  const path = state()
  await alertTurn(path, [first], quick(), { at })
  const renamed = { ...first, id: 'other', aliases: [first.id] }
  expect(await alertTurn(path, [renamed], quick(), { at })).toMatchObject({ noticed: 0 })
})

test('a server that fails is asked again; one event is one key', async () => {
  refusals = [500, 503]
  expect(await alertTurn(state(), [first], quick(), { at, fromStart: true })).toMatchObject({
    delivered: 1,
    refused: null,
  })
  expect(got).toHaveLength(3)
  expect(new Set(got.map(({ key }) => key)).size).toBe(1)
})

test('what was not taken waits, in order, for the next turn, and so does what comes meanwhile', async () => {
  const path = state()
  refusals = [400]
  expect(await alertTurn(path, [first], quick(), { at, fromStart: true })).toMatchObject({
    delivered: 0,
    pending: 1,
    refused: 'HTTP 400',
  })
  expect(await alertTurn(path, [first, second], quick(), { at })).toMatchObject({
    noticed: 1,
    delivered: 2,
    pending: 0,
  })
  expect(got.slice(1).map(({ event }) => event.entry.id)).toEqual([first.id, second.id])
  expect(got[1]?.key).toBe(got[0]?.key)
})

test('a stop after sending and before noting it sends again: at least once', async () => {
  const path = state()
  const stopped: Deliver = async (event, recent) => {
    await quick()(event, recent)
    throw new Error('stopped')
  }
  await alertTurn(path, [first], stopped, { at, fromStart: true })
  await alertTurn(path, [first], quick(), { at })
  expect(got.map(({ key }) => key)).toEqual([got[0]?.key, got[0]?.key])
})

test('nobody listens: the event waits', async () => {
  const closed = createServer()
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
  const { port } = closed.address() as AddressInfo
  await new Promise((resolve) => closed.close(resolve))
  const nobody = webhook(`http://127.0.0.1:${port}/hook`, { tries: 2, pause: 1 })
  const turn = await alertTurn(state(), [first], nobody, { at, fromStart: true })
  expect([turn.pending, turn.refused]).toEqual([1, 'ECONNREFUSED'])
})

test('a file that is no state is not written over', async () => {
  const path = state()
  await writeFile(path, '{"letopis-alert":1,')
  await expect(alertTurn(path, [first], quick(), { at })).rejects.toMatchObject({
    problem: { code: 'bad-alert-state' },
  })
  expect(await readFile(path, 'utf8')).toBe('{"letopis-alert":1,')
})

test('a feed of events is read by feedsmith, as Atom and as JSON Feed', async () => {
  const events: AlertEvent[] = []
  await alertTurn(state(), entries, async (event) => void events.push(event), { at, fromStart: true })
  const telling = { lang: 'ru', home: 'http://127.0.0.1:4400/' } as const
  const atom = parseAtomFeed(alertFeed('a.xml', events, telling))
  const json = parseJsonFeed(alertFeed('a.json', events, telling))
  expect(atom.entries?.map(({ id }) => id)).toEqual(events.map(({ id }) => `urn:letopis:alert:${id}`))
  expect(json.items?.map(({ id }) => id)).toEqual(atom.entries?.map(({ id }) => id))
  expect(parseAtomFeed(alertFeed('a.xml', [], telling)).title?.value).toBe('Летопись: оповещения')
})
