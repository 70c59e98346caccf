const TURNS = /\s\(|,\s(?:но|а|однако|хотя)\s|;\s(?:(?:но|а|однако|хотя)\s)?/gu

/** Where a sentence goes over to what another says. */
export interface Turn {
  readonly index: number
  readonly length: number
  readonly bracket: boolean
}

/**
 * Where a sentence goes over to what another says: a bracket that is still open, or the last "but" or semicolon. One walk, since
 * sentences may be of any length.
 *
 * @example turnIn('Он обвинил армию (в ведомстве это')?.bracket // true
 */
export const turnIn = (told: string): Turn | null => {
  let bracket: Turn | null = null
  let but: Turn | null = null
  for (const { index, 0: words } of told.matchAll(TURNS)) {
    const turn = { index, length: words.length, bracket: words.endsWith('(') }
    if (turn.bracket) bracket = turn
    else but = turn
  }
  if (bracket && told.lastIndexOf(')') > bracket.index) bracket = null
  return bracket && but ? (bracket.index < but.index ? bracket : but) : (bracket ?? but)
}
