import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Line, page, plainLanguage } from '../../test/support/invented-facts.ts'
import { type ArticleFacts, EVENT_KINDS, STATUSES } from '../facts/index.ts'
import { buildChronicle } from './build.ts'
import type { Chronicle, Entry } from './chronicle.ts'

const build = (...facts: readonly ArticleFacts[]): Chronicle => buildChronicle(facts, plainLanguage)

/** One line an entry: what a reader of the chronicle sees first. */
const seen = ({ entries }: Chronicle): string[] =>
  entries.map(
    ({ date, kind, status, evidence }) =>
      `${date ?? '—'} ${kind} ${status} ${[...new Set(evidence.map(({ article }) => article))].join('+')}`,
  )

const BERG = 'Анна Берг'
const LUND = 'Олаф Лунд'
const ROJAS = 'Мария Рохас'

test('one event told on two pages, once with a day and once with a month, is one entry with the day', () => {
  const chronicle = build(
    page({ id: 'a', published: '2031-05-13', outlet: 'Вести' }, [
      'Анна Берг провела переговоры с Марией Рохас в Осло 12 мая.',
      `meeting happened переговоры | ${BERG}, ${ROJAS} | 2031-05-12 | Осло`,
    ]),
    page({ id: 'b', published: '2031-06-20', outlet: 'Курьер' }, [
      'В мае Анна Берг встречалась с Марией Рохас.',
      `meeting happened встречалась | ${BERG}, ${ROJAS} | 2031-05 |`,
    ]),
  )
  expect(seen(chronicle)).toEqual(['2031-05-12 meeting happened a+b'])
  expect(chronicle.entries[0]?.granularity.map(({ value }) => value)).toEqual(['2031-05-12', '2031-05'])
  expect(chronicle.entries[0]?.disagreements).toEqual([])
  expect(chronicle.entries[0]).toMatchObject({ origins: 2, outlets: 2 })
})

test('the plan, its confirmation and the visit are one entry with a history', () => {
  const chronicle = build(
    page({ id: 'a', published: '2031-05-01' }, [
      'Анна Берг посетит Чили 12 мая.',
      `visit planned посетит | ${BERG}:visitor, Чили:host | 2031-05-12 |`,
    ]),
    page({ id: 'b', published: '2031-05-12' }, [
      'Анна Берг прибыла в Чили.',
      `visit happened прибыла | ${BERG}:visitor, Чили:host | 2031-05-12 |`,
    ]),
  )
  expect(seen(chronicle)).toEqual(['2031-05-12 visit happened a+b'])
  expect(chronicle.entries[0]?.history.map(({ status }) => status)).toEqual(['planned', 'happened'])
})

test('who visits one place on one day pays one visit, whoever else is named; two guests of one host pay two', () => {
  const harbour = build(
    page({ id: 'a', published: '2031-05-12' }, [
      'Анна Берг от Союза портов посетила Осло 12 мая.',
      `visit happened посетила | ${BERG}:visitor, Союз портов:visitor | 2031-05-12 | Осло`,
    ]),
    page({ id: 'b', published: '2031-05-14' }, [
      'Норвегия принимала Анну Берг в Осло 12 мая.',
      `visit happened принимала | ${BERG}:visitor, Норвегия:host | 2031-05-12 | Осло`,
    ]),
    page({ id: 'c', published: '2031-05-11' }, [
      'Делегация во главе с Анной Берг прибудет в Осло 12 мая.',
      `visit planned прибудет | ${BERG}:host, Норвегия:host | 2031-05-12 | Осло`,
    ]),
  )
  expect(seen(harbour)).toEqual(['2031-05-12 visit happened c+a+b'])
  const guests = build(
    page({ id: 'a', published: '2031-05-12' }, [
      'Анна Берг принимала Марию Рохас в Осло 12 мая.',
      `visit happened принимала | ${ROJAS}:visitor, ${BERG}:host | 2031-05-12 | Осло`,
    ]),
    page({ id: 'b', published: '2031-05-12' }, [
      'Олаф Лунд приехал к Анне Берг в Осло 12 мая.',
      `visit happened приехал | ${LUND}:visitor, ${BERG}:host | 2031-05-12 | Осло`,
    ]),
  )
  expect(guests.entries).toHaveLength(2)
})

