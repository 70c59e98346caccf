import { expect, test } from 'vitest'
import { madePages } from '../bench/pages/pages.ts'
import { ours, scoreExtractor } from '../bench/pages.ts'

test('main text, headline and day of sixty pages of twelve designs stay above their floors', async () => {
  const pages = madePages()
  expect(pages).toHaveLength(60)
  const { f1, titles, days } = await scoreExtractor(ours, pages)
  expect(f1).toBeGreaterThan(0.965)
  expect(titles / pages.length).toBeGreaterThanOrEqual(0.98)
  expect(days / pages.length).toBeGreaterThanOrEqual(0.95)
})
