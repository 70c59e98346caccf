import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '../collect/index.ts'
import type { Problem } from '../core/index.ts'

/** Size of a file when unpacked: gzip says it in its last four bytes. */
const sizeOf = async (path: string): Promise<number> => {
  const { size } = await stat(path)
  if (!path.endsWith('.gz') || size < 18) return size
  const file = await open(path, 'r')
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, size - 4)
    return Math.max(size, buffer.readUInt32LE(0))
  } finally {
    await file.close()
  }
}

const totalOf = async (path: string): Promise<number> => {
  const found = await stat(path).catch(() => null)
  if (found?.isFile()) return sizeOf(path).catch(() => 0)
  if (!found?.isDirectory()) return 0
  const names = await readdir(path).catch(() => [])
  let total = 0
  for (const name of names) if (!name.endsWith('.meta.json')) total += await totalOf(join(path, name))
  return total
}

// A record of JSON is longer than its text: escapes, dates, addresses.
const RECORD = 1.1

const bytesOf = (page: Page): number =>
  page.kind === 'file-page' ? page.bytes.length : Buffer.byteLength(page.text) * RECORD

/** Pages on their way, counted in bytes, so that the time left can be told. */
export interface Meter {
  readonly pages: AsyncIterable<Page | Problem>
  /** Share of all input that was taken so far; null while its size is not known (standard input). */
  share(): number | null
}

export const meter = (pages: AsyncIterable<Page | Problem>, inputs: readonly string[]): Meter => {
  let total: number | null = null
  let taken = 0
  if (!inputs.some((input) => input === '-' || /^https?:/i.test(input))) {
    void Promise.all(inputs.map(totalOf)).then(
      (sizes) => {
        total = sizes.reduce((sum, size) => sum + size, 0)
      },
      () => {},
    )
  }
  const counted = async function* (): AsyncGenerator<Page | Problem> {
    for await (const page of pages) {
      if (page.kind !== 'problem') taken += bytesOf(page)
      yield page
    }
  }
  return { pages: counted(), share: () => (total === null || total === 0 ? null : Math.min(1, taken / total)) }
}
