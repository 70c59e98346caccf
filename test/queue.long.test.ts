import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres, type TestServer } from './support/postgres.ts'
import { madeAlone, madeTogether, putIntoQueue, queuePages, startWorker, workToTheEnd } from './support/queue.ts'

const PAGES = queuePages(400)
const KILLS = 6

let server: TestServer
let alone: unknown
beforeAll(async () => {
  server = await startPostgres()
  alone = await madeAlone(PAGES)
})
afterAll(() => server.stop())

const some = (longest: number): Promise<void> => new Promise((wait) => setTimeout(wait, Math.random() * longest))

test.each([1, 2, 4])(
  '%i workers, killed again and again while the server goes down in the middle, make the chronicle that one process makes',
  async (workers) => {
    const db = await server.database()
    await putIntoQueue(db, PAGES.slice(0, 200))
    const running = Array.from({ length: workers }, () => startWorker(db))
    for (let round = 0; round < KILLS; round++) {
      // Pages keep coming while others are read.
      if (round === 1) await putIntoQueue(db, PAGES.slice(200))
      const at = round % workers
      await Promise.race([running[at]!.shows(/^added\t/m).catch(() => {}), some(20_000)])
      await some(400)
      if (round === 3) {
        await server.crash()
        await some(1_500)
        await server.start()
        // Who lived through it goes on by itself.
        continue
      }
      running[at]!.child.kill('SIGKILL')
      await running[at]!.ended
      running[at] = startWorker(db)
    }
    for (const { child } of running) child.kill('SIGTERM')
    // One that was just started may not yet have heard of a gentle end.
    for (const { ended } of running) await ended
    await workToTheEnd(db, workers)
    const { chronicle, ...rest } = await madeTogether(db)
    expect(rest).toEqual({ waiting: 0, whole: true, leftOut: ['pages.ndjson#6'] })
    expect(chronicle).toEqual(alone)
  },
)

test('a worker outlives a restart of the server and finishes what waits', async () => {
  const db = await server.database()
  await putIntoQueue(db, PAGES.slice(0, 200))
  const worker = startWorker(db, '--once')
  await worker.shows(/^added\t/m)
  await server.crash()
  await some(2_000)
  await server.start()
  const { code, err } = await worker.ended
  expect(code).toBe(1)
  expect(err).toContain('The database is back.')
  const { chronicle, ...rest } = await madeTogether(db)
  expect(rest).toEqual({ waiting: 0, whole: true, leftOut: ['pages.ndjson#6'] })
  expect(chronicle).toEqual(await madeAlone(PAGES.slice(0, 200)))
})
