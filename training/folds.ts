/** Cross-validation by place in a file: the same sentences are held back by whoever counts them. */
export interface Fold {
  readonly index: number
  readonly of: number
}

/**
 * Reads "2/5": the second of five folds; null for anything else.
 *
 * @example parseFold('2/5') // { index: 1, of: 5 }
 */
export const parseFold = (text: string): Fold | null => {
  const match = /^(\d{1,2})\/(\d{1,2})$/.exec(text)
  if (!match) return null
  const [index, of] = [Number(match[1]) - 1, Number(match[2])]
  return index >= 0 && index < of && of > 1 ? { index, of } : null
}

/** Whether the item at a place in its file belongs to a fold. */
export const inFold = (place: number, { index, of }: Fold): boolean => place % of === index
