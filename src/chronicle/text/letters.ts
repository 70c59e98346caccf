const OTHER = 1
const WORD = 2
// Of each code unit whether words hold it, found out when it is first met; 0 where it was not yet.
const sorts = new Uint8Array(2 ** 16)
const LETTER = /[\p{L}\p{N}]/u
const SURROGATE = /[\ud800-\udfff]/
const RUN = /[\p{L}\p{N}]+/gu

const sortOf = (code: number): number => {
  const sort = LETTER.test(String.fromCharCode(code)) ? WORD : OTHER
  sorts[code] = sort
  return sort
}

/**
 * Runs of letters and digits in a text, in order. Looking units up in a table takes a third of the time of the expression
 * for the same, which is asked only where a letter may take two units.
 */
export const runsOfLetters = (text: string): string[] => {
  if (SURROGATE.test(text)) return text.match(RUN) ?? []
  const runs: string[] = []
  let start = -1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((sorts[code] || sortOf(code)) === WORD) {
      if (start < 0) start = at
    } else if (start >= 0) {
      runs.push(text.slice(start, at))
      start = -1
    }
  }
  if (start >= 0) runs.push(text.slice(start))
  return runs
}
