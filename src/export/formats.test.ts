import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
// @ts-expect-error its types name folders, which Node's resolution does not know
import { textPositionSelectorMatcher, textQuoteSelectorMatcher } from '@apache-annotator/selector'
import { defaultModel, Model } from '@opensanctions/followthemoney'
import { parse as parseCsv } from 'csv-parse/sync'
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import Graph from 'graphology'
import gexf from 'graphology-gexf/node/index.js'
import graphml from 'graphology-graphml/node/index.js'
import { parquetReadObjects } from 'hyparquet'
import ICAL from 'ical.js'
import jsonld from 'jsonld'
import { Parser, Store } from 'n3'
import { expect, test } from 'vitest'
import { exportText, inventedChronicle, inventedFacts, inventedTables } from '../../test/support/invented-chronicle.ts'
import { codePointOffsets } from '../core/index.ts'
import { readBrat } from './brat-read.ts'
import { FORMATS, formatNamed, writeExport } from './register.ts'
import type { What } from './what.ts'

// Each format is read back by somebody else's reader of it.

const { entries, statements } = inventedChronicle
const titles = entries.map(({ title }) => title).sort()

test('CSV: csv-parse reads every record, with and without the mark', async () => {
  for (const bom of [false, true]) {
    const rows = parseCsv(await exportText('csv', { bom }), { columns: true, bom: true }) as Record<string, string>[]
    expect(rows.map(({ title }) => title).sort()).toEqual(titles)
    expect(rows[0]).toHaveProperty('id')
  }
  expect((await exportText('csv', { bom: true })).codePointAt(0)).toBe(0xfeff)
  expect((await exportText('csv')).startsWith('id,')).toBe(true)
})

test('iCalendar: ical.js reads events with their status, and finds no line too long', async () => {
  const calendar = new ICAL.Component(ICAL.parse(await exportText('ics')))
  const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
  const dated = entries.filter(({ date }) => date !== null && date !== '2030')
  expect(events.map(({ summary }) => summary).sort()).toEqual(dated.map(({ title }) => title).sort())
  const status = Object.fromEntries(
    events.map(({ uid, component }) => [uid, component.getFirstPropertyValue('status')]),
  )
  for (const { id, status: is } of dated)
    expect(status[`${id}@letopis`]).toBe(is === 'planned' ? 'TENTATIVE' : is === 'denied' ? 'CANCELLED' : 'CONFIRMED')
})

test('Atom and JSON Feed: feedsmith reads the same entries from both', async () => {
  const atom = parseAtomFeed(await exportText('atom'))
  const json = parseJsonFeed(await exportText('jsonfeed'))
  expect(atom.entries?.map(({ id }) => id)).toEqual(json.items?.map(({ id }) => id))
  expect(atom.entries?.map(({ title }) => title?.value).sort()).toEqual(titles)
  expect(json.items?.every(({ content_text, date_published }) => content_text && date_published)).toBe(true)
})

test('JSON-LD: expands to schema.org terms only, nothing dropped', async () => {
  const context = { '@vocab': 'https://schema.org/' }
  const documentLoader = async (url: string) => {
    expect(url).toBe('https://schema.org')
    return { contextUrl: undefined, documentUrl: url, document: { '@context': context } }
  }
  const expand = async (what: 'entries' | 'statements' | 'articles' | 'disagreements') =>
    (await jsonld.expand(JSON.parse(await exportText('jsonld', { what })), {
      documentLoader,
    } as jsonld.Options.Expand)) as unknown as Record<string, unknown>[]
  const nodes = await expand('entries')
  expect(nodes).toHaveLength(entries.length)
  expect(nodes.every((node) => String(node['@type']) === 'https://schema.org/Event')).toBe(true)
  const denied = nodes.find((node) => JSON.stringify(node).includes('"denied"'))
  expect(JSON.stringify(denied?.['https://schema.org/eventStatus'])).toContain('EventCancelled')
  const said = await expand('statements')
  expect(said.map((node) => String(node['@type']).replace('https://schema.org/', ''))).toEqual(
    statements.map(({ kind }) => (kind === 'direct' ? 'Quotation' : 'Claim')),
  )
  expect(await expand('articles')).toHaveLength(3)
  expect((await expand('disagreements')).length).toBeGreaterThan(1)
})

