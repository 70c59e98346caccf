import { readFileSync } from 'node:fs'
import { format } from 'node:util'
import { afterEach, expect, test, vi } from 'vitest'

const DOCS = readFileSync(new URL('../docs/library.md', import.meta.url), 'utf8')
const shown = [...DOCS.matchAll(/```ts\n([\s\S]*?)\n```\n+```text\n([\s\S]*?)\n```/g)].map(([, code, output]) => ({
  code,
  output,
}))

afterEach(() => vi.restoreAllMocks())

// The files are type-checked with everything else; here they are run.
test.each(['facts', 'chronicle', 'stored'])(
  'the example of %s stands in the docs as it is, and prints what they show',
  async (name) => {
    const path = new URL(`./library/${name}.ts`, import.meta.url)
    const code = readFileSync(path, 'utf8').replace("'../../src/index.ts'", "'letopis'").trim()
    const example = shown.find((each) => each.code === code)
    expect(example).toBeDefined()
    const lines: string[] = []
    vi.spyOn(console, 'log').mockImplementation((...values) => void lines.push(format(...values)))
    await import(path.href)
    expect(lines.join('\n')).toBe(example?.output)
  },
)
