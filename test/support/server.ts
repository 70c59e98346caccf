import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

export interface TestServer {
  readonly url: string
  readonly port: number
  /** Paths that were asked for, in order. */
  readonly asked: string[]
  close(): Promise<void>
}

/** A server on this machine for tests: paths to what they answer. An unknown path is 404. */
export const testServer = async (
  pages: Readonly<Record<string, string | Handler>>,
  host = '127.0.0.1',
): Promise<TestServer> => {
  const asked: string[] = []
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    const page = pages[path] ?? pages[path.split('?')[0]!]
    if (page === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>')
    else if (typeof page === 'string') {
      const type = page.startsWith('<?xml') || page.startsWith('<rss') ? 'application/xml' : 'text/html'
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(page)
    } else page(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    asked,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
