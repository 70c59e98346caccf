import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RussianData } from '../../language/index.ts'

// The same way up from src/app/reading and from dist/app/reading.
const FOLDER = fileURLToPath(new URL('../../../data/russian/', import.meta.url))

const readShared = async (path: string): Promise<Uint8Array> => {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const bytes = new Uint8Array(new SharedArrayBuffer(size))
    for (let filled = 0; filled < size; ) {
      const { bytesRead } = await file.read(bytes, filled, size - filled, filled)
      if (bytesRead === 0) throw new Error(`${path} ended early`)
      filled += bytesRead
    }
    return bytes
  } finally {
    await file.close()
  }
}

/**
 * The language data that comes with the package, in shared memory: all workers look at the same bytes.
 * A file `NAME.bin` becomes the field `NAME`.
 */
export const readRussianData = async (): Promise<RussianData> => {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.bin')).sort()
  const files = await Promise.all(
    names.map(async (name) => [name.slice(0, -'.bin'.length), await readShared(join(FOLDER, name))] as const),
  )
  return Object.fromEntries(files) as unknown as RussianData
}
