import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readRussianData } from '../src/app/index.ts'
import { readPage } from '../src/article/index.ts'
import { collectPages } from '../src/collect/index.ts'
import { findFacts } from '../src/facts/index.ts'
import { loadRussian } from '../src/language/index.ts'
import { table } from './table.ts'

const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))

export interface SpeedOptions {
  readonly limit: number
  readonly workers?: readonly number[]
}

/** The first articles of a file, as a file of their own: what the program under test is given. */
const cut = async (path: string, limit: number, folder: string): Promise<{ file: string; count: number }> => {
  const lines: string[] = []
  for await (const page of collectPages([path])) {
    if (page.kind !== 'record-page') continue
    lines.push(JSON.stringify({ ...page.meta, text: page.text }))
    if (lines.length >= limit) break
  }
  const file = join(folder, 'articles.ndjson')
  writeFileSync(file, `${lines.join('\n')}\n`)
  return { file, count: lines.length }
}

interface Run {
  readonly seconds: number
  readonly pages: number
  readonly code: number | null
  /** Highest resident memory of the process with all its threads, in megabytes. */
  readonly memory: number
}

// The child tells its own peak on leaving: `maxRSS` is what the kernel saw, not what a sampler happened to see.
const PEAK = `process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS + '\\n'))`

const extractRun = (args: readonly string[]): Promise<Run> =>
  new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(process.execPath, [
      '--import',
      `data:text/javascript,${encodeURIComponent(PEAK)}`,
      MAIN,
      ...args,
    ])
    let pages = 0
    let tail = ''
    child.stdout.on('data', (chunk: Buffer) => {
      for (const byte of chunk) if (byte === 10) pages++
    })
    child.stderr.on('data', (chunk: Buffer) => {
      tail = (tail + chunk.toString()).slice(-4_000)
    })
    child.on('error', reject)
    child.on('close', (code) => {
      const memory = Number(/peak (\d+)/.exec(tail)?.[1] ?? 0) / 1_024
      resolve({ seconds: (performance.now() - began) / 1_000, pages, code, memory })
    })
  })

/** Milliseconds that each stage takes for an article, on one thread. */
const stageTimes = async (file: string, limit: number): Promise<readonly string[][]> => {
  const russian = loadRussian(await readRussianData())
  const spent = { article: 0, language: 0, facts: 0 }
  let pages = 0
  for await (const page of collectPages([file])) {
    if (page.kind === 'problem') continue
    const began = performance.now()
    const result = readPage(page)
    const read = performance.now()
    if ('problem' in result) continue
    const analysis = russian.analyze(result.article)
    const analyzed = performance.now()
    findFacts(analysis)
    spent.article += read - began
    spent.language += analyzed - read
    spent.facts += performance.now() - analyzed
    if (++pages >= limit) break
  }
  return Object.entries(spent).map(([stage, time]) => [stage, (time / pages).toFixed(2)])
}

const coldStart = async (folder: string): Promise<number> => {
  const page = join(folder, 'one.txt')
  writeFileSync(
    page,
    'Министр прибыл в Осло\n\n14 мая 2024\n\nМинистр иностранных дел прибыл в Осло, сообщило агентство.\n',
  )
  const times: number[] = []
  for (let round = 0; round < 5; round++) times.push((await extractRun(['extract', page])).seconds)
  return times.sort((a, b) => a - b)[2]!
}

/** Articles a second by number of workers, peak memory, cold start of one page, and time of each stage. */
export const benchSpeed = async (path: string, { limit, workers }: SpeedOptions): Promise<string> => {
  if (!existsSync(MAIN)) spawnSync('npm', ['run', 'build', '--silent'], { stdio: 'inherit' })
  const folder = mkdtempSync(join(tmpdir(), 'letopis-speed-'))
  try {
    const { file, count } = await cut(path, limit, folder)
    const rows: string[][] = []
    for (const number of workers ?? [...new Set([1, availableParallelism()])]) {
      const run = await extractRun(['extract', file, '--workers', String(number)])
      rows.push([
        String(number),
        String(run.pages),
        String(count - run.pages),
        run.seconds.toFixed(1),
        (run.pages / run.seconds).toFixed(0),
        run.memory.toFixed(0),
        String(run.code),
      ])
    }
    const head = ['workers', 'articles', 'left out', 'seconds', 'articles/s', 'peak MB', 'exit']
    const cold = `Cold start, one page: ${(await coldStart(folder)).toFixed(2)} s (median of 5)\n`
    const stages = table(['stage', 'ms an article, one thread'], await stageTimes(file, Math.min(limit, 2_000)))
    return `${table(head, rows)}\n${cold}\n${stages}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
