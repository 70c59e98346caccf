import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// The same way from src/app and from dist/app.
const HERE = fileURLToPath(new URL('..', import.meta.url))
const DATA = fileURLToPath(new URL('../../data', import.meta.url))

/** Files that decide what joining finds: a change of any of them makes what was kept of no use. */
const FOLDERS = [...['core', 'language', 'facts', 'chronicle'].map((name) => join(HERE, name)), DATA]

/** Tells these rules and data from any others, by the sizes and times of their files. */
export const joiningRules = async (): Promise<string> => {
  const hash = createHash('sha256').update(process.versions.v8)
  for (const folder of FOLDERS) {
    const names = (await readdir(folder, { recursive: true })).sort()
    const stats = await Promise.all(names.map((name) => stat(join(folder, name))))
    names.forEach((name, at) => {
      const found = stats[at]
      if (found?.isFile()) hash.update(`${name} ${found.size} ${found.mtimeMs}\n`)
    })
  }
  return hash.digest('hex').slice(0, 24)
}
