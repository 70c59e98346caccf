import fc from 'fast-check'
import { test } from 'vitest'
import { openStore } from '../src/store/index.ts'
import { arbLife, checkLife } from './support/invariants.ts'

test('however pages come, are rewritten and go, and whatever people decide meanwhile, the chronicle is that of what stands', async () => {
  await fc.assert(
    fc.asyncProperty(arbLife, async (life) => {
      const store = await openStore('memory:', { command: 'test' })
      await checkLife(life, store)
      await store.close()
    }),
    { numRuns: 50 },
  )
})
