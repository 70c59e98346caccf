import { expect, test } from 'vitest'
import { exportText, inventedChronicle, inventedTables } from '../../test/support/invented-chronicle.ts'
import { EVENT_KINDS, STANCES, STATUSES } from '../facts/index.ts'
import { CAMEO_COLUMNS } from './cameo.ts'
import { codeEvent, codeStance, goldsteinOf, quadClassOf, quadOf, scoreOf } from './political/coding.ts'
import { countryCode } from './political/countries.ts'
import { sectorOf } from './political/sectors.ts'

interface PloverRecord {
  id: string
  date: string
  actor: { code?: string; entity_text: string }[]
  recipient?: { code?: string; entity_text: string }[]
  event: string[]
  [field: string]: unknown
}

const plover = async (what: 'entries' | 'statements' = 'entries'): Promise<PloverRecord[]> =>
  (await exportText('plover', { what }))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as PloverRecord)

const cameo = async (what: 'entries' | 'statements' = 'entries') =>
  (await exportText('cameo', { what }))
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const cells = line.split('\t')
      expect(cells).toHaveLength(CAMEO_COLUMNS.length)
      return Object.fromEntries(CAMEO_COLUMNS.map((column, i) => [column, cells[i]]))
    })

const kindOf = (id: unknown): string => inventedChronicle.entries.find((entry) => entry.id === id)?.kind ?? ''

// The fields of the manual's table "PLOVER JSON"; the rest are ours, named in docs/export.md.
const FIELDS = new Set(
  `id has_event date time enddate endtime actor recipient event event_loc event_text quad_code event_scale mode context
  link text text_info cite_info coder coded_date coded_time comment`.split(/\s+/),
)
const OURS = new Set(['status', 'date_edtf', 'kind', 'origins', 'disagreements', 'stance', 'speech', 'date_basis'])
const CATEGORIES = `AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION
  MOBILIZE COERCE ASSAULT`.split(/\s+/)

test('PLOVER: every record has what the manual requires and names no field that it does not know', async () => {
  for (const record of [...(await plover()), ...(await plover('statements'))]) {
    expect(record.date).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(record.actor.length).toBeGreaterThan(0)
    for (const event of record.event) expect(CATEGORIES).toContain(event)
    expect([1, 2, 3, 4]).toContain(record.quad_code)
    for (const field of Object.keys(record)) expect(FIELDS.has(field) || OURS.has(field), field).toBe(true)
  }
})

test('PLOVER: a visit has its direction, talks have all as actors, a plan of cooperation is AGREE', async () => {
  const records = await plover()
  const visit = records.find(({ kind }) => kind === 'visit')
  expect(visit).toMatchObject({ event: ['CONSULT'], mode: ['visit'], quad_code: 1, event_scale: 4, status: 'happened' })
  expect([visit?.actor[0]?.entity_text, visit?.recipient?.[0]?.code]).toEqual(['Анна Берг', 'CHL'])
  const talks = records.find(({ kind }) => kind === 'meeting')
  expect(talks?.actor).toHaveLength(3)
  expect(talks).not.toHaveProperty('recipient')
  expect(records.find(({ kind }) => kind === 'agreement')).toMatchObject({
    event: ['AGREE'],
    date: '2031-06-01',
    enddate: '2031-06-30',
    date_edtf: '2031-06',
    status: 'planned',
  })
})

test('PLOVER: what is denied carries its negation; appointments and undated events are left out', async () => {
  const records = await plover()
  expect(records.find(({ kind }) => kind === 'aid')).toMatchObject({ event: ['AID'], context: ['negation'] })
  expect(records.map(({ id }) => kindOf(id))).not.toContain('appointment')
  expect(records.map(({ id }) => kindOf(id))).not.toContain('deployment')
})

test('PLOVER: statements go by their stance, plain ones have no place', async () => {
  const said = await plover('statements')
  expect(said.map(({ event, stance }) => [event[0], stance])).toEqual([
    ['SUPPORT', 'supports'],
    ['REQUEST', 'demands'],
  ])
})

