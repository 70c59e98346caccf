const WORD = /[\p{L}\p{N}][\p{L}\p{N}-]*/gu

// Function words of four letters and more; shorter ones are left out by their length.
const FUNCTION_WORDS = new Set(
  `этот этого этом этой этих этим которы которого также после перед между через более менее может можно нужно чтобы
  если когда тогда потому однако только всего всех всем свой своей своих своего своим своем быть было была были будет
  будут есть самый самая самое самых такой такие таких такое этому него ними нему нами вами тоже даже лишь почти около
  вместе против среди вокруг именно затем поэтому время года году годов день дней`
    .split(/\s+/)
    .map((word) => word.slice(0, 5)),
)

/** Number of words in a line; counting stops at a hundred. */
export const countWords = (text: string): number => {
  let count = 0
  WORD.lastIndex = 0
  while (count < 100 && WORD.test(text)) count++
  return count
}

/**
 * Beginnings of a line's content words: five letters carry the root of most Russian words and leave their endings out,
 * which is enough to tell whether two lines speak of the same things.
 */
export const stemsOf = (text: string): string[] => {
  const stems: string[] = []
  for (const [word] of text.slice(0, 4000).matchAll(WORD)) {
    if (word.length < 3) continue
    const low = word.toLowerCase().replaceAll('ё', 'е')
    const stem = low.length <= 4 ? (word === low ? '' : low.slice(0, 3)) : low.slice(0, Math.min(5, low.length - 1))
    if (stem !== '' && !FUNCTION_WORDS.has(low.slice(0, 5))) stems.push(stem)
  }
  return stems
}

/** Share of a line's content words that the vocabulary knows (from `atLeast` places): 0 to 1; 0 for a line without content words. */
export const shareKnown = (stems: readonly string[], vocabulary: ReadonlyMap<string, number>, atLeast = 1): number => {
  if (stems.length === 0) return 0
  let known = 0
  for (const stem of stems) if ((vocabulary.get(stem) ?? 0) >= atLeast) known++
  return known / stems.length
}
