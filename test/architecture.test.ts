import { readdirSync } from 'node:fs'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { expect, test } from 'vitest'
// @ts-expect-error the rule file is plain JavaScript
import config, { ORDER } from '../.dependency-cruiser.mjs'

test('every folder under src has a place in the order', () => {
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.map((entry) => entry.name).sort()).toEqual([...ORDER].sort())
})

test('imports run one way', async () => {
  const { output } = await cruise(['src', 'web'], { ruleSet: config, validate: true, ...config.options }, undefined, {
    tsConfig: extractTSConfig('./tsconfig.json'),
  })
  if (typeof output === 'string') throw new Error('expected a result object')

  // Without this line the check passes when it reads nothing, which is what
  // dependency-cruiser 17 does under TypeScript 7.
  expect(output.summary.totalCruised).toBeGreaterThanOrEqual(ORDER.length)
  expect(output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([])
})
