import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Handler } from 'hono'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

const NAME = /^[\w-][\w.-]*$/
const packed = promisify(gzip)

/**
 * Serves the built page from a folder: `index.html` at `/`, and the files beside it. Built assets carry a hash in
 * their names: the browser keeps them for good, and the server keeps them packed from the first time they are asked for.
 */
export const staticFiles = (root: string): Handler => {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
  const asset = (file: string): Promise<Uint8Array<ArrayBuffer>> => {
    const known =
      kept.get(file) ??
      readFile(file)
        .then((bytes) => packed(bytes))
        .then((bytes) => new Uint8Array(bytes))
    kept.set(file, known)
    known.catch(() => kept.delete(file))
    return known
  }
  return async (context, next) => {
    const parts = context.req.path.split('/').slice(1)
    const path = context.req.path === '/' ? ['index.html'] : parts
    const type = TYPES[extname(path.at(-1) ?? '')]
    if (!type || !path.every((part) => NAME.test(part))) return next()
    const file = join(root, ...path)
    const hashed = path[0] === 'assets'
    const zipped = hashed && /\bgzip\b/.test(context.req.header('accept-encoding') ?? '')
    const bytes = await (zipped ? asset(file) : readFile(file).then((read) => new Uint8Array(read))).catch(() => null)
    if (!bytes) return next()
    return context.body(bytes, 200, {
      'Content-Type': type,
      'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(zipped && { 'Content-Encoding': 'gzip' }),
      ...(hashed && { Vary: 'Accept-Encoding' }),
    })
  }
}
