import { decode, failure, type Problem, warning } from '../core/index.ts'
import type { Limits } from './limits.ts'
import { byteLines, jsonValues, type Piece } from './lines.ts'
import { isObject, metaOf } from './meta.ts'
import type { PageMeta, RecordPage } from './page.ts'

const PEEK = 65_536

interface Peeked {
  readonly head: Uint8Array
  readonly all: AsyncGenerator<Uint8Array>
}

/** Looks at the beginning of a stream and gives it back whole. */
export const peek = async (chunks: AsyncIterable<Uint8Array>, size = PEEK): Promise<Peeked> => {
  const iterator = chunks[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let length = 0
  let ended = false
  while (length < size && !ended) {
    const next = await iterator.next()
    if (next.done) ended = true
    else {
      first.push(next.value.slice())
      length += next.value.length
    }
  }
  const head = new Uint8Array(length)
  let at = 0
  for (const piece of first) {
    head.set(piece, at)
    at += piece.length
  }
  const all = async function* (): AsyncGenerator<Uint8Array> {
    try {
      if (head.length > 0) yield head
      while (!ended) {
        const next = await iterator.next()
        if (next.done) return
        yield next.value
      }
    } finally {
      await iterator.return?.()
    }
  }
  return { head, all: all() }
}

/** UTF-16 becomes UTF-8 on its way, so that lines can be told by one byte. */
async function* recode(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  const encoder = new TextEncoder()
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }))
  yield encoder.encode(decoder.decode())
}

type Shape = 'lines' | 'array' | 'objects'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** One array, one record a line, or objects laid out over several lines. */
const shapeOf = (head: string): Shape => {
  const text = head.replace(/^[\s\ufeff]+/u, '')
  if (text.startsWith('[')) return 'array'
  const end = text.indexOf('\n')
  if (end < 0) return 'lines'
  const first = text.slice(0, end).trim()
  return /^\{(?:$|[^\n]*[,{[]$|\s*"[^"\n]*"\s*:\s*$)/u.test(first) && !isJson(first) ? 'objects' : 'lines'
}

const parse = (piece: Piece, input: string, defaults: PageMeta, limits: Limits): RecordPage | Problem | null => {
  const at = `${input}#${piece.line}`
  if ('tooLong' in piece) {
    return failure('too-large', at, { line: piece.line, bytes: piece.tooLong, limit: limits.lineBytes })
  }
  const { text: source } = decode(piece.bytes)
  if (source.trim() === '') return null
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch (error) {
    return failure('not-json', at, { line: piece.line, reason: (error as Error).message.slice(0, 200) })
  }
  if (!isObject(value)) return failure('not-a-record', at, { line: piece.line })
  const { text } = value
  if (typeof text !== 'string' || text.trim() === '') return failure('no-text', at, { line: piece.line })
  return { kind: 'record-page', input: at, text, meta: { ...defaults, ...metaOf(value) } }
}

/** Records that a sidecar can speak for as a whole: its outlet and dates are theirs, its id, address and title are not. */
const shared = (sidecar: PageMeta): PageMeta => {
  const { id, url, title, ...rest } = sidecar
  return rest
}

/**
 * The article records of a byte stream: a JSON array, one record a line, or objects one after another. A broken line or
 * element is a problem with its line number, and reading goes on behind it; at most one record is held in memory.
 */
export async function* readRecords(
  chunks: AsyncIterable<Uint8Array>,
  input: string,
  sidecar: PageMeta,
  limits: Limits,
): AsyncGenerator<RecordPage | Problem> {
  const { head, all } = await peek(chunks)
  const { encoding, text } = decode(head)
  const bytes = encoding.startsWith('utf-16') ? recode(all, encoding) : all
  const shape = shapeOf(text)
  const pieces =
    shape === 'lines'
      ? byteLines(bytes, limits.lineBytes)
      : jsonValues(bytes, limits.lineBytes, shape === 'array' ? 1 : 0)
  // A record that turns out to be the only one of its file keeps the file's name and all of its sidecar.
  let first: RecordPage | Problem | null = null
  let count = 0
  for await (const piece of pieces) {
    const result = parse(piece, input, shared(sidecar), limits)
    if (result === null) continue
    if (++count === 1) {
      first = result
      continue
    }
    if (first !== null) yield first
    first = null
    yield result
  }
  if (first !== null)
    yield { ...first, input, ...(first.kind === 'record-page' ? { meta: { ...sidecar, ...first.meta } } : {}) }
  if (count === 0) yield warning('no-records', input)
}