test('a headline and the sentence after it tell one deed, though they name other places; one sentence with two tells two', () => {
  const told = (...more: readonly Line[]): Chronicle =>
    build(
      page(
        { id: 'a', published: '2031-05-12' },
        [
          'Норвегия разместила ракеты в Осло.',
          'deployment happened разместила | Норвегия:agent, Чили:target | 2031-05-12 publication | Осло',
        ],
        ...more,
      ),
    )
  const retold: Line = [
    'Ракеты против Чили Норвегия разместила у Кедра.',
    'deployment happened разместила | Норвегия:agent, Чили:target | 2031-05-12 publication | Кедр',
  ]
  expect(told(retold).entries).toHaveLength(1)
  const two = build(
    page({ id: 'a', published: '2031-05-12' }, [
      'Норвегия разместила ракеты в Осло и разместила их у Кедра.',
      'deployment happened разместила | Норвегия:agent, Чили:target | 2031-05-12 publication | Осло',
      'deployment happened разместила | Норвегия:agent, Чили:target | 2031-05-12 publication | Кедр',
    ]),
  )
  expect(two.entries).toHaveLength(2)
})

test('a plan that was moved by some days is still the plan of that visit, and the dates disagree', () => {
  const chronicle = build(
    page({ id: 'a', published: '2031-05-01' }, [
      'Анна Берг посетит Чили 15 мая.',
      `visit planned посетит | ${BERG}:visitor, Чили:host | 2031-05-15 |`,
    ]),
    page({ id: 'b', published: '2031-05-19' }, [
      'Анна Берг прибыла в Чили.',
      `visit happened прибыла | ${BERG}:visitor, Чили:host | 2031-05-19 |`,
    ]),
  )
  expect(seen(chronicle)).toEqual(['2031-05-19 visit happened a+b'])
  expect(chronicle.entries[0]?.disagreements).toMatchObject([{ about: 'date', relation: 'conflict' }])
})

test('a coup that one page tells with a day and another in passing, with whoever condemned it, is one entry', () => {
  const chronicle = build(
    page({ id: 'a', published: '2031-05-13' }, [
      'Военные совершили переворот в Чили 12 мая.',
      'attack happened переворот | Чили:target | 2031-05-12 | Чили',
    ]),
    page({ id: 'b', published: '2031-05-15' }, [
      'Норвегия осудила переворот в Чили.',
      'attack happened переворот | Норвегия:agent, Чили:target | | Чили',
    ]),
    page({ id: 'c', published: '2031-05-16' }, [
      'Взрывы слышны в Чили.',
      'attack happened Взрывы | Чили:target | 2031-05-16 | Чили',
    ]),
  )
  expect(seen(chronicle)).toEqual(['2031-05-12 attack happened a+b', '2031-05-16 attack happened c'])
})

test('a plan that nothing has followed stays its own entry', () => {
  const chronicle = build(
    page(
      { id: 'a', published: '2031-05-12' },
      [
        'Анна Берг и Мария Рохас встретились в Осло.',
        `meeting happened встретились | ${BERG}, ${ROJAS} | 2031-05-12 | Осло`,
      ],
      ['Они договорились о новой встрече.', `meeting planned встрече | ${BERG}, ${ROJAS} | |`],
    ),
  )
  expect(seen(chronicle)).toEqual(['2031-05-12 meeting happened a', '— meeting planned a'])
})

test('a plan that was announced before the deed is told beside it as the plan of it', () => {
  const times = (facts: ArticleFacts): ArticleFacts => ({
    ...facts,
    times: [{ start: 60, end: 65, value: '2031-05-08' }],
  })
  const facts = page(
    { id: 'a', published: '2031-05-12' },
    [
      'Анна Берг и Мария Рохас провели переговоры в Осло.',
      `meeting happened переговоры | ${BERG}, ${ROJAS} | 2031-05-12 | Осло`,
    ],
    [
      'Ещё 8 мая газета писала, что Берг намерена встретиться с Рохас.',
      `meeting planned встретиться | ${BERG}, ${ROJAS} | |`,
    ],
  )
  expect(facts.text.slice(50, 62)).toContain('8')
  expect(seen(build(times(facts)))).toEqual(['2031-05-12 meeting happened a'])
})

