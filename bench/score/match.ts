import { foldLetters, type Span } from '../../src/core/index.ts'

const fold = (name: string): string =>
  foldLetters(name)
    .replace(/[«»"“”„'’]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const words = (name: string): readonly string[] =>
  fold(name)
    .split(/[\s,-]+/)
    .filter((word) => word.length > 1 || /\d/.test(word))

export const equalName = (a: string, b: string): boolean => fold(a) === fold(b)

/** Two names agree when they are equal, or when every word of the shorter stands in the longer ("Берг", "Анна Берг"). */
export const sameName = (a: string, b: string): boolean => {
  if (equalName(a, b)) return true
  const [short, long] = [words(a), words(b)].sort((x, y) => x.length - y.length)
  return short!.length > 0 && short!.every((word) => long!.includes(word))
}

/** Where the nth occurrence of a quote stands; any run of white space answers any other. Null when it does not. */
export const locate = (text: string, quote: string, nth = 1): Span | null => {
  const pattern = new RegExp(quote.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'), 'gu')
  let found: RegExpExecArray | null = null
  for (let i = 0; i < nth; i++) {
    found = pattern.exec(text)
    if (!found) return null
  }
  return { start: found!.index, end: found!.index + found![0].length }
}

/** Greedy one-to-one pairs, the best score first; a score of 0 pairs nothing. */
export const pairUp = <Gold, Found>(
  gold: readonly Gold[],
  found: readonly Found[],
  score: (gold: Gold, found: Found) => number,
): readonly (readonly [Gold, Found])[] => {
  const all = gold
    .flatMap((g, i) => found.map((f, j) => ({ value: score(g, f), i, j })))
    .filter(({ value }) => value > 0)
  all.sort((a, b) => b.value - a.value || a.i - b.i || a.j - b.j)
  const taken = { gold: new Set<number>(), found: new Set<number>() }
  const pairs: (readonly [Gold, Found])[] = []
  for (const { i, j } of all) {
    if (taken.gold.has(i) || taken.found.has(j)) continue
    taken.gold.add(i)
    taken.found.add(j)
    pairs.push([gold[i]!, found[j]!])
  }
  return pairs
}
