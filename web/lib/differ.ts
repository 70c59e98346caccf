/** A stretch of a text; `own` words stand in this version alone. */
export interface Stretch {
  readonly text: string
  readonly own: boolean
}

const WORD = /[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu
const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(WORD) ?? [])

/**
 * One version of a value with the words that no other version has set apart; all in one piece when less than
 * half of its words are shared, as then everything differs and a tint would say nothing.
 *
 * @example stretchesOf('договор о партнёрстве', ['договор о сотрудничестве']) // 'партнёрстве' is its own
 */
export const stretchesOf = (text: string, others: readonly string[]): readonly Stretch[] => {
  const known = others.map(wordsOf)
  const mine = wordsOf(text)
  const shared = [...mine].filter((word) => known.some((set) => set.has(word))).length
  if (shared * 2 < mine.size) return [{ text, own: false }]
  const stretches: { text: string; own: boolean }[] = []
  const push = (piece: string, own: boolean): void => {
    const last = stretches.at(-1)
    if (piece === '') return
    if (last && last.own === own) last.text += piece
    else stretches.push({ text: piece, own })
  }
  let at = 0
  for (const match of text.matchAll(WORD)) {
    push(text.slice(at, match.index), false)
    const word = match[0].toLowerCase()
    push(match[0], !known.some((set) => set.has(word)))
    at = match.index + match[0].length
  }
  push(text.slice(at), false)
  return stretches
}