test('what comes back every year stays apart', () => {
  const summit = (id: string, year: number): ArticleFacts =>
    page({ id, published: `${year}-09-02` }, [
      'В Осло открылся ежегодный саммит.',
      `gathering happened саммит | ${BERG}, Норвегия | ${year}-09-02 | Осло`,
    ])
  expect(seen(build(summit('a', 2030), summit('b', 2031)))).toEqual([
    '2030-09-02 gathering happened a',
    '2031-09-02 gathering happened b',
  ])
})

test('the talks within a visit are an entry of their own, part of the visit', () => {
  const { entries } = build(
    page(
      { id: 'a', published: '2031-05-12' },
      ['Анна Берг прибыла в Чили.', `visit happened прибыла | ${BERG}:visitor, Чили:host | 2031-05-12 | Сантьяго`],
      [
        'Она провела переговоры с Марией Рохас.',
        `meeting happened переговоры | ${BERG}, ${ROJAS} | 2031-05-12 | Сантьяго`,
      ],
    ),
  )
  const [visit, talks] = ['visit', 'meeting'].map((kind) => entries.find((entry) => entry.kind === kind) as Entry)
  expect(talks?.partOf).toBe(visit?.id)
  expect(visit?.partOf).toBeNull()
})

test('talks before a visit, or with hosts of another one, are no part of it', () => {
  const chronicle = build(
    page(
      { id: 'a', published: '2031-05-12' },
      [
        'Анна Берг и Мария Рохас встретились в Осло 12 мая.',
        `meeting happened встретились | ${BERG}, ${ROJAS} | 2031-05-12 | Осло`,
      ],
      ['Анна Берг посетит Чили 14 мая.', `visit planned посетит | ${BERG}:visitor, Чили:host | 2031-05-14 |`],
    ),
  )
  expect(chronicle.entries.map(({ partOf }) => partOf)).toEqual([null, null])
})

test('strikes at two places on one day are two events', () => {
  const strike = (id: string, place: string): ArticleFacts =>
    page({ id, published: '2031-05-12' }, [
      `Удар пришелся по объекту: ${place}.`,
      `attack happened Удар | Уругвай:agent, Чили:target | 2031-05-12 | ${place}`,
    ])
  expect(build(strike('a', 'Арика'), strike('b', 'Икике')).entries).toHaveLength(2)
})

test('what one body decides on one day in two matters stays apart; one matter told by two pages does not', () => {
  const decided = (id: string, text: string): ArticleFacts =>
    page({ id, published: '2031-05-12', outlet: id }, [
      text,
      'decision happened закрыл | Рыбнадзор:agent | 2031-05-12 |',
    ])
  const chronicle = build(
    decided('a', 'Рыбнадзор закрыл промысел сельди у берегов Арики.'),
    decided('b', 'После жалоб соседей на запах и ночной шум Рыбнадзор закрыл рынок моллюсков в посёлке Хамар.'),
    decided('c', 'Рыбнадзор 12 мая закрыл промысел сельди близ Арики.'),
  )
  expect(seen(chronicle).sort()).toEqual(['2031-05-12 decision happened a+c', '2031-05-12 decision happened b'])
})

test('one court that arrests two on one day makes two arrests; an arrest told again is the same', () => {
  const arrest = (id: string, text: string, who: string): ArticleFacts =>
    page({ id, published: '2031-05-12', outlet: id }, [
      text,
      `detention happened арестовал | ${who}Рыбный суд:agent | 2031-05-12 | Арика`,
    ])
  const chronicle = build(
    arrest('a', 'Рыбный суд арестовал Олафа Лунда на два месяца.', `${LUND}:target, `),
    arrest('b', 'Рыбный суд арестовал Марию Рохас на два месяца.', `${ROJAS}:target, `),
    arrest('c', 'Марию Рохас Рыбный суд арестовал до июля.', `${ROJAS}:target, `),
  )
  expect(seen(chronicle).sort()).toEqual(['2031-05-12 detention happened a', '2031-05-12 detention happened b+c'])
})

