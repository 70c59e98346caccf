import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { storySource } from '../../test/web/story.ts'
import { createApi } from './create.ts'

const DOCS = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')
const api = createApi(storySource(), { version: '1' })

interface Example {
  readonly url: string
  readonly options: string
  /** The JSON block right after the commands, which shows a part of the last answer. */
  readonly shown: unknown
}

const examples = [...DOCS.matchAll(/```sh\n([\s\S]*?)```(?:\s*```json\n([\s\S]*?)```)?/g)].flatMap(
  ([, commands = '', json]): Example[] => {
    const lines = commands
      .replace(/\\\n\s*/g, ' ')
      .trim()
      .split('\n')
    return lines.map((line, i) => ({
      url: /https?:\/\/[^\s']+/.exec(line)?.[0] ?? '',
      options: line,
      shown: json !== undefined && i === lines.length - 1 ? JSON.parse(json) : null,
    }))
  },
)

const headersOf = (options: string): [string, string][] =>
  [...options.matchAll(/-H '([^:]+): ([^']*)'/g)].map(([, name = '', value = '']) => [name, value])

test('the document has examples of every list', () => {
  const asked = examples.map(({ url }) => new URL(url).pathname)
  for (const path of ['entries', 'disagreements', 'statements', 'sources']) expect(asked).toContain(`/api/v1/${path}`)
})

test.each(examples.map((example) => [example.url, example] as const))('%s', async (url, { options, shown }) => {
  const body = /(?:-d '|--data-binary @)([\s\S]+?)'?$/.exec(options)?.[1]
  const response = await api.request(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: headersOf(options),
    ...(body === undefined ? {} : { body }),
  })
  expect(response.status).toBe(200)
  if (shown !== null) expect(await response.json()).toMatchObject(shown as object)
})
