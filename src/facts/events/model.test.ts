import { readFileSync } from 'node:fs'
import { afterEach, expect, it, vi } from 'vitest'
import { eventsOf } from '../../../test/support/events.ts'
import { type Facet, FacetTable } from './model.ts'
import { partNumber } from './numbers.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

// The project's own annotated pages.
const folder = new URL('../../../bench/gold/', import.meta.url)
const PAGES = readFileSync(new URL('pages.ndjson', folder), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { title: string; text: string })

it('knows a facet by its key, whatever was read before', () => {
  // Numbers in the order in which a worker met them whose keys clashed once: parts of pages between a verb and a noun.
  for (const part of ['verb', 'headline', 'lead', 'body', 'noun']) partNumber(part)
  const known = new WeakMap<FacetTable, Map<number, string>>()
  const sum = FacetTable.prototype.sum
  const clashes: string[] = []
  vi.spyOn(FacetTable.prototype, 'sum').mockImplementation(function (this: FacetTable, weights, facet: Facet) {
    const own = known.get(facet.table) ?? new Map<number, string>()
    known.set(facet.table, own)
    const features = facet.features().join(' ')
    const before = own.get(facet.key)
    if (before !== undefined && before !== features) clashes.push(`${before} / ${features}`)
    own.set(facet.key, features)
    return sum.call(this, weights, facet)
  })
  let found = 0
  for (const { title, text } of PAGES) found += eventsOf(text, title).length
  expect(found).toBeGreaterThan(50)
  expect(clashes).toEqual([])
})
