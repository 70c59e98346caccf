/**
 * Short lists of numbers in large pieces of memory. A list of its own costs some three hundred bytes beside its numbers,
 * and a chronicle holds millions of them; one that is kept in a pool costs a third of that. A piece is given back when
 * nobody holds any of its lists.
 */
const PIECE = 2 ** 15

type Numbers = Uint8Array | Int32Array | Uint32Array | Float64Array

const pool = <T extends Numbers>(make: (length: number) => T): ((numbers: T) => T) => {
  let piece = make(0)
  let used = 0
  return (numbers) => {
    const { length } = numbers
    if (length > PIECE / 8) return numbers
    if (used + length > piece.length) {
      piece = make(PIECE)
      used = 0
    }
    const kept = piece.subarray(used, used + length) as T
    kept.set(numbers)
    used += length
    return kept
  }
}

/** The same numbers, held in a pool. */
export const keptInts = pool<Int32Array>((length) => new Int32Array(length))
export const keptWords = pool<Uint32Array>((length) => new Uint32Array(length))
export const keptNumbers = pool<Float64Array>((length) => new Float64Array(length))
export const keptBytes = pool<Uint8Array>((length) => new Uint8Array(length))
