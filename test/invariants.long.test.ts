import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../src/store/index.ts'
import { arbLife, checkLife } from './support/invariants.ts'
import { startPostgres, type TestServer } from './support/postgres.ts'

let server: TestServer
let folder: string
beforeAll(async () => {
  server = await startPostgres()
  folder = await mkdtemp(join(tmpdir(), 'letopis-lives-'))
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

test.each(['PGlite', 'PostgreSQL'])(
  'in %s too: however pages come, are rewritten and go, the chronicle is that of what stands; and it is again after it was closed',
  async (kind) => {
    const where = kind === 'PGlite' ? join(folder, 'chronicle') : await server.database()
    let store = await openStore(where, { command: 'test' })
    let lives = 0
    await fc.assert(
      fc.asyncProperty(arbLife, async (life) => {
        await checkLife(life, store, `стол ${++lives}`)
        if (lives % 10 !== 0) return
        const [before, log] = [await store.chronicle(), await store.corrections()]
        await store.close()
        store = await openStore(where, { command: 'test' })
        expect(await store.chronicle()).toEqual(before)
        expect(await store.corrections()).toEqual(log)
      }),
      { numRuns: 40 },
    )
    await store.close()
  },
)
