import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { failure, type Problem, warning } from '../core/index.ts'
import { readName } from './format.ts'
import type { Limits } from './limits.ts'
import { isObject, metaOf } from './meta.ts'
import type { PageMeta } from './page.ts'

/** Thrown inside a stream and turned into a problem where the file's name is known. */
export class TooLarge extends Error {
  readonly bytes: number
  readonly limit: number

  constructor(bytes: number, limit: number) {
    super(`more than ${limit} bytes`)
    this.bytes = bytes
    this.limit = limit
  }
}

/** Unpacks a gzip stream; stops one that gives far more bytes than any text would. */
export async function* unpack(chunks: AsyncIterable<Uint8Array>, limits: Limits): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  let packed = 0
  let unpacked = 0
  const feed = async () => {
    for await (const chunk of chunks) {
      packed += chunk.length
      if (!gunzip.write(chunk)) await new Promise<void>((resolve) => gunzip.once('drain', () => resolve()))
      if (gunzip.destroyed) return
    }
    gunzip.end()
  }
  const fed = feed().catch((error: Error) => {
    gunzip.destroy(error)
  })
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      unpacked += chunk.length
      if (unpacked > limits.unpackedFree && unpacked > packed * limits.unpackRatio) {
        throw new TooLarge(unpacked, packed * limits.unpackRatio)
      }
      yield chunk
    }
    await fed
  } finally {
    gunzip.destroy()
    gunzip.emit('drain')
  }
}

/** The bytes of a file as they lie there. */
export const rawBytes = (path: string): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: 262_144 })

/** The bytes of a file, unpacked when its name ends in `.gz`. */
export const fileBytes = (path: string, limits: Limits): AsyncIterable<Uint8Array> => {
  const raw = rawBytes(path)
  return readName(path).gzipped ? unpack(raw, limits) : raw
}

/** Reads a stream to its end; throws `TooLarge` once it has given more than `limit` bytes. */
export const readAll = async (chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > limit) throw new TooLarge(size, limit)
    pieces.push(chunk)
  }
  return Buffer.concat(pieces)
}

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Puts what the system says about a file into one of our problems. */
export const fileProblem = (error: unknown, input: string): Problem => {
  if (error instanceof TooLarge) return failure('too-large', input, { bytes: error.bytes, limit: error.limit })
  const code = errorCode(error)
  if (code === 'ENOENT') return failure('missing', input)
  if (code === 'EACCES' || code === 'EPERM') return failure('no-permission', input)
  if (code.startsWith('Z_')) return failure('bad-gzip', input, { reason: code })
  return failure('unreadable', input, { reason: error instanceof Error ? error.message.slice(0, 200) : String(error) })
}

const SIDECAR_LIMIT = 1_000_000

/** What the sidecar of a page says; a broken one is a warning, and the page is read without it. */
export const readSidecar = async (path: string): Promise<{ readonly meta: PageMeta; readonly problem?: Problem }> => {
  const sidecar = `${readName(path).stem}.meta.json`
  let text: string
  try {
    text = await readFile(sidecar, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return { meta: {} }
    return { meta: {}, problem: warning('bad-sidecar', sidecar, { reason: errorCode(error) || String(error) }) }
  }
  if (text.length > SIDECAR_LIMIT)
    return { meta: {}, problem: warning('bad-sidecar', sidecar, { reason: 'too large' }) }
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/u, ''))
    if (isObject(value)) return { meta: metaOf(value) }
    return { meta: {}, problem: warning('bad-sidecar', sidecar, { reason: 'not an object' }) }
  } catch (error) {
    return { meta: {}, problem: warning('bad-sidecar', sidecar, { reason: (error as Error).message.slice(0, 200) }) }
  }
}
