/** Words that are remembered in one generation; most words of a text are met again and again. */
const GENERATION = 10_000

/**
 * What was made of words, remembered in two generations: when the younger is full it becomes the older, and what the
 * older one knew is kept only if it is asked for again. So memory has a bound and frequent words are never forgotten.
 */
export class WordCache<T> {
  private young = new Map<string, T>()
  private old = new Map<string, T>()

  get(word: string): T | undefined {
    const found = this.young.get(word)
    if (found !== undefined) return found
    const before = this.old.get(word)
    if (before !== undefined) this.set(word, before)
    return before
  }

  set(word: string, value: T): void {
    if (this.young.size >= GENERATION) {
      this.old = this.young
      this.young = new Map()
    }
    this.young.set(word, value)
  }
}
