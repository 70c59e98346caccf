import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
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

/**
 * Serves the built page from a folder: `index.html` at `/`, and the files beside it. Built assets carry a hash in
 * their names and are kept by the browser for good.
 */
export const staticFiles =
  (root: string): Handler =>
  async (context, next) => {
    const parts = context.req.path.split('/').slice(1)
    const path = context.req.path === '/' ? ['index.html'] : parts
    const type = TYPES[extname(path.at(-1) ?? '')]
    if (!type || !path.every((part) => NAME.test(part))) return next()
    const bytes = await readFile(join(root, ...path)).catch(() => null)
    if (!bytes) return next()
    const kept = path[0] === 'assets' ? 'public, max-age=31536000, immutable' : 'no-cache'
    return context.body(new Uint8Array(bytes), 200, { 'Content-Type': type, 'Cache-Control': kept })
  }