/** A text as Apache Annotator asks for it. */
const chunkerOf = (data: string) => ({
  currentChunk: { data, equals: () => true },
  nextChunk: () => null,
  previousChunk: () => null,
  precedesCurrentChunk: () => false,
})

test('Web Annotation: position (code points) and quote both select the words of the fact', async () => {
  const page = JSON.parse(await exportText('webanno'))
  expect([page['@context'], page.type]).toEqual(['http://www.w3.org/ns/anno.jsonld', 'AnnotationPage'])
  const said = page.items.filter(({ id }: { id: string }) => id.includes(':statement:b'))
  expect(said).toHaveLength(2)
  const wanted = inventedFacts.reduce(
    (sum, facts) => sum + facts.mentions.length + facts.statements.length + facts.events.length,
    0,
  )
  expect(page.items).toHaveLength(wanted)
  for (const { target, motivation, body } of page.items) {
    const facts = inventedFacts.find(({ id }) => target.source === `urn:letopis:article:${id}`)
    const [position, quote] = target.selector
    // As a reader in a language of code points would: Python's text[start:end].
    const points = codePointOffsets(facts?.text ?? '')
    expect(facts?.text.slice(points[position.start], points[position.end])).toBe(quote.exact)
    for (const find of [textPositionSelectorMatcher(position), textQuoteSelectorMatcher(quote)])
      for await (const { startIndex, endIndex } of find(chunkerOf(facts?.text ?? '')))
        expect(facts?.text.slice(startIndex, endIndex)).toBe(quote.exact)
    expect(facts?.text).toContain(quote.prefix + quote.exact + quote.suffix)
    expect(['identifying', 'describing', 'classifying']).toContain(motivation)
    expect(JSON.parse(body[1].value)).toHaveProperty('fact')
  }
})

test('PROV-O: n3 reads the Turtle, and a chain leads from the article to who said it', async () => {
  const store = new Store(new Parser().parse(await exportText('prov')))
  const prov = (name: string): string => `http://www.w3.org/ns/prov#${name}`
  const object = (subject: string, predicate: string): string | undefined =>
    store.getObjects(subject, predicate, null)[0]?.value
  const quote = store.getSubjects(prov('value'), null, null).map(({ value }) => value)
  expect(quote).toContain('urn:letopis:statement:b%230')
  const first = object('urn:letopis:statement:b%230', prov('hadPrimarySource')) ?? ''
  const speaker = object(first, prov('wasAttributedTo')) ?? ''
  expect(object(speaker, 'http://www.w3.org/2000/01/rdf-schema#label')).toBe('Лук Мора')
  const second = store.getSubjects(prov('wasQuotedFrom'), first, null)[0]?.value ?? ''
  expect(decodeURIComponent(object(second, prov('wasAttributedTo')) ?? '')).toBe('urn:letopis:agent:Агентство Залив')
  for (const what of ['entries', 'articles'] as const)
    expect(new Parser().parse(await exportText('prov', { what })).length).toBeGreaterThan(10)
})

test('TimelineJS: every dated entry is a slide with a date as fine as it is known, its text escaped', async () => {
  const { events, scale } = JSON.parse(await exportText('timelinejs'))
  expect(scale).toBe('human')
  expect(events).toHaveLength(entries.filter(({ date }) => date !== null).length)
  for (const { start_date, end_date, text, unique_id, group } of events) {
    expect(Object.keys({ start_date, text, unique_id, group })).toHaveLength(4)
    expect(Number.isInteger(start_date.year)).toBe(true)
    if (end_date) expect(end_date.year).toBeGreaterThanOrEqual(start_date.year)
    expect(text.headline).not.toMatch(/<|&(?!\w+;)/)
  }
  expect(events.map(({ start_date }: { start_date: object }) => start_date)).toContainEqual({ year: 2031, month: 6 })
})

test('GraphML and GEXF: graphology reads the same graph of who met whom from both', async () => {
  const graphs = [
    graphml.parse(Graph as never, await exportText('graphml')),
    gexf.parse(Graph as never, await exportText('gexf')),
  ]
  for (const graph of graphs) {
    // Visit: Berg and Chile; talks: Berg, Mora and Chile. What is planned, and a sanction, is no contact.
    expect([graph.order, graph.size, graph.type]).toEqual([3, 3, 'undirected'])
    const weights = graph.mapEdges((_edge, { weight }) => Number(weight)).sort()
    expect(weights).toEqual([1, 1, 2])
    expect(graph.mapNodes((_node, { type }) => type).sort()).toEqual(['country', 'person', 'person'])
  }
  expect(graphs[1]?.mapNodes((_node, { label }) => label).sort()).toEqual(['Анна Берг', 'Лук Мора', 'Чили'])
})

