/** What a file holds, told by its name. */
export type Format = 'html' | 'text' | 'records' | 'list' | 'warc' | 'zip' | 'wacz' | 'mhtml' | 'eml' | 'pdf'

const FORMATS: Readonly<Record<string, Format>> = {
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  txt: 'text',
  ndjson: 'records',
  jsonl: 'records',
  json: 'records',
  opml: 'list',
  rss: 'list',
  atom: 'list',
  xml: 'list',
  warc: 'warc',
  wet: 'warc',
  wacz: 'wacz',
  zip: 'zip',
  mhtml: 'mhtml',
  mht: 'mhtml',
  eml: 'eml',
  pdf: 'pdf',
}

export interface FileName {
  /** Path without the extensions that tell its format: `a/page` of `a/page.txt.gz`. */
  readonly stem: string
  readonly format: Format | null
  readonly gzipped: boolean
  readonly sidecar: boolean
}

/**
 * Reads a path's extensions. `format` is null when the name tells none.
 *
 * @example readName('a/page.txt.gz') // { stem: 'a/page', format: 'text', gzipped: true, sidecar: false }
 */
export const readName = (path: string): FileName => {
  const gzipped = /\.gz$/iu.test(path)
  const bare = gzipped ? path.slice(0, -3) : path
  const sidecar = /\.meta\.json$/iu.test(bare)
  const dot = bare.lastIndexOf('.')
  const slash = Math.max(bare.lastIndexOf('/'), bare.lastIndexOf('\\'))
  if (dot <= slash) return { stem: bare, format: null, gzipped, sidecar: false }
  const format = sidecar ? null : (FORMATS[bare.slice(dot + 1).toLowerCase()] ?? null)
  return { stem: bare.slice(0, dot), format, gzipped, sidecar }
}

// First bytes of files that are no pages, whatever their name says.
const MAGIC: readonly (readonly [string, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['gzip', [0x1f, 0x8b]],
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['ELF', [0x7f, 0x45, 0x4c, 0x46]],
  ['DOC', [0xd0, 0xcf, 0x11, 0xe0]],
  ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['RIFF', [0x52, 0x49, 0x46, 0x46]],
]

const HEAD = 8192

/** UTF-16 text is half zeros too, but all on one side of its pairs (at least in Latin letters, digits and spaces). */
const zerosOnOneSide = (bytes: Uint8Array, length: number): boolean => {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true
  const zeros = [0, 0]
  const fours = [0, 0]
  for (let i = 0; i < length; i++) {
    if (bytes[i] === 0) zeros[i & 1]!++
    if (bytes[i] === 4) fours[i & 1]!++
  }
  const side = zeros[1]! + fours[1]! > zeros[0]! + fours[0]! ? 1 : 0
  const pairs = length >> 1
  return zeros[1 - side]! <= 0.01 * pairs && zeros[side]! + fours[side]! > 0.9 * pairs
}

/**
 * What makes bytes no page of text: the name of a known binary format, `NUL` for zero bytes (and no UTF-16), `control`
 * for many control characters; null for text. Only the first 8 KB are looked at.
 */
export const binaryKind = (bytes: Uint8Array): string | null => {
  for (const [name, magic] of MAGIC) if (magic.every((byte, i) => bytes[i] === byte)) return name
  const length = Math.min(bytes.length, HEAD)
  let zeros = 0
  let controls = 0
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!
    if (byte === 0) zeros++
    else if (byte < 0x20 && byte !== 4 && (byte < 9 || byte > 13) && byte !== 0x1b && byte !== 0x1a) controls++
  }
  if (zeros > 0) return zerosOnOneSide(bytes, length) ? null : 'NUL'
  return controls > 0.1 * length ? 'control' : null
}

// What belongs to a saved page and is none itself.
const ASSETS =
  /\.(?:css|m?js|map|png|jpe?g|gif|webp|avif|svgz?|ico|bmp|woff2?|ttf|otf|eot|mp[34]|webm|ogg|wav|m4a|cdxj?|idx|download|swf)(?:\.gz)?$/i

/** Whether a file is a picture, a style, a script or the like, as they lie beside saved pages. */
export const isAsset = (name: string): boolean => ASSETS.test(name)

/** What unnamed bytes (standard input) hold, told by how they begin. */
export const guessFormat = (head: string): Format => {
  const text = head.replace(/^[\s\ufeff]+/u, '').slice(0, 4096)
  if (/^[{[]/u.test(text)) return 'records'
  if (text.startsWith('%PDF-')) return 'pdf'
  if (text.startsWith('WARC/')) return 'warc'
  if (
    /^<(?:\?xml[^>]{0,200}\?>\s*)?(?:rss|rdf:RDF|feed|opml|urlset|sitemapindex)[\s>]/iu.test(
      text.replace(/^<\?xml[^>]{0,200}\?>\s*/u, ''),
    )
  )
    return 'list'
  return /^<(?:!doctype|html|\?xml|head|body|!--|meta|div|article|script|p[ >])/iu.test(text) ? 'html' : 'text'
}
