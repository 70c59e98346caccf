/// <reference lib="dom" />
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import type { AddressInfo, Server } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { build } from 'vite'
import { type ChronicleSource, createApi } from '../../src/api/index.ts'
import { openBrowser } from '../browser.ts'

/** A built page, a server over a source, and a browser to look at it. */
export interface Stand {
  readonly url: string
  readonly open: (hash: string, options?: BrowserContextOptions) => Promise<Page>
  readonly close: () => Promise<void>
}

const PATIENCE = 15_000

/** Waits until nothing moves: animations have ended and what was changed has been drawn. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null)))
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    await frame()
    await frame()
  })

/** The page, built once for all test files while nothing in it changes. */
const builtPage = async (): Promise<string> => {
  const state = createHash('sha256')
  for (const name of readdirSync('web', { recursive: true, encoding: 'utf8' }).sort()) {
    const { mtimeMs, size } = statSync(join('web', name))
    state.update(`${name} ${mtimeMs} ${size}\n`)
  }
  const built = join(tmpdir(), `letopis-web-${userInfo().uid}-${state.digest('hex').slice(0, 16)}`)
  if (existsSync(built)) return built
  const own = mkdtempSync(join(tmpdir(), 'letopis-web-'))
  await build({ configFile: 'web/vite.config.ts', logLevel: 'error', build: { outDir: own, minify: false } })
  try {
    renameSync(own, built)
  } catch {
    // Another test file was first: its page is the same.
    rmSync(own, { recursive: true, force: true })
  }
  return built
}

/** Serves the built page with the source, and opens a browser. */
export const raiseStand = async (source: ChronicleSource): Promise<Stand> => {
  const web = await builtPage()
  const api = createApi(source, { version: 'test', web })
  const server = await new Promise<Server>((resolve) => {
    const started = serve({ fetch: api.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started as Server))
  })
  const browser: Browser = await openBrowser()
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return {
    url,
    open: async (hash, options = {}) => {
      // One look at a time: what an earlier test left open only slows this one down.
      for (const old of browser.contexts()) await old.close()
      const context = await browser.newContext({
        locale: 'ru-RU',
        viewport: { width: 1440, height: 900 },
        // A colour on its way to another is nobody's finding.
        reducedMotion: 'reduce',
        ...options,
      })
      const page = await context.newPage()
      page.setDefaultTimeout(PATIENCE)
      await page.goto(url + hash)
      return page
    },
    close: async () => {
      await browser.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
