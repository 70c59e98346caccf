import { firstNot } from '../core/index.ts'

/** Whether a UTF-16 unit is the first of a pair of surrogates. */
export const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

/** Whether a UTF-16 unit is the second of a pair of surrogates. */
export const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/**
 * How many pairs of surrogates end at or before a place of a text, asked in any order: a UTF-16 offset less this is the
 * offset in code points.
 *
 * @example pairsBefore('a😀b')(3) // 1
 */
export const pairsBefore = (text: string): ((at: number) => number) => {
  const pairs: number[] = []
  for (let i = 0; i < text.length - 1; i++) {
    if (isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1))) pairs.push(i++)
  }
  return (at) => firstNot(0, pairs.length, (middle) => pairs[middle]! < at)
}
