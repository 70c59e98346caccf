import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { add } from '../src/cli/commands/add.ts'
import { watch } from '../src/cli/commands/watch.ts'
import type { Context } from '../src/cli/context.ts'
import { messagesIn } from '../src/cli/messages/choose.ts'
import type { Output } from '../src/cli/print/output.ts'
import { type TestServer, testServer } from './support/server.ts'

const page = (title: string): string =>
  `<!DOCTYPE html><html lang="ru"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>5 января 2026</p>
<p>Премьер-министр Норвегии Уле Берг прибыл в Хельсинки с двухдневным визитом, сообщила администрация порта Ладога.</p>
<p>Он встретился с президентом Финляндии Анной Лахти и обсудил паромное сообщение между двумя странами.</p></article></body></html>`

let folder: string
let server: TestServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'letopis-network-'))
  server = await testServer({
    '/rss':
      '<?xml version="1.0"?><rss version="2.0"><channel><item><link>/news/1</link></item><item><link>/news/2</link></item></channel></rss>',
    '/news/1': page('Берг прибыл в Хельсинки'),
    '/news/2': page('Лахти приняла Берга'),
  })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

/** A command run in this process, and what it printed. */
const run = async (work: (context: Context) => Promise<number>) => {
  const said: string[] = []
  const output: Output = {
    isTerminal: false,
    columns: null,
    paint: (_, text) => text,
    write: async (text) => void said.push(String(text)),
    line: async (text = '') => void said.push(`${text}\n`),
  }
  const context: Context = {
    messages: messagesIn('en'),
    out: output,
    err: output,
    db: join(folder, 'chronicle'),
    signal: new AbortController().signal,
  }
  const code = await work(context)
  return { code, text: said.join('') }
}

test('a local feed is refused until its host is allowed by name; then it is added, and watched without doubling', async () => {
  const feed = `${server.url}/rss`
  const polite = { allowHost: ['127.0.0.1'], delay: 0, workers: 1 }
  const refused = await run((context) => add([feed], { workers: 1 }, context))
  expect(refused.code).toBe(1)
  expect(refused.text).toContain('no public address')
  expect(server.asked).toEqual([])

  const added = await run((context) => add([feed], polite, context))
  expect([added.code, added.text]).toEqual([0, expect.stringContaining('Added: 2 pages.')])

  const watched = await run((context) => watch([feed], { ...polite, once: true }, context))
  expect([watched.code, watched.text]).toEqual([
    0,
    expect.stringMatching(/new items: 2 · pages added: 0 · unchanged: 2/),
  ])
  const before = server.asked.length
  const again = await run((context) => watch([feed], { ...polite, once: true }, context))
  expect(again.text).toMatch(/new items: 0 · pages added: 0/)
  expect(server.asked.slice(before)).not.toContain('/news/1')
}, 120_000)