test("CAMEO: GDELT's 61 columns in its order, then ours", async () => {
  expect(CAMEO_COLUMNS.indexOf('SOURCEURL')).toBe(60)
  expect([4, 5, 15, 25, 26, 29, 30, 34, 35, 43, 51, 59].map((at) => CAMEO_COLUMNS[at])).toEqual(
    'FractionDate Actor1Code Actor2Code IsRootEvent EventCode QuadClass GoldsteinScale AvgTone Actor1Geo_Type Actor2Geo_Type ActionGeo_Type DATEADDED'.split(
      ' ',
    ),
  )
  expect((await cameo()).length).toBeGreaterThan(5)
})

test('CAMEO: a visit is made one way and hosted the other; status stands beside', async () => {
  const rows = (await cameo()).filter(({ Letopis_Kind }) => Letopis_Kind === 'visit')
  expect(rows.map((row) => [row.Actor1Name, row.Actor2CountryCode, row.EventCode, row.GoldsteinScale])).toEqual([
    ['~АННА БЕРГ', 'CHL', '042', '1.9'],
    ['~ЧИЛИ', '', '043', '2.8'],
  ])
  expect(rows[0]).toMatchObject({ SQLDATE: '20310519', QuadClass: '1', Letopis_Status: 'happened', NumArticles: '2' })
  expect(rows[0]?.DATEADDED).toBe('20310501093000')
})

test('CAMEO: a sanction has its target, a date of a month or a year fills what it tells', async () => {
  const rows = await cameo()
  const sanction = rows.find(({ Letopis_Kind }) => Letopis_Kind === 'sanction')
  expect([sanction?.Actor1Code, sanction?.Actor2Code, sanction?.EventCode, sanction?.QuadClass]).toEqual([
    'URY',
    'ISL',
    '160',
    '4',
  ])
  const plan = rows.find(({ Letopis_Kind }) => Letopis_Kind === 'agreement')
  expect([plan?.SQLDATE, plan?.MonthYear, plan?.Year, plan?.EventRootCode]).toEqual(['', '203106', '2031', '03'])
  const denied = rows.find(({ Letopis_Kind }) => Letopis_Kind === 'aid')
  expect([denied?.MonthYear, denied?.Year, denied?.Letopis_Status]).toEqual(['', '2030', 'denied'])
})

test('CAMEO: event numbers differ and stay the same from one export to the next', async () => {
  const first = (await cameo()).map(({ GLOBALEVENTID }) => Number(GLOBALEVENTID))
  expect(new Set(first).size).toBe(first.length)
  expect(first.every(Number.isSafeInteger)).toBe(true)
  expect((await cameo()).map(({ GLOBALEVENTID }) => Number(GLOBALEVENTID))).toEqual(first)
})

test('every kind, status and stance that has codes has them whole', () => {
  for (const kind of EVENT_KINDS)
    for (const status of STATUSES) {
      const coded = codeEvent(kind, status)
      expect(coded === null).toBe(kind === 'appointment' || kind === 'decision')
      if (coded === null) continue
      expect([1, 2, 3, 4]).toContain(quadOf(coded.event ?? ''))
      expect(scoreOf(coded.event ?? '', coded.mode)).toBeTypeOf('number')
      for (const cameo of [coded.cameo, coded.back ?? coded.cameo]) expect(goldsteinOf(cameo)).toBeTypeOf('number')
    }
  for (const stance of STANCES) {
    const { event, mode, cameo } = codeStance(stance)
    expect(goldsteinOf(cameo), stance).toBeTypeOf('number')
    expect(quadClassOf(cameo)).toBeGreaterThan(0)
    if (event !== null) expect(scoreOf(event, mode)).toBeTypeOf('number')
  }
})

test.each([
  ['премьер-министр Исландии', 'GOV'],
  ['депутат парламента', 'LEG'],
  ['командующий флотом', 'MIL'],
  ['бывший президент', 'ELI'],
  ['Верховный суд', 'JUD'],
  ['скрипач', null],
])('%s is of sector %s', (role, sector) => expect(sectorOf(role)).toBe(sector))

test('states of the press have codes, others none', () => {
  expect([countryCode('США')?.code, countryCode("Кот-д'Ивуар")?.code, countryCode('ООН')?.code]).toEqual([
    'USA',
    'CIV',
    'UNO',
  ])
  expect(countryCode('Кальвия')).toBeNull()
  expect(inventedTables).toBeDefined()
})
