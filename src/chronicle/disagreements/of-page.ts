import type { ArticleFacts } from '../../facts/index.ts'

/** What is read from a page, read once for all entries that ask: a page stands in many. Given up with the page. */
export const ofPage = <T extends NonNullable<unknown>>(
  read: (facts: ArticleFacts) => T,
): ((facts: ArticleFacts) => T) => {
  const known = new WeakMap<ArticleFacts, T>()
  return (facts) => {
    const before = known.get(facts)
    if (before !== undefined) return before
    const made = read(facts)
    known.set(facts, made)
    return made
  }
}
