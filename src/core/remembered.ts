import { ownText } from './own-text.ts'

// Words of the language are many more than those of any day's news.
const MOST = 20_000

const memories: Map<string, unknown>[] = []

/**
 * What is made of a text, made once for each: the same words and names come back thousands of times. So many answers at
 * most are held; then all are forgotten, before they grow past any use.
 *
 * @example const isLong = remembered((word) => /^.{9,}$/.test(word)); isLong('переговоры') // true
 */
export const remembered = <T extends NonNullable<unknown>>(
  make: (text: string) => T,
  most = MOST,
): ((text: string) => T) => {
  const known = new Map<string, T>()
  memories.push(known)
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= most) known.clear()
    const own = ownText(text)
    const made = make(own)
    known.set(own, made)
    return made
  }
}

/** Forgets all that is remembered: it is made again when it is asked for. */
export const forgetRemembered = (): void => {
  for (const known of memories) known.clear()
}