test('one person decides in many matters: two of different words on neighbouring days are two', () => {
  const decided = (id: string, day: number, text: string): ArticleFacts =>
    page({ id, published: `2031-05-${day}`, outlet: id }, [
      text,
      `decision happened подписала | ${BERG}:agent | 2031-05-${day} publication |`,
    ])
  const chronicle = build(
    decided(
      'a',
      12,
      'Указ о наградах спасателям, вытащившим из шторма команду траулера у северного мыса, Анна Берг подписала без единой поправки.',
    ),
    decided(
      'b',
      12,
      'Закон, который переносит летние каникулы школьников столицы на август и отменяет экзамены по географии, Анна Берг подписала вечером.',
    ),
  )
  expect(chronicle.entries).toHaveLength(2)
})

test('a meeting of the same person with somebody else is another meeting', () => {
  const talks = (id: string, other: string): ArticleFacts =>
    page({ id, published: '2031-05-12' }, [
      `Анна Берг встретилась с гостем: ${other}.`,
      `meeting happened встретилась | ${BERG}, ${other} | 2031-05-12 |`,
    ])
  expect(build(talks('a', ROJAS), talks('b', LUND)).entries).toHaveLength(2)
})

test('done on one page and denied on a later one: one entry, and a conflict that keeps both', () => {
  const { entries } = build(
    page({ id: 'a', published: '2031-05-12', outlet: 'Вести' }, [
      'Анна Берг встретилась с Марией Рохас.',
      `meeting happened встретилась | ${BERG}, ${ROJAS} | 2031-05-12 |`,
    ]),
    page({ id: 'b', published: '2031-05-13', outlet: 'Курьер' }, [
      'Встречи Анны Берг с Марией Рохас 12 мая не было.',
      `meeting denied Встречи | ${BERG}, ${ROJAS} | 2031-05-12 |`,
    ]),
  )
  expect(entries).toHaveLength(1)
  expect(entries[0]?.disagreements).toMatchObject([
    { about: 'status', relation: 'conflict', versions: [{ articles: ['a'] }, { articles: ['b'] }] },
  ])
})

test('reports of two outlets that rest on one agency are one origin', () => {
  const report = (id: string, outlet: string): ArticleFacts => {
    const facts = page({ id, published: '2031-05-12', outlet }, [
      `Анна Берг встретилась с Марией Рохас, передает агентство, пишет ${outlet}.`,
      `meeting happened встретилась | ${BERG}, ${ROJAS} | 2031-05-12 |`,
    ])
    const statement = {
      start: 0,
      end: 38,
      kind: 'indirect',
      stance: 'says',
      speaker: { name: LUND },
      via: [{ name: 'Нордтелеграф' }],
      cue: null,
    } as const
    return { ...facts, statements: [statement], events: facts.events.map((event) => ({ ...event, statement: 0 })) }
  }
  const [entry] = build(report('a', 'Вести'), report('b', 'Курьер')).entries
  expect(entry).toMatchObject({ outlets: 2, origins: 1 })
  expect(entry?.evidence[0]?.chain).toEqual([LUND, 'Нордтелеграф', 'Вести'])
})

// Generated pages: few names and days, so that they meet often.
const people = [BERG, LUND, ROJAS, 'Хуан Сото', 'Берг']
const arbEvent = fc
  .record({
    kind: fc.constantFrom(...EVENT_KINDS),
    status: fc.constantFrom(...STATUSES),
    who: fc.uniqueArray(fc.constantFrom(...people, 'Чили', 'Норвегия', 'Союз портов'), { maxLength: 3 }),
    day: fc.option(fc.constantFrom('2031-05-12', '2031-05-13', '2031-05', '2031', '2031-06-02', '2031/..')),
    place: fc.option(fc.constantFrom('Осло', 'Сантьяго', 'Чили')),
    word: fc.constantFrom('встреча', 'визит', 'договор', 'учения'),
    more: fc.constantFrom('прошла в порту', 'обсуждалась в парламенте', 'осталась без подробностей'),
  })
  .map(
    ({ kind, status, who, day, place, word, more }): Line => [
      `Эта ${word} ${more} ${who.join(' и ')}.`,
      `${kind} ${status} ${word} | ${who.join(',')} | ${day ?? ''} | ${place ?? ''}`,
    ],
  )
const arbPages = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 0, max: 30 }).map((n) => `p${n}`),
      published: fc.option(fc.constantFrom('2031-05-12', '2031-05-13T10:00', '2031-06-03')),
      outlet: fc.option(fc.constantFrom('Вести', 'Курьер')),
      lines: fc.array(arbEvent, { maxLength: 5 }),
    }),
    { maxLength: 7, selector: ({ id }) => id },
  )
  .map((list) => list.map(({ lines, ...header }) => page(header, ...lines)))

