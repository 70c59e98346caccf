/** Place behind a declaration that opens at `from`: quotes and one inner subset in brackets are passed over. */
const declarationEnd = (text: string, from: number): number => {
  let depth = 0
  for (let i = from; i < text.length; i++) {
    const char = text[i]
    if (char === '"' || char === "'") {
      const close = text.indexOf(char, i + 1)
      if (close < 0) return text.length
      i = close
    } else if (char === '[') depth++
    else if (char === ']') depth--
    else if (char === '>' && depth <= 0) return i + 1
  }
  return text.length
}

/**
 * XML without its document type: no entity can be declared, so none is expanded and none leads to a file. References to
 * them stay in the text as they are written.
 */
export const withoutDoctype = (text: string): string => {
  const at = text.slice(0, 10_000).search(/<!DOCTYPE/i)
  return at < 0 ? text : text.slice(0, at) + text.slice(declarationEnd(text, at))
}

const NAME = /<([A-Za-z][\w:.-]{0,60})/y

/** Name of the first element, behind declarations, comments and a document type; null when something else stands first. */
export const rootName = (text: string): string | null => {
  let at = 0
  for (;;) {
    while (at < text.length && /[\s\ufeff]/.test(text[at]!)) at++
    const close = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : null
    if (close !== null) {
      const end = text.indexOf(close, at + 2)
      if (end < 0) return null
      at = end + close.length
    } else if (text.startsWith('<!', at)) at = declarationEnd(text, at + 2)
    else {
      NAME.lastIndex = at
      return NAME.exec(text)?.[1] ?? null
    }
  }
}
