import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { inventedChronicle, inventedTables } from '../../test/support/invented-chronicle.ts'
import { type ChangingTable, tablesOf } from '../app/index.ts'
import type { Entry } from '../chronicle/index.ts'
import type { ExportOptions } from './format.ts'
import { FORMATS, formatNamed, writeExport } from './register.ts'
import { changedTables, standingOf, tableOf } from './since.ts'
import { WHATS, type What } from './what.ts'

// A file of changes: what a reader that keeps an earlier file must put in and take out.

const changesOf = (changed: readonly string[], gone: readonly string[]) => ({
  cursor: 'epoch.7',
  all: false,
  changed: new Set(changed),
  gone,
})

const AT = '2031-06-01T08:00:00.000Z'

const written = async (
  format: string,
  changed: readonly string[],
  gone: readonly string[],
  {
    what = 'entries',
    tables = inventedTables,
    ...options
  }: Partial<ExportOptions> & { tables?: typeof inventedTables } = {},
): Promise<string> => {
  const changes = changesOf(changed, gone)
  const narrowed = await changedTables(tables, tableOf(what) as ChangingTable, changes)
  let file = ''
  for await (const piece of writeExport(formatNamed(format)!, narrowed, {
    ...options,
    what,
    standing: standingOf(changes, AT),
  }))
    file += piece
  return file
}

const lines = (file: string): Record<string, unknown>[] =>
  file
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

const [known] = inventedChronicle.entries.filter(({ date, kind }) => date !== null && kind === 'visit')

/** The chronicle with one entry otherwise than it was. */
const altered = (change: Partial<Entry>) =>
  tablesOf({
    ...inventedChronicle,
    entries: inventedChronicle.entries.map((entry) => (entry.id === known?.id ? { ...entry, ...change } : entry)),
  })

const eventsOf = (calendar: string) =>
  new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent').map((event) => ({
    uid: event.getFirstPropertyValue('uid'),
    status: event.getFirstPropertyValue('status'),
    sequence: event.getFirstPropertyValue('sequence'),
  }))

test('a calendar cancels what is gone, and what has lost its day', async () => {
  const id = known?.id ?? ''
  const both = eventsOf(await written('ics', [id], ['gone-1']))
  expect(both).toEqual([
    { uid: `${id}@letopis`, status: 'CONFIRMED', sequence: Date.parse(AT) / 60_000 },
    { uid: 'gone-1@letopis', status: 'CANCELLED', sequence: Date.parse(AT) / 60_000 },
  ])
  const [undated] = eventsOf(await written('ics', [id], [], { tables: altered({ date: null }) }))
  expect(undated).toMatchObject({ uid: `${id}@letopis`, status: 'CANCELLED' })
})

test('PLOVER and CAMEO say under which ids nothing is coded any more', async () => {
  const id = known?.id ?? ''
  expect(lines(await written('plover', [id], ['gone-1'])).map((line) => [line.id, line.gone])).toEqual([
    [id, undefined],
    ['gone-1', true],
  ])
  expect(lines(await written('plover', [id], [], { tables: altered({ kind: 'decision' }) }))).toEqual([
    { id, gone: true },
  ])
  const last = (await written('cameo', [id], ['gone-1'])).split('\n').at(-2)?.split('\t')
  expect(last).toHaveLength(65)
  expect(last?.filter(Boolean)).toEqual(['gone-1', 'gone'])
})

test('feeds and records name what is gone', async () => {
  expect(await written('atom', [], ['gone-1'])).toContain('deleted-entry')
  expect(lines(await written('jsonl', [], ['gone-1']))).toEqual([{ id: 'gone-1', gone: true }])
  expect(JSON.parse(await written('json', [], ['gone-1']))).toEqual([{ id: 'gone-1', gone: true }])
})

test.each(WHATS)('%s are narrowed to what changed in every format that covers them', async (what: What) => {
  for (const { name } of FORMATS.filter(({ covers }) => covers.includes(what)))
    if (!['conllu', 'prov', 'brat'].includes(name))
      expect((await written(name, [], [], { what })).length).toBeLessThan(2_000)
  const all = lines(await written('jsonl', [], [], { what }))
  expect(all).toEqual([])
})

test('a whole file says nothing of the kind', async () => {
  let file = ''
  for await (const piece of writeExport(formatNamed('ics')!, inventedTables)) file += piece
  expect(file).not.toContain('SEQUENCE')
})
