import { keptBytes } from './pool.ts'

/**
 * A set of whole numbers in as few bytes as may be: rising, each as its distance from the one before it, seven bits a
 * byte (variable-byte code; H. Williams and J. Zobel, 1999).
 *
 * @example packed([300, 5]) // 5, then 295 in two bytes
 */
export const packed = (numbers: readonly number[]): Uint8Array => {
  const bytes: number[] = []
  let last = 0
  for (const number of Int32Array.from(numbers).sort()) {
    let rest = number - last
    for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128)
    bytes.push(rest)
    last = number
  }
  return keptBytes(Uint8Array.from(bytes))
}

/** The numbers of a packed set, rising. */
export function* unpacked(bytes: Uint8Array): Generator<number> {
  let number = 0
  let shift = 0
  let distance = 0
  for (const byte of bytes) {
    distance |= (byte & 127) << shift
    shift += 7
    if (byte > 127) continue
    number += distance
    yield number
    distance = 0
    shift = 0
  }
}
