import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { TooLarge } from './source.ts'

// Some servers send deflate without its wrapper: the first byte tells.
const inflater = (first: number) => ((first & 0x0f) === 8 ? createInflate() : createInflateRaw())

const unpacker = (coding: string, first: number) => {
  if (coding === 'gzip' || coding === 'x-gzip') return createGunzip()
  if (coding === 'br') return createBrotliDecompress()
  return coding === 'deflate' ? inflater(first) : null
}

/** Undoes a content coding of HTTP, up to `limit` bytes; throws `TooLarge` beyond. An unknown coding is left as it is. */
export const unpackBody = async (packed: Uint8Array, coding: string, limit: number): Promise<Uint8Array> => {
  const unpack = packed.length === 0 ? null : unpacker(coding, packed[0]!)
  if (unpack === null) return packed
  const pieces: Buffer[] = []
  let total = 0
  unpack.end(packed)
  for await (const piece of unpack as AsyncIterable<Buffer>) {
    total += piece.length
    if (total > limit) throw new TooLarge(total, limit)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
