/** What is made when it is first asked for, and kept. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const KEPT = 32

/** Answers to the latest 32 different questions, kept: the same view is asked for again and again. */
export const lately = <Q, A>(answer: (question: Q) => A): ((question: Q) => A) => {
  const known = new Map<string, A>()
  return (question) => {
    const key = JSON.stringify(question)
    const found = known.has(key) ? known.get(key)! : answer(question)
    known.delete(key)
    known.set(key, found)
    for (const oldest of known.keys()) {
      if (known.size <= KEPT) break
      known.delete(oldest)
    }
    return found
  }
}
