/**
 * How many pairs of surrogates end at or before a place of a text, asked in any order: a UTF-16 offset less this is the
 * offset in code points.
 *
 * @example pairsBefore('a😀b')(3) // 1
 */
export const pairsBefore = (text: string): ((at: number) => number) => {
  const pairs: number[] = []
  for (let i = 0; i < text.length - 1; i++) {
    const high = text.charCodeAt(i) >= 0xd800 && text.charCodeAt(i) <= 0xdbff
    const low = text.charCodeAt(i + 1) >= 0xdc00 && text.charCodeAt(i + 1) <= 0xdfff
    if (high && low) pairs.push(i++)
  }
  return (at) => {
    let low = 0
    let high = pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[middle]! < at) low = middle + 1
      else high = middle
    }
    return low
  }
}
