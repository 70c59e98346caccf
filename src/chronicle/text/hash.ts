/** FNV-1a over UTF-16 code units (G. Fowler, L. C. Noll, K.-P. Vo), mixed once: 32 bits of a text. */
export const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value ^= value >>> 15
  return value >>> 0
}
