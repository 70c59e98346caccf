import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import type { Chunk } from '../export/index.ts'
import { readAddresses } from './addresses.ts'
import { readCorrections, readLog } from './corrections.ts'
import { type Fault, fault, faultBody, isFault } from './fault.ts'
import { FILES, type FileRoute, listFormats, writeFile } from './files.ts'
import { openApi } from './openapi.ts'
import { readPages } from './pages.ts'
import { ARTICLE, readQuery, SENT_FILE } from './parameters.ts'
import { ROUTES, type Route } from './routes.ts'
import { sameSite, securityHeaders } from './security.ts'
import type { ChronicleSource } from './source.ts'
import { staticFiles } from './static.ts'
import { askToken } from './token.ts'

export interface ApiOptions {
  /** Letopis's own version, for health and OpenAPI. */
  readonly version: string
  /** Folder of the built page (`dist/web`); without it only the API answers. */
  readonly web?: string
  /** Host names besides the loopback ones under which the server may be asked; `any` for a server on a network. */
  readonly hosts?: readonly string[] | 'any'
  /** What an asker must know; nothing is asked when absent. */
  readonly token?: string
  /** Largest body of added pages, in bytes; 64 MiB when absent. */
  readonly maxBody?: number
  /** Told of errors that are not the asker's fault. */
  readonly onError?: (error: unknown) => void
}

const MAX_BODY = 64 * 1024 * 1024
const MAX_FILE = 1024 * 1024 * 1024

const refuse = (context: Context, problem: Fault) => context.json(faultBody(problem), problem.status)

// The revision names the whole chronicle's state, so it validates every answer; weak, because answers are compressed.
const validated = async (source: ChronicleSource, context: Context) => {
  const etag = `W/"${(await source.revision()).replaceAll('"', '')}"`
  const known = context.req.header('if-none-match')?.split(/\s*,\s*/)
  return { headers: { ETag: etag, 'Cache-Control': 'no-cache' }, unchanged: known?.includes(etag) ?? false }
}

const answer = (source: ChronicleSource, route: Route) => async (context: Context) => {
  const query = readQuery(context.req.queries(), route.parameters)
  if (isFault(query)) return refuse(context, query)
  const { headers, unchanged } = await validated(source, context)
  if (unchanged) return context.body(null, 304, headers)
  const { id = '', other = '' } = context.req.param()
  const body = await route.answer(source, query as never, id, other)
  return isFault(body) ? refuse(context, body) : context.json(body as object, 200, headers)
}

const encoder = new TextEncoder()

/** Pieces of a file as the body of an answer, made while the asker reads. */
const bodyOf = (made: AsyncIterable<Chunk>): ReadableStream<Uint8Array> => {
  const pieces = made[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
    },
    cancel: async () => void (await pieces.return?.()),
  })
}

const answerFile = (source: ChronicleSource, file: FileRoute) => async (context: Context) => {
  const query = readQuery(context.req.queries(), file.parameters)
  if (isFault(query)) return refuse(context, query)
  const { headers, unchanged } = await validated(source, context)
  if (unchanged) return context.body(null, 304, headers)
  const made = await writeFile(source, file, query as never, context.req.url)
  if (isFault(made)) return refuse(context, made)
  const cursor = made.cursor === undefined ? {} : { 'Letopis-Cursor': made.cursor }
  const untold = made.untold ? { 'Letopis-Untold': String(made.untold) } : {}
  return context.body(bodyOf(made.pieces), 200, { ...headers, ...cursor, ...untold, 'Content-Type': file.format.media })
}

/** Reads a body of JSON and hands it on; what `read` finds wrong comes back as a fault. */
const change =
  <T>(read: (body: unknown) => T | Fault, work: (given: T) => Promise<object>) =>
  async (context: Context) => {
    if (!context.req.header('content-type')?.startsWith('application/json')) {
      return refuse(context, fault(415, 'not-json', 'The body is not JSON.', 'Send it as application/json.'))
    }
    const given = read(await context.req.json().catch(() => undefined))
    return isFault(given) ? refuse(context, given) : context.json(await work(given))
  }

