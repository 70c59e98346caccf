import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres, type TestServer } from './support/postgres.ts'
import { madeAlone, madeTogether, putIntoQueue, queuePages, startWorker, workToTheEnd } from './support/queue.ts'

let server: TestServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

test('two workers, after one that was killed in the middle, make the chronicle that one process makes', async () => {
  const pages = queuePages(48)
  const db = await server.database()
  await putIntoQueue(db, pages)
  // What waits already is not put in twice.
  await putIntoQueue(db, pages.slice(0, 10))
  const killed = startWorker(db)
  await killed.shows(/^added\t/m)
  killed.child.kill('SIGKILL')
  await killed.ended
  await workToTheEnd(db, 2)
  const { chronicle, ...rest } = await madeTogether(db)
  expect(rest).toEqual({ waiting: 0, whole: true, leftOut: ['pages.ndjson#6'] })
  expect(chronicle).toEqual(await madeAlone(pages))
}, 300_000)
