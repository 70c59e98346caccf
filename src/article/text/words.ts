import { foldLetters } from '../../core/index.ts'

// Function words of four letters and more; shorter ones are left out by their length.
const FUNCTION_WORDS = new Set(
  `этот этого этом этой этих этим которы которого также после перед между через более менее может можно нужно чтобы
  если когда тогда потому однако только всего всех всем свой своей своих своего своим своем быть было была были будет
  будут есть самый самая самое самых такой такие таких такое этому него ними нему нами вами тоже даже лишь почти около
  вместе против среди вокруг именно затем поэтому время года году годов день дней`
    .split(/\s+/)
    .map((word) => word.slice(0, 5)),
)

const OTHER_WORD = /[\p{L}\p{N}]/u

const isWordCode = (code: number, text: string, at: number): boolean => {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
  if (code >= 0x400 && code <= 0x52f) return true
  return (
    code >= 0xaa && code !== 0xab && code !== 0xbb && (code < 0x2000 || code > 0x2bff) && OTHER_WORD.test(text[at]!)
  )
}

/** End of the word that begins at a place: letters and digits, hyphens between them. */
const wordEnd = (text: string, from: number): number => {
  let at = from + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code !== 0x2d && !isWordCode(code, text, at)) break
    at++
  }
  return at
}

/** Number of words in a line; counting stops at a hundred. */
export const countWords = (text: string): number => {
  let count = 0
  for (let at = 0; at < text.length && count < 100; ) {
    if (isWordCode(text.charCodeAt(at), text, at)) {
      count++
      at = wordEnd(text, at)
    } else at++
  }
  return count
}

const REACH = 4000

/**
 * Beginnings of a line's content words: five letters carry the root of most Russian words and leave their endings out,
 * which is enough to tell whether two lines speak of the same things.
 */
export const stemsOf = (text: string): string[] => {
  const stems: string[] = []
  const end = Math.min(text.length, REACH)
  for (let at = 0; at < end; ) {
    if (!isWordCode(text.charCodeAt(at), text, at)) {
      at++
      continue
    }
    const stop = wordEnd(text, at)
    const stem = stop - at < 3 ? '' : stemOf(text.slice(at, stop))
    if (stem !== '') stems.push(stem)
    at = stop
  }
  return stems
}

const stemOf = (word: string): string => {
  const low = foldLetters(word)
  if (FUNCTION_WORDS.has(low.slice(0, 5))) return ''
  // A short word counts when it is a name.
  if (low.length <= 4) return word === low ? '' : low.slice(0, 3)
  return low.slice(0, Math.min(5, low.length - 1))
}

/** Share of a line's content words that the vocabulary knows (from `atLeast` places): 0 to 1; 0 for a line without content words. */
export const shareKnown = (stems: readonly string[], vocabulary: ReadonlyMap<string, number>, atLeast = 1): number => {
  if (stems.length === 0) return 0
  let known = 0
  for (const stem of stems) if ((vocabulary.get(stem) ?? 0) >= atLeast) known++
  return known / stems.length
}