/** A file as it lies on a disk: read while it arrives. */
const addFile = (source: ChronicleSource) => async (context: Context) => {
  if (context.req.header('content-type') !== 'application/octet-stream') {
    const remedy = 'Send the bytes of the file as application/octet-stream.'
    return refuse(context, fault(415, 'not-a-file', 'The body is not a file.', remedy))
  }
  const query = readQuery(context.req.queries(), SENT_FILE)
  if (isFault(query)) return refuse(context, query)
  const { name } = query
  const { body } = context.req.raw
  if (name === undefined || body === null)
    return refuse(context, fault(400, 'no-file', 'There is no file or no name.', 'Name it: /api/files?name=kept.zip.'))
  return context.json(await source.addFile(name, body as unknown as AsyncIterable<Uint8Array>))
}

const removeArticle = (source: ChronicleSource) => async (context: Context) => {
  const id = context.req.param('id') ?? ''
  const query = readQuery(context.req.queries(), ARTICLE)
  if (isFault(query)) return refuse(context, query)
  const result = await source.removeArticles([id], query.version)
  if (result.removed > 0) return context.json(result)
  const remedy = 'Take the id from letopis articles.'
  return refuse(context, fault(404, 'not-found', `There is no article "${id.slice(0, 80)}".`, remedy))
}

/**
 * The HTTP server's routes: the API under /api/v1, adding and removing under /api, and the built page. It listens to
 * nothing itself.
 *
 * @example serve({ fetch: createApi(source, { version: '0.1.0', web: 'dist/web' }).fetch, port: 4400 })
 */
export const createApi = (source: ChronicleSource, options: ApiOptions): Hono => {
  const api = new Hono()
  const maxSize = options.maxBody ?? MAX_BODY
  const remedy = `Send fewer pages a request: at most ${maxSize} bytes.`
  const tooLarge = (context: Context) => refuse(context, fault(413, 'too-large', 'The body is too large.', remedy))

  const fileTooLarge = (context: Context) =>
    refuse(context, fault(413, 'too-large', 'The file is too large.', 'Add it with letopis add, or in parts.'))

  api.use(securityHeaders)
  api.use(compress())
  api.use(sameSite(options.hosts ?? []))
  if (options.token !== undefined) api.use(askToken(options.token))
  api.get('/api/v1/health', async (context) =>
    context.json({ status: 'ok', name: 'letopis', version: options.version, revision: await source.revision() }, 200, {
      'Cache-Control': 'no-store',
    }),
  )
  api.get('/api/v1/openapi.json', (context) => context.json(openApi(options.version)))
  api.get('/api/v1/export', (context) => context.json(listFormats()))
  for (const file of FILES) api.get(`/api/v1${file.path}`, answerFile(source, file))
  for (const route of ROUTES) api.get(`/api/v1${route.path}`, answer(source, route))
  const limit = bodyLimit({ maxSize, onError: tooLarge })
  api.post(
    '/api/pages',
    limit,
    change(readPages, (pages) => source.addPages(pages)),
  )
  api.post(
    '/api/addresses',
    limit,
    change(readAddresses, (addresses) => source.addAddresses(addresses)),
  )
  api.post('/api/files', bodyLimit({ maxSize: MAX_FILE, onError: fileTooLarge }), addFile(source))
  api.post(
    '/api/corrections',
    limit,
    change(readCorrections, async ({ author, actions }) => ({ corrections: await source.correct(author, actions) })),
  )
  api.post(
    '/api/corrections/import',
    limit,
    change(readLog, (log) => source.importCorrections(log)),
  )
  api.delete('/api/articles/:id', removeArticle(source))
  if (options.web !== undefined) api.get('*', staticFiles(options.web))

  api.notFound((context) =>
    refuse(
      context,
      fault(404, 'no-route', `Nothing is at ${context.req.path.slice(0, 80)}.`, 'See /api/v1/openapi.json.'),
    ),
  )
  api.onError((error, context) => {
    options.onError?.(error)
    return refuse(context, fault(500, 'internal', 'The server failed at this request.', 'See its log; try again.'))
  })
  return api
}
