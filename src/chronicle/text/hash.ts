/**
 * FNV-1a over UTF-16 code units (G. Fowler, L. C. Noll, K.-P. Vo), mixed once: 32 bits of a run of words with a space
 * between each two, from a place on.
 */
export const hashRun = (words: readonly string[], from: number, count: number): number => {
  let value = 0x811c9dc5
  for (let n = 0; n < count; n++) {
    const word = words[from + n] as string
    if (n > 0) value = Math.imul(value ^ 32, 0x01000193)
    for (let at = 0; at < word.length; at++) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193)
  }
  value ^= value >>> 15
  return value >>> 0
}
