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
  ['sources', '#sources', '.tbl tbody tr'],
] as const

let stand: Stand
beforeAll(async () => {
  stand = await raiseStand(storySource())
})
afterAll(() => stand?.close())

const faults = async (page: Page): Promise<string[]> => {
  // The policy of the page forbids added scripts, so axe is evaluated from outside.
  const { readFileSync } = await import('node:fs')
  await page.evaluate(readFileSync(AXE, 'utf8'))
  await settled(page)
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await (globalThis as never as { axe: typeof import('axe-core') }).axe.run({ runOnly: tags })
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html.slice(0, 160))
          .slice(0, 3)
          .join(' | ')}`,
    )
  })
}

test.each(VIEWS)('%s: axe finds nothing, light, dark and on a phone', async (_, hash, proof) => {
  const page = await stand.open(hash)
  await page.locator(proof).first().waitFor()
  expect(await faults(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await faults(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 780 })
  expect(await faults(page)).toEqual([])
})

test.each(VIEWS)('%s: nothing scrolls sideways from 320 to 1800', async (_, hash, proof) => {
  const page = await stand.open(hash)
  for (const language of ['ru', 'en']) {
    await page.locator(`button[lang=${language}]`).click()
    for (const width of [320, 360, 900, 1280, 1800]) {
      await page.setViewportSize({ width, height: 780 })
      await page.locator(proof).first().waitFor({ state: 'attached' })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  }
})

test('on a phone a row opens its entry', async () => {
  const page = await stand.open('', { viewport: { width: 360, height: 780 } })
  await page.locator('.row[data-id=e-talks] a').click()
  await page.locator('.ttl h1').waitFor()
})
