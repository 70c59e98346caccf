import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { scoreOwnGold } from '../bench/gold.ts'
import { readGold } from '../bench/score/gold.ts'
import { f1, LISTS, type Score, scoreFacts } from '../bench/score/score.ts'
import { bratAnnotations } from '../src/export/index.ts'
import type { ArticleFacts } from '../src/facts/index.ts'

/*
 * Floors of quality on the project's own gold pages (bench/gold/README.md): some points below what was measured last, so
 * that a change of rules or weights which costs much is seen. `npm run bench -- gold --verbose` shows what went wrong.
 */
let score: Score
beforeAll(async () => {
  score = await scoreOwnGold()
}, 60_000)

test('every page is read, and the text holds every annotated word', () => {
  expect(score.missing).toEqual([])
  expect(score.errors.filter((line) => line.includes('the text does not hold'))).toEqual([])
})

test.each([
  ['times', 0.9],
  ['statements', 0.86],
  ['events', 0.6],
  ['participants', 0.62],
] as const)('F1 of %s is at least %d', (name, floor) => expect(f1(score.lists[name]).f1).toBeGreaterThanOrEqual(floor))

test.each([
  ['speaker', 0.78],
  ['via', 0.88],
  ['quoteKind', 0.95],
  ['stance', 0.85],
  ['status', 0.82],
  ['date', 0.7],
  ['place', 0.7],
] as const)('%s is right in a share of at least %d of what was found', (name, floor) => {
  const { n, right } = score.fields[name]
  expect(right / n).toBeGreaterThanOrEqual(floor)
})

test('standoff read back as gold agrees with the facts that it was written from, and a correction counts', async () => {
  const text = 'Анна Берг прибыла в Осло 4 марта. «Мы рады», — сказала Анна Берг. Мы рады.'
  const facts = {
    id: 'site:1',
    text,
    mentions: [],
    times: [{ start: 25, end: 32, value: '2021-03-04' }],
    statements: [
      { start: 35, end: 42, kind: 'direct', stance: 'says', speaker: { name: 'Анна Берг' }, via: [], cue: null },
      { start: 66, end: 73, kind: 'indirect', stance: 'says', speaker: null, via: [{ name: 'Порт' }], cue: null },
    ],
    events: [
      {
        kind: 'visit',
        status: 'happened',
        trigger: { start: 10, end: 17, lemma: 'прибыть' },
        participants: [{ name: 'Анна Берг', role: 'visitor' }],
        date: '2021-03-04',
        dateBasis: 'text',
        place: { name: 'Осло' },
        figures: [],
      },
    ],
    figures: [],
  } as unknown as ArticleFacts
  const folder = await mkdtemp(join(tmpdir(), 'letopis-gold-'))
  const read = async (annotations: string): Promise<Score> => {
    await writeFile(join(folder, 'site_1.txt'), text)
    await writeFile(join(folder, 'site_1.ann'), annotations)
    return scoreFacts(readGold(folder), [facts])
  }
  const written = bratAnnotations(facts)
  const same = await read(written)
  for (const name of LISTS) expect([name, f1(same.lists[name]).f1]).toEqual([name, 1])
  expect(same.errors).toEqual([])
  const corrected = await read(
    written.replace('speaker=Анна Берг', 'speaker=Уле Лунд').replace('A1\tKind', 'A1\tStatus'),
  )
  await rm(folder, { recursive: true })
  expect(corrected.fields.speaker).toEqual({ n: 2, right: 1 })
})