test('any order of the same pages gives the same chronicle, and a page added twice changes nothing', () => {
  fc.assert(
    fc.property(
      arbPages.chain((pages) =>
        fc.tuple(fc.constant(pages), fc.shuffledSubarray([...pages, ...pages], { minLength: pages.length * 2 })),
      ),
      ([pages, again]) => {
        expect(build(...again)).toEqual(build(...pages))
      },
    ),
    { numRuns: 60 },
  )
})

test('every mention stands in exactly one entry, every quote is the text at its offsets, every id is unique', () => {
  fc.assert(
    fc.property(arbPages, (pages) => {
      const { entries, identities, stories } = build(...pages)
      const texts = new Map(pages.map(({ id, text }) => [id, text]))
      const mentions = entries.flatMap(({ evidence }) => evidence.map(({ article, event }) => `${article} ${event}`))
      expect([...mentions].sort()).toEqual(
        pages.flatMap(({ id, events }) => events.map((_, at) => `${id} ${at}`)).sort(),
      )
      for (const { evidence, disagreements, origins, outlets } of entries) {
        expect(origins).toBeLessThanOrEqual(outlets)
        const sources = disagreements.flatMap(({ versions }) => versions.flatMap((version) => version.sources))
        for (const { article, start, end, quote } of [...evidence, ...sources])
          expect(quote).toBe(texts.get(article)?.slice(start, end))
      }
      const ids = [
        ...entries.flatMap(({ id, aliases }) => [id, ...aliases]),
        ...identities.map(({ id }) => id),
        ...stories.map(({ id }) => id),
      ]
      expect(new Set(ids).size).toBe(ids.length)
      const disputes = entries.flatMap(({ disagreements }) => disagreements.map(({ id }) => id))
      expect(new Set(disputes).size).toBe(disputes.length)
    }),
    { numRuns: 60 },
  )
})

test('an outlet that passes on an agency and speaks for itself too is one origin; a bare "газета" is no link', () => {
  const told = (id: string, outlet: string, ...via: readonly string[]): ArticleFacts => {
    const one = page(
      { id, published: '2031-05-12', outlet },
      ['Анна Берг прибыла в Чили.', `visit happened прибыла | ${BERG}:visitor, Чили:host | 2031-05-12 |`],
      ['Визит начался в Чили днём.', `visit happened Визит | ${BERG}:visitor, Чили:host | 2031-05-12 |`],
    )
    const statements = via.map((name) => ({
      start: 0,
      end: 25,
      kind: 'indirect' as const,
      stance: 'says' as const,
      speaker: { name: 'пристань' },
      via: [{ name }],
      cue: null,
    }))
    return {
      ...one,
      statements,
      events: one.events.map((event, at) => (via[at] ? { ...event, statement: at } : event)),
    }
  }
  const only = (...facts: readonly ArticleFacts[]): Entry => build(...facts).entries[0] as Entry
  expect(only(told('a', 'Вести', 'Маяк'))).toMatchObject({ outlets: 1, origins: 1 })
  expect(only(told('a', 'Маяк'), told('b', 'Вести', 'Маяк', 'Маяк'))).toMatchObject({ outlets: 2, origins: 1 })
  expect(only(told('a', 'Вести', 'газета')).evidence[0]?.chain).toEqual(['пристань', 'Вести'])
})

test('one report that takes for done what five call still to come, or two deny, does not make it done', () => {
  const lines = (...statuses: readonly string[]): Line[] =>
    statuses.map((status) => [
      'Норвегия и Чили подпишут договор о рыбе в Осло.',
      `agreement ${status} договор | Норвегия, Чили | 2031-05-12 | Осло`,
    ])
  const status = (...statuses: readonly string[]): string | undefined =>
    build(page({ id: 'a', published: '2031-05-10' }, ...lines(...statuses))).entries[0]?.status
  expect(status('planned', 'planned', 'planned', 'planned', 'planned', 'happened')).toBe('planned')
  expect(status('planned', 'planned', 'happened')).toBe('happened')
  expect(status('denied', 'denied', 'happened')).toBe('denied')
})
