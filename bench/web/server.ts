// Serves a chronicle with a built page, as `letopis serve` does: `node --import tsx bench/web/server.ts FOLDER PAGE`.
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { createApi } from '../../src/api/index.ts'
import { openChronicle } from '../../src/app/index.ts'

const [where = '', web = ''] = process.argv.slice(2)
const letopis = await openChronicle(where, { command: 'bench', workers: 1 })
await letopis.settle()
const began = performance.now()
await letopis.overview()
const ready = Math.round(performance.now() - began)
const server = serve(
  { fetch: createApi(letopis, { version: 'bench', web }).fetch, port: 0, hostname: '127.0.0.1' },
  () => console.log(JSON.stringify({ port: (server.address() as AddressInfo).port, ready })),
)
process.on('SIGTERM', () => void letopis.close().then(() => process.exit()))
