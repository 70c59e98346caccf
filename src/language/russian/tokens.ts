import type { Span } from '../../core/index.ts'
import { classOf, DIGIT, isDash, LETTER, MARK, OTHER, PUNCT, SPACE, SURROGATE } from './chars.ts'

/**
 * Tokens of a text. Conventions are those of OpenCorpora and UD Russian: a hyphenated word is one token (Нью-Йорк,
 * 20-летний), so is a number with its decimal comma, its points or its slash (2,5 · 03.09.2025 · 1/2) and a range without
 * spaces (2020–2022); a full stop is a token of its own, also after an abbreviation; no token holds a space.
 */

const HYPHEN = 0x2d
const isHyphen = (code: number): boolean => code === HYPHEN || code === 0x2010 || code === 0x2011
const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x2bc
const isTerminal = (code: number): boolean => code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026
const isMark = (code: number): boolean => classOf(code) === MARK
const isWordChar = (code: number): boolean => classOf(code) === LETTER || classOf(code) === DIGIT

/** End of a run of characters of one class, each with the marks that stand on it. */
const runEnd = (text: string, start: number, kind: number): number => {
  let at = start
  while (at < text.length && (classOf(text.charCodeAt(at)) === kind || (at > start && isMark(text.charCodeAt(at)))))
    at++
  return at
}

// Letters of one word may come from two alphabets by mistake ("Pоссия"), but a run that changes alphabet at a digit or
// a sign is split there.
const atomEnd = (text: string, start: number): number => runEnd(text, start, classOf(text.charCodeAt(start)))

/** Whether a number goes on after a sign: 2,5 · 13.00 · 1/2. */
const joinsDigits = (code: number): boolean => code === 0x2c || code === 0x2e || code === 0x2f || code === 0x5c

const isNumberAt = (text: string, at: number): boolean => classOf(text.charCodeAt(at)) === DIGIT

/**
 * End of the word or number that begins at `start`: atoms joined by hyphens, decimal signs, underscores,
 * apostrophes, colons between digits and nothing at all (G20, 7-го).
 */
const wordEnd = (text: string, start: number): number => {
  let end = atomEnd(text, start)
  let digits = isNumberAt(text, start)
  for (;;) {
    const code = text.charCodeAt(end)
    if (isWordChar(code)) {
      digits = isNumberAt(text, end)
      end = atomEnd(text, end)
      continue
    }
    if (!isWordChar(text.charCodeAt(end + 1))) return end
    const digitsNext = isNumberAt(text, end + 1)
    const joins =
      isHyphen(code) ||
      code === 0x5f ||
      (isDash(code) && digits && digitsNext) ||
      (joinsDigits(code) && digits && digitsNext) ||
      (code === 0x3a && digits && digitsNext) ||
      (isApostrophe(code) && !digits && !digitsNext)
    if (!joins) return end
    digits = digitsNext
    end = atomEnd(text, end + 1)
  }
}

const isUrlChar = (code: number): boolean =>
  code > 0x20 && code < 0x7f && !(code === 0x22 || code === 0x3c || code === 0x3e || code === 0x60)

const isAsciiWord = (code: number): boolean => (code < 0x80 && isWordChar(code)) || code === HYPHEN || code === 0x5f

const DOMAINS = new Set(
  'ru su com org net info biz io me tv рф edu gov eu uk us ua by kz uz de fr cn jp kr kp app dev news media moscow'.split(
    ' ',
  ),
)

/** End of a run of ASCII word characters and points that ends in a known domain; `start` when it is none. */
const hostEnd = (text: string, start: number): number => {
  let at = start
  let dot = -1
  while (at < text.length && at - start < 253) {
    const code = text.charCodeAt(at)
    if (code === 0x2e && isAsciiWord(text.charCodeAt(at + 1))) dot = at
    else if (!isAsciiWord(code)) break
    at++
  }
  return dot > start && DOMAINS.has(text.slice(dot + 1, at).toLowerCase()) ? at : start
}

const SCHEME = /(?:https?|ftp):\/\/|www\.|t\.me\//iy
const CLOSING = ".,;:!?)]}'…"

/** Longest name before the @ of a mailbox (RFC 5321); a bound is also what keeps the search linear. */
const MAX_MAILBOX = 64

/** What a scan has learned: no address begins before this offset. It keeps a run of "a.a.a." from being read again. */
interface Scan {
  readonly text: string
  plainUntil: number
}

/** End of the address of a page that begins with a scheme or a known host; `start` when none does. */
const pageEnd = (text: string, start: number): number => {
  SCHEME.lastIndex = start
  let end = SCHEME.test(text) ? start + 4 : hostEnd(text, start)
  const next = text.charCodeAt(end)
  if (end === start || (end > start + 4 && next !== 0x2f && next !== 0x3a)) return end
  while (isUrlChar(text.charCodeAt(end))) end++
  while (end > start && CLOSING.includes(text.charAt(end - 1))) end--
  return end
}

