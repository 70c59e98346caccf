import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { createApi } from '../../api/index.ts'
import { answerDoor, DOOR_PATH, type OpenChronicle } from '../../app/index.ts'
import { failure } from '../../core/index.ts'
import { type Context, WrongUse } from '../context.ts'
import { CommandFailure } from '../stored.ts'
import { version } from '../version.ts'

export interface ServeFlags {
  readonly port: number
  readonly host: string
  readonly allowHost?: readonly string[]
  /** Only of `--no-token`: false where nobody is asked for one. */
  readonly token?: boolean
}

// The same way up from src/cli/commands and from dist/cli/commands.
const WEB = fileURLToPath(new URL('../../../dist/web', import.meta.url))

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

// Enough that nobody guesses one; what a person sets may be no weaker than they were warned.
const SHORTEST = 16

/** The token that a server asks for beyond this machine; null on it, and where a person says that none is asked for. */
const tokenOf = ({ host, token }: ServeFlags, { messages }: Context): string | null => {
  if (LOOPBACK.has(host) || token === false) return null
  const given = process.env.LETOPIS_TOKEN
  if (!given) return randomBytes(24).toString('base64url')
  if (given.length < SHORTEST || !/^[\w.~+/=-]+$/.test(given)) throw new WrongUse(messages.serve.weakToken(SHORTEST))
  return given
}

const listen = (server: Server, { port, host }: ServeFlags): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const code =
        error.code === 'EADDRINUSE'
          ? 'port-busy'
          : error.code === 'EACCES'
            ? 'port-forbidden'
            : error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND'
              ? 'host-unknown'
              : 'server-failed'
      reject(
        new CommandFailure(
          failure(code, '', { port, host, next: port < 65_535 ? port + 1 : 4400, words: error.message }),
        ),
      )
    })
    server.listen(port, host, resolve)
  })

/** A server that answers for a chronicle, already listening. */
export interface Serving {
  readonly url: string
  close(): Promise<void>
}

/** Serves a chronicle. Fails with `port-busy`, `port-forbidden`, `host-unknown`. */
export const serveChronicle = async (letopis: OpenChronicle, flags: ServeFlags, context: Context): Promise<Serving> => {
  const { getRequestListener } = await import('@hono/node-server')
  const { messages, err } = context
  const asked = tokenOf(flags, context)
  const web = existsSync(WEB)
  const api = createApi(letopis, {
    version,
    ...(web ? { web: WEB } : {}),
    ...(asked === null ? {} : { token: asked }),
    hosts: LOOPBACK.has(flags.host) ? [] : 'any',
    onError: (error) => void err.line(String(error instanceof Error ? (error.stack ?? error.message) : error)),
  })
  const token = randomBytes(24).toString('base64url')
  const answer = (request: Request): Response | Promise<Response> =>
    new URL(request.url).pathname === DOOR_PATH ? answerDoor(letopis, request, token) : api.fetch(request)
  const server = createServer(getRequestListener(answer) as RequestListener)
  await listen(server, flags)
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : flags.port
  const host = flags.host.includes(':') ? `[${flags.host}]` : flags.host === '0.0.0.0' ? '127.0.0.1' : flags.host
  if (!web) await err.line(messages.serve.withoutPage)
  if (!LOOPBACK.has(flags.host)) {
    const words = asked === null ? messages.serve.openToNetwork(flags.host) : messages.serve.withToken(flags.host)
    await err.line(err.paint('yellow', words))
  }
  const url = `http://${host}:${port}`
  await letopis.openDoor({ url, token })
  return {
    url: asked === null ? url : `${url}/?token=${encodeURIComponent(asked)}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Waits until Ctrl-C. */
export const untilStopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    // A pending promise alone does not keep a process; the listening server does.
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
