const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

// XML 1.0 has no place for other control characters, half a pair of surrogates, or U+FFFE and U+FFFF, escaped or not.
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A text without halves of surrogate pairs, which UTF-8 has no place for. */
export const wellFormed = (text: string): string => text.replace(HALF, '\ufffd')

/** Text for XML, in an element or in an attribute. @example xml('a < "б"') // 'a &lt; &quot;б&quot;' */
export const xml = (text: string): string =>
  text.replace(FORBIDDEN, ' ').replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)
