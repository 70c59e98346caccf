import { afterAll, beforeAll, test } from 'vitest'
import { killAgainAndAgain } from './support/kills.ts'
import { startPostgres, type TestServer } from './support/postgres.ts'

let server: TestServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

test('killed fifty times in the middle of adding, an embedded chronicle keeps every page that was reported', () =>
  killAgainAndAgain(50))

test('the same on PostgreSQL', async () => killAgainAndAgain(50, await server.database()))
