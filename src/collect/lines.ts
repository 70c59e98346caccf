/** One piece of a byte stream, with the line it begins on: its bytes, or only its length when it is over the limit. */
export type Piece =
  | { readonly line: number; readonly bytes: Uint8Array }
  | { readonly line: number; readonly tooLong: number }

/** Collects the bytes of one piece and lets them go once they are over the limit. */
export class Gatherer {
  readonly #limit: number
  #pieces: Uint8Array[] = []
  #size = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  get size(): number {
    return this.#size
  }

  /** Takes a stretch; it is copied, because a stream may use its chunk again. */
  take(stretch: Uint8Array): void {
    if (stretch.length === 0) return
    this.#size += stretch.length
    if (this.#size <= this.#limit) this.#pieces.push(stretch.slice())
    else this.#pieces = []
  }

  /** Gives the piece and starts the next one. */
  finish(line: number): Piece {
    const size = this.#size
    const pieces = this.#pieces
    this.#size = 0
    this.#pieces = []
    if (size > this.#limit) return { line, tooLong: size }
    const bytes = new Uint8Array(size)
    let at = 0
    for (const piece of pieces) {
      bytes.set(piece, at)
      at += piece.length
    }
    return { line, bytes }
  }
}

const NEWLINE = 0x0a

/** Splits a byte stream into lines, holding at most `limit` bytes of one; lines are numbered from 1. */
export async function* byteLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Piece> {
  const gatherer = new Gatherer(limit)
  let line = 1
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      gatherer.take(chunk.subarray(from, at))
      yield gatherer.finish(line++)
      from = at + 1
    }
    gatherer.take(chunk.subarray(from))
  }
  if (gatherer.size > 0) yield gatherer.finish(line)
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const isOpen = (byte: number): boolean => byte === 0x7b || byte === 0x5b
const isClose = (byte: number): boolean => byte === 0x7d || byte === 0x5d

/**
 * Splits a stream of JSON into the objects at `depth` (1: the elements of one array; 0: objects one after another,
 * over as many lines as they like), holding at most `limit` bytes of one. What stands between them is left out.
 */
export async function* jsonValues(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
  base: 0 | 1,
): AsyncGenerator<Piece> {
  const gatherer = new Gatherer(limit)
  let depth = 0
  let line = 1
  let began = 1
  let quoted = false
  let escaped = false
  for await (const chunk of chunks) {
    let from = 0
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]!
      if (byte === NEWLINE) line++
      if (quoted) {
        if (escaped) escaped = false
        else if (byte === BACKSLASH) escaped = true
        else if (byte === QUOTE) quoted = false
      } else if (byte === QUOTE) quoted = true
      else if (isOpen(byte)) {
        if (depth++ === base) {
          from = i
          began = line
        }
      } else if (isClose(byte) && --depth === base) {
        gatherer.take(chunk.subarray(from, i + 1))
        yield gatherer.finish(began)
        from = i + 1
      }
    }
    if (depth > base) gatherer.take(chunk.subarray(from))
  }
  if (depth > base && gatherer.size > 0) yield gatherer.finish(began)
}
