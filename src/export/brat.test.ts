import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EVENT_KINDS, STANCES, STATUSES } from '../facts/index.ts'
import { BRAT_CONFIGURATION, bratAnnotations, bratStem } from './brat.ts'
import { readBrat } from './brat-read.ts'

const PAGE = {
  text: 'Анна Берг 😀 прибыла в Осло 4 марта.\n«Мы рады»,\n— сказала она.',
  mentions: [{ start: 0, end: 9, type: 'person', name: 'Анна Берг', identity: 'p1' }],
  times: [{ start: 28, end: 35, value: '2021-03-04' }],
  statements: [
    {
      start: 38,
      end: 45,
      kind: 'direct',
      stance: 'supports',
      speaker: { name: 'Анна Берг' },
      via: [{ name: 'Агентство «Север; Юг»' }, { name: '100 % новостей' }],
      cue: null,
    },
  ],
  events: [
    {
      kind: 'visit',
      status: 'happened',
      trigger: { start: 13, end: 20, lemma: 'прибыть' },
      participants: [
        { name: 'Анна Берг', role: 'visitor' },
        { name: 'Норвегия', role: 'host' },
      ],
      date: '2021-03-04',
      dateBasis: 'text',
      place: { name: 'Осло' },
      figures: [],
    },
  ],
  figures: [{ start: 28, end: 29, value: 4, unit: 'единица' }],
} as const

test('standoff counts code points and keeps values in notes', () => {
  expect(bratAnnotations(PAGE).split('\n')).toEqual([
    'T1\tPerson 0 9\tАнна Берг',
    '#1\tAnnotatorNotes T1\tname=Анна Берг',
    'T2\tTime 27 34\t4 марта',
    '#2\tAnnotatorNotes T2\tvalue=2021-03-04',
    'T3\tStatement 37 44\tМы рады',
    'A1\tKind T3 direct',
    'A2\tStance T3 supports',
    '#3\tAnnotatorNotes T3\tspeaker=Анна Берг ; via=Агентство «Север%3B Юг» | 100 %25 новостей',
    'T4\tVisit 12 19\tприбыла',
    'E1\tVisit:T4',
    'A3\tStatus E1 happened',
    '#4\tAnnotatorNotes E1\tparticipants=Анна Берг | Норвегия ; date=2021-03-04 ; place=Осло',
    'T5\tFigure 27 28\t4',
    '#5\tAnnotatorNotes T5\tvalue=4 ; unit=единица',
    '',
  ])
})

test('a span over line breaks is written in pieces and read as one', () => {
  const text = 'Первая строка\n\nвторая строка'
  const ann = bratAnnotations({
    ...PAGE,
    text,
    mentions: [],
    statements: [],
    events: [],
    figures: [],
    times: [{ start: 7, end: 21, value: '2020' }],
  })
  expect(ann.split('\n')[0]).toBe('T1\tTime 7 13;15 21\tстрока вторая')
  expect(readBrat(text, ann).times).toEqual([{ start: 7, end: 21, value: '2020' }])
})

test('the configuration names every type and value', () => {
  for (const word of ['Visit', 'Named_event', 'Statement', ...STANCES, ...STATUSES])
    expect(BRAT_CONFIGURATION).toContain(word)
  expect(bratStem('site:2024/05 №1')).toBe('site_2024_05__1')
})

test('what people write by hand is read; what says nothing is listed', () => {
  const found = readBrat(
    'Берг прибыла.',
    'T1\tVisit 5 12\tприбыла\r\nE1\tVisit:T1\r\nT2\tStatement 0 4\tБерг\n#1\tAnnotatorNotes T2\tspeaker= Анна Берг;via=a|b\nR1\tOdd Arg1:T1\nT3\tTime 0 4\tБерг\nT9\tTime 900 901\tx\n',
  )
  expect(found.events).toEqual([
    { kind: 'visit', status: 'happened', trigger: { start: 5, end: 12 }, participants: [], date: null, place: null },
  ])
  expect(found.statements[0]).toMatchObject({ speaker: 'Анна Берг', via: ['a', 'b'], stance: 'says', kind: 'indirect' })
  expect(found.unread.map(({ line }) => line)).toEqual([5, 7, 6])
})

test('out and in again: everything that standoff says comes back, on any text', () => {
  const name = fc
    .string({ minLength: 1, unit: 'grapheme' })
    .map((text) => text.trim())
    .filter((text) => text !== '' && !/[\ud800-\udfff](?![\udc00-\udfff])/u.test(text))
  const page = fc.string({ minLength: 2, unit: 'grapheme' }).chain((raw) => {
    const text = raw.replace(/\r/g, ' ')
    const span = fc
      .tuple(fc.nat([...text].length - 1), fc.nat([...text].length - 1))
      .map(([a, b]) => {
        const points = [...text]
        const at = (n: number): number => points.slice(0, n).join('').length
        const start = at(Math.min(a, b))
        return { start, end: Math.max(at(Math.max(a, b) + 1), start + 1) }
      })
      .filter(({ start, end }) => text[start] !== '\n' && text[end - 1] !== '\n')
    return fc.record({
      text: fc.constant(text),
      mentions: fc.array(fc.record({ at: span, name, type: fc.constantFrom('person', 'event', 'country') }), {
        maxLength: 3,
      }),
      times: fc.array(fc.record({ at: span, value: fc.constantFrom('2020', '2020/..', '2021-03-04T13:00') }), {
        maxLength: 3,
      }),
      statements: fc.array(
        fc.record({
          at: span,
          speaker: fc.option(name),
          via: fc.array(name, { maxLength: 2 }),
          stance: fc.constantFrom(...STANCES),
          kind: fc.constantFrom('direct', 'indirect'),
        }),
        { maxLength: 3 },
      ),
      events: fc.array(
        fc.record({
          at: span,
          kind: fc.constantFrom(...EVENT_KINDS),
          status: fc.constantFrom(...STATUSES),
          participants: fc.array(name, { maxLength: 3 }),
          date: fc.option(fc.constant('2020-01')),
          place: fc.option(name),
        }),
        { maxLength: 3 },
      ),
    })
  })
  fc.assert(
    fc.property(page, ({ text, mentions, times, statements, events }) => {
      const facts = {
        text,
        mentions: mentions.map(({ at, ...rest }) => ({ ...at, ...rest })),
        times: times.map(({ at, ...rest }) => ({ ...at, ...rest })),
        statements: statements.map(({ at, ...rest }) => ({ ...at, ...rest })),
        events: events.map(({ at, ...rest }) => ({ trigger: at, ...rest })),
        figures: [],
      }
      const written = bratAnnotations({
        ...facts,
        statements: facts.statements.map((one) => ({
          ...one,
          speaker: one.speaker === null ? null : { name: one.speaker },
          via: one.via.map((each) => ({ name: each })),
        })),
        events: facts.events.map((one) => ({
          ...one,
          participants: one.participants.map((each) => ({ name: each })),
          place: one.place === null ? null : { name: one.place },
        })),
      } as unknown as Parameters<typeof bratAnnotations>[0])
      expect(readBrat(text, written)).toEqual({ ...facts, unread: [] })
    }),
    { numRuns: 150 },
  )
})
