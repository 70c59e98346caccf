// Makes an empty embedded database once, so that nobody waits for it when a chronicle is begun: unpacking it takes a
// fifth of the time that making one takes. `node scripts/database.mjs FILE`
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Writes the packed database to a file, unless it is there. */
export const makeDatabase = async (file) => {
  if (existsSync(file)) return
  const { PGlite } = await import('@electric-sql/pglite')
  const database = await PGlite.create()
  const packed = await database.dumpDataDir('gzip')
  await database.close()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.${process.pid}`, Buffer.from(await packed.arrayBuffer()))
  renameSync(`${file}.${process.pid}`, file)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await makeDatabase(process.argv[2])
