/** A piece of HTML source: a tag, or a stretch of character data. Offsets are into the source. */
export type Token =
  | {
      readonly kind: 'open'
      readonly name: string
      readonly start: number
      readonly end: number
      readonly attributes: string
    }
  | { readonly kind: 'close'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  /** The content of an element that holds no markup: script, style, title, textarea. */
  | {
      readonly kind: 'raw'
      readonly name: string
      readonly attributes: string
      readonly start: number
      readonly end: number
    }

const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'noframes', 'iframe'])
const NAME_END = /[\s/>]/g

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

/**
 * Cuts HTML into tokens in one pass: the tokenizer of the HTML standard, as far as text and attributes need it. Each
 * character is looked at a bounded number of times whatever the source is (a megabyte of `<`, quotes that never close).
 */
export function* tokensOf(source: string): Generator<Token> {
  // Once a closing character was not found, none stands behind that place: no second search for it runs to the end.
  const missing = new Set<string>()
  const find = (what: string, from: number): number => {
    if (missing.has(what)) return -1
    const at = source.indexOf(what, from)
    if (at < 0) missing.add(what)
    return at
  }

  /** End of the tag that opens at `from`: the first `>` outside quoted attribute values. */
  const tagEnd = (from: number): number => {
    let at = from
    for (;;) {
      const code = source.charCodeAt(at)
      if (Number.isNaN(code)) return -1
      if (code === 0x3e) return at
      if ((code === 0x22 || code === 0x27) && source.charCodeAt(beforeSpace(source, at)) === 0x3d) {
        const close = find(source[at]!, at + 1)
        if (close < 0) return find('>', at)
        at = close
      }
      at++
    }
  }

  const special = (at: number): number => {
    if (source.startsWith('<!--', at)) {
      const close = find('-->', at + 4)
      return close < 0 ? source.length : close + 3
    }
    const close = find('>', at)
    return close < 0 ? source.length : close + 1
  }

  let at = 0
  let text = 0
  while (at < source.length) {
    const open = find('<', at)
    if (open < 0) break
    const next = source.charCodeAt(open + 1)
    const closing = next === 0x2f
    if (next === 0x21 || next === 0x3f) {
      if (open > text) yield { kind: 'text', start: text, end: open }
      at = special(open)
      text = at
      continue
    }
    if (!isLetter(closing ? source.charCodeAt(open + 2) : next)) {
      at = open + 1
      continue
    }
    const end = tagEnd(open + 1)
    if (end < 0) break
    if (open > text) yield { kind: 'text', start: text, end: open }
    const nameStart = open + (closing ? 2 : 1)
    NAME_END.lastIndex = nameStart
    const nameEnd = Math.min(NAME_END.exec(source)?.index ?? end, end)
    const name = source.slice(nameStart, Math.min(nameEnd, nameStart + 40)).toLowerCase()
    at = end + 1
    text = at
    if (closing) {
      yield { kind: 'close', name, start: open, end: at }
      continue
    }
    const attributes = source.slice(nameEnd, end)
    if (!RAW.has(name)) {
      yield { kind: 'open', name, start: open, end: at, attributes }
      continue
    }
    const stop = rawEnd(source, name, at, missing)
    yield { kind: 'raw', name, attributes, start: at, end: stop }
    const close = find('>', stop)
    at = close < 0 ? source.length : close + 1
    text = at
  }
  if (text < source.length) yield { kind: 'text', start: text, end: source.length }
}

/** Last character before `at` that is no white space, looking back a little: is this quote an attribute's? */
const beforeSpace = (source: string, at: number): number => {
  let i = at - 1
  while (i > at - 8 && /\s/.test(source[i] ?? '')) i--
  return i
}

const rawEnd = (source: string, name: string, from: number, missing: Set<string>): number => {
  const key = `</${name}`
  if (missing.has(key)) return source.length
  const close = new RegExp(`</${name}`, 'gi')
  close.lastIndex = from
  const found = close.exec(source)
  if (found) return found.index
  missing.add(key)
  return source.length
}

const ATTRIBUTE = /([^\s=>"'/]{1,60})(?:\s{0,8}=\s{0,8}(?:"([^"]*)"|'([^']*)'|([^\s"'>]{1,4000})))?/g

/** One attribute's value, still with its entities; '' when it has none, null when the tag has no such attribute. */
export const attributeOf = (attributes: string, name: string): string | null => {
  if (attributes.length < name.length || attributes.length > 200_000) return null
  ATTRIBUTE.lastIndex = 0
  for (let match = ATTRIBUTE.exec(attributes); match !== null; match = ATTRIBUTE.exec(attributes)) {
    if (match[1]!.toLowerCase() === name) return match[2] ?? match[3] ?? match[4] ?? ''
  }
  return null
}
