import type { ArticleFacts } from '../../facts/index.ts'

type OfPage<T> = (facts: ArticleFacts) => T

/** What holds the same facts of a page, however often they are read anew. */
const keepers = new WeakMap<ArticleFacts, object>()

/** From now on what is kept of these facts lasts as long as `keeper` does, for whoever reads them anew with it. */
export const keepWith = (facts: ArticleFacts, keeper: object): void => {
  keepers.set(facts, keeper)
}

const remembering = <T extends NonNullable<unknown>>(
  read: OfPage<T>,
  keyOf: (facts: ArticleFacts) => object,
): OfPage<T> => {
  const known = new WeakMap<object, T>()
  return (facts) => {
    const key = keyOf(facts)
    const before = known.get(key)
    if (before !== undefined) return before
    const made = read(facts)
    known.set(key, made)
    return made
  }
}

/** What is read from a page, read once for all entries that ask: a page stands in many. Given up with the page. */
export const ofPage = <T extends NonNullable<unknown>>(read: OfPage<T>): OfPage<T> =>
  remembering(read, (facts) => facts)

/**
 * The same of what most pages tell nothing of, so that it can be kept when the page's facts are given up: an event that a
 * thousand pages tell is composed anew when one page more does.
 */
export const keptOfPage = <T extends readonly unknown[]>(read: OfPage<T>): OfPage<T> =>
  remembering(read, (facts) => keepers.get(facts) ?? facts)
