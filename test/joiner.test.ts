import { deserialize, serialize } from 'node:v8'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { readRussianData } from '../src/app/index.ts'
import { readPage } from '../src/article/index.ts'
import { buildChronicle, type Chronicle, ChronicleJoiner } from '../src/chronicle/index.ts'
import { collectPages } from '../src/collect/index.ts'
import { type ArticleFacts, findFacts } from '../src/facts/index.ts'
import { type Language, loadRussian } from '../src/language/index.ts'
import { page } from './support/invented-facts.ts'

let russian: Language
let pages: readonly ArticleFacts[]
let whole: Chronicle
let known: Map<string, ArticleFacts>
beforeAll(async () => {
  russian = loadRussian(await readRussianData())
  const read: ArticleFacts[] = []
  for await (const given of collectPages(['examples'])) {
    const result = given.kind === 'problem' ? given : readPage(given)
    if ('article' in result) read.push(findFacts(russian.analyze(result.article)))
  }
  pages = read
  known = new Map(read.map((one) => [one.id, one]))
  whole = buildChronicle(pages, russian)
})

/** Joins pages step by step: they come in, or go out again. Where it looks at the chronicle, another process goes on. */
const stepwise = (
  steps: readonly { readonly out: readonly number[]; readonly into: readonly number[]; readonly look: boolean }[],
): Chronicle => {
  let joiner = new ChronicleJoiner(russian)
  for (const { out, into, look } of steps) {
    for (const at of out) joiner.remove(pages[at]!.id)
    for (const at of into) joiner.add(pages[at]!)
    joiner.join()
    if (!look) continue
    const here = composed(joiner)
    joiner = inAnotherProcess(joiner)
    expect(joiner.chronicle()).toEqual(here)
  }
  return composed(joiner)
}

/** What the joiner keeps, taken up by another one. */
const inAnotherProcess = (joiner: ChronicleJoiner): ChronicleJoiner => {
  const { take, done } = ChronicleJoiner.restoring(russian)
  for (const part of joiner.kept()) take(deserialize(serialize(part)))
  return done()
}

/** The chronicle as it is, entries composed a few at a time out of the facts that are asked for. */
const composed = (joiner: ChronicleJoiner): Chronicle => {
  for (;;) {
    const asked = new Set(joiner.wanted(5))
    const left = joiner.compose((id) => {
      if (!asked.has(id)) throw new Error(`${id} was not asked for`)
      return known.get(id) as ArticleFacts
    })
    if (!left) return joiner.chronicle()
  }
}

test('the example pages in any order and any batches, some taken out and put in again, give the chronicle of all at once', () => {
  const all = [...pages.keys()]
  const order = fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })
  const cuts = fc.array(fc.nat({ max: all.length }), { maxLength: 6 })
  const taken = fc.subarray(all, { maxLength: 4 })
  fc.assert(
    fc.property(order, cuts, taken, fc.infiniteStream(fc.boolean()), (given, at, again, looks) => {
      const edges = [0, ...[...at].sort((a, b) => a - b), given.length]
      const batches = edges.slice(1).map((end, n) => given.slice(edges[n], end))
      const look = (): boolean => looks.next().value
      const steps = [
        ...batches.map((into) => ({ out: [], into, look: look() })),
        { out: again, into: [], look: look() },
        { out: [], into: again, look: look() },
      ]
      expect(stepwise(steps)).toEqual(whole)
    }),
    { numRuns: 12 },
  )
})

test('a page that is taken out leaves the chronicle that never had it', () => {
  fc.assert(
    fc.property(fc.nat({ max: pages.length - 1 }), (gone) => {
      const rest = pages.filter((_, at) => at !== gone)
      const steps = [
        { out: [], into: [...pages.keys()], look: true },
        { out: [gone], into: [], look: true },
      ]
      expect(stepwise(steps)).toEqual(buildChronicle(rest, russian))
    }),
    { numRuns: 4 },
  )
})

test('entries that a page does not touch stay the same objects', () => {
  const joiner = new ChronicleJoiner(russian)
  const other = page({ id: 'other', published: '2031-05-12', outlet: 'Маяк' }, [
    'Гребец Олаф Лунд встретился с Ниной Вик в Тромсё.',
    'meeting happened встретился | Олаф Лунд, Нина Вик | 2031-05-12 | Тромсё',
  ])
  known.set('other', other)
  for (const one of pages) joiner.add(one)
  joiner.join()
  const before = composed(joiner).entries
  joiner.add(other)
  joiner.join()
  const after = composed(joiner).entries
  expect(after).toHaveLength(before.length + 1)
  expect(before.every((entry) => after.includes(entry))).toBe(true)
})

test('a person who goes by another id, because another spelling has come, is still asked for dates that do not agree', () => {
  const signing = (id: string, published: string, outlet: string, day: string): ArticleFacts =>
    page({ id, published, outlet }, [
      'Крисстина Берг и Мария Рохас подписали в Осло договор о паромной линии между портами и верфями.',
      `agreement happened подписали | Крисстина Берг, Мария Рохас | ${day} | Осло`,
    ])
  const three = [
    signing('a', '2031-05-04', 'Маяк', '2031-05-03'),
    page({ id: 'n', published: '2031-04-01', outlet: 'Маяк' }, [
      'Кристина Берг посетила музей.',
      'visit happened посетила | Кристина Берг:visitor | 2031-03-30 | Тромсё',
    ]),
    signing('b', '2031-05-07', 'Порт', '2031-05-06'),
  ]
  for (const one of three) known.set(one.id, one)
  const atOnce = buildChronicle(three, russian)
  expect(atOnce.entries.flatMap(({ disagreements }) => disagreements.map(({ about }) => about))).toEqual(['date'])
  fc.assert(
    fc.property(fc.shuffledSubarray(three, { minLength: 3 }), fc.constantFrom(...three), (order, again) => {
      const joiner = new ChronicleJoiner(russian)
      for (const one of order) {
        joiner.add(one)
        joiner.join()
      }
      joiner.remove(again.id)
      joiner.join()
      joiner.add(again)
      joiner.join()
      expect(composed(joiner)).toEqual(atOnce)
    }),
    { numRuns: 20 },
  )
})
