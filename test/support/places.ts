import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { startPostgres, type TestServer } from './postgres.ts'

/** The sorts of places that a chronicle can be kept in. */
export const PLACES = ['memory', 'PGlite', 'PostgreSQL'] as const
export type Place = (typeof PLACES)[number]

/**
 * Places for the tests of a file, from its first test to its last: a PostgreSQL server and a folder. An embedded database
 * takes seconds to be made: `at('PGlite')` is always the same one.
 */
export const placesFor = (name: string) => {
  let server: TestServer
  let folder: string
  beforeAll(async () => {
    server = await startPostgres()
    folder = await mkdtemp(join(tmpdir(), `letopis-${name}-`))
  })
  afterAll(async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })
  const within = (path: string): string => join(folder, path)
  const at = async (place: Place): Promise<string> =>
    place === 'memory' ? 'memory:' : place === 'PGlite' ? within('embedded') : server.database()
  return { at, within }
}
