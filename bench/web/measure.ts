/// <reference lib="dom" />
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { openBrowser } from '../../test/browser.ts'
import { table } from '../table.ts'
import { fillStore } from './fill.ts'

const ROUNDS = 5
const VIEWS = ['#chronicle', '#disagreements', '#statements', '#actors', '#pairs', '#sources'] as const

interface Served {
  readonly url: string
  /** Milliseconds that the first question took, when the chronicle is read into memory. */
  readonly ready: number
  stop(): void
}

const startServer = (where: string, web: string): Promise<Served> =>
  new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('./server.ts', import.meta.url))
    const child = spawn(process.execPath, ['--import', 'tsx', script, where, web], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}`)))
    child.stdout.on('data', (chunk: Buffer) => {
      const { port, ready } = JSON.parse(chunk.toString()) as { port: number; ready: number }
      resolve({ url: `http://127.0.0.1:${port}/`, ready, stop: () => void child.kill('SIGTERM') })
    })
  })

/** What the browser noted while something was done: the longest wait from an input to the next paint, and the frames. */
interface Waits {
  readonly inputs: readonly number[]
  readonly frames: readonly number[]
}

// As a string: what a compiler adds to a function would be unknown in the browser.
const WATCH = `(() => {
  const waits = { inputs: [], frames: [] }
  globalThis.waits = waits
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) waits.inputs.push(entry.duration)
  }).observe({ type: 'event', durationThreshold: 16 })
  let last = performance.now()
  requestAnimationFrame(function frame(now) {
    waits.frames.push(now - last)
    last = now
    if (globalThis.waits === waits) requestAnimationFrame(frame)
  })
})()`
const watch = (page: Page): Promise<unknown> => page.evaluate(WATCH)
const waits = (page: Page): Promise<Waits> => page.evaluate(() => (globalThis as unknown as { waits: Waits }).waits)

const part = (all: readonly number[], share: number): number => {
  const sorted = [...all].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

const largestPaint = async (browser: Browser, url: string): Promise<number> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(url)
  await page.locator('main h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  const at = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
  await context.close()
  return at
}

const SCROLLS = 60
const KEYS = 40

/** Scrolls the timeline by the wheel while rows come in, then walks it by keys. */
const scrolling = async (browser: Browser, url: string): Promise<readonly string[][]> => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(url)
  await page.locator('.row').nth(8).waitFor()
  await page.locator('.strip svg').first().waitFor()
  await page.mouse.move(620, 600)
  await watch(page)
  for (let i = 0; i < SCROLLS; i++) {
    await page.mouse.wheel(0, 600)
    if (i % 10 === 9) await page.mouse.click(620, 600)
  }
  const scrolled = await waits(page)
  const row = await page.locator('.row').last().getAttribute('aria-posinset')
  await watch(page)
  for (let i = 0; i < KEYS; i++) await page.keyboard.press('j')
  await page.waitForTimeout(300)
  const walked = await waits(page)
  await watch(page)
  await page.locator('.fc[data-filter=kind]').first().click()
  await page.waitForTimeout(500)
  await page.locator('#q').fill('соглашение о портах')
  await page.waitForTimeout(700)
  const filtered = await waits(page)
  await page.close()
  return (
    [
      [`scrolling to row ${row}, a click at every tenth turn`, scrolled],
      [`J, ${KEYS} times`, walked],
      ['a filter, then a search', filtered],
    ] as const
  ).map(([what, { inputs, frames }]) => [
    what,
    part(inputs, 1).toFixed(0),
    part(inputs, 0.98).toFixed(0),
    part(frames, 0.95).toFixed(0),
    part(frames, 1).toFixed(0),
  ])
}

const sizes = (web: string): string => {
  const wanted = new Set(
    [...readFileSync(join(web, 'index.html'), 'utf8').matchAll(/\/assets\/([^"]+\.js)"/g)].map(([, name]) => name),
  )
  const kilobytes = (names: readonly string[]): string =>
    (names.reduce((sum, name) => sum + gzipSync(readFileSync(join(web, 'assets', name))).length, 0) / 1024).toFixed(1)
  const scripts = readdirSync(join(web, 'assets')).filter((name) => name.endsWith('.js'))
  const [first, later] = [true, false].map((now) => scripts.filter((name) => wanted.has(name) === now))
  return `JavaScript of the first load: ${kilobytes(first!)} kB gzipped; of all views: ${kilobytes(scripts)} kB (${later!.length} files fetched when wanted).`
}

/**
 * How quick the page is with many articles: generates them into `where` when nothing is there, serves them, and opens the
 * page in a browser.
 */
export const benchWeb = async (where: string, articles: number): Promise<string> => {
  if (!existsSync(where)) await fillStore(where, articles)
  const web = mkdtempSync(join(tmpdir(), 'letopis-bench-web-'))
  await build({ configFile: 'web/vite.config.ts', logLevel: 'error', build: { outDir: web } })
  const served = await startServer(where, web)
  const browser = await openBrowser()
  try {
    const { articles: held, entries } = (await (await fetch(`${served.url}api/v1/overview`)).json()) as Record<
      string,
      number
    >
    const paints: string[][] = []
    for (const view of VIEWS) {
      const times: number[] = []
      for (let round = 0; round < ROUNDS; round++) times.push(await largestPaint(browser, served.url + view))
      paints.push([view, part(times, 0.5).toFixed(0), part(times, 1).toFixed(0)])
    }
    return [
      `${held} articles, ${entries} entries. ${sizes(web)} First question after start: ${served.ready} ms. Load of the machine meanwhile: ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores.`,
      table(['largest contentful paint', 'median ms', 'worst ms'], paints),
      table(
        ['interaction', 'worst to next paint, ms', '98 of 100, ms', 'frame, 95 of 100, ms', 'worst frame, ms'],
        await scrolling(browser, served.url),
      ),
    ].join('\n\n')
  } finally {
    await browser.close()
    served.stop()
    rmSync(web, { recursive: true, force: true })
  }
}
