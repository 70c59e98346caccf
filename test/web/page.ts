/// <reference lib="dom" />
import { mkdtempSync } from 'node:fs'
import type { AddressInfo, Server } from 'node:net'
import { tmpdir } from 'node:os'
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

/** Builds the page into a folder of its own, serves it with the source, and opens a browser. */
export const raiseStand = async (source: ChronicleSource): Promise<Stand> => {
  const web = mkdtempSync(join(tmpdir(), 'letopis-web-'))
  await build({ configFile: 'web/vite.config.ts', logLevel: 'error', build: { outDir: web, minify: false } })
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
