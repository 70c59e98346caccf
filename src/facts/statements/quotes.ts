import type { Span } from '../../core/index.ts'

/** A stretch in quotation marks: `start`..`end` with its marks, `inner` without them. */
export interface Quote extends Span {
  readonly innerStart: number
  readonly innerEnd: number
  /** 0 for a quote that stands in no other. */
  readonly depth: number
}

// A quote that runs on over more lines or characters than this was never closed.
const MAX_LINES = 6
const MAX_LENGTH = 6000

const isSpace = (char: string): boolean => char === '' || /\s/u.test(char)
const opensBefore = (char: string): boolean => isSpace(char) || '([{—–-«„“"'.includes(char)

type Mark = 'open' | 'close' | 'straight'

/** What sort of quotation mark stands at `at`, and how many characters it takes; null for any other character. */
const markAt = (text: string, at: number): { mark: Mark; length: number } | null => {
  const code = text.charCodeAt(at)
  // Letters, Latin and Cyrillic, and the space: nearly all there is.
  if ((code >= 0x400 && code <= 0x45f) || (code >= 0x40 && code <= 0x7f) || code === 0x20) return null
  const char = text[at] ?? ''
  if (char === '«' || char === '„' || char === '‟') return { mark: 'open', length: 1 }
  if (char === '»' || char === '”') return { mark: 'close', length: 1 }
  if (char === '“' || char === '"') return { mark: 'straight', length: 1 }
  if (char === "'" && text[at + 1] === "'") return { mark: 'straight', length: 2 }
  return null
}

interface Open {
  readonly at: number
  readonly inner: number
  readonly char: string
}

/** Whether a mark that looks the same on both sides closes: by the letters around it, then by whether one is open. */
const closes = (text: string, at: number, length: number, open: readonly Open[]): boolean => {
  const before = text[at - 1] ?? ''
  const after = text[at + length] ?? ''
  const char = text[at]
  const waiting = open.some((mark) => mark.char === char || (char === '“' && mark.char === '„'))
  if (!waiting) return false
  if (isSpace(before) && !isSpace(after)) return false
  if (opensBefore(before) && !isSpace(before) && !isSpace(after) && !/[.,!?:;)»”]/u.test(after)) return false
  return true
}

/** Where the search for the closing mark of a quote opened at `from` ends: after some lines, within its own for `"`. */
const reach = (text: string, from: number, lines: number): number => {
  const window = text.slice(from, from + MAX_LENGTH)
  let end = -1
  for (let line = 0; line < lines; line++) {
    end = window.indexOf('\n', end + 1)
    if (end < 0) return from + window.length
  }
  return from + end
}

/** Whether the last quote inside `outer` ended where a speech ends: before a comma with a dash, or with its line. */
const endsSpeech = (text: string, outer: Open, lastClose: number): boolean =>
  lastClose > outer.inner && /^(?:[,!?…]{1,3}\s*[—–-]|[.!?…]{0,3}(?:\n|$))/u.test(text.slice(lastClose, lastClose + 12))

/** Index in `open` of the mark that the closing mark `char` answers; -1 when none does. */
const answered = (open: readonly Open[], char: string): number => {
  for (let i = open.length - 1; i >= 0; i--) {
    const opener = open[i]!.char
    if (
      char === '»'
        ? opener === '«'
        : char === '”'
          ? opener === '“' || opener === '„'
          : opener === char || opener === '„'
    )
      return i
  }
  return -1
}

/**
 * All quotations of a text in order of their opening marks: «…», “…”, „…“, "…" and ''…'', nested ones too. One mark
 * may close two quotes that end together («Указ «О …»), as is the custom of Russian typesetting. A mark that is never
 * answered within a few lines opens nothing, so one slip cannot swallow the article; an inch or second sign after a
 * digit is no mark. Linear in the text.
 *
 * @example findQuotes('Он сказал: «Да»')[0] // { start: 11, end: 15, innerStart: 12, innerEnd: 14, depth: 0 }
 */
export const findQuotes = (text: string): readonly Quote[] => {
  const found: Quote[] = []
  let open: Open[] = []
  let limit = text.length
  let lastClose = -1

  const close = (index: number, at: number, length: number): void => {
    // Marks inside it that nothing answered are dropped, unless they end together with it.
    for (let i = open.length - 1; i > index; i--) {
      const inner = open[i]!
      if (inner.char === open[index]!.char) found.push(quote(inner, at, length, i))
    }
    found.push(quote(open[index]!, at, length, index))
    open.length = index
    lastClose = at + length
  }

  const giveUp = (): void => {
    // The outermost mark stayed open: if the last quote inside it ended where a speech ends, both end there.
    const outer = open[0]!
    if (endsSpeech(text, outer, lastClose))
      found.push({ start: outer.at, end: lastClose, innerStart: outer.inner, innerEnd: lastClose, depth: 0 })
    open = []
  }

  for (let at = 0; at <= text.length; at++) {
    if (open.length > 0 && at >= limit) giveUp()
    const mark = at < text.length ? markAt(text, at) : null
    if (!mark) continue
    const char = text[at]!
    if (mark.mark === 'straight' && char === '"' && /\d/u.test(text[at - 1] ?? '') && open.length === 0) continue
    const shut = mark.mark === 'close' || (mark.mark === 'straight' && closes(text, at, mark.length, open))
    if (shut) {
      const index = answered(open, char)
      if (index >= 0) close(index, at, mark.length)
    } else {
      if (open.length === 1 && endsSpeech(text, open[0]!, lastClose)) giveUp()
      if (open.length === 0) limit = reach(text, at, char === '"' || char === "'" ? 1 : MAX_LINES)
      if (open.length < 6) open.push({ at, inner: at + mark.length, char })
    }
    at += mark.length - 1
  }
  if (open.length > 0) giveUp()
  return settleDepths(found)
}

const quote = (open: Open, at: number, length: number, depth: number): Quote => ({
  start: open.at,
  end: at + length,
  innerStart: open.inner,
  innerEnd: at,
  depth,
})

/** Sorts by start, the longer first, and counts depth anew: an outer quote that was given up leaves its inner ones at 0. */
const settleDepths = (found: Quote[]): readonly Quote[] => {
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const ends: number[] = []
  return found.map((one) => {
    while (ends.length > 0 && ends[ends.length - 1]! <= one.start) ends.pop()
    const depth = ends.length
    ends.push(one.end)
    return { ...one, depth }
  })
}
