import type { Readable } from 'node:stream'
import { type Agent, request } from 'undici'
import { TooLarge } from '../source.ts'
import { unpackBody } from '../unpack.ts'

/** One answer of a server: no redirect followed, its body unpacked. */
export interface Answer {
  readonly status: number
  readonly header: (name: string) => string | null
  readonly cookies: readonly string[]
  readonly bytes: Uint8Array
}

type Headers = Readonly<Record<string, string | string[] | undefined>>

/** Reads a body up to `limit` bytes, packed and unpacked; throws `TooLarge` beyond. */
const readBody = async (body: Readable, coding: string, limit: number): Promise<Uint8Array> => {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of body as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > limit) throw new TooLarge(size, limit)
    pieces.push(piece)
  }
  return unpackBody(Buffer.concat(pieces), coding, limit)
}

const first = (value: string | string[] | undefined): string | null => (Array.isArray(value) ? value[0] : value) ?? null

const listed = (value: string | string[] | undefined): readonly string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

/** Makes one request. Throws what the network throws, `TooLarge`, and the signal's reason. */
export const ask = async (
  url: URL,
  headers: Readonly<Record<string, string>>,
  agent: Agent,
  limit: number,
  signal: AbortSignal,
): Promise<Answer> => {
  const { statusCode, headers: given, body } = await request(url, { dispatcher: agent, headers, signal, method: 'GET' })
  // The answer may be left unread; an error that comes later belongs to nobody.
  body.on('error', () => {})
  const said = given as Headers
  const header = (name: string): string | null => first(said[name])
  try {
    const length = Number(header('content-length') ?? 0)
    if (length > limit) throw new TooLarge(length, limit)
    const coding = (header('content-encoding') ?? '').trim().toLowerCase()
    const bytes = await readBody(body, coding, limit)
    return { status: statusCode, header, cookies: listed(said['set-cookie']), bytes }
  } catch (error) {
    body.destroy()
    throw error
  }
}
