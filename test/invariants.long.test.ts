import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openStore } from '../src/store/index.ts'
import { arbLife, checkLife } from './support/invariants.ts'
import { placesFor } from './support/places.ts'

const { at } = placesFor('lives')

test.each(['PGlite', 'PostgreSQL'] as const)(
  'in %s too: however pages come, are rewritten and go, the chronicle is that of what stands; and it is again after it was closed',
  async (kind) => {
    const where = await at(kind)
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
