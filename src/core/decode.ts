/**
 * Bytes to text. What a page declares is believed unless it is plainly wrong; without a declaration the encoding is
 * found by statistics: validity for UTF-8, the place of zero bytes for UTF-16, letter frequencies for the one-byte
 * Cyrillic encodings (the method of Mozilla's universal charset detector, with the frequencies of single letters).
 */

export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1251'
  | 'koi8-r'
  | 'ibm866'
  | 'iso-8859-5'
  | 'x-mac-cyrillic'
  | (string & {})

/** A decoded text; `overruled` names a declared encoding that the bytes contradict, `unknown` one that nobody knows. */
export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  readonly overruled?: string
  readonly unknown?: string
  /** Number of bytes (or pairs) that stand for no character and were replaced by U+FFFD, when there are any. */
  readonly broken?: number
}

const ONE_BYTE = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'] as const
const SAMPLE = 16_384

// Letters of Russian text in a thousand, а to я (National Corpus of the Russian language, rounded).
const PER_MILLE = [
  80, 16, 45, 17, 30, 85, 9, 17, 74, 12, 35, 44, 32, 67, 110, 28, 47, 55, 63, 26, 3, 10, 5, 14, 7, 4, 1, 19, 17, 3, 6,
  20,
]
const LOWER = PER_MILLE.map((n) => Math.log(n / 1000))

const isUpper = (code: number): boolean => code >= 0x410 && code <= 0x42f
const isLower = (code: number): boolean => code >= 0x430 && code <= 0x44f

const charScore = (code: number, before: number): number => {
  if (isLower(code)) return LOWER[code - 0x430]!
  // A capital after a small letter is what a wrong table gives away at once (KOI8-R read as windows-1251).
  if (isUpper(code)) return LOWER[code - 0x410]! - (isLower(before) ? 5 : isUpper(before) ? 2.5 : 2)
  if (code === 0x451 || code === 0x401) return -5
  if (code >= 0x400 && code <= 0x4ff) return -7
  if ('«»—–№…“”„’©\u00a0•°·'.includes(String.fromCharCode(code))) return -4
  return -10
}

/** Mean log-probability of the characters above ASCII, under the letter frequencies of Russian. */
const russianScore = (text: string): number => {
  let sum = 0
  let count = 0
  let before = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x80) {
      sum += charScore(code, before)
      count++
    }
    before = code
  }
  return count === 0 ? 0 : sum / count
}

const decodeAs = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes)

/** The bytes worth looking at: stretches around bytes above ASCII, so that a page's markup does not fill the sample. */
const sampleOf = (bytes: Uint8Array): Uint8Array => {
  if (bytes.length <= SAMPLE) return bytes
  const sample = new Uint8Array(SAMPLE)
  let length = 0
  for (let i = 0; i < bytes.length && length < SAMPLE; i++) {
    if (bytes[i]! >= 0x80 || (i > 0 && bytes[i - 1]! >= 0x80)) sample[length++] = bytes[i]!
  }
  return sample.subarray(0, length)
}

interface Utf8Check {
  readonly sequences: number
  readonly broken: number
}

/** Counts well-formed sequences of several bytes and bytes that fit none (RFC 3629). */
const checkUtf8 = (bytes: Uint8Array): Utf8Check => {
  let sequences = 0
  let broken = 0
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i]!
    if (lead < 0x80) {
      i++
      continue
    }
    const size = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0
    let good = size > 0
    for (let k = 1; k < size && good; k++) good = (bytes[i + k] ?? 0) >> 6 === 2
    if (good) sequences++
    else broken++
    i += good ? size : 1
  }
  return { sequences, broken }
}

/** UTF-16 without a mark: in Latin and Cyrillic text the high byte of nearly every pair is 0, 4 or 0x20. */
const utf16Order = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const pairs = Math.min(bytes.length >> 1, 4096)
  if (pairs < 4) return null
  const high = [0, 0]
  const zero = [0, 0]
  for (let i = 0; i < pairs * 2; i++) {
    const byte = bytes[i]!
    if (byte === 0 || byte === 4 || byte === 0x20) high[i & 1]!++
    if (byte === 0 || byte === 4) zero[i & 1]!++
  }
  for (const [side, order] of [
    [1, 'utf-16le'],
    [0, 'utf-16be'],
  ] as const) {
    if (high[side]! > 0.95 * pairs && zero[side]! > 0.5 * pairs && zero[1 - side]! < 0.3 * pairs) return order
  }
  return null
}

const markOf = (bytes: Uint8Array): Encoding | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** The standard's name of a declared encoding (`cp1251` → `windows-1251`); null when the label is unknown. */
const canonical = (label: string): Encoding | null => {
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return null
  }
}

/** The one-byte Cyrillic encoding under which the bytes look most like Russian; the declared one wins unless plainly worse. */
const oneByte = (bytes: Uint8Array, declared: Encoding | null): Encoding => {
  const sample = sampleOf(bytes)
  let best: Encoding = 'windows-1251'
  let bestScore = -Infinity
  for (const encoding of ONE_BYTE) {
    const score = russianScore(decodeAs(sample, encoding))
    if (score > bestScore) {
      best = encoding
      bestScore = score
    }
  }
  if (declared === null || declared === 'utf-8' || declared.startsWith('utf-16')) return best
  const score = russianScore(decodeAs(sample, declared))
  return score >= bestScore - 1 || bestScore < -6 ? declared : best
}

const finish = (
  bytes: Uint8Array,
  encoding: Encoding,
  declared: Encoding | null,
  label: string | undefined,
): Decoded => {
  const text = decodeAs(bytes, encoding)
  let broken = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) broken++
  return {
    text,
    encoding,
    ...(declared !== null && declared !== encoding ? { overruled: declared } : {}),
    ...(declared === null && label !== undefined && label.trim() !== '' ? { unknown: label } : {}),
    ...(broken > 0 ? { broken } : {}),
  }
}

/**
 * Decodes a page or a line: a byte-order mark decides, then the bytes themselves where they can only be UTF-16 or UTF-8,
 * then `declared` (a label as a transport or the page names it) unless it is plainly wrong, then letter statistics.
 * Never throws; time is linear in the length.
 *
 * @example decode(bytes, 'koi8-r') // { text: 'Новости…', encoding: 'windows-1251', overruled: 'koi8-r' }
 */
export const decode = (bytes: Uint8Array, declared?: string): Decoded => {
  const named = declared === undefined ? null : canonical(declared)
  const mark = markOf(bytes)
  if (mark !== null) return finish(bytes, mark, named === null ? null : mark, undefined)
  const order = utf16Order(bytes)
  if (order !== null) return finish(bytes, order, named, declared)
  const { sequences, broken } = checkUtf8(bytes)
  if (broken === 0) {
    // Pure ASCII is every encoding at once: a declaration cannot be wrong about it.
    return finish(bytes, 'utf-8', sequences === 0 && named !== null ? 'utf-8' : named, declared)
  }
  if (sequences > 20 * broken) return finish(bytes, 'utf-8', named, declared)
  return finish(bytes, oneByte(bytes, named), named, declared)
}