/** End of the address of a page or a mailbox that begins at `start`; `start` when none does. */
const addressEnd = (scan: Scan, start: number): number => {
  const { text } = scan
  if (start < scan.plainUntil || text.charCodeAt(start) >= 0x80) return start
  const page = pageEnd(text, start)
  if (page > start) return page
  let at = start
  while (at - start < MAX_MAILBOX && (isAsciiWord(text.charCodeAt(at)) || text.charCodeAt(at) === 0x2e)) at++
  const host = text.charCodeAt(at) === 0x40 ? hostEnd(text, at + 1) : at + 1
  if (host > at + 1) return host
  scan.plainUntil = at
  return start
}

/** End of a hashtag or a handle: the sign and the word after it. */
const tagEnd = (text: string, start: number): number => {
  const code = text.charCodeAt(start)
  if (code !== 0x23 && code !== 0x40) return start
  const next = text.charCodeAt(start + 1)
  if (!(classOf(next) === LETTER || next === 0x5f)) return start
  return wordEnd(text, start + 1)
}

/** Letters of flags: two make one (🇫🇮). */
const isFlagLetter = (point: number | undefined): boolean => point !== undefined && point >= 0x1f1e6 && point <= 0x1f1ff

/** End of an emoji with its skin tone, variation marks and joined parts. */
const pictureEnd = (text: string, start: number): number => {
  let at = start
  for (;;) {
    const point = text.codePointAt(at)!
    at += point > 0xffff ? 2 : 1
    if (isFlagLetter(point) && isFlagLetter(text.codePointAt(at))) at += 2
    while (at < text.length) {
      const code = text.charCodeAt(at)
      const tone = code === 0xd83c && text.charCodeAt(at + 1) >= 0xdffb && text.charCodeAt(at + 1) <= 0xdfff
      if (tone) at += 2
      else if (isMark(code)) at++
      else break
    }
    const joined = text.charCodeAt(at - 1) === 0x200d && at < text.length && !(classOf(text.charCodeAt(at)) === SPACE)
    if (!joined) return at
  }
}

const SMILE = /(?:[:;=][-^]?[)(DPp]{1,9}|[)(]{3,9})(?![\p{L}\d])/uy

/** End of a run of signs that make one: ... ?! -- ** :) */
const signEnd = (text: string, start: number): number => {
  const code = text.charCodeAt(start)
  let end = start + 1
  SMILE.lastIndex = start
  const smile = code === 0x3a || code === 0x3b || code === 0x3d ? SMILE.exec(text) : null
  if (smile) return start + smile[0].length
  if (isTerminal(code)) while (isTerminal(text.charCodeAt(end))) end++
  else if (code === HYPHEN || code === 0x2a) while (text.charCodeAt(end) === code) end++
  while (end < text.length && isMark(text.charCodeAt(end))) end++
  return end
}

const otherEnd = (text: string, start: number): number => {
  let end = start + 1
  while (end < text.length && isMark(text.charCodeAt(end))) end++
  return end
}

const tokenEnd = (scan: Scan, start: number): number => {
  const { text } = scan
  const kind = classOf(text.charCodeAt(start))
  if (kind === LETTER || kind === DIGIT || kind === PUNCT) {
    const address = kind === PUNCT ? tagEnd(text, start) : addressEnd(scan, start)
    if (address > start) return address
  }
  if (kind === LETTER || kind === DIGIT) return wordEnd(text, start)
  if (kind === SURROGATE) return pictureEnd(text, start)
  if (kind === OTHER) return pictureEnd(text, start)
  return kind === PUNCT ? signEnd(text, start) : otherEnd(text, start)
}

/**
 * The tokens of a text in order; between them lies white space only. Time is linear in the text.
 *
 * What a reader takes as one word stays together: addresses, #tags, @handles, clock times and scores (13:00), letters
 * with digits (G20), apostrophes (Кот-д'Ивуар). `fineTokens` cuts all of these, as OpenCorpora and razdel do.
 *
 * @example tokenize('Цена — 2,5 млн.').map(({ start, end }) => …) // Цена|—|2,5|млн|.
 */
export const tokenize = (text: string): Span[] => {
  const tokens: Span[] = []
  const scan: Scan = { text, plainUntil: 0 }
  let at = 0
  while (at < text.length) {
    if (classOf(text.charCodeAt(at)) === SPACE) {
      at++
      continue
    }
    const end = tokenEnd(scan, at)
    tokens.push({ start: at, end })
    at = end
  }
  return tokens
}