test('FollowTheMoney: its own model knows every schema and property, and every reference is there', async () => {
  const model = new Model(defaultModel)
  const lines = (await exportText('ftm')).split('\n').filter(Boolean)
  const read = lines.map((line) => JSON.parse(line) as { id: string; schema: string; properties: object })
  const ids = new Set(read.map(({ id }) => id))
  expect(ids.size).toBe(read.length)
  for (const { schema, properties } of read) {
    for (const [name, values] of Object.entries(properties) as [string, string[]][]) {
      const property = model.getSchema(schema).getProperty(name)
      if (property.type.name === 'entity') for (const value of values) expect(ids.has(value), value).toBe(true)
      if (property.type.name === 'date') for (const value of values) expect(value).toMatch(/^\d{4}(-\d\d){0,2}$/)
    }
  }
  const visit = read.find(({ properties }) => JSON.stringify(properties).includes('"visit"'))
  expect(visit?.properties).toMatchObject({ date: ['2031-05-19'], proof: ['letopis-article-a', 'letopis-article-b'] })
})

const bytesOf = async (format: string, what?: What): Promise<Uint8Array> => {
  const pieces: Buffer[] = []
  for await (const piece of writeExport(formatNamed(format)!, inventedTables, what ? { what } : {}))
    pieces.push(Buffer.from(piece as Uint8Array))
  return new Uint8Array(Buffer.concat(pieces))
}

test('Parquet: hyparquet reads every table back, types and whole records too', async () => {
  for (const what of formatNamed('parquet')!.covers) {
    const bytes = await bytesOf('parquet', what)
    const file = new Uint8Array(bytes).buffer
    const rows = (await parquetReadObjects({ file })) as Record<string, unknown>[]
    expect(rows.length, what).toBe((parseCsv(await exportText('csv', { what })) as unknown[]).length - 1)
    if (what !== 'entries') continue
    expect(rows.map(({ title }) => title).sort()).toEqual(titles)
    expect(rows.map(({ record }) => record)).toEqual(JSON.parse(JSON.stringify(entries)))
    expect(rows[0]?.origins).toBeTypeOf('number')
    expect(rows.some(({ place }) => place === null || place === undefined)).toBe(true)
  }
})

test('brat: the archive unpacks, and its files read back as the facts that they were', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'letopis-brat-'))
  try {
    await writeFile(join(folder, 'a.tar'), await bytesOf('brat'))
    execFileSync('tar', ['-xf', 'a.tar'], { cwd: folder })
    expect((await readdir(folder)).sort()).toEqual(
      'a.ann a.tar a.txt annotation.conf b.ann b.txt c.ann c.txt'.split(' '),
    )
    const text = await readFile(join(folder, 'b.txt'), 'utf8')
    const read = readBrat(text, await readFile(join(folder, 'b.ann'), 'utf8'))
    expect(read.unread).toEqual([])
    expect(read.statements.map(({ stance }) => stance)).toEqual(['supports', 'demands'])
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('CoNLL-U: every sentence has ten columns, one root and the words of its text', async () => {
  const sentences = (await exportText('conllu')).trimEnd().split('\n\n')
  expect(sentences.length).toBeGreaterThan(8)
  for (const sentence of sentences) {
    const words = sentence
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .map((line) => line.split('\t'))
    expect(words.every((cells) => cells.length === 10)).toBe(true)
    expect(words.filter(([, , , , , , head]) => head === '0')).toHaveLength(1)
    expect(words.map(([at]) => Number(at))).toEqual(words.map((_, at) => at + 1))
  }
})

test('every format tells whatever it covers, in either language', async () => {
  // The invented pages name no document, and no two states meet.
  for (const { name, covers } of FORMATS.filter(({ name: each }) => each !== 'conllu'))
    for (const what of covers.filter((each) => each !== 'documents' && each !== 'dyads'))
      for (const lang of ['ru', 'en'] as const)
        expect((await exportText(name, { what, lang })).length, name).toBeGreaterThan(0)
})
