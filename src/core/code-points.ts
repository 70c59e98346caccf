/**
 * UTF-16 offset of each code point of a text, and its end: what turns offsets counted in code points (brat, Python)
 * into ours.
 *
 * @example codePointOffsets('a😀b') // [0, 1, 3, 4]
 */
export const codePointOffsets = (text: string): readonly number[] => {
  const offsets: number[] = []
  let at = 0
  for (const char of text) {
    offsets.push(at)
    at += char.length
  }
  offsets.push(at)
  return offsets
}
