import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { raiseStand, type Stand, settled } from './page.ts'
import { storySource } from './story.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const VIEWS = [
  ['chronicle', '#chronicle?sel=e-signing', '.det h2'],
  ['entry', '#entry/e-signing', '.ver'],
  ['article', '#article/gulf-2/0-20', '.txt .ev'],
  ['versions', '#versions/gulf-2', '.diff .chg'],
  ['disagreements', '#disagreements', '.dg'],
  ['statements', '#statements?speaker=i-0&speaker=i-1', '.sides .said'],
  ['actors', '#actors', '.tbl tbody tr'],
  ['actor', '#actor/i-0', '.rolest'],
  ['pairs', '#pairs', '.tbl tbody tr'],
  ['pair', '#pair/i-4/i-5', '.lanes tbody tr'],
  ['sources', '#sources', '.outt tbody tr'],
  ['add', '#add', '.paste'],
  ['corrections', '#corrections', '.corr .bar'],
  ['system', '#system', '.swatches i'],
] as const

let stand: Stand
let page: Page
// One page for all views: what a reader does, and a third of the time.
beforeAll(async () => {
  stand = await raiseStand(storySource())
  page = await stand.open('')
  // The policy of the page forbids added scripts, so axe is evaluated from outside.
  await page.evaluate(readFileSync(AXE, 'utf8'))
})
afterAll(() => stand?.close())

const faults = async (): Promise<string[]> => {
  // What is folded is looked at too.
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })
  await settled(page)
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await (globalThis as never as { axe: typeof import('axe-core') }).axe.run({
      runOnly: tags,
      resultTypes: ['violations'],
    })
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html.slice(0, 160))
          .slice(0, 3)
          .join(' | ')}`,
    )
  })
}

test.each(VIEWS)(
  '%s: axe finds nothing, light and wide, dark and narrow; nothing scrolls sideways',
  async (_, hash, proof) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(stand.url + hash)
    await page.locator(proof).first().waitFor()
    expect(await faults()).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    for (const language of ['en', 'ru']) {
      await page.locator(`button[lang=${language}]`).click()
      for (const width of [1800, 1280, 900, 320]) {
        await page.setViewportSize({ width, height: 780 })
        // Drawings are measured and drawn anew after the window: what counts is where it comes to rest.
        await expect
          .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { timeout: 10_000 })
          .toBeLessThanOrEqual(width)
      }
    }
    await page.setViewportSize({ width: 360, height: 780 })
    expect(await faults()).toEqual([])
  },
)

test('on a phone a row opens its entry', async () => {
  const phone = await stand.open('', { viewport: { width: 360, height: 780 } })
  await phone.locator('.row[data-id=e-talks] a').click()
  await phone.locator('.ttl h1').waitFor()
})
