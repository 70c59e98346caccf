import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { extract, readRussianData } from '../src/app/index.ts'
import { buildChronicle } from '../src/chronicle/index.ts'
import { collectPages } from '../src/collect/index.ts'
import { jsonOf } from '../src/export/index.ts'
import type { ArticleFacts } from '../src/facts/index.ts'
import { loadRussian } from '../src/language/index.ts'
import { table } from './table.ts'

/** The half that a page belongs to: rules are tuned on one and judged on the other. */
const halfOf = (id: string): 'tune' | 'judge' =>
  createHash('sha256').update(id).digest()[0]! % 2 === 0 ? 'tune' : 'judge'

const keyOf = ({ id, input }: Pick<ArticleFacts, 'id' | 'input'>, seeds: ReadonlySet<string>): string => {
  const stem = basename(input).replace(/\.[^.]+$/, '')
  return seeds.has(stem) ? stem : id.replace(/[:/]/g, '_')
}

const readAll = async (inputs: readonly string[]): Promise<ArticleFacts[]> => {
  const facts: ArticleFacts[] = []
  for await (const { outcome } of extract(collectPages(inputs))) {
    if (outcome.kind === 'read') facts.push(JSON.parse(outcome.json) as ArticleFacts)
    else if (outcome.problem.severity === 'error') console.error(outcome.problem)
  }
  return facts
}

const score = (script: string, args: readonly string[]): Record<string, unknown> =>
  JSON.parse(
    execFileSync(process.execPath, [script, ...args, '--json'], { encoding: 'utf8', maxBuffer: 1e9 }),
  ) as Record<string, unknown>

const percent = (value: unknown): string => (typeof value === 'number' ? (value * 100).toFixed(1) : '—')

const f1Of = (scores: Record<string, unknown>, name: string): string => {
  const { p, r, f1 } = (scores[name] ?? {}) as { p?: number; r?: number; f1?: number }
  return `${percent(f1)} (${percent(p)} / ${percent(r)})`
}

const shareOf = (scores: Record<string, unknown>, name: string): string =>
  percent((scores[name] as { share?: number } | undefined)?.share)

const F1 = ['times', 'statements', 'events', 'completeEvents', 'participants']
const SHARES = ['speaker', 'speakerExact', 'via', 'quoteKind', 'stance', 'status', 'date', 'place', 'participantsExact']

const factsTable = (halves: Readonly<Record<string, Record<string, unknown>>>): string =>
  table(
    ['facts', ...Object.keys(halves)],
    [
      ...F1.map((name) => [`${name} F1 (P / R)`, ...Object.values(halves).map((scores) => f1Of(scores, name))]),
      ...SHARES.map((name) => [`${name} right`, ...Object.values(halves).map((scores) => shareOf(scores, name))]),
    ],
  )

const CHRONICLE = [
  'entries',
  'gold',
  'recall',
  'precision',
  'fragmentsPerFound',
  'dateRight',
  'statusRight',
  'placeRight',
  'evidenceRecall',
  'evidencePrecision',
  'disagreementsGold',
  'disagreementsFound',
  'disagreementsListed',
]

const figure = (value: unknown): string =>
  typeof value !== 'number' ? '—' : Number.isInteger(value) && value > 1 ? String(value) : value.toFixed(3)

/** Facts and chronicle of the gold pages against the gold, by the scorers that come with it. */
export const benchQuality = async (gold: string, seeds: string, scorers: string): Promise<string> => {
  const work = mkdtempSync(join(tmpdir(), 'letopis-bench-'))
  try {
    const stems = new Set(readdirSync(seeds).map((name) => name.replace(/\.(meta\.json|[^.]+)$/, '')))
    const facts = await readAll([join(gold, 'articles.ndjson'), seeds])
    const names = readdirSync(gold).filter((name) => name.endsWith('.json') && !name.includes('.chronicle.'))
    const halves: Record<string, Record<string, unknown>> = {}
    for (const half of ['all', 'tune', 'judge'] as const) {
      const folder = join(work, half)
      mkdirSync(folder)
      const isIn = (key: string): boolean => half === 'all' || halfOf(key) === half
      for (const name of names) if (isIn(basename(name, '.json'))) copyFileSync(join(gold, name), join(folder, name))
      const file = join(work, `${half}.jsonl`)
      writeFileSync(
        file,
        facts
          .filter((one) => isIn(keyOf(one, stems)))
          .map((one) => `${JSON.stringify(one)}\n`)
          .join(''),
      )
      halves[half] = score(join(scorers, 'score-facts.mjs'), [folder, file])
    }

    const russian = loadRussian(await readRussianData())
    const chronicles: Record<string, Record<string, unknown>> = {}
    for (const [name, inputs] of [
      ['seeds', [seeds]],
      ['xi', [join(gold, 'xi.ndjson')]],
    ] as const) {
      const own = name === 'seeds' ? facts.filter((one) => stems.has(keyOf(one, stems))) : await readAll(inputs)
      const entries = join(work, `${name}.entries.jsonl`)
      const from = join(work, `${name}.facts.jsonl`)
      writeFileSync(
        entries,
        buildChronicle(own, russian)
          .entries.map((entry) => `${jsonOf('entries', entry)}\n`)
          .join(''),
      )
      writeFileSync(from, own.map((one) => `${JSON.stringify(one)}\n`).join(''))
      const goldFile = join(gold, `${name}.chronicle.json`)
      chronicles[name] = score(join(scorers, 'score-chronicle.mjs'), [goldFile, entries, '--facts', from])
    }
    const rows = CHRONICLE.map((row) => [row, ...Object.values(chronicles).map((scores) => figure(scores[row]))])
    return `${factsTable(halves)}\n${table(['chronicle', ...Object.keys(chronicles)], rows)}`
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
