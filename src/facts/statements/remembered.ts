// Words of the language are many more than those of any day's news.
const MOST = 20_000

/** A test of words by a long pattern, asked once for each word. */
export const remembered = (test: (word: string) => boolean): ((word: string) => boolean) => {
  const known = new Map<string, boolean>()
  return (word) => {
    const answer = known.get(word)
    if (answer !== undefined) return answer
    if (known.size >= MOST) known.clear()
    const fresh = test(word)
    known.set(word, fresh)
    return fresh
  }
}
