import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
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

test.each([
  ['a lower stage that imports a higher one', 'src/language/x.ts', "import '../app/index.ts'", 'one-way:language'],
  ['a folder entered past its index', 'src/app/x.ts', "import '../language/hidden.ts'", 'entry-only'],
  ['a pure stage that reads the disk', 'src/facts/x.ts', "import 'node:fs'", 'pure-stages'],
  ['a folder that has no place in the order', 'src/misc/x.ts', "import '../language/index.ts'", 'unlisted-folder'],
])('the rule speaks when it is broken on purpose: %s', async (_, file, source, rule) => {
  const house = mkdtempSync(join('test', '.broken-house-'))
  try {
    for (const folder of ['language', 'app', 'facts', 'misc']) {
      mkdirSync(join(house, 'src', folder), { recursive: true })
      writeFileSync(join(house, 'src', folder, 'index.ts'), 'export {}\n')
    }
    writeFileSync(join(house, 'src/language/hidden.ts'), 'export {}\n')
    writeFileSync(join(house, file), `${source}\n`)
    const { output } = await cruise(['src'], {
      ruleSet: config,
      validate: true,
      ...config.options,
      tsConfig: { fileName: resolve('tsconfig.json') },
      baseDir: resolve(house),
    })
    if (typeof output === 'string') throw new Error('expected a result object')
    expect(output.summary.violations.map((violation) => violation.rule.name)).toContain(rule)
  } finally {
    rmSync(house, { recursive: true })
  }
})
