import { expect, test } from 'vitest'
import { page, plainLanguage } from '../../test/support/invented-facts.ts'
import { tablesOf } from '../app/index.ts'
import { buildChronicle, type Dyad } from '../chronicle/index.ts'
import { CSV, CSV_COLUMNS, csvRow } from './csv.ts'
import { factsJson } from './facts.ts'
import { formatNamed, writeExport } from './register.ts'
import { selectEntries } from './select.ts'
import type { What } from './what.ts'

const facts = [
  page({ id: 'a', published: '2031-05-01', outlet: 'Вести, "вечер"', headline: 'Берг едет в Чили' }, [
    'Анна Берг посетит Чили 15 мая.',
    'visit planned посетит | Анна Берг:visitor, Чили:host | 2031-05-15 |',
  ]),
  page({ id: 'b', published: '2031-05-19' }, [
    'Анна Берг прибыла в Чили.',
    'visit happened прибыла | Анна Берг:visitor, Чили:host | 2031-05-19 |',
  ]),
]
const chronicle = buildChronicle(facts, plainLanguage)

const textOf = async (format: string, what: What, bom = false): Promise<string> => {
  let text = ''
  for await (const piece of writeExport(formatNamed(format)!, tablesOf(chronicle), { what, bom })) text += piece
  return text
}

// Reads RFC 4180 back, so that the test does not trust the writer.
const readCsv = (text: string): string[][] => {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

test('a cell with a comma, a quotation mark or a line break is quoted, a null is empty', () => {
  expect(csvRow(['а,б', 'сказал "да"', 'две\nстроки', null, 2])).toBe('"а,б","сказал ""да""","две\nстроки",,2\r\n')
})

test('a cell that a sheet program would run as a formula is kept text', () => {
  expect(csvRow(['=1+1', '@имя', '-5', '- да'])).toBe("'=1+1,'@имя,-5,'- да\r\n")
})

test('every table has its header and as many cells in every record', async () => {
  for (const what of CSV.covers as (keyof typeof CSV_COLUMNS)[]) {
    const rows = readCsv(await textOf('csv', what))
    expect(rows[0]).toEqual(CSV_COLUMNS[what])
    for (const row of rows) expect(row, what).toHaveLength(CSV_COLUMNS[what].length)
  }
})

test('an entry in CSV: what a reader of the table sees', async () => {
  const [columns = [], row = []] = readCsv(await textOf('csv', 'entries'))
  const cell = (name: string): string | undefined => row[columns.indexOf(name)]
  expect(cell('status')).toBe('happened')
  expect(cell('participants')).toBe('Анна Берг\nЧили')
  expect(cell('quotes')).toBe('Анна Берг посетит Чили 15 мая.\nАнна Берг прибыла в Чили.')
  expect(cell('disagreements')).toBe('date, conflict: 2031-05-15 / 2031-05-19')
})

test('a disagreement has one record a version', async () => {
  const rows = readCsv(await textOf('csv', 'disagreements'))
  expect(rows.slice(1).map((row) => row.slice(5, 8))).toEqual([
    ['1', '2031-05-15', 'a'],
    ['2', '2031-05-19', 'b'],
  ])
})

test('JSON lines: one record a line, the fields of the contract first', async () => {
  const lines = (await textOf('jsonl', 'entries')).split(/(?<=\n)/)
  expect(lines).toHaveLength(chronicle.entries.length)
  expect(lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true)
  expect(JSON.parse(lines[0] ?? '')).toEqual(chronicle.entries[0])
  expect(Object.keys(JSON.parse(lines[0] ?? '')).slice(0, 13)).toEqual(
    'id kind status date title participants place evidence origins history disagreements partOf story'.split(' '),
  )
})

test('facts as JSON lose nothing and keep the order of the contract', async () => {
  const [first] = facts
  const written = JSON.parse(factsJson(first as (typeof facts)[number]))
  expect(written).toEqual(first)
  expect(Object.keys(written).slice(0, 10)).toEqual(
    'id input url outlet language headline published publishedBasis updated text'.split(' '),
  )
})

test('pairs of states and documents, whole and as tables, also of what a filter leaves', async () => {
  const signed = buildChronicle(
    [
      ...facts,
      {
        ...page({ id: 'c', published: '2031-05-20', outlet: 'Курьер' }, [
          'Норвегия и Чили подписали Договор о портах.',
          'agreement happened подписали | Норвегия, Чили | 2031-05-20 | Осло',
        ]),
        documents: [{ start: 26, end: 42, name: 'Договор о портах', identity: 'Договор о портах' }],
      },
    ],
    plainLanguage,
  )
  const agreement = signed.entries.find(({ kind }) => kind === 'agreement')!
  for (const tables of [tablesOf(signed), selectEntries(tablesOf(signed), [agreement])]) {
    const written = async (format: string, what: What): Promise<string> => {
      let text = ''
      for await (const piece of writeExport(formatNamed(format)!, tables, { what })) text += piece
      return text
    }
    const dyads = JSON.parse(await written('json', 'dyads')) as Dyad[]
    expect(dyads.map(({ members }) => members.map(({ name }) => name).sort())).toEqual([['Норвегия', 'Чили']])
    expect(dyads[0]?.agreements).toEqual([agreement.id])
    const [columns = [], row = []] = readCsv(await written('csv', 'dyads'))
    expect(row[columns.indexOf('agreements')]).toBe(agreement.id)
    const documents = readCsv(await written('csv', 'documents'))
    expect(documents.map((cells) => [cells[1], cells[6]])).toEqual([
      ['name', 'made_by'],
      ['Договор о портах', agreement.id],
    ])
    expect(JSON.parse(await written('jsonl', 'documents'))).toMatchObject({ madeBy: agreement.id })
  }
})

test('statements and disagreements come as records and as tables', async () => {
  for (const what of ['statements', 'disagreements'] as const) {
    const records = (await textOf('jsonl', what)).split('\n').filter(Boolean)
    const rows = readCsv(await textOf('csv', what)).slice(1)
    expect(new Set(rows.map(([id]) => id)).size).toBe(records.length)
  }
})
